// SPDX-License-Identifier: Apache-2.0
// The newest policy, what changes it, and the news of that.
#include "app/server/routes.h"

#include "app/server/changesets.h"
#include "app/server/problem.h"
#include "core/admin/adminregistry.h"
#include "core/exchange/policyjson.h"

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

void sendPolicy(const Call &call)
{
    const QByteArray tag = etagOf(call.served->version);
    if (call.request.header("If-None-Match") == tag) {
        call.reply({304, {{"ETag", tag}}, {}, nullptr});
        return;
    }
    if (call.request.method == "HEAD") { // polled: nothing is written for it
        call.reply({200, {{"ETag", tag}}, {}, nullptr});
        return;
    }
    const auto accepts = [&](const char *header, const char *what) {
        return call.request.header(header).value_or(QByteArray()).contains(what);
    };
    const bool isCbor = accepts("Accept", "application/cbor");
    const bool deflate = !isCbor && accepts("Accept-Encoding", "deflate");
    ServerResponse response;
    if (isCbor)
        response = {200, {{"Content-Type", "application/cbor"}}, call.served->cbor(), nullptr};
    else
        response = jsonResponse(deflate ? call.served->deflated() : call.served->document());
    response.headers.emplaceBack("ETag", tag);
    response.headers.emplaceBack("Vary", "Accept, Accept-Encoding");
    if (deflate)
        response.headers.emplaceBack("Content-Encoding", "deflate");
    call.reply(response);
}

void apply(PolicyStore &store, const Call &call, const PostedChanges &posted, const Services &services)
{
    if (const std::optional<ServerResponse> refused = refusedReuse(store, call, posted)) {
        call.reply(*refused);
        return;
    }
    const Result<ChangeSet> changes = completedPost(store, posted);
    const Result<Snapshot> made =
        changes ? store.commit(*changes, posted.context(call)) : Result<Snapshot>(failure(changes.error()));
    if (!made) {
        call.reply(refusedCommit(store, call, made.error(), changes ? *changes : posted.changes,
                                 posted.overridesTests));
        return;
    }
    // Before the answer: whoever asks after it is decided by it.
    services.feed.publish(*made);
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"version", made->version);
    json.member(u"operation", changes->operation.toString(QUuid::WithoutBraces));
    json.endObject();
    ServerResponse response = jsonResponse(json.take());
    response.headers.emplaceBack("ETag", etagOf(made->version));
    services.redis.settle(services.feed.served(), [call, response] { call.reply(response); });
}

void postChanges(const Services &services, const Call &call)
{
    const Result<PostedChanges> posted = readPosted(call);
    if (!posted) {
        call.reply(refusedPost(posted.error()));
        return;
    }
    call.onStore(
        [call, posted = *posted, &services](PolicyStore &store) { apply(store, call, posted, services); });
}

// As long as a request with the same token would be answered: who signs out, loses the right or gets the next
// token does not hear on by this one.
void listen(const Services &services, const Call &call)
{
    const auto isAdmitted = [&services, token = bearerToken(call.request)] {
        const Instant now = Instant::now();
        const std::shared_ptr<ServerSession> session = services.sessions.find(token, now);
        const std::shared_ptr<const ServedPolicy> served = services.feed.served();
        return session && session->userIn(served->index.policy())
            && mayPerform(served->index, {session->user(), {}, {}}, u"policy.read"_s, now);
    };
    const std::shared_ptr<HttpStream> stream =
        services.events.listen(call.served->version, call.session, isAdmitted);
    if (stream)
        call.reply({200, {{"Content-Type", "text/event-stream"}}, {}, stream});
    else
        call.reply(toResponse(
            Problem{503, {}, u"Too many clients listen already. Ask for the policy's ETag instead."_s}));
}

} // namespace

Status addPolicyRoutes(Router &router, const Services &services)
{
    const Admission read = Admission::right(u"policy.read"_s);
    const QList<Route> routes{
        {"GET", "/api/v1/policy", read, 0,
         [](const Call &call) { offThread([call] { sendPolicy(call); }); }}, // written for who comes first
        // What the change set needs is up to what it changes: the store's guard decides in its transaction.
        {"POST", "/api/v1/changesets", Admission::signedIn(), PostedChanges::Limit,
         [&services](const Call &call) { offThread([&services, call] { postChanges(services, call); }); }},
        {"GET", "/api/v1/events", read, 0, [&services](const Call &call) { listen(services, call); }},
        {"GET", "/api/v1/presence", read, 0,
         [&services](const Call &call) { call.reply(jsonResponse(services.events.presence(call.session))); }},
    };
    return router.add(routes);
}

} // namespace rolewright::server
