// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"
#include "core/audit/trailfacets.h"
#include "core/store/sql/head.h"
#include "core/store/trailentry.h"

namespace rolewright {

// Appends events to the trail of a store, each chained to the one before. Within a write transaction; the
// head moves along with every event.
class TrailWriter
{
public:
    TrailWriter(Database &database, Head &head);

    // `line`: of the version's change set; none where the event records no change. The event comes without
    // sequence and hash.
    Status append(AuditEvent event, const QStringList &things, std::optional<int> line);
    // An event of no change set: time, actor, origin and reason are its own.
    Status appendAlone(AuditEvent event, const QStringList &things);
    // Says so where the clock stands behind the newest event: an event before those that follow.
    Status noteClock(Instant now, const QString &origin);

private:
    Result<qint64> idOf(const QString &thing);

    Database &m_database;
    Head &m_head;
    Statement m_find;
    Statement m_name;
    Statement m_event;
    Statement m_touched;
    QHash<QString, qint64> m_ids;
};

// Within a read transaction.
Result<QList<AuditEvent>> queryTrail(Database &database, const AuditQuery &query); // newest first
Result<QList<AuditEvent>> trailAfter(Database &database, qint64 sequence, int limit); // oldest first
Result<TrailFacets> countTrail(Database &database, const AuditQuery &query);
// The chain from its first record, or from what older ones were archived with, on, and that the change sets
// hold nothing that has no event.
Result<TrailState> verifyTrail(Database &database, const Head &head);

} // namespace rolewright
