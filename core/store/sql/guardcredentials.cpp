// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlguard.h"

#include "core/admin/administrators.h"
#include "core/security/onetimecode.h"
#include "core/store/sql/sqlstore.h"

#include <QRandomGenerator>

// Who can sign in, and with what.
namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Done = u"done"_s;

tl::unexpected<Error> unknownUser(const QString &user)
{
    return failure(ErrorCode::Invalid,
                   u"There is no user %1. Nothing was changed: add the user first."_s.arg(user));
}

// Not counted up: a password that is taken away and set again would begin anew, and bring an old session back.
qint64 newGeneration()
{
    return qint64(QRandomGenerator::system()->generate64() >> 1) | 1;
}

} // namespace

Result<QByteArray> hashOfNew(const Secret &password)
{
    if (const auto problem = problemOfPassword(password))
        return failure(ErrorCode::Invalid,
                       u"The password %1. Nothing was changed: choose another."_s.arg(*problem));
    return hashPassword(password);
}

Status SqlGuard::enrolFirst(const QString &user, const Secret &password, const Occasion &occasion)
{
    const Result<QByteArray> hash = hashOfNew(password);
    if (!hash)
        return failure(hash.error());
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        const Result<Policy> policy = guardWithin(head, newest, {user, *hash}, occasion);
        return policy ? Status() : failure(policy.error());
    });
}

Result<Policy> SqlGuard::guardWithin(Head &head, const Snapshot &newest, const Administrator &first,
                                     const Occasion &occasion)
{
    GuardRows rows(*m_store.m_database);
    const Result<bool> guarded = rows.isGuarded();
    if (!guarded)
        return failure(guarded.error());
    if (*guarded)
        return failure(ErrorCode::NotPermitted,
                       u"The store is guarded already. Nothing was changed: sign in as an administrator."_s);
    Result<Policy> policy = makeAdministrator(head, newest, first.user, occasion);
    if (!policy)
        return policy;
    const UserId id = policy->users().idOf(first.user);
    if (Status kept = keepsAdministrators(
            PolicyIndex(*policy), [&](UserId other) { return other == id; }, occasion.time);
        !kept)
        return failure(kept.error());
    if (Status status = rows.setGuarded(occasion.time); !status)
        return failure(status.error());
    if (Status status = rows.setCredential(id, {first.passwordHash, newGeneration(), {}, 0}); !status)
        return failure(status.error());
    if (m_keys) {
        if (Status status = recordKey(head, u"key.enrol"_s, m_key, first.user, occasion); !status)
            return failure(status.error());
    }
    const Event event{first.user, u"store.guard"_s, u"user/"_s + first.user,
                      u"guard the store; %1 administers it"_s.arg(first.user), Done};
    if (Status status = append(head, event, occasion); !status)
        return failure(status.error());
    return policy;
}

// A version of its own, where the policy does not say it yet. The policy then.
Result<Policy> SqlGuard::makeAdministrator(Head &head, const Snapshot &newest, const QString &user,
                                           const Occasion &occasion)
{
    ChangeSet changes{newest.version, QUuid::createUuid(), u"first administrator"_s,
                      makingAdministrator(newest.policy, user, occasion.time)};
    if (changes.changes.isEmpty())
        return newest.policy;
    const CommitContext context{user, occasion.origin, occasion.time, false};
    CommitIndexes indexes(newest.policy);
    const Result<CheckedCommit> commit = checkedCommit(newest, changes, context, indexes);
    if (!commit)
        return failure(commit.error());
    if (Status status = m_store.write(newest, *commit, changes, context, head); !status)
        return failure(status.error());
    return commit->policy;
}

Status SqlGuard::setPassword(const QString &user, const Secret &password, const Occasion &occasion)
{
    const Result<QByteArray> hash = hashOfNew(password);
    if (!hash)
        return failure(hash.error());
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        const Result<QString> actor = signedInUser(newest.policy);
        if (!actor)
            return failure(actor.error());
        const QString operation = *actor == user ? u"credential.change"_s : u"credential.set"_s;
        QString by;
        if (Status may = require(newest.policy, operation, user, occasion.time, by); !may)
            return may;
        const UserId id = newest.policy.users().idOf(user);
        if (!id.isValid())
            return unknownUser(user);
        GuardRows rows(*m_store.m_database);
        const Result<std::optional<Credential>> before = rows.credential(id);
        if (!before)
            return failure(before.error());
        Credential credential = before->value_or(Credential()); // its one-time code stays
        credential.password = *hash;
        credential.generation = newGeneration();
        if (Status status = rows.setCredential(id, credential); !status)
            return status;
        return append(head, {by, operation, u"user/"_s + user, u"set the password of %1"_s.arg(user), Done},
                      occasion);
    });
}

Status SqlGuard::removeCredential(const QString &user, const Occasion &occasion)
{
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        QString by;
        if (Status may = require(newest.policy, u"credential.remove"_s, user, occasion.time, by); !may)
            return may;
        const UserId id = newest.policy.users().idOf(user);
        if (!id.isValid())
            return unknownUser(user);
        GuardRows rows(*m_store.m_database);
        if (Status status = rows.removeCredential(id); !status)
            return status;
        CommitIndexes indexes(newest.policy);
        if (Status kept = settle(newest.policy, newest.policy, occasion.time, indexes); !kept)
            return kept;
        return append(
            head,
            {by, u"credential.remove"_s, u"user/"_s + user, u"take the password of %1"_s.arg(user), Done},
            occasion);
    });
}

Result<QList<CredentialState>> SqlGuard::credentials()
{
    const Result<Snapshot> newest = m_store.load();
    if (!newest)
        return failure(newest.error());
    GuardRows rows(*m_store.m_database);
    const Result<QSet<UserId>> able = rows.usersWithCredentials();
    if (!able)
        return failure(able.error());
    QList<CredentialState> states;
    for (const UserId id : *able) {
        const Result<std::optional<Credential>> credential = rows.credential(id);
        const Result<int> codes = rows.recoveryCodes(id);
        if (!credential || !codes)
            return failure(!credential ? credential.error() : codes.error());
        const User *user = newest->policy.users().find(id);
        if (user && *credential)
            states.append({user->id, !(*credential)->seed.isEmpty(), *codes});
    }
    std::sort(states.begin(), states.end(),
              [](const CredentialState &a, const CredentialState &b) { return a.user < b.user; });
    return states;
}

Status SqlGuard::setCode(const Secret &seed, const QString &code, const QByteArrayList &recovery,
                         const Occasion &occasion)
{
    if (!m_keys)
        return failure(ErrorCode::Usage,
                       u"One-time codes need the keys of this store, which encrypt their seeds. Nothing was changed: "
                       u"give the keys first."_s);
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        const Result<QString> user = signedInUser(newest.policy);
        if (!user)
            return failure(user.error());
        QString by;
        if (Status may = require(newest.policy, u"code.change"_s, *user, occasion.time, by); !may)
            return may;
        const std::optional<qint64> step = matchingStep(seed, code, occasion.time, 0);
        if (!step)
            return failure(ErrorCode::Invalid,
                           u"This is not the code that your authenticator should show by now. Nothing was changed: "
                           u"compare the clocks, and give the next code."_s);
        GuardRows rows(*m_store.m_database);
        const UserId id = m_session->user;
        const Result<std::optional<Credential>> before = rows.credential(id);
        if (!before || !*before)
            return before ? Status(unknownUser(*user)) : Status(failure(before.error()));
        Credential credential = **before;
        credential.seed = encryptedSeed(seed, id.value, *m_keys);
        credential.lastStep = *step;
        if (Status status = rows.setCredential(id, credential); !status)
            return status;
        if (Status status = rows.setRecoveryCodes(id, recovery); !status)
            return status;
        return append(head,
                      {by, u"code.change"_s, u"user/"_s + *user,
                       u"set up one-time codes, with %1 recovery codes"_s.arg(recovery.size()), Done},
                      occasion);
    });
}

Status SqlGuard::removeCode(const QString &user, const Occasion &occasion)
{
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        const Result<QString> actor = signedInUser(newest.policy);
        if (!actor)
            return failure(actor.error());
        const QString operation = *actor == user ? u"code.change"_s : u"code.remove"_s;
        QString by;
        if (Status may = require(newest.policy, operation, user, occasion.time, by); !may)
            return may;
        GuardRows rows(*m_store.m_database);
        const UserId id = newest.policy.users().idOf(user);
        const Result<std::optional<Credential>> before = rows.credential(id);
        if (!before)
            return failure(before.error());
        if (!*before)
            return unknownUser(user);
        Credential credential = **before;
        credential.seed.clear();
        if (Status status = rows.setCredential(id, credential); !status) // the last step stays used
            return status;
        if (Status status = rows.setRecoveryCodes(id, {}); !status)
            return status;
        return append(
            head, {by, operation, u"user/"_s + user, u"take the one-time codes of %1 away"_s.arg(user), Done},
            occasion);
    });
}

} // namespace rolewright
