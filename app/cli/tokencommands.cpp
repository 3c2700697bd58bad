// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "app/cli/texttable.h"
#include "core/admin/changereview.h"
#include "core/base/json.h"
#include "core/security/applicationtoken.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct TokenOptions
{
    std::string user;
    std::string name;
    std::vector<std::string> scope{"evaluation"};
    std::string expires;
    qint64 id = 0; // of the one to remove, or to replace
};

using Run = Result<ExitStatus> (*)(const TokenOptions &, PolicyStore &, const Globals &, Console &);

Result<ExitStatus> list(const TokenOptions &, PolicyStore &store, const Globals &, Console &console)
{
    const Result<QList<ApplicationToken>> tokens = store.guard()->tokens();
    if (!tokens)
        return failure(tokens.error());
    TextTable table({u"NUMBER"_s, u"USER"_s, u"NAME"_s, u"FOR"_s, u"EXPIRES"_s, u"LAST USE"_s});
    for (const ApplicationToken &token : *tokens) {
        const QString lastUse = token.lastUse ? toText(*token.lastUse) : QString();
        if (!console.json()) {
            table.add({QString::number(token.id), token.user, token.name, token.scope.join(u' '),
                       toText(token.expires), token.lastUse ? lastUse : u"never"_s});
            continue;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"id", token.id);
        json.member(u"user", token.user);
        json.member(u"name", token.name);
        json.member(u"scope", token.scope.join(u' '));
        json.member(u"created", toText(token.created));
        json.member(u"expires", toText(token.expires));
        if (token.lastUse)
            json.member(u"lastUse", lastUse);
        json.endObject();
        console.data(json.take() + '\n');
    }
    if (!table.isEmpty())
        table.print(console);
    else if (tokens->isEmpty())
        console.note(u"No application has a token."_s);
    return ExitStatus::Done;
}

Result<ExitStatus> add(const TokenOptions &options, PolicyStore &store, const Globals &globals,
                       Console &console)
{
    const QByteArray value = newApplicationToken();
    ApplicationToken token;
    token.user = text(options.user);
    token.name = text(options.name);
    token.hash = hashOfToken(value);
    for (const std::string &each : options.scope)
        token.scope.append(text(each));
    token.created = Instant::now();
    token.expires = {token.created.msecs + ApplicationTokenLife};
    if (!options.expires.empty()) {
        const std::optional<Instant> expires = parseDocumentTime(text(options.expires));
        if (!expires)
            return failure(
                ErrorCode::Usage,
                u"\"%1\" is no time. Give one such as 2027-01-01T00:00:00Z."_s.arg(text(options.expires)));
        token.expires = *expires;
    }
    const auto act = [&] { return store.guard()->addToken(token, options.id, occasion()); };
    Result<qint64> added = act();
    if (!added && needsConfirmation(added.error())) {
        const QByteArray digest = operationDigest(u"token.add"_s, token.user);
        if (Status given = confirm(store, globals.signIn, digest, added.error()); !given)
            return failure(given.error());
        added = act();
    }
    if (!added)
        return failure(added.error());
    console.changeIsMade();
    if (console.json()) {
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"id", *added);
        json.member(u"token", QString::fromLatin1(value));
        json.member(u"expires", toText(token.expires));
        json.endObject();
        console.data(json.take() + '\n');
    } else {
        console.line(QString::fromLatin1(value));
    }
    console.note(u"Give token %1 to the application now: it is not shown again. It is good until %2."_s.arg(
        QString::number(*added), toText(token.expires)));
    return ExitStatus::Done;
}

Result<ExitStatus> remove(const TokenOptions &options, PolicyStore &store, const Globals &, Console &console)
{
    if (Status removed = store.guard()->removeToken(options.id, occasion()); !removed)
        return failure(removed.error());
    console.changeIsMade();
    console.line(u"token %1 counts no more"_s.arg(options.id));
    return ExitStatus::Done;
}

CLI::App *addCommand(CLI::App &group, const char *name, const char *description,
                     const std::shared_ptr<TokenOptions> &options, Run run, Chosen &chosen)
{
    CLI::App *command = group.add_subcommand(name, description);
    command->callback([&chosen, options, run] {
        chosen.action = [options, run](const Globals &globals, Console &console) -> Result<ExitStatus> {
            const auto store = openNamedStore(globals, console);
            if (!store)
                return failure(store.error());
            if (!(*store)->traits().guarded)
                return failure(ErrorCode::Usage,
                               u"Only a guarded store has tokens; enrol makes it guarded."_s,
                               (*store)->traits().location);
            return run(*options, **store, globals, console);
        };
    });
    return command;
}

} // namespace

void addTokenCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *group = app.add_subcommand("token", "What applications send to a server instead of signing in");
    group->group("Stores");
    group->require_subcommand(1);
    const auto options = std::make_shared<TokenOptions>();
    addCommand(*group, "list", "Who has which, for what, until when, and when it was last used", options,
               list, chosen);
    CLI::App *issue = addCommand(*group, "add", "Make a token for an application, and print it this once",
                                 options, add, chosen);
    issue->add_option("USER", options->user, "The user of the policy whose rights it has")->required();
    issue->add_option("NAME", options->name, "What it is called, for people")->required();
    restrictTo({"evaluation", "search"},
               issue->add_option("--for", options->scope, "What it may ask; evaluation unless said"));
    issue->add_option("--expires", options->expires, "When it ends; in a year unless said")
        ->type_name("TIME");
    issue->add_option("--replaces", options->id, "Another one of the user, which counts for an hour more")
        ->type_name("NUMBER");
    addCommand(*group, "remove", "End a token, at once", options, remove, chosen)
        ->add_option("NUMBER", options->id, "Which, as list says")
        ->required();
}

} // namespace rolewright::cli
