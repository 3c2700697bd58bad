// SPDX-License-Identifier: Apache-2.0
#include "app/cli/arguments.h"
#include "app/cli/changetext.h"
#include "app/cli/openstore.h"
#include "app/cli/signin.h"
#include "app/cli/texttable.h"
#include "core/admin/changereview.h"
#include "core/exchange/policyjson.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

struct DecideOptions
{
    qint64 id = 0;
    std::string reason;
    bool approve = false;
};

Result<std::unique_ptr<PolicyStore>> openGuarded(const Globals &globals, Console &console)
{
    auto store = openNamedStore(globals, console);
    if (store && !(*store)->traits().guarded)
        return failure(ErrorCode::Usage, u"Only a guarded store has requests; enrol makes it guarded."_s,
                       (*store)->traits().location);
    return store;
}

Result<ExitStatus> list(const Globals &globals, Console &console)
{
    const auto store = openGuarded(globals, console);
    if (!store)
        return failure(store.error());
    const Result<QList<ApprovalRequest>> requests = (*store)->guard()->requests(Instant::now());
    if (!requests)
        return failure(requests.error());
    if (console.json()) {
        for (const ApprovalRequest &request : *requests) {
            JsonWriter json(JsonWriter::Layout::OneLine);
            json.beginObject();
            json.member(u"request", request.id);
            json.member(u"state", request.state);
            json.member(u"by", request.requester);
            json.member(u"expires", toText(request.expires));
            json.member(u"base", request.changes.base);
            json.member(u"reason", request.changes.reason);
            json.member(u"changes", qint64(request.changes.changes.size()));
            json.endObject();
            console.data(json.take() + '\n');
        }
        return ExitStatus::Done;
    }
    for (const ApprovalRequest &request : *requests) {
        console.line(u"%1  %2  by %3, made on version %4, expires %5%6"_s.arg(
            QString::number(request.id), request.state, request.requester,
            QString::number(request.changes.base), toText(request.expires),
            request.changes.reason.isEmpty() ? QString() : u": "_s + request.changes.reason));
        printChanges(console, request.changes.changes);
    }
    return ExitStatus::Done;
}

Result<ExitStatus> decide(const DecideOptions &options, const Globals &globals, Console &console)
{
    if (Status reason = checkReason(options.reason); !reason)
        return failure(reason.error());
    const auto opened = openGuarded(globals, console);
    if (!opened)
        return failure(opened.error());
    PolicyStore &store = **opened;
    const Occasion when = occasion(text(options.reason));
    if (!options.approve) {
        if (Status refused = store.guard()->refuse(options.id, when); !refused)
            return failure(refused.error());
        console.changeIsMade();
        console.line(u"request %1 is refused"_s.arg(options.id));
        return ExitStatus::Done;
    }
    Result<Snapshot> approved = store.guard()->approve(options.id, when);
    if (!approved && needsConfirmation(approved.error())) {
        const QByteArray digest = operationDigest(u"request.approve"_s, QString::number(options.id));
        if (Status given = confirm(store, globals.signIn, digest, approved.error()); !given)
            return failure(given.error());
        approved =
            store.guard()->approve(options.id, occasion(text(options.reason))); // later than the confirmation
    }
    if (!approved)
        return failure(approved.error());
    console.changeIsMade();
    console.line(
        u"request %1 is approved; the store is at version %2"_s.arg(options.id).arg(approved->version));
    return ExitStatus::Done;
}

void addDecision(CLI::App &command, const char *name, const char *description, bool approve, Chosen &chosen)
{
    CLI::App *sub = command.add_subcommand(name, description);
    const auto options = std::make_shared<DecideOptions>();
    options->approve = approve;
    sub->add_option("REQUEST", options->id, "Its number")->required();
    sub->add_option("--reason", options->reason, "Why, for the audit trail")->type_name("TEXT");
    sub->callback([&chosen, options] {
        chosen.action = [options](const Globals &globals, Console &console) {
            return decide(*options, globals, console);
        };
    });
}

} // namespace

void addRequestCommands(CLI::App &app, Chosen &chosen)
{
    CLI::App *command = app.add_subcommand(
        "request", "Change sets that wait for a second person: list, approve or refuse them");
    command->group("Changes");
    command->require_subcommand(1);
    CLI::App *listCommand = command->add_subcommand("list", "What waits, and what became of the others");
    listCommand->callback([&chosen] {
        chosen.action = [](const Globals &globals, Console &console) { return list(globals, console); };
    });
    addDecision(*command, "approve", "Approve a request of somebody else; the last approval applies it", true,
                chosen);
    addDecision(*command, "refuse", "Refuse a request, or withdraw one's own", false, chosen);
}

} // namespace rolewright::cli
