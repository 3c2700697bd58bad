// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/store/commitcheck.h"
#include "core/store/sql/guardrows.h"
#include "core/store/sql/head.h"
#include "core/store/storeguard.h"

namespace rolewright {

class SqlStore;

// The guard of a store in tables. Who is signed in belongs to the store object and is looked at again in
// every transaction: a password that was changed, or a user who was deleted, ends it.
class SqliteGuard : public StoreGuard
{
public:
    explicit SqliteGuard(SqlStore &store)
        : m_store(store)
    {
    }

    Result<bool> isGuarded() override;
    Status enrolFirst(const QString &user, const Secret &password, const Occasion &occasion) override;
    Status signIn(const QString &user, const Secret &password, const Occasion &occasion) override;
    Result<Instant> nextAttempt(const QString &user) override;
    void signOut() override { m_session.reset(); }
    bool isSignedIn() const override { return m_session.has_value(); }
    Status confirm(const QByteArray &digest, const Secret &password, const Occasion &occasion) override;
    Status setPassword(const QString &user, const Secret &password, const Occasion &occasion) override;
    Status removeCredential(const QString &user, const Occasion &occasion) override;
    Result<QList<CredentialState>> credentials() override;
    Status perform(const QString &operation, const QString &what, const Occasion &occasion) override;

    Result<qint64> ask(const ChangeSet &changes, const CommitContext &context) override;
    Result<QList<ApprovalRequest>> requests(Instant now) override;
    Result<Snapshot> approve(qint64 id, const Occasion &occasion) override;
    Status refuse(qint64 id, const Occasion &occasion) override;

    // For a commit, within its transaction. What passes: who acts, and what was confirmed.
    struct Passed
    {
        QString actor;
        QStringList confirmed; // why a second confirmation was asked for, and given; sentences
    };
    enum class Approvals { Refuse, Ask }; // changes that need approval are refused, or alone looked for
    Result<Passed> pass(const Snapshot &before, const ChangeSet &changes, const CommitContext &context,
                        Approvals approvals = Approvals::Refuse);
    // With what the commit leads to: that an administrator is left; credentials of users who are gone go with
    // them.
    Status settle(const Policy &before, const Policy &after, Instant now);
    // Outside: a commit was refused. Counted, and recorded where the count is a power of ten.
    Status recordRefusal(const Error &refusal, const CommitContext &context);

protected:
    struct Session
    {
        UserId user;
        qint64 generation = 0;
    };
    struct Waiting // a request, with ids
    {
        ApprovalRequest request;
        UserId requester;
    };
    struct Event
    {
        QString actor;
        QString action;
        QString target; // "user/alice"
        QString summary;
        QString result;
    };

    // write(head, snapshot) in a write transaction that is committed where it succeeds.
    Status writing(const std::function<Status(Head &, const Policy &)> &write);
    Status append(Head &head, const Event &event, const Occasion &occasion);
    virtual Result<QString> signedInUser(const Policy &policy);
    virtual Result<QSet<UserId>> usersWhoCanSignIn(const Policy &policy);
    virtual Status forget(UserId user); // who is gone from the policy
    // The guess is counted, and the hash to compare with fetched; NotPermitted where it must wait.
    Result<Credential> beginGuess(const QString &user, const Occasion &occasion);
    Status failGuess(const QString &user, const QString &kind, const Occasion &occasion);
    Status guess(const QString &user, const Secret &password, const QString &kind, const Occasion &occasion,
                 const std::function<Status(Head &, UserId, const Credential &)> &succeed);
    Status require(const Policy &policy, const QString &operation, const QString &what, Instant now,
                   QString &actor);
    Result<QList<Waiting>> readRequests(const Policy &policy, Instant now);
    Result<Waiting> waiting(const Policy &policy, qint64 id, Instant now);
    Result<CheckedCommit> recheck(const PolicyIndex &index, const Snapshot &before, const Waiting &waiting,
                                  Instant now);
    Result<qint64> longestWait(const Policy &policy, UserId user, Instant now);

    SqlStore &m_store;
    std::optional<Session> m_session;
};

// One answer to a wrong sign-in, whatever was wrong.
tl::unexpected<Error> signInRefused();

// The refusal of what only wants a second confirmation, with the sentences why.
Error confirmationNeeded(const QStringList &why);
// The refusal of what waits for a second person.
Error approvalNeeded(const QList<Approval> &approvals);
// 1, 10, 100, ...: which of many failures become events.
bool isPowerOfTen(qint64 count);

} // namespace rolewright
