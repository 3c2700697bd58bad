// SPDX-License-Identifier: Apache-2.0
#include "core/store/http/httpguard.h"

#include "core/exchange/policyjson.h"
#include "core/store/commitcheck.h"
#include "core/store/http/serverjson.h"

#include <QUrl>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> onTheServer(const QString &place)
{
    return failure(ErrorCode::Usage,
                   u"This is not done over HTTP. Nothing was changed: do it where the server runs, with "
                   u"rolewrightctl on the "
                   u"store that it serves."_s,
                   place);
}

Status toStatus(const Result<HttpResponse> &response)
{
    return response ? Status() : Status(failure(response.error()));
}

QString encoded(const QString &part)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

} // namespace

Status HttpGuard::enrolFirst(const QString &, const Secret &, const Occasion &)
{
    return failure(ErrorCode::NotPermitted,
                   u"The store is guarded already. Nothing was changed: sign in as an administrator."_s,
                   m_link.place());
}

Status HttpGuard::enrolKey(const QByteArray &, const Occasion &)
{
    return onTheServer(m_link.place());
}

Status HttpGuard::rotateKeys(const StoreKeys &, const Occasion &)
{
    return onTheServer(m_link.place());
}

Status HttpGuard::acceptTrail(const QString &, const Proof &, const Occasion &)
{
    return onTheServer(m_link.place());
}

Status HttpGuard::recoverCode(const QString &, const Secret &, const Occasion &)
{
    return onTheServer(m_link.place());
}

Result<StoreGuard::Archived> HttpGuard::archive(Instant, const QString &, const CommitContext &)
{
    return onTheServer(m_link.place());
}

Status HttpGuard::seeArchive(const ArchiveProof &)
{
    return onTheServer(m_link.place());
}

Status HttpGuard::noteTokenUse(qint64, Instant)
{
    return onTheServer(m_link.place());
}

Status HttpGuard::signIn(const QString &user, const Proof &proof, const Occasion &)
{
    const auto call = m_link.call();
    return m_link.signIn(user, proof);
}

// Whoever may not read the policy is told that, and is signed in.
Status HttpGuard::checkSession()
{
    const Result<qint64> version = m_store.version();
    const bool isRefused = !version && version.error().code == ErrorCode::NotPermitted && !needsSignIn(version.error());
    return version || isRefused ? Status() : Status(failure(version.error()));
}

void HttpGuard::signOut()
{
    m_link.signOut();
    m_store.m_known.reset();
}

Result<HttpResponse> HttpGuard::post(const QString &path, const QList<std::pair<QString, QString>> &members)
{
    return post(path, members, {}, {});
}

Result<HttpResponse> HttpGuard::post(const QString &path, const QList<std::pair<QString, QString>> &members,
                                     const QString &secretName, const Secret &secret)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    for (const auto &[name, value] : members)
        json.member(name, value);
    if (!secretName.isEmpty()) {
        QString text = QString::fromUtf8(secret.data(), secret.size());
        json.member(secretName, text);
        text.fill(u'\0');
    }
    json.endObject();
    return m_link.send("POST", path, json.take());
}

Status HttpGuard::confirm(const QByteArray &digest, const Proof &proof, const Occasion &)
{
    const auto call = m_link.call();
    const QString path = u"/api/v1/session/confirmation"_s;
    const std::pair<QString, QString> bound(u"digest"_s, QString::fromLatin1(digest.toHex()));
    return toStatus(proof.code.isEmpty() ? post(path, {bound}, u"password"_s, proof.password)
                                         : post(path, {bound, {u"code"_s, proof.code}}));
}

Status HttpGuard::setPassword(const QString &user, const Secret &password, const Occasion &)
{
    const auto call = m_link.call();
    return toStatus(post(u"/api/v1/credentials"_s, {{u"user"_s, user}}, u"password"_s, password));
}

Status HttpGuard::removeCredential(const QString &user, const Occasion &)
{
    const auto call = m_link.call();
    return toStatus(m_link.send("DELETE", u"/api/v1/passwords/"_s + encoded(user)));
}

Result<QList<CredentialState>> HttpGuard::credentials()
{
    const auto call = m_link.call();
    return m_link.get(u"/api/v1/credentials"_s, readCredentials,
                      u"The server does not say who can sign in"_s);
}

// Of a token that was made here: the server gets no more of it than it keeps.
Result<qint64> HttpGuard::addToken(const ApplicationToken &token, qint64 replaces, const Occasion &)
{
    const auto call = m_link.call();
    QList<std::pair<QString, QString>> members{{u"user"_s, token.user},
                                               {u"name"_s, token.name},
                                               {u"scope"_s, token.scope.join(u' ')},
                                               {u"expires"_s, toText(token.expires)},
                                               {u"hash"_s, QString::fromLatin1(token.hash.toHex())}};
    if (replaces != 0)
        members.append({u"replaces"_s, QString::number(replaces)});
    const Result<HttpResponse> added = post(u"/api/v1/credentials"_s, members);
    if (!added && m_link.isUncertain())
        return failure(outcomeUnknown(
            u"The connection ended before the server said whether it has the token"_s, added.error()));
    if (!added)
        return failure(added.error());
    const Result<JsonDocument> document = objectOf(*added, m_link.place());
    const std::optional<qint64> id = document ? readId(document->root()) : std::nullopt;
    if (!id)
        return failure(notThisServer(u"The server does not say which token it made"_s, m_link.place()));
    return *id;
}

Status HttpGuard::removeToken(qint64 id, const Occasion &)
{
    const auto call = m_link.call();
    return toStatus(m_link.send("DELETE", u"/api/v1/credentials/%1"_s.arg(id)));
}

Result<QList<ApplicationToken>> HttpGuard::tokens()
{
    const auto call = m_link.call();
    return m_link.get(u"/api/v1/credentials"_s, readTokens,
                      u"The server does not say which tokens there are"_s);
}

Status HttpGuard::setCode(const Secret &seed, const QString &code, const QByteArrayList &recovery,
                          const Occasion &)
{
    const auto call = m_link.call();
    QByteArray text = QByteArray(seed.data(), seed.size()).toHex();
    QByteArrayList hashes;
    for (const QByteArray &hash : recovery)
        hashes.append(hash.toHex());
    return toStatus(post(u"/api/v1/codes"_s,
                         {{u"code"_s, code}, {u"recovery"_s, QString::fromLatin1(hashes.join(' '))}},
                         u"seed"_s, Secret::taking(text)));
}

Status HttpGuard::removeCode(const QString &user, const Occasion &)
{
    const auto call = m_link.call();
    return toStatus(m_link.send("DELETE", u"/api/v1/codes/"_s + encoded(user)));
}

Result<qint64> HttpGuard::erase(const QString &user, const Occasion &)
{
    const auto call = m_link.call();
    return numberOf(post(u"/api/v1/audit/erasure"_s, {{u"user"_s, user}}), u"erased");
}

Status HttpGuard::perform(const QString &operation, const QString &what, const Occasion &)
{
    const auto call = m_link.call();
    return toStatus(post(u"/api/v1/session/operation"_s, {{u"operation"_s, operation}, {u"what"_s, what}}));
}

Result<qint64> HttpGuard::numberOf(const Result<HttpResponse> &response, QStringView name) const
{
    if (!response)
        return failure(response.error());
    const Result<JsonDocument> document = objectOf(*response, m_link.place());
    const std::optional<qint64> number = document ? readNumber(document->root(), name) : std::nullopt;
    if (!number)
        return failure(notThisServer(u"The server does not say what it did"_s, m_link.place()));
    return *number;
}

Result<qint64> HttpGuard::ask(const ChangeSet &changes, const CommitContext &context)
{
    const auto call = m_link.call();
    ChangeSet identified = changes;
    if (identified.operation.isNull())
        identified.operation = QUuid::createUuid();
    const Result<HttpResponse> asked =
        m_link.send("POST", u"/api/v1/requests"_s + queryOf(context),
                    writeChangeSet(identified, JsonWriter::Layout::OneLine), headersOf(identified));
    if (asked || !m_link.isUncertain())
        return numberOf(asked, u"id");
    m_link.goOn();
    const Result<QList<ApprovalRequest>> all = requests(context.time);
    if (!all)
        return failure(outcomeUnknown(
            u"The connection ended before the server said whether it has the request"_s, all.error()));
    for (const ApprovalRequest &request : *all) {
        if (request.changes.operation == identified.operation)
            return request.id;
    }
    return failure(asked.error());
}

Result<QList<ApprovalRequest>> HttpGuard::requests(Instant)
{
    const auto call = m_link.call();
    return m_link.get(u"/api/v1/requests"_s, readRequests,
                      u"The server does not say what waits for an approval"_s);
}

Status HttpGuard::decide(qint64 id, const QString &decision, const QString &note)
{
    QList<std::pair<QString, QString>> members{{u"decision"_s, decision}};
    if (!note.isEmpty())
        members.append({u"note"_s, note});
    return toStatus(post(u"/api/v1/requests/%1/approval"_s.arg(id), members));
}

Result<Snapshot> HttpGuard::approve(qint64 id, const Occasion &occasion)
{
    const auto call = m_link.call();
    if (const Status approved = decide(id, u"approve"_s, occasion.reason); !approved)
        return failure(m_link.isUncertain() ? cutOff(approved.error()) : approved.error());
    return m_store.afterwards();
}

Status HttpGuard::refuse(qint64 id, const Occasion &occasion)
{
    const auto call = m_link.call();
    return decide(id, u"refuse"_s, occasion.reason);
}

} // namespace rolewright
