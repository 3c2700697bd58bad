// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/commitcheck.h"
#include "core/store/sql/history.h"
#include "core/store/sql/sqlguard.h"

#include <atomic>

namespace rolewright {

// A store in tables, whatever the database system. Other programs may have it open too.
//
// Policies that one store object, or several on one store in this process, give out are of one lineage: a
// newer one is made from the one before by the change sets between, so that they share what did not change.
class SqlStore : public PolicyStore
{
public:
    Result<Snapshot> load() override;
    Result<Snapshot> load(qint64 version) override;
    Result<Snapshot> commit(const ChangeSet &changes, const CommitContext &context) override;
    using PolicyStore::history;
    Result<QList<VersionInfo>> history(const HistoryQuery &query) override;
    Result<ChangeSet> changeSet(qint64 version) override;
    Result<QList<AuditEvent>> events(const AuditQuery &query) override;
    Result<TrailFacets> facets(const AuditQuery &query) override;
    Result<TrailState> verifyTrail() override;
    StoreGuard *guard() override { return m_guard.get(); }
    void prime(const Snapshot &snapshot) override;
    void cancel() override;

protected:
    SqlStore(std::unique_ptr<Database> database, std::unique_ptr<SqlGuard> guard);

    // What the kinds of stores differ in. Before each use: the store is where it was opened.
    virtual Status checkReady() = 0;
    virtual Status checkWritable() = 0;
    // Within each transaction: this program knows the format that the store has now.
    virtual Status checkFormat() = 0;
    // A commit was durable; an error where it may not be where it should be.
    virtual Status checkCommitted() { return {}; }
    // What was deleted is overwritten: nothing of it can be read back.
    virtual Status overwriteDeleted() { return {}; }
    // Within the transaction that makes a version: tell the others.
    virtual Status announce(qint64) { return {}; }
    // After a failure: is it worth another attempt? What may not be done twice is Once.
    enum class Repeat { Freely, Once };
    virtual bool isWorthAnother(Status &, int attempt, Repeat) { return attempt < 0; }

    // The first version, and the empty one before it, in new tables. Within a transaction; the snapshot is
    // known only after keep().
    struct Known // the policy of a version and the head that belongs to it
    {
        Snapshot snapshot;
        Head head;
        std::optional<PolicyIndex> index; // where a commit made one: the next one begins with it
    };
    Result<Known> fill(const Policy &first, const CommitContext &context);
    void keep(const Known &known);

    Status checkCancelled();
    // As long as a call takes, which may be made of others: cancel() counts for all of it, and for no later
    // one.
    class Call
    {
    public:
        explicit Call(SqlStore &store)
            : m_store(store)
        {
            ++m_store.m_calls;
        }
        ~Call()
        {
            if (--m_store.m_calls == 0)
                m_store.m_cancelled = false;
        }
        Call(const Call &) = delete;
        Call &operator=(const Call &) = delete;

    private:
        SqlStore &m_store;
    };

    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqlGuard> m_guard;
    qint64 m_version = 0; // the newest that was seen
    std::atomic_bool m_cancelled = false;
    int m_calls = 0; // one within the other

private:
    friend class SqlGuard;

    // Runs `read(head)` in a read transaction. The answer of a call that was cancelled is Cancelled.
    template <class Read>
    auto reading(Read read) -> std::invoke_result_t<Read, const Head &>;
    template <class Read>
    auto readingOnce(Read read) -> std::invoke_result_t<Read, const Head &>;
    Status readingNewest(const std::function<Status(const Snapshot &)> &read);
    // Runs `write(head, newest)` in a write transaction that is committed where it succeeds.
    using Write = std::function<Status(Head &, const Snapshot &)>;
    Status writing(const Write &write, Repeat repeat);
    Status writingOnce(const Write &write);

    // Within a transaction:
    Status commitWithin(const ChangeSet &changes, const CommitContext &context, Head &head,
                        const Snapshot &before, std::optional<Known> &made);
    Result<Snapshot> newest(const Head &head);
    Result<bool> follows(const Head &head); // the store's history still goes through what is known
    Result<QList<Change>> unrecordedChanges(const Head &head);
    Result<bool> hasIdsOf(const Policy &policy, const Head &head);
    Status write(const Snapshot &before, const CheckedCommit &commit, const ChangeSet &changes,
                 const CommitContext &context, Head &head);

    std::optional<Known> m_known;
};

} // namespace rolewright
