// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policystore.h"

namespace rolewright {

// A store that lives as long as the object: for tests, and for policies that have no file. Keeps every
// version, which costs what differs.
class MemoryStore final : public PolicyStore
{
public:
    static Result<std::unique_ptr<MemoryStore>> create(const Policy &first, const CommitContext &context);

    StoreTraits traits() const override;
    Result<Snapshot> load() override;
    Result<Snapshot> load(qint64 version) override;
    Result<qint64> version() override;
    Result<Snapshot> commit(const ChangeSet &changes, const CommitContext &context) override;
    using PolicyStore::history;
    Result<QList<VersionInfo>> history(const HistoryQuery &query) override;
    Result<ChangeSet> changeSet(qint64 version) override;
    Result<QList<AuditEvent>> events(const AuditQuery &query) override;
    Result<TrailFacets> facets(const AuditQuery &query) override;
    Result<TrailState> verifyTrail() override;
    void cancel() override { }

private:
    explicit MemoryStore(const CommitContext &context);

    struct Version
    {
        Policy policy;
        ChangeSet changes; // that made it
        VersionInfo info;
    };
    struct Record
    {
        AuditEvent event;
        QStringList things;
    };
    void append(AuditEvent event, const QStringList &things);

    QList<Version> m_versions; // by number
    QList<Record> m_trail; // oldest first
};

} // namespace rolewright
