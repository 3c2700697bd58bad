// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/store/commitcheck.h"
#include "core/store/sql/guardrows.h"
#include "core/store/sql/head.h"
#include "core/store/storeguard.h"

namespace rolewright {

class Seals;
class SqlStore;

// The guard of a store in tables. Who is signed in belongs to the store object and is looked at again in every
// transaction: a password that was changed, or a user who was deleted, ends it.
class SqlGuard : public StoreGuard
{
public:
    explicit SqlGuard(SqlStore &store)
        : m_store(store)
    {
    }

    Result<bool> isGuarded() override;
    Status enrolFirst(const QString &user, const Secret &password, const Occasion &occasion) override;
    void useKeys(const StoreKeys &keys, const std::optional<Anchor> &anchor = {},
                 const std::function<void(const Anchor &)> &moved = {}) override;
    std::optional<Anchor> anchor() const override { return m_anchor; }
    Result<QByteArrayList> sealingKeys() override;
    Status enrolKey(const QByteArray &key, const Occasion &occasion) override;
    Status rotateKeys(const StoreKeys &fresh, const Occasion &occasion) override;
    Status acceptTrail(const QString &user, const Proof &proof, const Occasion &occasion) override;
    Status recoverCode(const QString &user, const Secret &password, const Occasion &occasion) override;
    Status sealAgain(qint64 interval, Instant now) override;
    Status signIn(const QString &user, const Proof &proof, const Occasion &occasion) override;
    Result<Instant> nextAttempt(const QString &user) override;
    void signOut() override { m_session.reset(); }
    bool isSignedIn() const override { return m_session.has_value(); }
    Status checkSession() override;
    Status confirm(const QByteArray &digest, const Proof &proof, const Occasion &occasion) override;
    Status setPassword(const QString &user, const Secret &password, const Occasion &occasion) override;
    Status removeCredential(const QString &user, const Occasion &occasion) override;
    Result<QList<CredentialState>> credentials() override;
    Result<qint64> addToken(const ApplicationToken &token, qint64 replaces, const Occasion &occasion) override;
    Status removeToken(qint64 id, const Occasion &occasion) override;
    Result<QList<ApplicationToken>> tokens() override;
    Status noteTokenUse(qint64 id, Instant time) override;
    Status setCode(const Secret &seed, const QString &code, const QByteArrayList &recovery,
                   const Occasion &occasion) override;
    Status removeCode(const QString &user, const Occasion &occasion) override;
    Result<qint64> erase(const QString &user, const Occasion &occasion) override;
    Result<Archived> archive(Instant before, const QString &path, const CommitContext &context) override;
    Status seeArchive(const ArchiveProof &proof) override;
    Status perform(const QString &operation, const QString &what, const Occasion &occasion) override;

    Result<qint64> ask(const ChangeSet &changes, const CommitContext &context) override;
    Result<QList<ApprovalRequest>> requests(Instant now) override;
    Result<Snapshot> approve(qint64 id, const Occasion &occasion) override;
    Status refuse(qint64 id, const Occasion &occasion) override;

    // What enrolFirst() does, within the transaction. The policy then.
    struct Administrator
    {
        QString user;
        QByteArray passwordHash;
    };
    Result<Policy> guardWithin(Head &head, const Snapshot &newest, const Administrator &first,
                               const Occasion &occasion);

    // For a commit, within its transaction. What passes: who acts, and what was confirmed.
    struct Passed
    {
        QString actor;
        QStringList confirmed; // why a second confirmation was asked for, and given; sentences
    };
    enum class Approvals { Refuse, Ask }; // changes that need approval are refused, or alone looked for
    Result<Passed> pass(const Snapshot &before, const ChangeSet &changes, const CommitContext &context,
                        CommitIndexes &indexes, Approvals approvals = Approvals::Refuse);
    // With what the commit leads to: that an administrator is left; credentials of users who are gone go with
    // them.
    Status settle(const Policy &before, const Policy &after, Instant now, CommitIndexes &indexes);
    // At the end of each write transaction: seals what it appended, where the store is sealed. Refused where what
    // was there before is not what was sealed, or lies behind the anchor.
    Status seal(const Head &before, const Head &after, Instant time);
    // Afterwards, once it is durable.
    void committed();
    // What the seals and the anchor say of a trail whose chain holds.
    Status verifySeals(TrailState &state, const Head &head);
    // Outside: a commit was refused. Counted, and recorded where the count is a power of ten.
    Status recordRefusal(const Error &refusal, const CommitContext &context);
    Result<Attempts> countInDay(const QString &counter, Instant now);

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

    // write(head, newest) in a write transaction that is committed where it succeeds.
    Status writing(const std::function<Status(Head &, const Snapshot &)> &write);
    // Within a write transaction: from here on rows of the trail may go, which some databases let only their
    // owner do.
    virtual Status beginRemoving() { return {}; }
    Result<QList<ApplicationToken>> tokensWithin(const Policy &policy);
    Status checkBefore(const Head &before);
    Result<bool> isAnchored(Seals &seals, const Head &head);
    Status recordKey(Head &head, const QString &action, const QByteArray &key, const QString &actor,
                     const Occasion &occasion);
    Status append(Head &head, const Event &event, const Occasion &occasion);
    virtual Result<QString> signedInUser(const Policy &policy);
    virtual Result<QSet<UserId>> usersWhoCanSignIn(const Policy &policy);
    virtual Status forget(UserId user); // who is gone from the policy
    Result<Policy> makeAdministrator(Head &head, const Snapshot &newest, const QString &user,
                                     const Occasion &occasion);

    // What a guess has to show: all that the user has set up, or one of it.
    enum class Needs { All, Either, Password }; // Password: the keys stand in for the code
    struct Guess
    {
        QString user;
        const Proof &proof;
        Needs needs;
        QString kind; // of the event
    };
    using Succeed = std::function<Status(Head &, UserId, const Credential &)>;
    // The guess is counted, and the hash to compare with fetched; NotPermitted where it must wait.
    Result<Credential> beginGuess(const QString &user, const Occasion &occasion);
    Status failGuess(const Guess &guess, const Occasion &occasion);
    // Outside a transaction: whether the guess is right, by a credential in the store. What it leads to is one
    // transaction with that.
    virtual Status look(const Guess &guess, const Occasion &occasion, const Succeed &succeed);
    // Uses the code up. False where it is wrong, or was used before.
    Result<bool> takeCode(UserId user, Credential &credential, const QString &code, Instant now);
    Status performWithin(const QString &operation, const QString &what, const Occasion &occasion);
    Status require(const Policy &policy, const QString &operation, const QString &what, Instant now,
                   QString &actor);
    Result<QList<Waiting>> readRequests(const Policy &policy, Instant now);
    // The values of a user in those that wait no more, but for what is kept. How many.
    Result<qint64> eraseInRequests(const Policy &policy, const QString &user, const QSet<QString> &kept, Instant now);
    Result<Waiting> waiting(const Policy &policy, qint64 id, Instant now);
    Result<CheckedCommit> recheck(CommitIndexes &indexes, const Snapshot &before, const Waiting &waiting,
                                  Instant now);
    Result<qint64> longestWait(const Policy &policy, UserId user, const Attempts &attempts, Instant now);

    SqlStore &m_store;
    struct Plan; // of an archive
    Status writeArchive(Instant before, const QString &path, Instant now, Plan &plan);
    Status moveOut(const Plan &plan, Head &head, const QString &by, const CommitContext &context);

    std::optional<Session> m_session;
    std::optional<StoreKeys> m_keys; // of this installation
    QByteArray m_key; // the public one of them
    std::optional<Anchor> m_anchor;
    std::optional<Anchor> m_sealed; // by this transaction
    std::function<void(const Anchor &)> m_moved;
    bool m_accepting = false; // the trail as it is
};

// One answer to a wrong sign-in, whatever was wrong.
tl::unexpected<Error> signInRefused();

// The refusal of what only wants a second confirmation, with the sentences why.
Error confirmationNeeded(const QStringList &why);
// The refusal of what only wants the keys of the store.
Error keysNeeded(const QString &why, const QString &advice);
// The refusal of a sign-in where only the one-time code was missing.
Error codeNeeded();
// The refusal of what waits for a second person.
Error approvalNeeded(const QList<Approval> &approvals);
// Of a new password; Invalid where it may not be used.
Result<QByteArray> hashOfNew(const Secret &password);
// 1, 10, 100, ...: which of many failures become events.
bool isPowerOfTen(qint64 count);

} // namespace rolewright
