// SPDX-License-Identifier: Apache-2.0
#include "app/cli/answer.h"
#include "app/cli/command.h"
#include "app/cli/openstore.h"
#include "app/cli/texttable.h"
#include "core/decision/review.h"

#include <CLI/CLI.hpp>

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct WhoCanOptions
{
    std::string action;
    std::string type;
    std::string at;
    bool csv = false;
};

struct WhatCanOptions
{
    std::string user;
    std::string at;
    bool operations = false;
    bool csv = false;
};

void writeWhoCan(Console &console, const QList<WhoCan> &users, qint64 version, Instant at)
{
    JsonWriter json;
    beginAnswer(json, version, at);
    json.key(u"users");
    json.beginArray();
    for (const WhoCan &who : users) {
        json.beginObject();
        json.member(u"user", who.user);
        json.member(u"name", who.name);
        json.member(u"reason", toText(who.reason));
        if (!who.scopes.isEmpty()) {
            json.key(u"scopes");
            writeNames(json, who.scopes);
        }
        writePath(json, who.path);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    console.data(json.take() + '\n');
}

QString mayText(const WhoCan &who)
{
    if (who.reason == Reason::DynamicSeparation)
        return u"only with chosen roles"_s; // all roles together break a constraint
    return who.scopes.isEmpty() ? u"all"_s : who.scopes.join(u", "_s);
}

Result<ExitStatus> answerWhoCan(const WhoCanOptions &options, const Globals &globals, Console &console)
{
    const Result<Instant> at = momentOrNow(options.at, "--at");
    if (!at)
        return failure(at.error());
    if (const Status form = checkForm(options.csv, globals); !form)
        return failure(form.error());
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    const PolicyIndex index(opened->head.policy);
    const QString action = text(options.action);
    const QString type = text(options.type);
    const QList<WhoCan> users = whoCan(index, action, type, *at);
    if (!index.pair(type, action))
        console.note(u"The policy knows no permission %1:%2, so nobody may."_s.arg(type, action));
    if (console.json()) {
        writeWhoCan(console, users, opened->head.version, *at);
        return ExitStatus::Done;
    }
    TextTable table({u"USER"_s, u"NAME"_s, u"MAY"_s, u"THROUGH"_s});
    for (const WhoCan &who : users) {
        table.add({who.user, who.name, mayText(who), throughText(who.path)});
    }
    printTable(table, options.csv, console);
    return ExitStatus::Done;
}

void writeWhatCan(Console &console, const QString &user, const QList<WhatCan> &held, qint64 version,
                  Instant at)
{
    JsonWriter json;
    beginAnswer(json, version, at);
    json.member(u"user", user);
    json.key(u"permissions");
    json.beginArray();
    for (const WhatCan &what : held) {
        json.beginObject();
        json.member(u"permission", what.permission.toText());
        writePath(json, what.path);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    console.data(json.take() + '\n');
}

void writeOperations(Console &console, const QString &user, const QList<OperationAccess> &operations,
                     qint64 version, Instant at)
{
    JsonWriter json;
    beginAnswer(json, version, at);
    json.member(u"user", user);
    json.key(u"operations");
    json.beginArray();
    for (const OperationAccess &access : operations) {
        json.beginObject();
        json.member(u"operation", access.operation);
        json.member(u"reason", toText(access.reason));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    console.data(json.take() + '\n');
}

QString mayText(Reason reason)
{
    switch (reason) {
    case Reason::GrantedByScope:
        return u"within a scope"_s;
    case Reason::DynamicSeparation:
        return u"only with chosen roles"_s;
    default:
        return u"all"_s;
    }
}

void answerOperations(const PolicyIndex &index, UserId user, const WhatCanOptions &options, qint64 version,
                      Instant at, Console &console)
{
    const QList<OperationAccess> operations = whichOperations(index, user, at);
    if (console.json()) {
        writeOperations(console, text(options.user), operations, version, at);
        return;
    }
    TextTable table({u"OPERATION"_s, u"MAY"_s});
    for (const OperationAccess &access : operations)
        table.add({access.operation, mayText(access.reason)});
    printTable(table, options.csv, console);
}

Result<ExitStatus> answerWhatCan(const WhatCanOptions &options, const Globals &globals, Console &console)
{
    const Result<Instant> at = momentOrNow(options.at, "--at");
    if (!at)
        return failure(at.error());
    if (const Status form = checkForm(options.csv, globals); !form)
        return failure(form.error());
    const Result<OpenPolicy> opened = openPolicy(globals, console);
    if (!opened)
        return failure(opened.error());
    const Policy &policy = opened->head.policy;
    const QString user = text(options.user);
    const UserId id = policy.users().idOf(user);
    if (!id.isValid())
        return failure(ErrorCode::Invalid, u"The policy has no such user."_s, u"user "_s + user);
    if (!policy.users().at(id).active)
        console.note(u"The user is inactive, and is denied everything that is not public."_s);
    const PolicyIndex index(policy);
    if (options.operations) {
        answerOperations(index, id, options, opened->head.version, *at, console);
        return ExitStatus::Done;
    }
    const QList<WhatCan> held = whatCan(index, id, *at);
    if (console.json()) {
        writeWhatCan(console, user, held, opened->head.version, *at);
        return ExitStatus::Done;
    }
    TextTable table({u"PERMISSION"_s, u"THROUGH"_s});
    for (const WhatCan &what : held)
        table.add({what.permission.toText(), throughText(what.path)});
    printTable(table, options.csv, console);
    return ExitStatus::Done;
}

} // namespace

void addReviewCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *whoCommand =
        app.add_subcommand("who-can", "List the users who may do something to a type of resource");
    whoCommand->group("Questions");
    const auto who = std::make_shared<WhoCanOptions>();
    whoCommand->add_option("ACTION", who->action, "The action")->required();
    whoCommand->add_option("TYPE", who->type, "The type of resource")->required();
    whoCommand->add_option("--at", who->at, "As of then")->type_name("TIME");
    whoCommand->add_flag("--csv", who->csv, "Write comma-separated values");
    whoCommand->callback([&chosen, who] {
        chosen.action = [who](const Globals &globals, Console &console) {
            return answerWhoCan(*who, globals, console);
        };
    });

    CLI::App *whatCommand = app.add_subcommand("what-can", "List what a user holds, and through which roles");
    whatCommand->group("Questions");
    const auto what = std::make_shared<WhatCanOptions>();
    whatCommand->add_option("USER", what->user, "The user")->required();
    whatCommand->add_option("--at", what->at, "As of then")->type_name("TIME");
    whatCommand->add_flag("--operations", what->operations, "List the operations that the user can perform");
    whatCommand->add_flag("--csv", what->csv, "Write comma-separated values");
    whatCommand->callback([&chosen, what] {
        chosen.action = [what](const Globals &globals, Console &console) {
            return answerWhatCan(*what, globals, console);
        };
    });
}

} // namespace rolewright::cli
