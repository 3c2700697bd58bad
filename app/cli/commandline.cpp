// SPDX-License-Identifier: Apache-2.0
#include "app/cli/commandline.h"
#include "app/cli/completion.h"
#include "app/cli/rights.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Footer =
    R"(A STORE is a SQLite file (acme.rolewright) or a policy document (policy.json, read only).
"-" is standard input or output; "--" ends the options, for names that begin with a dash.

Exit status:
  0  done, allowed, no difference, every line of evaluate decided
  1  denied (check), differences (diff, replay), tests failed, trail not intact
  2  wrong usage
  3  the input is invalid; every error is printed with its place
  4  conflict
  5  the store cannot be reached, read or written
  6  not permitted
A failed command has changed nothing.

Try it:
  rolewrightctl --store news.rolewright init --sample newsroom
  rolewrightctl --store news.rolewright check alice update article 42 --owner alice --explain)";

constexpr auto CommandFooter = "Before or after the command: --store STORE, --json, --user USER, --password-file FILE, --code-file FILE, --confirm,\n--key-file FILE.";

// What every command has in common, also those below it.
void finish(CLI::App &command)
{
    command.fallthrough(); // --store and --json after the command
    command.footer(CommandFooter);
    for (CLI::Option *option : command.get_options()) {
        if (option->get_positional() && option->get_type_name() == "TEXT")
            option->type_name(""); // its name says what it is
    }
    for (CLI::App *sub : command.get_subcommands([](const CLI::App *) { return true; }))
        finish(*sub);
}

// "rolewrightctl log verify", as far as it was understood.
QString commandOf(const CLI::App &app)
{
    QString command = text(app.get_name());
    const std::vector<CLI::App *> chosen = app.get_subcommands();
    return chosen.empty() ? command : command + u' ' + commandOf(*chosen.front());
}

QString problemOf(const CLI::App &app, const CLI::ParseError &error)
{
    const std::vector<std::string> rest = app.remaining();
    if (app.get_subcommands().empty() && !rest.empty() && !rest.front().starts_with('-'))
        return u"There is no command \"%1\"."_s.arg(text(rest.front()));
    return QString::fromUtf8(error.what());
}

Result<ExitStatus> run(const Chosen &chosen, Console &console)
{
    if (!chosen.action)
        return failure(ErrorCode::Usage, u"Name a command; \"rolewrightctl --help\" lists them."_s);
    return chosen.action(chosen.globals, console);
}

} // namespace

std::unique_ptr<CLI::App> makeProgram(Chosen &chosen)
{
    auto app =
        std::make_unique<CLI::App>("Rolewright on the command line: edit, question, simulate and audit a "
                                   "policy for role-based access control.",
                                   "rolewrightctl");
    app->set_version_flag("--version", "rolewrightctl " ROLEWRIGHT_VERSION, "Print the version and exit");
    app->add_option("--store", chosen.globals.store, "The store to work on")->type_name("STORE");
    app->add_flag("--json", chosen.globals.json, "Write JSON to standard output");
    app->add_option("--user", chosen.globals.signIn.user, "Who signs in to a guarded store; the login name without this")
        ->type_name("USER");
    app->add_option("--password-file", chosen.globals.signIn.passwordFile,
                    "Read the password from a file that only you may read, or from /dev/fd/N; asked for without this")
        ->type_name("FILE");
    app->add_option("--code-file", chosen.globals.signIn.codeFile,
                    "Read a one-time or recovery code from such a file; asked for without this")
        ->type_name("FILE");
    app->add_option("--key-file", chosen.globals.keyFile,
                    "The file with the keys of a sealed store; the keychain without this")
        ->type_name("FILE");
    app->add_option("--server-password-file", chosen.globals.serverPasswordFile,
                    "Open a database as rolewrightd does, whose login the store names: the file with its password. One "
                    "signs in as a user of the server then")
        ->type_name("FILE");
    app->add_flag("--confirm", chosen.globals.signIn.confirm,
                  "Give the second confirmation of a sensitive change with the same password");
    app->require_subcommand(0, 1); // that there is one, run() says better
    app->allow_windows_style_options(false);
    app->get_formatter()->column_width(34);
    app->footer(Footer);
    addStoreCommands(*app, chosen);
    addAdminCommands(*app, chosen);
    addKeyCommands(*app, chosen);
    addDecisionCommands(*app, chosen);
    addReviewCommands(*app, chosen);
    addCompareCommands(*app, chosen);
    addAnalyzeCommand(*app, chosen);
    addChangeCommands(*app, chosen);
    addTokenCommands(*app, chosen);
    addRequestCommands(*app, chosen);
    addTrailCommands(*app, chosen);
    addCompletionCommand(*app, chosen);
    for (CLI::App *command : app->get_subcommands([](const CLI::App *) { return true; }))
        finish(*command);
    return app;
}

ExitStatus runCommandLine(const QByteArrayList &arguments)
{
    Chosen chosen;
    const std::unique_ptr<CLI::App> app = makeProgram(chosen);
    if (!arguments.isEmpty() && arguments.first() == CompletionCall) {
        Console console(false);
        complete(*app, arguments.sliced(1), console);
        return console.finish() ? ExitStatus::Done : ExitStatus::Unavailable;
    }

    std::vector<std::string> words;
    for (const QByteArray &argument : arguments) {
        if (!argument.isValidUtf8()) {
            const QString shown = QString::fromUtf8(argument);
            Console(false).fail(
                failure(ErrorCode::Usage, u"An argument is not valid UTF-8: "_s + shown).value());
            return ExitStatus::Usage;
        }
        words.push_back(argument.toStdString());
    }
    std::reverse(words.begin(), words.end()); // as CLI11 wants them
    try {
        app->parse(words);
    } catch (const CLI::Success &asked) { // --help, --version
        return app->exit(asked) == 0 ? ExitStatus::Done : ExitStatus::Usage;
    } catch (const CLI::ParseError &error) {
        Console console(false);
        console.note(u"rolewrightctl: "_s + problemOf(*app, error));
        console.note(u"Run \"%1 --help\" for what it takes."_s.arg(commandOf(*app)));
        return ExitStatus::Usage;
    }

    chosen.globals.demand = demandOf(*app, chosen.globals.json);
    Console console(chosen.globals.json);
    const Result<ExitStatus> done = run(chosen, console);
    const Status written = console.finish();
    if (!done) {
        console.fail(done.error());
        return exitStatusOf(done.error().code);
    }
    if (!written) {
        console.fail(written.error());
        return exitStatusOf(written.error().code);
    }
    return *done;
}

} // namespace rolewright::cli
