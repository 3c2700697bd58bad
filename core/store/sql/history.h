// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policystore.h"
#include "core/store/sql/head.h"

namespace rolewright {

// The change sets of a store, each kept once and compressed, and checkpoints between them: every version as
// it was. Within a transaction of the caller.
class History
{
public:
    explicit History(Database &database)
        : m_database(database)
    {
    }

    // Version 0 and the empty policy; where older records were archived, the version that they led to.
    // Versions before it are Usage errors.
    Result<Snapshot> base();
    Result<QByteArrayList> baseLines(); // its changes as the trail keeps them

    // The row of a version, and a checkpoint where reading the change sets since the last one has come to
    // cost more than reading the policy. `policy` is that of the version; the changes are masked().
    Status append(qint64 version, const ChangeSet &changes, const CommitContext &context,
                  const Policy &policy, Head &head);

    Result<QList<VersionInfo>> versions(const HistoryQuery &query); // newest first
    Result<ChangeSet> changeSet(qint64 version);
    // Its changes as the trail keeps them, in order: with the digests of personal values.
    Result<QByteArrayList> lines(qint64 version);
    Result<bool> hasOperation(const QUuid &operation);

    // From the nearest of version 0, a checkpoint and `newest`, with change sets applied forward or back.
    Result<Policy> policyAt(qint64 version, const Snapshot &newest);
    // A later policy of the same lineage, with the ids that the store gave out: `from` with the change sets
    // up to `version`.
    Result<Policy> advanced(const Snapshot &from, qint64 version);

private:
    struct Start
    {
        qint64 version;
        qint64 cost; // bytes to read and apply
    };
    Result<Start> nearestStart(qint64 version, qint64 newest, qint64 base);
    Result<Policy> checkpoint(qint64 version);
    Result<qint64> baseVersion();
    Result<QList<Change>> readChanges(const QByteArrayList &lines, qint64 version);
    Result<QByteArray> blob(const QString &query, qint64 version);

    Database &m_database;
};

// Lines of changes as change_set and archive have them.
QByteArray compressedLines(const QByteArrayList &lines);

} // namespace rolewright
