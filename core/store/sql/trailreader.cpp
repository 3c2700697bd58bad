// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/history.h"
#include "core/store/sql/personalrows.h"
#include "core/store/sql/trail.h"
#include "core/store/sql/trailbase.h"
#include "core/store/sql/trailbounds.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QString joinedEvents()
{
    return u"FROM event LEFT JOIN change_set USING (version) LEFT JOIN thing ON thing.id = event.target "
           "LEFT JOIN occasion ON occasion.sequence = event.sequence"_s;
}

const QString &selectEvents()
{
    static const QString query =
        u"SELECT event.sequence, coalesce(occasion.time, change_set.time), coalesce(occasion.actor, "
        u"change_set.actor), "
        "coalesce(occasion.origin, change_set.origin), event.action, thing.name, event.target_name, "
        "event.summary, "
        "event.line, coalesce(occasion.reason, change_set.reason), "
        "CASE WHEN occasion.sequence IS NULL THEN change_set.operation END, event.version, event.result, event.hash "_s
        + joinedEvents();
    return query;
}

// Makes events of rows; keeps the lines of the version it read last, as events of one version stand together.
class EventReader
{
public:
    // Where the digests of personal values stand; the last one leaves the changes out altogether.
    enum class Values { Left, Put, PutInNames };
    EventReader(Database &database, Values values)
        : m_history(database)
        , m_personal(database)
        , m_values(values)
    {
    }

    Result<AuditEvent> event(const Statement &row)
    {
        AuditEvent event;
        event.sequence = row.integer(0);
        event.time = {row.integer(1)};
        event.actor = row.text(2);
        event.origin = row.text(3);
        event.action = row.text(4);
        event.target = row.text(5);
        event.targetName = row.text(6);
        event.summary = row.text(7);
        event.reason = row.text(9);
        event.operation = row.text(10);
        event.version = row.integer(11);
        event.result = row.text(12);
        event.hash = row.bytes(13);
        if (row.isNull(8))
            return event;
        if (m_values == Values::PutInNames) {
            putValues(event);
            return checked(event);
        }
        if (event.version != m_version) {
            const Result<QByteArrayList> lines = m_history.lines(event.version);
            if (!lines)
                return failure(lines.error());
            m_lines = *lines;
            m_version = event.version;
        }
        event.change = QString::fromUtf8(m_lines.value(row.integer(8)));
        if (m_values == Values::Put)
            putValues(event);
        return checked(event);
    }

private:
    Result<AuditEvent> checked(const AuditEvent &event) const
    {
        if (!m_personal.lastFailure())
            return failure(m_personal.lastFailure().error());
        return event;
    }
    void putValues(AuditEvent &event)
    {
        const FindValue find = [&](const QString &digest) {
            const std::optional<PersonalValue> found = m_personal.find(digest);
            if (found)
                event.values.append(*found);
            return found ? std::optional(found->value) : std::nullopt;
        };
        const QString name = unmaskedName(event.targetName, find);
        const QString change = QString::fromUtf8(unmaskedJson(event.change.toUtf8(), find));
        if (name != event.targetName)
            event.chainedName = std::exchange(event.targetName, name);
        if (change != event.change)
            event.chainedChange = std::exchange(event.change, change);
    }

    History m_history;
    PersonalRows m_personal;
    Values m_values;
    QByteArrayList m_lines;
    qint64 m_version = -1;
};

// One condition with the value it binds; conditions of empty members are left out.
struct Condition
{
    QString sql;
    QVariantList values;

    void add(const QString &condition, const QVariantList &bound)
    {
        sql += (sql.isEmpty() ? u" WHERE "_s : u" AND "_s) + condition;
        values += bound;
    }
};

Result<Condition> conditionOf(Database &database, const AuditQuery &query)
{
    const Result<TrailBounds> bounds = trailBounds(database, query);
    if (!bounds)
        return failure(bounds.error());
    Condition all;
    if (*bounds != TrailBounds())
        all.add(u"event.sequence BETWEEN ? AND ?"_s, {bounds->first, bounds->last});
    if (query.since)
        all.add(u"coalesce(occasion.time, change_set.time) >= ?"_s, {query.since->msecs});
    if (query.until)
        all.add(u"coalesce(occasion.time, change_set.time) < ?"_s, {query.until->msecs});
    if (!query.actor.isEmpty())
        all.add(u"coalesce(occasion.actor, change_set.actor) = ?"_s, {query.actor});
    // '/' comes after '.'. Not by its index, which would have to be sorted: within the bounds, in order.
    if (!query.action.isEmpty())
        all.add(u"(event.action || '' = ? OR (event.action || '' >= ? AND event.action || '' < ?))"_s,
                {query.action, query.action + u'.', query.action + u'/'});
    if (!query.target.isEmpty()) {
        all.add(
            u"event.sequence IN (SELECT sequence FROM event_thing WHERE thing = (SELECT id FROM thing WHERE name = ?))"_s,
            {query.target});
    }
    if (!query.result.isEmpty())
        all.add(u"event.result = ?"_s, {query.result});
    if (!query.text.isEmpty()) {
        const QVariantList text(5, query.text);
        all.add(u"(contains_text(event.summary, ?) OR contains_text(coalesce(occasion.reason, change_set.reason), ?) OR "
                u"contains_text(thing.name, ?) "
                "OR contains_text(coalesce((SELECT value FROM personal WHERE digest = substr(event.target_name, 2)), "
                "event.target_name), ?) OR contains_text(coalesce(occasion.actor, change_set.actor), ?))"_s,
                text);
    }
    if (query.before > 0)
        all.add(u"event.sequence < ?"_s, {query.before});
    return all;
}

} // namespace

namespace {

Result<QList<AuditEvent>> eventsOf(Database &database, const QString &sql, const QVariantList &values,
                                   EventReader::Values put = EventReader::Values::Put)
{
    QList<AuditEvent> events;
    std::optional<Error> error;
    EventReader reader(database, put);
    Statement statement(database, sql);
    const Status status = statement.forEachRowOf(
        [&](const Statement &row) {
            Result<AuditEvent> event = reader.event(row);
            if (event)
                events.append(std::move(*event));
            else
                error = event.error();
            return !error;
        },
        values);
    if (!status || error)
        return failure(error ? *error : status.error());
    return events;
}

} // namespace

Result<QList<AuditEvent>> queryTrail(Database &database, const AuditQuery &query)
{
    Result<Condition> condition = conditionOf(database, query);
    if (!condition)
        return failure(condition.error());
    QString sql = selectEvents() + condition->sql + u" ORDER BY event.sequence DESC"_s;
    if (query.limit > 0) {
        sql += u" LIMIT ?"_s;
        condition->values.append(query.limit);
    }
    return eventsOf(database, sql, condition->values,
                    query.withChanges ? EventReader::Values::Put : EventReader::Values::PutInNames);
}

Result<QList<AuditEvent>> trailAfter(Database &database, qint64 sequence, int limit)
{
    return eventsOf(database, selectEvents() + u" WHERE event.sequence > ? ORDER BY event.sequence LIMIT ?"_s,
                    {sequence, limit});
}

Result<TrailFacets> countTrail(Database &database, const AuditQuery &query)
{
    AuditQuery whole = query;
    whole.before = 0;
    const Result<Condition> condition = conditionOf(database, whole);
    if (!condition)
        return failure(condition.error());
    FacetCounter counter;
    Statement statement(
        database,
        u"SELECT coalesce(occasion.actor, change_set.actor), thing.name, event.action, event.result, "
        "count(*) "_s
            + joinedEvents() + condition->sql + u" GROUP BY 1, 2, 3, 4"_s);
    const Status status = statement.forEachRowOf(
        [&](const Statement &row) {
            counter.add(row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4));
            return true;
        },
        condition->values);
    if (!status)
        return failure(status.error());
    return counter.finish();
}

namespace {

// What the trail goes on from is what its record says, and the newest such record. What is wrong, or nothing.
Result<QString> problemOf(Database &database, const TrailBase &base)
{
    History history(database);
    const Result<QByteArrayList> changes = history.baseLines();
    if (!changes)
        return u"what stays of the archived records is not readable"_s;
    if (baseDigest(base.version, *changes, base.keys) != base.checkpoint.base
        || !isSignatureGood(base.checkpoint))
        return u"what stays of the archived records is not what record %1 says"_s.arg(base.event);
    qint64 newest = 0;
    QString recorded;
    Statement statement(
        database,
        u"SELECT sequence, summary FROM event WHERE action = 'trail.archive' AND result = 'done' "
        "ORDER BY sequence DESC LIMIT 1"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        newest = row.integer(0);
        recorded = row.text(1);
        return false;
    });
    if (!status)
        return failure(status.error());
    return newest == base.event && recorded == base.summary()
        ? QString()
        : u"the records up to %1 are gone, and no record says that they were archived"_s.arg(
            base.checkpoint.sequence);
}

} // namespace

Result<TrailState> verifyTrail(Database &database, const Head &head)
{
    const Result<std::optional<TrailBase>> base = readTrailBase(database);
    if (!base)
        return failure(base.error());
    const bool begins = base->has_value();
    ChainVerifier verifier =
        begins ? ChainVerifier((*base)->checkpoint.sequence, (*base)->checkpoint.head) : ChainVerifier();
    EventReader reader(database, EventReader::Values::Left);
    std::optional<AuditEvent> unreadable; // a body that is damaged: the event's hash does not hold without it
    Statement statement(database, selectEvents() + u" ORDER BY event.sequence"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        const Result<AuditEvent> event = reader.event(row);
        if (event) {
            verifier.add(*event);
        } else {
            unreadable = AuditEvent();
            unreadable->sequence = row.integer(0);
            verifier.add(*unreadable);
        }
        return true;
    });
    if (!status)
        return failure(status.error());
    TrailState state = verifier.finish(head.sequence, head.chain);
    if (begins)
        state.begin = (*base)->checkpoint;
    if (state.firstBad)
        return state;
    if (begins) {
        const Result<QString> problem = problemOf(database, **base);
        if (!problem)
            return failure(problem.error());
        if (!problem->isEmpty()) {
            state.firstBad = (*base)->checkpoint.sequence;
            state.intactTo = 0;
            state.problem = *problem;
            return state;
        }
    }

    // What the change sets hold beyond their events would change the history without a record.
    Statement counts(
        database,
        u"SELECT change_set.version, change_set.changes, count(event.line), min(event.sequence) FROM "
        u"change_set "
        "LEFT JOIN event USING (version) GROUP BY change_set.version ORDER BY change_set.version"_s);
    History history(database);
    qint64 expected = begins ? (*base)->version + 1 : 0;
    const Status counted = counts.forEachRow([&](const Statement &row) {
        const Result<QByteArrayList> lines = history.lines(row.integer(0));
        if (row.integer(0) == expected && row.integer(1) == row.integer(2) && lines
            && lines->size() == row.integer(2)) {
            ++expected;
            return true;
        }
        state.firstBad = row.isNull(3) ? head.sequence + 1 : row.integer(3);
        state.intactTo = *state.firstBad - 1;
        state.problem = u"version %1 does not hold the changes that its records name"_s.arg(row.integer(0));
        return false;
    });
    if (!counted)
        return failure(counted.error());
    const Result<std::optional<qint64>> forged = PersonalRows(database).firstForged();
    if (!forged)
        return failure(forged.error());
    if (*forged && !state.firstBad) {
        Statement first(
            database,
            u"SELECT coalesce(min(sequence), 1) FROM event WHERE version = ? AND line IS NOT NULL"_s);
        const Status found = first.forEachRow(
            [&](const Statement &row) {
                state.firstBad = row.integer(0);
                return true;
            },
            **forged);
        if (!found)
            return failure(found.error());
        state.intactTo = *state.firstBad - 1;
        state.problem = u"a name or an attribute value of version %1 is not the one that was recorded"_s.arg(**forged);
    }
    return state;
}

} // namespace rolewright
