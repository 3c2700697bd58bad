// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/commitcheck.h"
#include "core/store/sql/history.h"
#include "core/store/sql/sqliteguard.h"
#include "core/store/sql/storefile.h"

#include <atomic>

namespace rolewright {

// A store in one SQLite file (interfaces.md, Stores): the embedded default. Other programs may have it open
// too.
//
// Policies that one store object, or several on one file in this process, give out are of one lineage: a
// newer one is made from the one before by the change sets between, so that they share what did not change.
class SqliteStore final : public PolicyStore
{
public:
    static Result<std::unique_ptr<PolicyStore>> open(const QString &path);
    static Result<std::unique_ptr<PolicyStore>> create(const QString &path, const Policy &first,
                                                       const CommitContext &context,
                                                       const FirstAdministrator *administrator);

    StoreTraits traits() const override;
    Result<Snapshot> load() override;
    Result<Snapshot> load(qint64 version) override;
    Result<qint64> version() override;
    Result<Snapshot> commit(const ChangeSet &changes, const CommitContext &context) override;
    Result<QList<VersionInfo>> history() override;
    Result<ChangeSet> changeSet(qint64 version) override;
    Result<QList<AuditEvent>> events(const AuditQuery &query) override;
    Result<TrailState> verifyTrail() override;
    StoreGuard *guard() override { return &m_guard; }
    void prime(const Snapshot &snapshot) override;
    void cancel() override;

private:
    friend class SqliteGuard;

    struct Known // the policy of a version and the head that belongs to it
    {
        Snapshot snapshot;
        Head head;
    };

    SqliteStore(StoreFile file, std::unique_ptr<Database> database);
    Status prepare();
    Status fill(const Policy &first, const CommitContext &context,
                const std::optional<SqliteGuard::Administrator> &administrator);

    // Runs `read(head)` in a read transaction. The answer of a call that was cancelled is Cancelled.
    template <class Read>
    auto reading(Read read) -> std::invoke_result_t<Read, const Head &>;
    Result<Snapshot> commitInTransaction(const ChangeSet &changes, const CommitContext &context);

    // Within a transaction:
    Result<Snapshot> newest(const Head &head);
    Result<bool> follows(const Head &head); // the store's history still goes through what is known
    Result<QList<Change>> unrecordedChanges(const Head &head);
    Result<bool> hasIdsOf(const Policy &policy, const Head &head);
    Status write(const Snapshot &before, const CheckedCommit &commit, const ChangeSet &changes,
                 const CommitContext &context, Head &head);

    Status checkHealth();
    Status checkCancelled();

    StoreFile m_file;
    std::unique_ptr<Database> m_database;
    SqliteGuard m_guard{*this};
    std::optional<Known> m_known;
    std::optional<qint64> m_dataVersion; // of m_version
    qint64 m_version = 0;
    bool m_healthy = false;
    std::atomic_bool m_cancelled = false;
};

} // namespace rolewright
