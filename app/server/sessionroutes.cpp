// SPDX-License-Identifier: Apache-2.0
// Signing in and out, and second confirmations.
#include "app/server/routes.h"

#include "app/server/changesets.h"
#include "app/server/problem.h"
#include "core/admin/adminregistry.h"
#include "core/admin/changereview.h"
#include "core/base/json.h"

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BodyLimit = 16 << 10;
constexpr qsizetype DigestSize = 32;

Secret secretOf(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    return Secret::taking(utf8);
}

ServerResponse toResponse(const Sessions::Tokens &tokens, Instant now)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"user", tokens.user);
    json.member(u"token", QString::fromLatin1(tokens.token));
    json.member(u"expiresIn", (tokens.expires.msecs - now.msecs) / 1000); // seconds
    json.member(u"refresh", QString::fromLatin1(tokens.refresh));
    json.endObject();
    return jsonResponse(json.take());
}

// 401 whatever was wrong: the guard says the same for a name, a password and too many guesses.
ServerResponse refusedSignIn(const Error &error)
{
    return error.code == ErrorCode::NotPermitted
        ? server::toResponse(Problem{401,
                                     needsCode(error) ? "code-needed" : "sign-in-refused",
                                     error.message,
                                     {},
                                     {{"WWW-Authenticate", "Bearer"}}})
        : server::toResponse(error);
}

void signIn(Sessions &sessions, const Call &call)
{
    if (!isJson(call.request)) {
        call.reply(notJson());
        return;
    }
    const Result<QHash<QString, QString>> members =
        readMembers(call.request.body, {u"user?"_s, u"password?"_s, u"code?"_s, u"refresh?"_s});
    if (!members) {
        call.reply(server::toResponse(members.error()));
        return;
    }
    if (members->contains(u"refresh"_s) == (members->contains(u"user"_s) || members->contains(u"password"_s))
        || members->contains(u"user"_s) != members->contains(u"password"_s)
        || (members->contains(u"refresh"_s) && members->contains(u"code"_s))) {
        call.reply(
            server::toResponse(Problem{400, {}, u"Send \"user\" and \"password\", or \"refresh\" alone."_s}));
        return;
    }
    const auto done = [reply = call.reply, now = call.now](const Result<Sessions::Tokens> &tokens) {
        reply(tokens ? toResponse(*tokens, now) : refusedSignIn(tokens.error()));
    };
    if (members->contains(u"refresh"_s))
        done(
            sessions.refresh(members->value(u"refresh"_s).toLatin1(), call.served->index.policy(), call.now));
    else
        sessions.signIn(members->value(u"user"_s), secretOf(members->value(u"password"_s)),
                        members->value(u"code"_s), call.occasion(), done);
}

void signOut(Sessions &sessions, const Call &call)
{
    const QByteArray token = bearerToken(call.request);
    if (sessions.signOut(token))
        call.reply(ServerResponse{204, {}, {}, nullptr});
    else if (sessions.find(token, call.now))
        call.reply(server::toResponse(
            Problem{403, "out-of-scope", u"This token is of no session, and ends where it was given."_s}));
    else
        call.reply(unauthorized());
}

void confirm(const Call &call)
{
    if (!isJson(call.request)) {
        call.reply(notJson());
        return;
    }
    const Result<QHash<QString, QString>> members =
        readMembers(call.request.body, {u"digest"_s, u"password?"_s, u"code?"_s});
    if (!members) {
        call.reply(server::toResponse(members.error()));
        return;
    }
    if (members->contains(u"password"_s) == members->contains(u"code"_s)) {
        call.reply(server::toResponse(Problem{400, {}, u"Confirm with \"password\", or with \"code\"."_s}));
        return;
    }
    const QByteArray given = members->value(u"digest"_s).toLatin1();
    const QByteArray digest = QByteArray::fromHex(given);
    if (digest.toHex() != given.toLower() || digest.size() != DigestSize) {
        call.reply(server::toResponse(
            Problem{400, {}, u"\"digest\" must be the 64 hexadecimal digits of the refusal."_s}));
        return;
    }
    const auto secret = std::make_shared<Secret>(secretOf(members->value(u"password"_s)));
    call.onStore([call, digest, secret, code = members->value(u"code"_s)](PolicyStore &store) {
        const Status confirmed = store.guard()->confirm(digest, {*secret, code}, call.occasion());
        call.reply(confirmed ? ServerResponse{204, {}, {}, nullptr} : refusedSignIn(confirmed.error()));
    });
}

// What a client does with what it read, such as an export: the right for it, its confirmation, and the trail.
void perform(const Call &call)
{
    if (!isJson(call.request)) {
        call.reply(notJson());
        return;
    }
    const Result<QHash<QString, QString>> members = readMembers(call.request.body, {u"operation"_s, u"what"_s});
    if (!members) {
        call.reply(server::toResponse(members.error()));
        return;
    }
    const QString operation = members->value(u"operation"_s);
    const AdminOperation *known = findAdminOperation(operation);
    if (!known || known->done == AdminOperation::Done::ByGuard) {
        call.reply(server::toResponse(Problem{
            400, {}, u"\"%1\" is nothing that a client does, such as policy.export."_s.arg(operation)}));
        return;
    }
    call.onStore([call, operation, what = members->value(u"what"_s)](PolicyStore &store) {
        const Status done = store.guard()->perform(operation, what, call.occasion());
        call.reply(done ? ServerResponse{204, {}, {}, nullptr}
                        : needsConfirmation(done.error())
                       ? confirmationAsked(done.error(), operationDigest(operation, what))
                       : server::toResponse(done.error()));
    });
}

} // namespace

Status addSessionRoutes(Router &router, const Services &services)
{
    const QList<Route> routes{
        {"POST", "/api/v1/session", Admission::nothing(), BodyLimit,
         [sessions = &services.sessions](const Call &call) { signIn(*sessions, call); }},
        // Needs nothing but the token, which may be over.
        {"DELETE", "/api/v1/session", Admission::nothing(), 0,
         [sessions = &services.sessions](const Call &call) { signOut(*sessions, call); }},
        {"POST", "/api/v1/session/confirmation", Admission::signedIn(), BodyLimit, confirm},
        // Which right it needs is up to the operation: the store's guard decides.
        {"POST", "/api/v1/session/operation", Admission::signedIn(), BodyLimit, perform},
    };
    return router.add(routes);
}

} // namespace rolewright::server
