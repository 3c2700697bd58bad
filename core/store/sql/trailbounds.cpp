// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/trailbounds.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Least and greatest of a column, or nothing where no row has it.
using Span = std::optional<std::pair<qint64, qint64>>;

Result<Span> spanOf(Database &database, const QString &sql, const QVariantList &values)
{
    Span span;
    Statement statement(database, sql);
    const Status status = statement.forEachRowOf(
        [&](const Statement &row) {
            if (!row.isNull(0))
                span = {row.integer(0), row.integer(1)};
            return false;
        },
        values);
    if (!status)
        return failure(status.error());
    return span;
}

// The first event of a version, or of the next that has one; one past the last where there is none.
Result<qint64> firstOf(Database &database, qint64 version, const std::pair<qint64, qint64> &trail)
{
    qint64 low = trail.first;
    qint64 high = trail.second + 1;
    Statement statement(
        database, u"SELECT sequence, version FROM event WHERE sequence >= ? ORDER BY sequence LIMIT 1"_s);
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        qint64 there = high;
        qint64 found = version;
        const Status status = statement.forEachRow(
            [&](const Statement &row) {
                there = row.integer(0);
                found = row.integer(1);
                return false;
            },
            middle);
        if (!status)
            return failure(status.error());
        if (found < version)
            low = there + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace

Result<TrailBounds> trailBounds(Database &database, const AuditQuery &query)
{
    TrailBounds bounds;
    const bool byRow = query.since || query.until || !query.actor.isEmpty();
    if (!byRow && query.action.isEmpty())
        return bounds;
    if (!query.action.isEmpty()) {
        const Result<Span> span = spanOf(
            database, u"SELECT min(sequence), max(sequence) FROM event WHERE action >= ? AND action < ?"_s,
            {query.action, query.action + u'/'}); // and some that are called alike
        if (!span)
            return failure(span.error());
        if (!*span)
            return TrailBounds{1, 0};
        bounds = {(*span)->first, (*span)->second};
    }
    if (!byRow)
        return bounds;

    QString condition;
    QVariantList values;
    const auto add = [&](const QString &term, const QVariant &value) {
        condition += (condition.isEmpty() ? u" WHERE "_s : u" AND "_s) + term;
        values.append(value);
    };
    if (query.since)
        add(u"time >= ?"_s, query.since->msecs);
    if (query.until)
        add(u"time < ?"_s, query.until->msecs);
    if (!query.actor.isEmpty())
        add(u"actor = ?"_s, query.actor);
    const Result<Span> trail = spanOf(
        database, u"SELECT (SELECT min(sequence) FROM event), (SELECT max(sequence) FROM event)"_s, {});
    const Result<Span> versions =
        spanOf(database, u"SELECT min(version), max(version) FROM change_set"_s + condition, values);
    const Result<Span> alone =
        spanOf(database, u"SELECT min(sequence), max(sequence) FROM occasion"_s + condition, values);
    for (const Result<Span> *each : {&trail, &versions, &alone}) {
        if (!*each)
            return failure(each->error());
    }
    TrailBounds rows{std::numeric_limits<qint64>::max(), 0};
    if (*alone)
        rows = {(*alone)->first, (*alone)->second};
    if (*versions && *trail) {
        const Result<qint64> first = firstOf(database, (*versions)->first, **trail);
        const Result<qint64> next = firstOf(database, (*versions)->second + 1, **trail);
        if (!first || !next)
            return failure(!first ? first.error() : next.error());
        rows = {std::min(rows.first, *first), std::max(rows.last, *next - 1)};
    }
    return TrailBounds{std::max(bounds.first, rows.first), std::min(bounds.last, rows.last)};
}

} // namespace rolewright
