// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/exportfolder.h"
#include "app/cli/importfile.h"
#include "app/cli/keyplace.h"
#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "core/base/readfile.h"
#include "core/base/writefile.h"
#include "core/exchange/policyjson.h"
#include "core/exchange/sample.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct InitOptions
{
    std::string sample;
    std::string admin;
    std::string newPasswordFile;
};

struct ExportOptions
{
    std::string format;
    std::string output = "-";
    bool skip = false;
};

Result<ExitStatus> init(const InitOptions &options, const Globals &globals, Console &console)
{
    if (globals.store.empty())
        return failure(ErrorCode::Usage,
                       u"Say what to make with --store, such as \"--store acme.rolewright\"."_s);
    Policy first;
    if (!options.sample.empty()) {
        Result<Policy> sample = readPolicy(newsroomSample());
        if (!sample)
            return failure(sample.error());
        first = std::move(*sample);
    }
    std::optional<Secret> password;
    if (!options.admin.empty()) { // before anything is made
        Result<Secret> given = readNewPassword(options.newPasswordFile, text(options.admin));
        if (!given)
            return failure(given.error());
        password = std::move(*given);
    }
    const QString location = text(globals.store);
    const bool isDatabase = loginOf(location).has_value(); // which guards its trail itself
    std::optional<FirstAdministrator> administrator;
    std::optional<StoreKeys> keys;
    if (password) {
        Result<std::optional<StoreKeys>> made = std::optional<StoreKeys>();
        if (!isDatabase)
            made = makeKeys(globals, console);
        if (!made)
            return failure(made.error());
        keys = std::move(*made);
        administrator.emplace(FirstAdministrator{text(options.admin), *password, keys ? &*keys : nullptr});
    }
    const auto make = [&] {
        return createStore(location, first, commitContext(false), administrator ? &*administrator : nullptr);
    };
    auto store = make();
    if (!store && needsSignIn(store.error())) {
        if (Status known = logIn(location, globals.signIn); !known)
            return failure(known.error());
        store = make();
    }
    if (!store)
        return failure(store.error());
    console.changeIsMade();
    const StoreTraits traits = (*store)->traits();
    if (keys) {
        if (Status kept = KeyPlace(globals).setAnchor(traits.id, (*store)->guard()->anchor().value_or(Anchor())); !kept)
            return failure(kept.error());
    }
    console.noteOnce(traits.notice);
    const Result<qint64> version = (*store)->version();
    if (!version)
        return failure(version.error());
    if (console.json()) {
        JsonWriter json;
        json.beginObject();
        json.member(u"store", traits.location);
        json.member(u"version", *version);
        json.endObject();
        console.data(json.take() + '\n');
    } else {
        console.line(u"made %1, version %2"_s.arg(traits.location, QString::number(*version)));
    }
    return ExitStatus::Done;
}

Result<ExitStatus> exportPolicy(const ExportOptions &options, const Globals &globals, Console &console)
{
    if (options.skip && !engineOf(options.format))
        return failure(
            ErrorCode::Usage,
            u"A policy document leaves nothing out: --skip goes with --format casbin, cedar or cerbos."_s);
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    if (const auto engine = engineOf(options.format))
        return exportFolder(*engine, opened->head.policy, options.output, options.skip, console);
    const QByteArray document = writePolicy(opened->head.policy);
    if (options.output == "-") {
        console.data(document);
        return ExitStatus::Done;
    }
    const Status written = writeOutput(text(options.output), document);
    if (!written)
        return failure(written.error());
    return ExitStatus::Done;
}

void addImport(CLI::App &app, Chosen &chosen)
{
    CLI::App *command =
        app.add_subcommand("import", "Make the policy equal to a document, or merge a table into it");
    command->group("Stores");
    const auto options = std::make_shared<ImportArguments>();
    command->add_option("FILE", options->file, "A policy document, or a table with a header line")
        ->required();
    restrictTo({"document", "table"},
               command->add_option("--format", options->format, "What it is; detected without this"));
    command->add_flag("--merge", options->merge, "Of a document: only add and change, remove nothing");
    restrictTo(
        {"dotted"},
        command->add_option("--names", options->names, "Of a table: dotted reads service.resource.action"));
    command
        ->add_option("--ignore-column", options->ignoredColumns,
                     "Of a table: leave this column out; may be given again")
        ->type_name("NAME")
        ->allow_extra_args(false);
    addCommitOptions(*command, options->commit);
    command->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return importFile(*options, globals, console);
        };
    });
}

} // namespace

void addStoreCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *initCommand = app.add_subcommand(
        "init", "Make a new store: the SQLite file that --store names, or tables and roles in that database");
    initCommand->group("Stores");
    const auto initOptions = std::make_shared<InitOptions>();
    restrictTo({"newsroom"},
               initCommand->add_option("--sample", initOptions->sample, "Begin with a sample policy"));
    initCommand
        ->add_option("--admin", initOptions->admin,
                     "Make it guarded: changes need a sign-in, and this user is the first administrator")
        ->type_name("USER");
    initCommand
        ->add_option("--new-password-file", initOptions->newPasswordFile,
                     "Read the administrator's password from here")
        ->type_name("FILE");
    initCommand->add_flag("--unsealed", chosen.globals.unsealed,
                          "Make it guarded without keys: whoever can write the file can rewrite its trail");
    initCommand->callback([&chosen, initOptions] {
        chosen.action = [initOptions](const Globals &globals, Console &console) {
            return init(*initOptions, globals, console);
        };
    });

    addImport(app, chosen);

    CLI::App *exportCommand =
        app.add_subcommand("export", "Write the policy document, or the policy for another engine");
    exportCommand->group("Stores");
    const auto exportOptions = std::make_shared<ExportOptions>();
    restrictTo({"document", "casbin", "cedar", "cerbos", "python"},
               exportCommand->add_option("--format", exportOptions->format, "What to write"));
    exportCommand
        ->add_option("-o,--output", exportOptions->output, "Write to this file, or for an engine this folder")
        ->type_name("FILE");
    exportCommand->add_flag("--skip", exportOptions->skip,
                            "Leave out what the engine cannot express, and say what");
    exportCommand->callback([&chosen, exportOptions] {
        chosen.action = [exportOptions](const Globals &globals, Console &console) {
            return exportPolicy(*exportOptions, globals, console);
        };
    });
}

} // namespace rolewright::cli
