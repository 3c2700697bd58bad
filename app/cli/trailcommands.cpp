// SPDX-License-Identifier: Apache-2.0
#include "app/cli/archivecommand.h"
#include "app/cli/arguments.h"
#include "app/cli/checkpoints.h"
#include "app/cli/command.h"
#include "app/cli/logtext.h"
#include "app/cli/openstore.h"
#include "app/cli/reportcheck.h"
#include "app/cli/signin.h"
#include "app/cli/texttable.h"
#include "core/admin/changereview.h"
#include "core/base/readfile.h"
#include "core/base/writefile.h"
#include "core/exchange/policyjson.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageSize = 1000; // events read at once

struct LogOptions
{
    std::string since;
    std::string until;
    std::string actor;
    std::string action;
    std::string target;
    std::string text;
    int limit = 0;
};

Result<AuditQuery> queryOf(const LogOptions &options)
{
    AuditQuery query;
    for (const auto &[given, option, to] : {std::tuple(&options.since, "--since", &query.since),
                                            std::tuple(&options.until, "--until", &query.until)}) {
        if (given->empty())
            continue;
        const Result<Instant> moment = parseMoment(*given, option);
        if (!moment)
            return failure(moment.error());
        *to = *moment;
    }
    query.actor = text(options.actor);
    query.action = text(options.action);
    query.target = text(options.target);
    query.text = text(options.text);
    return query;
}

// Newest first, page by page, so that a long trail needs no memory.
Result<ExitStatus> log(const LogOptions &options, const Globals &globals, Console &console)
{
    Result<AuditQuery> query = queryOf(options);
    if (!query)
        return failure(query.error());
    const auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
    qint64 left = options.limit > 0 ? options.limit : std::numeric_limits<qint64>::max();
    while (left > 0 && console.isWritable()) {
        query->limit = int(std::min<qint64>(left, PageSize));
        const Result<QList<AuditEvent>> events = (*store)->events(*query);
        if (!events)
            return failure(events.error());
        printEvents(console, *events);
        if (events->size() < query->limit)
            break;
        left -= events->size();
        query->before = events->last().sequence;
    }
    return ExitStatus::Done;
}

void writeHistory(Console &console, const QList<VersionInfo> &versions)
{
    JsonWriter json;
    json.beginObject();
    json.key(u"versions");
    json.beginArray();
    for (const VersionInfo &info : versions) {
        json.beginObject();
        json.member(u"version", info.version);
        json.member(u"time", toText(info.time));
        json.member(u"actor", info.actor);
        json.member(u"reason", info.reason);
        if (!info.operation.isEmpty())
            json.member(u"operation", info.operation);
        json.member(u"changes", qint64(info.changes));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    console.data(json.take() + '\n');
}

Result<ExitStatus> history(const Globals &globals, Console &console)
{
    const auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
    const Result<QList<VersionInfo>> versions = (*store)->history();
    if (!versions)
        return failure(versions.error());
    if (console.json()) {
        writeHistory(console, *versions);
        return ExitStatus::Done;
    }
    TextTable table({u"VERSION"_s, u"TIME"_s, u"ACTOR"_s, u"CHANGES"_s, u"REASON"_s});
    for (const VersionInfo &info : *versions) {
        table.add({u"@%1"_s.arg(info.version), toText(info.time), info.actor, QString::number(info.changes),
                   info.reason});
    }
    if (!table.isEmpty())
        table.print(console);
    return ExitStatus::Done;
}

struct ShowOptions
{
    std::string version;
    std::string output = "-";
};

Result<ExitStatus> show(const ShowOptions &options, const Globals &globals, Console &console)
{
    const Result<qint64> version = parseVersion(options.version);
    if (!version)
        return failure(version.error());
    const auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
    const Result<Snapshot> snapshot = (*store)->load(*version);
    if (!snapshot)
        return failure(snapshot.error());
    const QByteArray document = writePolicy(snapshot->policy);
    if (options.output != "-") {
        const Status written = writeOutput(text(options.output), document);
        if (!written)
            return failure(written.error());
        return ExitStatus::Done;
    }
    console.data(document);
    return ExitStatus::Done;
}

Result<ExitStatus> eraseFrom(const std::string &user, const Globals &globals, Console &console)
{
    const auto store = openNamedStore(globals, console);
    if (!store)
        return failure(store.error());
    if (!(*store)->traits().guarded)
        return failure(ErrorCode::Usage, u"Only an administrator of a guarded store erases; enrol makes it guarded."_s,
                       (*store)->traits().location);
    StoreGuard &guard = *(*store)->guard();
    Result<qint64> erased = guard.erase(text(user), occasion());
    if (!erased && needsConfirmation(erased.error())) {
        const QByteArray digest = operationDigest(u"trail.erase"_s, text(user));
        if (Status given = confirm(**store, globals.signIn, digest, erased.error()); !given)
            return failure(given.error());
        erased = guard.erase(text(user), occasion());
    }
    if (!erased)
        return failure(erased.error());
    console.changeIsMade();
    console.line(u"%1 names and attribute values of %2 are erased"_s.arg(*erased).arg(text(user)));
    return ExitStatus::Done;
}

void addErase(CLI::App &log, Chosen &chosen)
{
    CLI::App *command = log.add_subcommand(
        "erase", "Erase the names and attribute values of a user from the trail, but for those of now");
    const auto user = std::make_shared<std::string>();
    command->add_option("USER", *user, "Whose, by the id of then")->required();
    command->callback([&chosen, user] {
        chosen.action = [user](const Globals &globals, Console &console) { return eraseFrom(*user, globals, console); };
    });
}

void addLog(CLI::App &app, Chosen &chosen)
{
    CLI::App *command = app.add_subcommand("log", "The audit trail, newest first");
    command->group("Trail and versions");
    const auto options = std::make_shared<LogOptions>();
    command->add_option("--since", options->since, "From then on; a date is its first moment in UTC")
        ->type_name("TIME");
    command->add_option("--until", options->until, "Before then")->type_name("TIME");
    command->add_option("--actor", options->actor, "By this person")->type_name("NAME");
    command->add_option("--action", options->action, "Such as grant.add, or grant for all of them")
        ->type_name("EVENT");
    command->add_option("--target", options->target, "About this thing, such as role/editor")
        ->type_name("THING");
    command->add_option("--text", options->text, "With this in summary, reason, target or actor")
        ->type_name("TEXT");
    CLI::Validator positive = CLI::Range(1, std::numeric_limits<int>::max());
    command->add_option("--limit", options->limit, "At most so many")
        ->check(positive.description(""))
        ->type_name("N");
    command->callback([&chosen, options] {
        // The callback of what is below it comes first, and stands.
        if (!chosen.action)
            chosen.action = [options](const Globals &globals, Console &console) {
                return log(*options, globals, console);
            };
    });
    CLI::App *verify = command->add_subcommand("verify", "Check the chain over the whole trail, and checkpoints of it");
    const auto verifyOptions = std::make_shared<VerifyOptions>();
    verify->add_option("--checkpoints", verifyOptions->checkpoints, "Checkpoints that were kept elsewhere, one a line")
        ->type_name("FILE");
    verify->add_option("--key", verifyOptions->keys, "A public key whose checkpoints count; may be given again")
        ->type_name("KEY")
        ->allow_extra_args(false);
    verify
        ->add_option("--archive", verifyOptions->archives,
                     "What \"log archive\" wrote, which the trail goes on from; may be given again")
        ->type_name("FILE")
        ->allow_extra_args(false);
    verify->callback([&chosen, verifyOptions] {
        chosen.action = [verifyOptions](const Globals &globals, Console &console) {
            return verifyLog(*verifyOptions, globals, console);
        };
    });
    addErase(*command, chosen);
    addArchive(*command, chosen);
    CLI::App *seal = command->add_subcommand("checkpoint", "Print a signed line that says how far the trail has come");
    const auto sealOptions = std::make_shared<CheckpointOptions>();
    seal->add_flag("--make-key", sealOptions->makeKey, "Make a key first, as the new file that --key-file names");
    seal->callback([&chosen, sealOptions] {
        chosen.action = [sealOptions](const Globals &globals, Console &console) {
            return checkpoint(*sealOptions, globals, console);
        };
    });
    addReportCheck(*command, chosen);
}

} // namespace

void addTrailCommands(CLI::App &app, Chosen &chosen)
{
    addLog(app, chosen);

    CLI::App *historyCommand = app.add_subcommand("history", "The versions, newest first");
    historyCommand->group("Trail and versions");
    historyCommand->callback([&chosen] { chosen.action = history; });

    CLI::App *showCommand = app.add_subcommand("show", "Write the policy document of a version");
    showCommand->group("Trail and versions");
    const auto options = std::make_shared<ShowOptions>();
    showCommand->add_option("VERSION", options->version, "7 or @7")->required();
    showCommand->add_option("-o,--output", options->output, "Write to this file")->type_name("FILE");
    showCommand->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return show(*options, globals, console);
        };
    });
}

} // namespace rolewright::cli
