// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/checkpoint.h"
#include "core/store/sql/database.h"

#include <QByteArrayList>

namespace rolewright {

struct SealingKey
{
    QByteArray key; // Ed25519, public
    qint64 since = 0; // the event that enrolled it

    friend bool operator==(const SealingKey &, const SealingKey &) = default;
};

// What stays of records that were archived (005_archive.sql): the chain, the history and the seals of the
// others go on from it. The changes that make the policy of then are read by History::base(). Within the
// caller's transaction.
struct TrailBase
{
    Checkpoint checkpoint; // of the last record that was archived
    qint64 version = 0; // of the policy then
    QList<SealingKey> keys; // that sealed the trail then
    qint64 event = 0; // that records it: it is chained, and sealed, so that none of this can be changed

    QString summary() const; // of that event
};

// What the checkpoint signs as its base.
QByteArray baseDigest(qint64 version, const QByteArrayList &changes, const QList<SealingKey> &keys);

Result<std::optional<TrailBase>>
readTrailBase(Database &database); // nothing: the store has all of its records
Status writeTrailBase(Database &database, const TrailBase &base, const QByteArray &body);

} // namespace rolewright
