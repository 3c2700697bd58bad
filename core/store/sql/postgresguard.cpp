// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgresguard.h"

#include "core/store/sql/postgresschema.h"
#include "core/store/sql/postgresstore.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Done = u"done"_s;

tl::unexpected<Error> ownersBusiness(const QString &place)
{
    return failure(ErrorCode::Usage,
                   u"The passwords of this store are those of its database logins. Nothing was changed: let "
                   u"the owner of "
                   u"the database set them, with \\password in psql."_s,
                   place);
}

tl::unexpected<Error> serversBusiness(const QString &place)
{
    return failure(
        ErrorCode::Usage,
        u"The tokens of applications are kept by the server of this store. Nothing was changed: ask the server."_s,
        place);
}

tl::unexpected<Error> serversKeys(const QString &place)
{
    return failure(ErrorCode::Usage,
                   u"The keys of this store and the one-time codes are the business of its server. Nothing was "
                   u"changed: sign in to the server for codes; change keys where it runs, with "
                   u"\"rolewrightctl --server-password-file\"."_s,
                   place);
}

} // namespace

Result<QSet<QString>> administratorLogins(Database &database, const PostgresLocation &location)
{
    QSet<QString> logins;
    Statement statement(database,
                        u"SELECT rolname FROM pg_roles WHERE rolcanlogin AND NOT rolsuper AND "
                        u"pg_has_role(oid, ?::name, 'USAGE') AND "
                        "coalesce(rolvaliduntil > now(), true)"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            logins.insert(row.text(0));
            return true;
        },
        PostgresRoles(location.database).administrator);
    if (!status)
        return failure(status.error());
    return logins;
}

Status provePassword(const PostgresLocation &location, const QString &login, const Secret &password)
{
    // Without one libpq would look for one elsewhere.
    if (password.isEmpty())
        return signInRefused();
    PostgresDatabase fresh(location);
    if (Status right = fresh.open(login, password); !right)
        return right.error().code == ErrorCode::NotPermitted ? Status(signInRefused()) : right;
    if (fresh.usedPassword())
        return {};
    return failure(ErrorCode::Usage,
                   u"The database server lets you in without a password, so nothing can be confirmed "
                   u"with one. Nothing was "
                   u"changed: have the owner of the database ask for passwords (scram-sha-256)."_s,
                   location.text());
}

PostgresGuard::PostgresGuard(PostgresStore &store)
    : SqlGuard(store)
    , m_postgres(store)
{
}

Status PostgresGuard::guardWithin(Head &head, const QString &administrator, const Occasion &occasion)
{
    if (Status status = GuardRows(*m_postgres.m_database).setGuarded(occasion.time); !status)
        return status;
    if (Status status = append(head,
                               {administrator, u"store.guard"_s, u"user/"_s + administrator,
                                u"guard the store; %1 administers it"_s.arg(administrator), Done},
                               occasion);
        !status)
        return status;
    return writeHead(*m_postgres.m_database, head);
}

Status PostgresGuard::enrolFirst(const QString &, const Secret &, const Occasion &)
{
    return failure(ErrorCode::NotPermitted,
                   u"The store is guarded already. Nothing was changed: sign in as an administrator."_s,
                   m_postgres.m_location.text());
}

// Asked before anybody has signed in, too.
Result<bool> PostgresGuard::isGuarded()
{
    if (Status ready = m_postgres.checkReady(); !ready)
        return failure(ready.error());
    return SqlGuard::isGuarded();
}

Result<QByteArrayList> PostgresGuard::sealingKeys()
{
    if (Status ready = m_postgres.checkReady(); !ready)
        return failure(ready.error());
    return SqlGuard::sealingKeys();
}

bool PostgresGuard::isSignedIn() const
{
    return PostgresLogins::find(m_postgres.m_location.text()) != nullptr;
}

void PostgresGuard::signOut()
{
    PostgresLogins::forget(m_postgres.m_location.text());
    m_postgres.close();
}

Status PostgresGuard::signIn(const QString &user, const Proof &proof, const Occasion &occasion)
{
    const QString place = m_postgres.m_location.text();
    const auto login =
        std::make_shared<const PostgresLogins::Login>(PostgresLogins::Login{user, proof.password.copy()});
    m_postgres.close();
    if (Status ready = m_postgres.signIn(login); !ready) {
        m_postgres.close();
        return ready;
    }
    // Only now: other sessions would try it, too.
    PostgresLogins::hold(place, login);
    if (m_postgres.m_postgres.isReadOnly())
        return {}; // who only reads leaves no trail
    const Status noted = writing([&](Head &head, const Snapshot &) {
        return append(head, {user, u"session.open"_s, u"user/"_s + user, u"sign in"_s, Done}, occasion);
    });
    return !noted && needsKeys(noted.error()) ? Status() : noted; // without them one only reads
}

Result<QString> PostgresGuard::signedInUser(const Policy &policy)
{
    const QString &login = m_postgres.m_postgres.user();
    const UserId id = policy.users().idOf(login);
    if (!id.isValid() || !policy.users().at(id).active) {
        return failure(
            ErrorCode::NotPermitted,
            u"The database login %1 is no active user of the policy. Nothing was changed: sign in as one who is."_s
                .arg(login),
            m_postgres.m_location.text());
    }
    m_session = Session{id, 0};
    return login;
}

Result<QSet<UserId>> PostgresGuard::usersWhoCanSignIn(const Policy &policy)
{
    const Result<QSet<QString>> logins = administratorLogins(*m_postgres.m_database, m_postgres.m_location);
    if (!logins)
        return failure(logins.error());
    QSet<UserId> users;
    for (const QString &login : *logins) {
        if (const UserId id = policy.users().idOf(login); id.isValid())
            users.insert(id);
    }
    return users;
}

// Before it is looked at; NotPermitted where it must wait.
Status PostgresGuard::countGuess(const QString &user, const Occasion &occasion)
{
    return writing([&](Head &, const Snapshot &newest) -> Status {
        GuardRows rows(*m_postgres.m_database);
        const QString counter = u"sign-in "_s + user;
        const Result<Attempts> attempts = rows.attempts(counter);
        if (!attempts)
            return failure(attempts.error());
        const Policy &policy = newest.policy;
        const Result<qint64> wait = longestWait(policy, policy.users().idOf(user), *attempts, occasion.time);
        if (!wait)
            return failure(wait.error());
        if (!mayTry(*attempts, occasion.time, *wait))
            return signInRefused();
        return rows.setAttempts(counter, tried(*attempts, occasion.time, *wait));
    });
}

Status PostgresGuard::look(const Guess &guess, const Occasion &occasion, const Succeed &succeed)
{
    const Result<Snapshot> newest = m_postgres.load();
    if (!newest)
        return failure(newest.error());
    const Result<QString> user = signedInUser(newest->policy);
    if (!user)
        return failure(user.error());
    if (Status counted = countGuess(*user, occasion); !counted)
        return counted;
    if (Status right = provePassword(m_postgres.m_location, *user, guess.proof.password); !right)
        return right.error().code == ErrorCode::NotPermitted ? failGuess(guess, occasion) : right;
    return writing([&](Head &head, const Snapshot &before) -> Status {
        const Result<QString> still = signedInUser(before.policy);
        if (!still)
            return failure(still.error());
        if (Status reset = GuardRows(*m_postgres.m_database).setAttempts(u"sign-in "_s + *user, {}); !reset)
            return reset;
        return succeed(head, m_session->user, {{}, m_session->generation, {}, 0});
    });
}

Status PostgresGuard::setPassword(const QString &, const Secret &, const Occasion &)
{
    return ownersBusiness(m_postgres.m_location.text());
}

Status PostgresGuard::removeCredential(const QString &, const Occasion &)
{
    return ownersBusiness(m_postgres.m_location.text());
}

Result<QList<CredentialState>> PostgresGuard::credentials()
{
    const Result<Snapshot> newest = m_postgres.load();
    if (!newest)
        return failure(newest.error());
    const Result<QSet<UserId>> able = usersWhoCanSignIn(newest->policy);
    if (!able)
        return failure(able.error());
    QList<CredentialState> states;
    for (const UserId user : *able)
        states.append({newest->policy.users().at(user).id, false, 0});
    std::sort(states.begin(), states.end(),
              [](const CredentialState &a, const CredentialState &b) { return a.user < b.user; });
    return states;
}

Result<qint64> PostgresGuard::addToken(const ApplicationToken &, qint64, const Occasion &)
{
    return serversBusiness(m_postgres.m_location.text());
}

Status PostgresGuard::removeToken(qint64, const Occasion &)
{
    return serversBusiness(m_postgres.m_location.text());
}

Result<QList<ApplicationToken>> PostgresGuard::tokens()
{
    return serversBusiness(m_postgres.m_location.text());
}

Status PostgresGuard::setCode(const Secret &, const QString &, const QByteArrayList &, const Occasion &)
{
    return serversKeys(m_postgres.m_location.text());
}

Status PostgresGuard::removeCode(const QString &, const Occasion &)
{
    return serversKeys(m_postgres.m_location.text());
}

Status PostgresGuard::recoverCode(const QString &, const Secret &, const Occasion &)
{
    return serversKeys(m_postgres.m_location.text());
}

Status PostgresGuard::rotateKeys(const StoreKeys &, const Occasion &)
{
    return serversKeys(m_postgres.m_location.text());
}

Status PostgresGuard::acceptTrail(const QString &, const Proof &, const Occasion &)
{
    return serversKeys(m_postgres.m_location.text());
}

// The roles of administrators cannot remove a row of the trail, whatever program they use.
Status PostgresGuard::checkOwner()
{
    if (Status ready = m_postgres.checkReady(); !ready)
        return ready;
    const QString owner = PostgresRoles(m_postgres.m_location.database).owner;
    qint64 isOwner = 0;
    Statement statement(*m_postgres.m_database, u"SELECT pg_has_role(?::name, 'MEMBER')::int"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            isOwner = row.integer(0);
            return false;
        },
        owner);
    if (!status || isOwner != 0)
        return status;
    return failure(ErrorCode::NotPermitted,
                   u"Only the owner of the database may remove what is recorded. Nothing was changed: sign "
                   u"in with a login that "
                   u"is a member of %1, too."_s.arg(owner),
                   m_postgres.m_location.text());
}

Status PostgresGuard::beginRemoving()
{
    const QString owner = PostgresRoles(m_postgres.m_location.database).owner;
    return m_postgres.m_postgres.run("SET LOCAL ROLE " + PostgresDatabase::quoted(owner));
}

Result<StoreGuard::Archived> PostgresGuard::archive(Instant before, const QString &path,
                                                    const CommitContext &context)
{
    const Status owns = checkOwner();
    return owns ? SqlGuard::archive(before, path, context) : Result<Archived>(failure(owns.error()));
}

Result<qint64> PostgresGuard::erase(const QString &user, const Occasion &occasion)
{
    const Status owns = checkOwner();
    return owns ? SqlGuard::erase(user, occasion) : Result<qint64>(failure(owns.error()));
}

} // namespace rolewright
