// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgresserverguard.h"

#include "core/store/sql/postgresguard.h"
#include "core/store/sql/postgresstore.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

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

Status PostgresServerGuard::look(const Guess &guess, const Occasion &occasion, const Succeed &succeed)
{
    const Result<bool> byLogin = usesLogin(guess.user);
    if (!byLogin)
        return failure(byLogin.error());
    if (!*byLogin)
        return SqlGuard::look(guess, occasion, succeed);
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
        return succeed(head, id, {{}, ByLogin, {}, 0});
    });
    return status && isWrong ? failGuess(guess, occasion) : status;
}

Status PostgresServerGuard::setCode(const Secret &seed, const QString &code, const QByteArrayList &recovery,
                                    const Occasion &occasion)
{
    if (m_session && m_session->generation == ByLogin) {
        return failure(ErrorCode::Usage,
                       u"One-time codes go with a password of the server, and you signed in with your database "
                       u"login. Nothing was changed: set yourself a password on the server, and sign in with it."_s,
                       m_postgres.m_location.text());
    }
    return SqlGuard::setCode(seed, code, recovery, occasion);
}

Result<QString> PostgresServerGuard::signedInUser(const Policy &policy)
{
    if (!m_session || m_session->generation != ByLogin)
        return SqlGuard::signedInUser(policy);
    const User *user = policy.users().find(m_session->user);
    const Result<std::optional<Credential>> credential =
        GuardRows(*m_postgres.m_database).credential(m_session->user);
    const Result<QSet<QString>> logins = administratorLogins(*m_postgres.m_database, m_postgres.m_location);
    if (!credential || !logins)
        return failure(!credential ? credential.error() : logins.error());
    if (user && user->active && !*credential && logins->contains(user->id))
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
