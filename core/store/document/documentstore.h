// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policystore.h"

namespace rolewright {

// A policy document as a store: read whole when it is opened, read only, one version and no trail.
class DocumentStore final : public PolicyStore
{
public:
    static Result<std::unique_ptr<PolicyStore>> open(const QString &path);

    StoreTraits traits() const override;
    Result<Snapshot> load() override { return m_snapshot; }
    Result<Snapshot> load(qint64 version) override;
    Result<qint64> version() override { return m_snapshot.version; }
    Result<Snapshot> commit(const ChangeSet &changes, const CommitContext &context) override;
    using PolicyStore::history;
    Result<QList<VersionInfo>> history(const HistoryQuery &query) override;
    Result<ChangeSet> changeSet(qint64 version) override;
    Result<QList<AuditEvent>> events(const AuditQuery &query) override;
    Result<TrailFacets> facets(const AuditQuery &query) override;
    Result<TrailState> verifyTrail() override;
    void cancel() override { }

private:
    explicit DocumentStore(const QString &path)
        : m_path(path)
    {
    }
    tl::unexpected<Error> hasNone(const QString &what) const;

    QString m_path;
    Snapshot m_snapshot;
    VersionInfo m_info;
};

} // namespace rolewright
