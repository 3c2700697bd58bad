// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqliteguard.h"

#include "core/admin/administrators.h"
#include "core/admin/adminregistry.h"
#include "core/admin/changereview.h"
#include "core/store/sql/sqlstore.h"
#include "core/store/sql/trail.h"

#include <QRandomGenerator>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> notSignedIn()
{
    Error error = signInNeeded({});
    error.message =
        u"The store is guarded, and nobody is signed in, or not any more. Nothing was changed: sign in."_s;
    error.findings.first().message = u"Nobody is signed in."_s;
    return failure(error);
}

tl::unexpected<Error> unknownUser(const QString &user)
{
    return failure(ErrorCode::Invalid,
                   u"There is no user %1. Nothing was changed: add the user first."_s.arg(user));
}

// Not counted up: a password that is taken away and set again would begin anew, and bring an old session
// back.
qint64 newGeneration()
{
    return qint64(QRandomGenerator::system()->generate64() >> 1) | 1;
}

const QString Done = u"done"_s;
const QString Refused = u"refused"_s;

} // namespace

tl::unexpected<Error> signInRefused()
{
    return failure(ErrorCode::NotPermitted,
                   u"You are not signed in: the name or the password is wrong, or there were too many "
                   u"attempts. Check both, and "
                   u"after several attempts wait a while."_s);
}

Status SqliteGuard::writing(const std::function<Status(Head &, const Policy &)> &write)
{
    return m_store.writing(
        [&](Head &head, const Snapshot &newest) -> Status {
            if (Status status = write(head, newest.policy); !status)
                return status;
            return writeHead(*m_store.m_database, head);
        },
        SqlStore::Repeat::Once);
}

Status SqliteGuard::append(Head &head, const Event &event, const Occasion &occasion)
{
    AuditEvent record;
    record.time = occasion.time;
    record.actor = event.actor;
    record.origin = occasion.origin;
    record.reason = occasion.reason;
    record.action = event.action;
    record.target = event.target.isEmpty() ? u"policy"_s : event.target;
    record.summary = event.summary;
    record.result = event.result;
    return TrailWriter(*m_store.m_database, head).appendAlone(record, {record.target});
}

Result<bool> SqliteGuard::isGuarded()
{
    return GuardRows(*m_store.m_database).isGuarded();
}

Status SqliteGuard::enrolFirst(const QString &user, const Secret &password, const Occasion &occasion)
{
    if (const auto problem = problemOfPassword(password))
        return failure(ErrorCode::Invalid,
                       u"The password %1. Nothing was changed: choose another."_s.arg(*problem));
    const Result<QByteArray> hash = hashPassword(password);
    if (!hash)
        return failure(hash.error());
    return writing([&](Head &head, const Policy &policy) -> Status {
        GuardRows rows(*m_store.m_database);
        const Result<bool> guarded = rows.isGuarded();
        if (!guarded)
            return failure(guarded.error());
        if (*guarded)
            return failure(
                ErrorCode::NotPermitted,
                u"The store is guarded already. Nothing was changed: sign in as an administrator."_s);
        const UserId id = policy.users().idOf(user);
        if (!id.isValid())
            return unknownUser(user);
        if (Status kept = keepsAdministrators(
                PolicyIndex(policy), [&](UserId other) { return other == id; }, occasion.time);
            !kept)
            return kept;
        if (Status status = rows.setGuarded(occasion.time); !status)
            return status;
        if (Status status = rows.setCredential(id, {*hash, newGeneration()}); !status)
            return status;
        return append(head,
                      {user, u"store.guard"_s, u"user/"_s + user,
                       u"guard the store; %1 administers it"_s.arg(user), Done},
                      occasion);
    });
}

Result<QSet<UserId>> SqliteGuard::usersWhoCanSignIn(const Policy &)
{
    return GuardRows(*m_store.m_database).usersWithCredentials();
}

Status SqliteGuard::forget(UserId user)
{
    return GuardRows(*m_store.m_database).removeCredential(user);
}

Result<qint64> SqliteGuard::longestWait(const Policy &policy, UserId user, Instant now)
{
    const Result<QSet<UserId>> able = usersWhoCanSignIn(policy);
    if (!able)
        return failure(able.error());
    if (!able->contains(user))
        return LongestWait;
    const QList<UserId> left = administrators(
        PolicyIndex(policy), [&](UserId id) { return able->contains(id); }, now);
    return left == QList<UserId>{user} ? LongestWaitOfTheLast : LongestWait;
}

Result<Credential> SqliteGuard::beginGuess(const QString &user, const Occasion &occasion)
{
    Credential credential{hashOfNobody(), 0};
    const Status counted = writing([&](Head &, const Policy &policy) -> Status {
        GuardRows rows(*m_store.m_database);
        const QString counter = u"sign-in "_s + user;
        const UserId id = policy.users().idOf(user);
        const Result<Attempts> attempts = rows.attempts(counter);
        const Result<qint64> wait = longestWait(policy, id, occasion.time);
        const Result<std::optional<Credential>> stored = rows.credential(id);
        if (!attempts || !wait || !stored)
            return failure(!attempts ? attempts.error() : !wait ? wait.error() : stored.error());
        if (!mayTry(*attempts, occasion.time, *wait))
            return signInRefused();
        if (*stored)
            credential = **stored;
        return rows.setAttempts(counter, tried(*attempts, occasion.time, *wait));
    });
    if (!counted)
        return failure(counted.error());
    return credential;
}

// Counted already; recorded where the count is a power of ten.
Status SqliteGuard::failGuess(const QString &user, const QString &kind, const Occasion &occasion)
{
    const Status recorded = writing([&](Head &head, const Policy &policy) -> Status {
        const Result<Attempts> attempts = GuardRows(*m_store.m_database).attempts(u"sign-in "_s + user);
        if (!attempts)
            return failure(attempts.error());
        if (!isPowerOfTen(attempts->failures))
            return {};
        // Who mistakes the fields must not find the password in the trail.
        const bool isKnown = policy.users().idOf(user).isValid();
        return append(head,
                      {isKnown ? user : QString(), kind, isKnown ? u"user/"_s + user : QString(),
                       u"failed attempts as %1: %2"_s.arg(isKnown ? user : u"somebody unknown"_s)
                           .arg(attempts->failures),
                       Refused},
                      occasion);
    });
    return recorded ? Status(signInRefused()) : recorded;
}

Status SqliteGuard::guess(const QString &user, const Secret &password, const QString &kind,
                          const Occasion &occasion,
                          const std::function<Status(Head &, UserId, const Credential &)> &succeed)
{
    const Result<Credential> credential = beginGuess(user, occasion);
    if (!credential)
        return failure(credential.error());
    const bool isRight = verifyPassword(credential->password, password) && credential->generation > 0;
    if (!isRight)
        return failGuess(user, kind, occasion);
    std::optional<QByteArray> better;
    if (needsRehash(credential->password)) {
        const Result<QByteArray> hash = hashPassword(password);
        if (!hash)
            return failure(hash.error());
        better = *hash;
    }
    bool isStale = false;
    const Status status = writing([&](Head &head, const Policy &policy) -> Status {
        GuardRows rows(*m_store.m_database);
        const UserId id = policy.users().idOf(user);
        const Result<std::optional<Credential>> now = rows.credential(id);
        if (!now)
            return failure(now.error());
        isStale = !*now || (*now)->generation != credential->generation || !policy.users().at(id).active;
        if (isStale)
            return {};
        if (Status reset = rows.setAttempts(u"sign-in "_s + user, {}); !reset)
            return reset;
        Credential kept = **now;
        if (better) {
            kept.password = *better;
            if (Status stored = rows.setCredential(id, kept); !stored)
                return stored;
        }
        return succeed(head, id, kept);
    });
    if (!status)
        return status;
    return isStale ? failGuess(user, kind, occasion) : status;
}

Status SqliteGuard::signIn(const QString &user, const Secret &password, const Occasion &occasion)
{
    m_session.reset();
    const Result<bool> guarded = isGuarded();
    if (!guarded)
        return failure(guarded.error());
    if (!*guarded)
        return failure(ErrorCode::Usage,
                       u"The store is open: there is nobody to sign in as. Leave the sign-in out."_s);
    std::optional<Session> session;
    const Status status = guess(
        user, password, u"session.open"_s, occasion,
        [&](Head &head, UserId id, const Credential &credential) {
            session = Session{id, credential.generation};
            return append(head, {user, u"session.open"_s, u"user/"_s + user, u"sign in"_s, Done}, occasion);
        });
    if (status)
        m_session = session;
    return status;
}

Result<QString> SqliteGuard::signedInUser(const Policy &policy)
{
    if (!m_session)
        return notSignedIn();
    const User *user = policy.users().find(m_session->user);
    const Result<std::optional<Credential>> credential =
        GuardRows(*m_store.m_database).credential(m_session->user);
    if (!credential)
        return failure(credential.error());
    if (!user || !user->active || !*credential || (*credential)->generation != m_session->generation)
        return notSignedIn();
    return user->id;
}

Status SqliteGuard::confirm(const QByteArray &digest, const Secret &password, const Occasion &occasion)
{
    const Result<Snapshot> head = m_store.load();
    if (!head)
        return failure(head.error());
    const Result<QString> user = signedInUser(head->policy);
    if (!user)
        return failure(user.error());
    return guess(*user, password, u"session.confirm"_s, occasion,
                 [&](Head &trail, UserId id, const Credential &) -> Status {
                     if (Status added =
                             GuardRows(*m_store.m_database)
                                 .addConfirmation(id, digest, {occasion.time.msecs + ConfirmationLife});
                         !added)
                         return added;
                     return append(trail,
                                   {*user, u"session.confirm"_s, u"user/"_s + *user,
                                    u"confirm %1"_s.arg(QString::fromLatin1(digest.toHex().left(16))), Done},
                                   occasion);
                 });
}

// Who is signed in has the right for the operation, and has confirmed it where it asks for that.
Status SqliteGuard::require(const Policy &policy, const QString &operation, const QString &what, Instant now,
                            QString &actor)
{
    const Result<QString> user = signedInUser(policy);
    if (!user)
        return failure(user.error());
    actor = *user;
    if (Status may = mayPerform(PolicyIndex(policy), {*user, {}, {}}, operation, now); !may)
        return may;
    if (findAdminOperation(operation)->confirmation != AdminOperation::Confirmation::Always)
        return {};
    const Result<bool> confirmed =
        GuardRows(*m_store.m_database)
            .takeConfirmation(m_session->user, operationDigest(operation, what), now);
    if (!confirmed)
        return failure(confirmed.error());
    if (!*confirmed)
        return failure(confirmationNeeded({u"It is the operation %1."_s.arg(operation)}));
    return {};
}

Status SqliteGuard::setPassword(const QString &user, const Secret &password, const Occasion &occasion)
{
    if (const auto problem = problemOfPassword(password))
        return failure(ErrorCode::Invalid,
                       u"The password %1. Nothing was changed: choose another."_s.arg(*problem));
    const Result<QByteArray> hash = hashPassword(password);
    if (!hash)
        return failure(hash.error());
    return writing([&](Head &head, const Policy &policy) -> Status {
        const Result<QString> actor = signedInUser(policy);
        if (!actor)
            return failure(actor.error());
        const QString operation = *actor == user ? u"credential.change"_s : u"credential.set"_s;
        QString by;
        if (Status may = require(policy, operation, user, occasion.time, by); !may)
            return may;
        const UserId id = policy.users().idOf(user);
        if (!id.isValid())
            return unknownUser(user);
        GuardRows rows(*m_store.m_database);
        if (Status status = rows.setCredential(id, {*hash, newGeneration()}); !status)
            return status;
        return append(head, {by, operation, u"user/"_s + user, u"set the password of %1"_s.arg(user), Done},
                      occasion);
    });
}

Status SqliteGuard::removeCredential(const QString &user, const Occasion &occasion)
{
    return writing([&](Head &head, const Policy &policy) -> Status {
        QString by;
        if (Status may = require(policy, u"credential.remove"_s, user, occasion.time, by); !may)
            return may;
        const UserId id = policy.users().idOf(user);
        if (!id.isValid())
            return unknownUser(user);
        GuardRows rows(*m_store.m_database);
        if (Status status = rows.removeCredential(id); !status)
            return status;
        if (Status kept = settle(policy, policy, occasion.time); !kept)
            return kept;
        return append(
            head,
            {by, u"credential.remove"_s, u"user/"_s + user, u"take the password of %1"_s.arg(user), Done},
            occasion);
    });
}

Status SqliteGuard::perform(const QString &operation, const QString &what, const Occasion &occasion)
{
    return writing([&](Head &head, const Policy &policy) -> Status {
        const Result<bool> guarded = isGuarded();
        if (!guarded)
            return failure(guarded.error());
        QString actor;
        if (!*guarded)
            return {};
        if (Status may = require(policy, operation, what, occasion.time, actor); !may)
            return may;
        if (findAdminOperation(operation)->trail != AdminOperation::Trail::Always)
            return {};
        return append(head, {actor, operation, {}, what, Done}, occasion);
    });
}

Result<Instant> SqliteGuard::nextAttempt(const QString &user)
{
    const Result<Attempts> attempts = GuardRows(*m_store.m_database).attempts(u"sign-in "_s + user);
    if (!attempts)
        return failure(attempts.error());
    return attempts->notBefore;
}

Result<QList<CredentialState>> SqliteGuard::credentials()
{
    const Result<Snapshot> newest = m_store.load();
    if (!newest)
        return failure(newest.error());
    const Result<QSet<UserId>> able = usersWhoCanSignIn(newest->policy);
    if (!able)
        return failure(able.error());
    QList<CredentialState> states;
    for (const UserId user : *able) {
        if (const User *found = newest->policy.users().find(user))
            states.append({found->id, false, 0});
    }
    std::sort(states.begin(), states.end(),
              [](const CredentialState &a, const CredentialState &b) { return a.user < b.user; });
    return states;
}

} // namespace rolewright
