// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgresserverguard.h"

#include "core/store/sql/postgresguard.h"
#include "core/store/sql/postgresstore.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Done = u"done"_s;
constexpr qint64 ByLogin = 0; // the generation of no credential

} // namespace

PostgresServerGuard::PostgresServerGuard(PostgresStore &store)
    : SqlGuard(store)
    , m_postgres(store)
{
}

// A credential in the store comes first.
Result<bool> PostgresServerGuard::usesLogin(const QString &user)
{
    const Result<Snapshot> newest = m_postgres.load();
    if (!newest)
        return failure(newest.error());
    const Result<std::optional<Credential>> credential =
        GuardRows(*m_postgres.m_database).credential(newest->policy.users().idOf(user));
    if (!credential)
        return failure(credential.error());
    const Result<QSet<QString>> logins = administratorLogins(*m_postgres.m_database, m_postgres.m_location);
    if (!logins)
        return failure(logins.error());
    return !*credential && logins->contains(user);
}

Status PostgresServerGuard::lookAtLogin(const Guess &guess, const Occasion &occasion,
                                        const std::function<Status(Head &, UserId)> &succeed)
{
    const Result<Credential> nobody = beginGuess(guess.user, occasion);
    if (!nobody)
        return failure(nobody.error());
    // It takes as long as with a credential.
    const bool matches = verifyPassword(nobody->password, guess.proof.password);
    Q_UNUSED(matches)
    if (Status proven = provePassword(m_postgres.m_location, guess.user, guess.proof.password); !proven)
        return proven.error().code == ErrorCode::NotPermitted ? failGuess(guess, occasion) : proven;
    bool isWrong = false;
    const Status status = writing([&](Head &head, const Snapshot &newest) -> Status {
        const UserId id = newest.policy.users().idOf(guess.user);
        isWrong = !id.isValid() || !newest.policy.users().at(id).active;
        if (isWrong)
            return {};
        if (Status reset = GuardRows(*m_postgres.m_database).setAttempts(u"sign-in "_s + guess.user, {});
            !reset)
            return reset;
        return succeed(head, id);
    });
    return status && isWrong ? failGuess(guess, occasion) : status;
}

Status PostgresServerGuard::signIn(const QString &user, const Proof &proof, const Occasion &occasion)
{
    m_session.reset();
    const Result<bool> byLogin = usesLogin(user);
    if (!byLogin)
        return failure(byLogin.error());
    if (!*byLogin)
        return SqlGuard::signIn(user, proof, occasion);
    const QString kind = u"session.open"_s;
    std::optional<Session> session;
    const Status status =
        lookAtLogin({user, proof, Needs::Password, kind}, occasion, [&](Head &head, UserId id) {
            session = Session{id, ByLogin};
            return append(head, {user, kind, u"user/"_s + user, u"sign in"_s, Done}, occasion);
        });
    if (status)
        m_session = session;
    return status;
}

Status PostgresServerGuard::confirm(const QByteArray &digest, const Proof &proof, const Occasion &occasion)
{
    if (!m_session || m_session->generation != ByLogin)
        return SqlGuard::confirm(digest, proof, occasion);
    const Result<Snapshot> newest = m_postgres.load();
    if (!newest)
        return failure(newest.error());
    const Result<QString> user = signedInUser(newest->policy);
    if (!user)
        return failure(user.error());
    const QString kind = u"session.confirm"_s;
    return lookAtLogin({*user, proof, Needs::Password, kind}, occasion, [&](Head &head, UserId id) -> Status {
        if (Status added = GuardRows(*m_postgres.m_database)
                               .addConfirmation(id, digest, {occasion.time.msecs + ConfirmationLife});
            !added)
            return added;
        return append(head,
                      {*user, kind, u"user/"_s + *user,
                       u"confirm %1"_s.arg(QString::fromLatin1(digest.toHex().left(16))), Done},
                      occasion);
    });
}

Result<QString> PostgresServerGuard::signedInUser(const Policy &policy)
{
    if (!m_session || m_session->generation != ByLogin)
        return SqlGuard::signedInUser(policy);
    const User *user = policy.users().find(m_session->user);
    const Result<QSet<QString>> logins = administratorLogins(*m_postgres.m_database, m_postgres.m_location);
    if (!logins)
        return failure(logins.error());
    if (user && user->active && logins->contains(user->id))
        return user->id;
    m_session.reset();
    return SqlGuard::signedInUser(policy);
}

Result<QSet<UserId>> PostgresServerGuard::usersWhoCanSignIn(const Policy &policy)
{
    Result<QSet<UserId>> users = SqlGuard::usersWhoCanSignIn(policy);
    if (!users)
        return users;
    const Result<QSet<QString>> logins = administratorLogins(*m_postgres.m_database, m_postgres.m_location);
    if (!logins)
        return failure(logins.error());
    for (const QString &login : *logins) {
        if (const UserId id = policy.users().idOf(login); id.isValid())
            users->insert(id);
    }
    return users;
}

Result<QList<CredentialState>> PostgresServerGuard::credentials()
{
    Result<QList<CredentialState>> states = SqlGuard::credentials();
    if (!states)
        return states;
    const Result<Snapshot> newest = m_postgres.load();
    if (!newest)
        return failure(newest.error());
    const Result<QSet<UserId>> able = usersWhoCanSignIn(newest->policy);
    if (!able)
        return failure(able.error());
    for (const UserId id : *able) {
        const CredentialState byLogin{newest->policy.users().at(id).id, false, 0};
        const auto place = std::lower_bound(
            states->begin(), states->end(), byLogin,
            [](const CredentialState &a, const CredentialState &b) { return a.user < b.user; });
        if (place == states->end() || place->user != byLogin.user)
            states->insert(place, byLogin);
    }
    return states;
}

Result<qint64> PostgresServerGuard::erase(const QString &, const Occasion &)
{
    return failure(
        ErrorCode::Usage,
        u"Only the owner of the database may remove what is recorded. Nothing was changed: erase with "
        u"\"rolewrightctl log erase\" and the owner's login."_s,
        m_postgres.m_location.text());
}

Result<StoreGuard::Archived> PostgresServerGuard::archive(Instant, const QString &, const CommitContext &)
{
    return failure(ErrorCode::Usage,
                   u"The records of a store in a database are never removed by Rolewright. Nothing was "
                   u"changed: only the "
                   u"owner of the database could."_s,
                   m_postgres.m_location.text());
}

} // namespace rolewright
