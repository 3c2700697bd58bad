// SPDX-License-Identifier: Apache-2.0
// Passwords of people, and tokens of applications.
#include "app/server/routes.h"

#include "app/server/changesets.h"
#include "app/server/problem.h"
#include "core/admin/changereview.h"
#include "core/base/json.h"
#include "core/security/applicationtoken.h"

#include <algorithm>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BodyLimit = 16 << 10;
constexpr qsizetype SeedSize = 20; // bytes
constexpr qsizetype RecoveryHashSize = 32;
constexpr qsizetype MostRecoveryCodes = 100;
constexpr qsizetype TokenHashSize = 32;

void write(JsonWriter &json, const ApplicationToken &token)
{
    json.beginObject();
    json.member(u"id", QString::number(token.id));
    json.member(u"user", token.user);
    json.member(u"name", token.name);
    json.member(u"scope", token.scope.join(u' '));
    json.member(u"created", toText(token.created));
    json.member(u"expires", toText(token.expires));
    if (token.lastUse)
        json.member(u"lastUse", toText(*token.lastUse));
    json.endObject();
}

void list(const Call &call)
{
    call.onStore([call](PolicyStore &store) {
        const Result<QList<ApplicationToken>> tokens = store.guard()->tokens();
        const Result<QList<CredentialState>> people = store.guard()->credentials();
        if (!tokens || !people) {
            call.reply(toResponse(!tokens ? tokens.error() : people.error()));
            return;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.key(u"tokens");
        json.beginArray();
        for (const ApplicationToken &token : *tokens)
            write(json, token);
        json.endArray();
        json.key(u"passwords");
        json.beginArray();
        for (const CredentialState &state : *people) {
            json.beginObject();
            json.member(u"user", state.user);
            json.member(u"hasCode", state.hasCode);
            json.member(u"recoveryCodes", state.recoveryCodes);
            json.endObject();
        }
        json.endArray();
        json.endObject();
        call.reply(jsonResponse(json.take()));
    });
}

ServerResponse refused(const Error &error, const QString &operation, const QString &what)
{
    return needsConfirmation(error) ? confirmationAsked(error, operationDigest(operation, what))
                                    : toResponse(error);
}

// What was signed in with the password before is over, also where it only reads.
void setPassword(Sessions &sessions, const Call &call, const QString &user, const QString &password)
{
    QByteArray utf8 = password.toUtf8();
    const auto secret = std::make_shared<Secret>(Secret::taking(utf8));
    call.onStore([call, user, secret, &sessions](PolicyStore &store) {
        const Status set = store.guard()->setPassword(user, *secret, call.occasion());
        if (set)
            sessions.signOutUser(user);
        const QString operation = call.session->user() == user ? u"credential.change"_s : u"credential.set"_s;
        call.reply(set ? ServerResponse{204, {}, {}, nullptr} : refused(set.error(), operation, user));
    });
}

Result<ApplicationToken> tokenFrom(const QHash<QString, QString> &members, Instant now)
{
    ApplicationToken token;
    token.user = members.value(u"user"_s);
    token.name = members.value(u"name"_s);
    token.scope = members.value(u"scope"_s, u"evaluation"_s).split(u' ', Qt::SkipEmptyParts);
    token.created = now;
    token.expires = {now.msecs + ApplicationTokenLife};
    if (members.contains(u"expires"_s)) {
        const std::optional<Instant> expires = parseDocumentTime(members.value(u"expires"_s));
        if (!expires)
            return failure(ErrorCode::Invalid, u"\"expires\" must be a time such as 2027-01-01T00:00:00Z."_s);
        token.expires = *expires;
    }
    if (members.contains(u"hash"_s)) {
        token.hash = QByteArray::fromHex(members.value(u"hash"_s).toLatin1());
        if (token.hash.size() != TokenHashSize || members.value(u"hash"_s).size() != 2 * TokenHashSize)
            return failure(
                ErrorCode::Invalid,
                u"\"hash\" must be the SHA-256 of a token that you made, in 64 hexadecimal digits."_s);
    }
    return token;
}

void give(const Services &services, const Call &call)
{
    if (!isJson(call.request)) {
        call.reply(notJson());
        return;
    }
    const Result<QHash<QString, QString>> members = readMembers(
        call.request.body,
        {u"user"_s, u"password?"_s, u"name?"_s, u"scope?"_s, u"expires?"_s, u"replaces?"_s, u"hash?"_s});
    if (!members) {
        call.reply(toResponse(members.error()));
        return;
    }
    if (members->contains(u"password"_s) == members->contains(u"name"_s)) {
        call.reply(toResponse(Problem{
            400,
            {},
            u"Send \"user\" with a new \"password\", or with the \"name\" of a token of an application."_s}));
        return;
    }
    if (members->contains(u"password"_s)) {
        setPassword(services.sessions, call, members->value(u"user"_s), members->value(u"password"_s));
        return;
    }
    Result<ApplicationToken> token = tokenFrom(*members, call.now);
    bool isNumber = true;
    const qint64 replaces =
        members->contains(u"replaces"_s) ? members->value(u"replaces"_s).toLongLong(&isNumber) : 0;
    if (!token || !isNumber) {
        call.reply(!token ? toResponse(token.error())
                          : toResponse(Problem{400, {}, u"\"replaces\" must be the id of a token."_s}));
        return;
    }
    QByteArray text;
    if (token->hash.isEmpty()) {
        text = newApplicationToken();
        token->hash = hashOfToken(text);
    }
    call.onStore([call, text, token = *token, replaces, &table = services.tokens](PolicyStore &store) {
        const Result<qint64> added = store.guard()->addToken(token, replaces, call.occasion());
        if (!added) {
            call.reply(refused(added.error(), u"token.add"_s, token.user));
            return;
        }
        if (const Status read = table.read(store); !read) {
            call.reply(toResponse(read.error()));
            return;
        }
        JsonWriter json(JsonWriter::Layout::OneLine);
        json.beginObject();
        json.member(u"id", QString::number(*added));
        if (!text.isEmpty())
            json.member(u"token", QString::fromLatin1(text)); // never again
        json.member(u"expires", toText(token.expires));
        json.endObject();
        ServerResponse response = jsonResponse(json.take(), 201);
        response.headers.emplaceBack("Location", "/api/v1/credentials/" + QByteArray::number(*added));
        call.reply(response);
    });
}

void take(TokenTable &table, const Call &call)
{
    bool isNumber = false;
    const qint64 id = call.parameters.value("id").toLongLong(&isNumber);
    if (!isNumber) {
        call.reply(toResponse(Problem{404, {}, u"There is no such token."_s}));
        return;
    }
    call.onStore([call, id, &table](PolicyStore &store) {
        Status removed = store.guard()->removeToken(id, call.occasion());
        if (removed)
            removed = table.read(store);
        call.reply(removed ? ServerResponse{204, {}, {}, nullptr}
                           : refused(removed.error(), u"token.remove"_s, QString::number(id)));
    });
}

void takePassword(Sessions &sessions, const Call &call)
{
    const QString user = QString::fromUtf8(call.parameters.value("user"));
    call.onStore([call, user, &sessions](PolicyStore &store) {
        const Status removed = store.guard()->removeCredential(user, call.occasion());
        if (removed)
            sessions.signOutUser(user);
        call.reply(removed ? ServerResponse{204, {}, {}, nullptr}
                           : refused(removed.error(), u"credential.remove"_s, user));
    });
}

// The client made the seed and the recovery codes, and has shown them: the codes themselves are nowhere here.
void setCode(const Call &call)
{
    if (!isJson(call.request)) {
        call.reply(notJson());
        return;
    }
    const Result<QHash<QString, QString>> members =
        readMembers(call.request.body, {u"seed"_s, u"code"_s, u"recovery"_s});
    if (!members) {
        call.reply(toResponse(members.error()));
        return;
    }
    QByteArray seed = QByteArray::fromHex(members->value(u"seed"_s).toLatin1());
    const auto secret = std::make_shared<Secret>(Secret::taking(seed));
    QByteArrayList recovery;
    for (const QString &hash : members->value(u"recovery"_s).split(u' ', Qt::SkipEmptyParts))
        recovery.append(QByteArray::fromHex(hash.toLatin1()));
    const bool areHashes = std::all_of(recovery.begin(), recovery.end(), [](const QByteArray &hash) {
        return hash.size() == RecoveryHashSize;
    });
    if (secret->size() != SeedSize || recovery.size() > MostRecoveryCodes || !areHashes) {
        call.reply(toResponse(Problem{
            400,
            {},
            u"Send a \"seed\" of 20 bytes and at most 100 hashes of \"recovery\" codes, in hexadecimal."_s}));
        return;
    }
    call.onStore([call, secret, recovery, code = members->value(u"code"_s)](PolicyStore &store) {
        const Status set = store.guard()->setCode(*secret, code, recovery, call.occasion());
        call.reply(set ? ServerResponse{204, {}, {}, nullptr}
                       : refused(set.error(), u"code.change"_s, call.session->user()));
    });
}

void takeCode(const Call &call)
{
    const QString user = QString::fromUtf8(call.parameters.value("user"));
    call.onStore([call, user](PolicyStore &store) {
        const Status removed = store.guard()->removeCode(user, call.occasion());
        const QString operation = call.session->user() == user ? u"code.change"_s : u"code.remove"_s;
        call.reply(removed ? ServerResponse{204, {}, {}, nullptr}
                           : refused(removed.error(), operation, user));
    });
}

} // namespace

Status addCredentialRoutes(Router &router, const Services &services)
{
    const QList<Route> routes{
        {"GET", "/api/v1/credentials", Admission::right(u"token.add"_s), 0, list},
        {"POST", "/api/v1/credentials", Admission::signedIn(), BodyLimit,
         [&services](const Call &call) { give(services, call); }},
        {"DELETE", "/api/v1/credentials/{id}", Admission::signedIn(), 0,
         [table = &services.tokens](const Call &call) { take(*table, call); }},
        {"DELETE", "/api/v1/passwords/{user}", Admission::signedIn(), 0,
         [&services](const Call &call) { takePassword(services.sessions, call); }},
        {"POST", "/api/v1/codes", Admission::signedIn(), BodyLimit, setCode},
        {"DELETE", "/api/v1/codes/{user}", Admission::signedIn(), 0, takeCode},
    };
    return router.add(routes);
}

} // namespace rolewright::server
