// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/chainverifier.h"

#include <QMap>
#include <QSet>

#include <functional>

namespace rolewright {

// An archive of records that a store has not any more (StoreGuard::archive()), as JSON Lines: the checkpoint
// that it goes on from, where others were archived before; the records, oldest first, as in an export
// (audit/auditjson.h); and the checkpoint that it ends with, which the trail of the store, or the next
// archive, goes on from.
struct ArchiveState
{
    QString place; // its file
    std::optional<Checkpoint> begin; // nothing: it has the first record of the store
    std::optional<Checkpoint> end; // nothing where it has none that holds
    qint64 intactTo = 0; // the last record that holds
    std::optional<qint64> firstBad;
    QString problem; // empty: all of it is as it was written. Whose keys those are, the caller knows

    qint64 from() const { return begin ? begin->sequence + 1 : 1; } // the first record
};

// Feed lines in order. A line is held against all that it has: not a byte may differ. Pure; linear.
class ArchiveVerifier
{
public:
    explicit ArchiveVerifier(std::function<void(const AuditEvent &)> visit = {}); // each record that holds

    void add(const QByteArray &line);
    ArchiveState finish(const QString &place);

private:
    void addRecord(const QByteArray &line);
    void addCheckpoint(const QByteArray &line);
    void fail(const QString &problem);

    std::function<void(const AuditEvent &)> m_visit;
    ChainVerifier m_chain;
    ArchiveState m_state;
    QByteArray m_store; // the hash of the store's first record
    qint64 m_lines = 0;
};

// Reads and verifies one file. Unavailable where it cannot be read. `goOn` hears how many bytes more were
// read, now and then; Cancelled where it says false.
Result<ArchiveState> verifyArchive(const QString &path,
                                   const std::function<void(const AuditEvent &)> &visit = {},
                                   const std::function<bool(qint64)> &goOn = {});

// What is wrong with archives, which hold by themselves, and the trail of their store, which was found
// intact; empty: they go on from each other and the trail from them, without a gap. They come out sorted.
// `firstBad`: the first record that is missing, or may be another one than it was.
QString problemOfJoint(QList<ArchiveState> &archives, const TrailState &trail,
                       std::optional<qint64> *firstBad = nullptr);

// Archives that a trail is held against.
struct HeldArchives
{
    QList<ArchiveState> files; // the oldest first
    QMap<qint64, QByteArray> hashes; // of the records that were asked for
    // Keys that counted at their end, with the events that enrolled them, where they begin with the first
    // record.
    QList<std::pair<QByteArray, qint64>> keys;
};
// verifyArchive() of each, in whatever order they are named.
Result<HeldArchives> readArchives(const QStringList &paths, const QSet<qint64> &wanted,
                                  const std::function<bool(qint64)> &goOn = {});
// What is wrong with the archives, or between them and the trail, which was found intact: into `trail`.
void holdArchives(HeldArchives &archives, TrailState &trail);

} // namespace rolewright
