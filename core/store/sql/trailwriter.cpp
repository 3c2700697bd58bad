// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/trail.h"

namespace rolewright {

using namespace Qt::StringLiterals;

TrailWriter::TrailWriter(Database &database, Head &head)
    : m_database(database)
    , m_head(head)
    , m_find(database, u"SELECT id FROM thing WHERE name = ?"_s)
    , m_name(database, u"INSERT INTO thing (name) VALUES (?) RETURNING id"_s)
    , m_event(database, u"INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s)
    , m_touched(database, u"INSERT INTO event_thing VALUES (?, ?)"_s)
{
}

Result<qint64> TrailWriter::idOf(const QString &thing)
{
    const auto known = m_ids.constFind(thing);
    if (known != m_ids.cend())
        return *known;
    std::optional<qint64> id;
    const auto take = [&](const Statement &row) {
        id = row.integer(0);
        return true;
    };
    Status status = m_find.forEachRow(take, thing);
    if (status && !id)
        status = m_name.forEachRow(take, thing);
    if (!status)
        return failure(status.error());
    m_ids.insert(thing, *id);
    return *id;
}

Status TrailWriter::append(AuditEvent event, const QStringList &things, std::optional<int> line)
{
    event.sequence = m_head.sequence + 1;
    event.hash = chainHash(m_head.chain, event);
    const Result<qint64> target = idOf(event.target);
    if (!target)
        return failure(target.error());
    if (Status status = m_event.run(event.sequence, event.version, line, event.action, *target,
                                    event.targetName, event.summary, event.result, event.hash);
        !status)
        return status;
    for (const QString &thing : things) {
        const Result<qint64> id = idOf(thing);
        if (!id)
            return failure(id.error());
        if (Status status = m_touched.run(*id, event.sequence); !status)
            return status;
    }
    m_head.sequence = event.sequence;
    m_head.chain = event.hash;
    return {};
}

Status TrailWriter::noteClock(Instant now, const QString &origin)
{
    constexpr qint64 Tolerance = 60'000; // milliseconds: machines differ
    std::optional<qint64> last;
    Statement statement(
        m_database,
        u"SELECT coalesce(occasion.time, change_set.time) FROM event LEFT JOIN change_set USING (version) "
        "LEFT JOIN occasion ON occasion.sequence = event.sequence WHERE event.sequence = ?"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            last = row.integer(0);
            return true;
        },
        m_head.sequence);
    if (!status || !last || now.msecs >= *last - Tolerance)
        return status;
    AuditEvent event;
    event.time = now;
    event.origin = origin;
    event.action = u"clock.back"_s;
    event.target = u"policy"_s;
    event.summary = u"the clock stands %1 s behind the event before"_s.arg((*last - now.msecs) / 1000);
    event.result = u"done"_s;
    return appendAlone(std::move(event), {event.target});
}

Status TrailWriter::appendAlone(AuditEvent event, const QStringList &things)
{
    Q_ASSERT(event.operation.isEmpty());
    event.version = m_head.version;
    Statement occasion(m_database, u"INSERT INTO occasion VALUES (?, ?, ?, ?, ?)"_s);
    if (Status status =
            occasion.run(m_head.sequence + 1, event.time.msecs, event.actor, event.origin, event.reason);
        !status)
        return status;
    return append(std::move(event), things, {});
}

} // namespace rolewright
