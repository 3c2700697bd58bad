// SPDX-License-Identifier: Apache-2.0
// Change sets that wait for a second person.
#include "app/server/routes.h"

#include "app/server/changesets.h"
#include "app/server/problem.h"
#include "core/admin/changereview.h"
#include "core/exchange/policyjson.h"

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

void write(JsonWriter &json, const ApprovalRequest &request)
{
    json.beginObject();
    json.member(u"id", request.id);
    json.member(u"requester", request.requester);
    json.member(u"asked", toText(request.asked));
    json.member(u"expires", toText(request.expires));
    json.member(u"state", request.state);
    json.key(u"approvedBy");
    json.beginArray();
    for (const QString &user : request.approvedBy)
        json.value(user);
    json.endArray();
    if (!request.note.isEmpty())
        json.member(u"note", request.note);
    json.member(u"overridesTests", request.overridesTests);
    json.key(u"changeSet");
    const Result<JsonDocument> changes =
        JsonDocument::parse(writeChangeSet(request.changes, JsonWriter::Layout::OneLine));
    json.value(changes->root());
    json.endObject();
}

void list(const Call &call)
{
    call.onStore([call](PolicyStore &store) {
        const Result<QList<ApprovalRequest>> requests = store.guard()->requests(call.now);
        if (!requests) {
            call.reply(toResponse(requests.error()));
            return;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.key(u"requests");
        json.beginArray();
        for (const ApprovalRequest &request : *requests)
            write(json, request);
        json.endArray();
        json.endObject();
        call.reply(jsonResponse(json.take()));
    });
}

void ask(const Call &call)
{
    const Result<PostedChanges> posted = readPosted(call);
    if (!posted) {
        call.reply(refusedPost(posted.error()));
        return;
    }
    call.onStore([call, posted = *posted](PolicyStore &store) {
        const Result<ChangeSet> changes = completedPost(store, posted);
        const Result<qint64> asked = changes ? store.guard()->ask(*changes, posted.context(call))
                                             : Result<qint64>(failure(changes.error()));
        if (!asked) {
            call.reply(refusedCommit(store, call, asked.error(), changes ? *changes : posted.changes,
                                     posted.overridesTests));
            return;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"id", *asked);
        json.endObject();
        ServerResponse response = jsonResponse(json.take(), 201);
        response.headers.emplaceBack("Location", "/api/v1/requests/" + QByteArray::number(*asked));
        call.reply(response);
    });
}

void decideOn(const Services &services, const Call &call)
{
    if (!isJson(call.request)) {
        call.reply(notJson());
        return;
    }
    const Result<QHash<QString, QString>> members =
        readMembers(call.request.body, {u"decision"_s, u"note?"_s});
    if (!members) {
        call.reply(toResponse(members.error()));
        return;
    }
    const QString decision = members->value(u"decision"_s);
    bool isNumber = false;
    const qint64 id = call.parameters.value("id").toLongLong(&isNumber);
    if (!isNumber || (decision != "approve"_L1 && decision != "refuse"_L1)) {
        call.reply(toResponse(
            Problem{400, {}, u"\"decision\" must be \"approve\" or \"refuse\", of a request's number."_s}));
        return;
    }
    const Occasion occasion = call.occasion(members->value(u"note"_s));
    call.onStore([call, id, occasion, isApproval = decision == "approve"_L1, &services](PolicyStore &store) {
        if (!isApproval) {
            const Status refused = store.guard()->refuse(id, occasion);
            call.reply(refused ? ServerResponse{204, {}, {}, nullptr} : toResponse(refused.error()));
            return;
        }
        const Result<Snapshot> approved = store.guard()->approve(id, occasion);
        if (approved) {
            services.feed.publish(*approved);
            services.redis.settle(services.feed.served(), [call, tag = etagOf(approved->version)] {
                call.reply({204, {{"ETag", tag}}, {}, nullptr});
            });
        } else if (needsConfirmation(approved.error())) {
            call.reply(confirmationAsked(approved.error(),
                                         operationDigest(u"request.approve"_s, QString::number(id))));
        } else {
            call.reply(toResponse(approved.error()));
        }
    });
}

} // namespace

Status addRequestRoutes(Router &router, const Services &services)
{
    const QList<Route> routes{
        {"GET", "/api/v1/requests", Admission::right(u"policy.read"_s), 0, list},
        {"POST", "/api/v1/requests", Admission::signedIn(), PostedChanges::Limit,
         [](const Call &call) { offThread([call] { ask(call); }); }}, // reading a large one takes long
        // By who asked it is a withdrawal, which needs no right; the guard knows who did.
        {"POST", "/api/v1/requests/{id}/approval", Admission::signedIn(), 16 << 10,
         [&services](const Call &call) { decideOn(services, call); }},
    };
    return router.add(routes);
}

} // namespace rolewright::server
