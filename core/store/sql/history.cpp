// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/history.h"

#include "core/exchange/policyjson.h"
#include "core/store/sql/personalrows.h"
#include "core/store/trailentry.h"

#include <QtEndian>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 SmallestCheckpoint = 64 << 10; // below that, change sets are cheap to read anyway
constexpr quint32 LargestText = 1u << 30;

QByteArray bodyOf(const QList<Change> &changes)
{
    QByteArrayList lines;
    lines.reserve(changes.size());
    for (const Change &change : changes)
        lines.append(trailText(change));
    return compressedLines(lines);
}

// Nothing where the bytes are not what qCompress() wrote; its first four say how much memory it is going to
// take.
std::optional<QByteArray> expanded(const QByteArray &compressed)
{
    if (compressed.size() < 4)
        return {};
    const quint32 size = qFromBigEndian<quint32>(compressed.constData());
    if (size > LargestText)
        return {};
    QByteArray text = qUncompress(compressed);
    if (quint32(text.size()) != size)
        return {};
    return text;
}

tl::unexpected<Error> archived(qint64 version, qint64 base, const QString &place)
{
    return failure(
        ErrorCode::Usage,
        u"Version %1 is archived: the store begins at version %2. Look into the archive that \"log archive\" "
        "wrote, or name a later version."_s.arg(version)
            .arg(base),
        place);
}

} // namespace

QByteArray compressedLines(const QByteArrayList &lines)
{
    return qCompress(lines.join('\n'));
}

Status History::append(qint64 version, const ChangeSet &changes, const CommitContext &context,
                       const Policy &policy, Head &head)
{
    const QByteArray body = bodyOf(changes.changes);
    Statement insert(m_database, u"INSERT INTO change_set VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    const std::optional<QString> operation = changes.operation.isNull()
        ? std::nullopt
        : std::optional(changes.operation.toString(QUuid::WithoutBraces));
    if (Status status = insert.run(version, context.time.msecs, context.actor, context.origin, changes.reason,
                                   operation, qint64(changes.changes.size()), body);
        !status)
        return status;

    if (version <= 1) { // reading it from version 0 on is as cheap as a checkpoint
        head.checkpointSize = body.size();
        return {};
    }
    head.sinceCheckpoint += body.size();
    if (head.sinceCheckpoint <= std::max(head.checkpointSize, SmallestCheckpoint))
        return {};
    const QByteArray document = qCompress(writePolicy(policy));
    head.sinceCheckpoint = 0;
    head.checkpointSize = document.size();
    Statement checkpoint(m_database, u"INSERT INTO checkpoint VALUES (?, ?)"_s);
    return checkpoint.run(version, document);
}

Result<QList<VersionInfo>> History::versions(const HistoryQuery &query)
{
    QStringList conditions;
    QVariantList values;
    if (query.before > 0) {
        conditions << u"version < ?"_s;
        values << query.before;
    }
    if (!query.operation.isEmpty()) {
        conditions << u"operation = ?"_s;
        values << query.operation;
    }
    QString sql = u"SELECT version, time, actor, reason, operation, changes FROM change_set"_s;
    if (!conditions.isEmpty())
        sql += u" WHERE "_s + conditions.join(u" AND "_s);
    sql += u" ORDER BY version DESC"_s;
    if (query.limit > 0) {
        sql += u" LIMIT ?"_s;
        values << qint64(query.limit);
    }
    QList<VersionInfo> versions;
    Statement statement(m_database, sql);
    const Status status = statement.forEachRowOf(
        [&](const Statement &row) {
            versions.append(
                {row.integer(0), {row.integer(1)}, row.text(2), row.text(3), row.text(4), row.integer(5)});
            return true;
        },
        values);
    if (!status)
        return failure(status.error());
    return versions;
}

Result<QByteArray> History::blob(const QString &query, qint64 version)
{
    std::optional<QByteArray> text;
    Statement statement(m_database, query);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            text = expanded(row.bytes(0));
            return false;
        },
        version);
    if (!status)
        return failure(status.error());
    if (!text)
        return m_database.damaged(u"what made version %1 is missing or not readable"_s.arg(version));
    return *text;
}

Result<QByteArrayList> History::lines(qint64 version)
{
    const Result<QByteArray> text = blob(u"SELECT body FROM change_set WHERE version = ?"_s, version);
    if (!text)
        return failure(text.error());
    return text->isEmpty() ? QByteArrayList() : text->split('\n');
}

Result<ChangeSet> History::changeSet(qint64 version)
{
    const Result<qint64> base = baseVersion();
    if (!base)
        return failure(base.error());
    if (*base > 0 && version <= *base)
        return archived(version, *base, m_database.place());
    ChangeSet set;
    set.base = version - 1;
    Statement statement(m_database, u"SELECT operation, reason FROM change_set WHERE version = ?"_s);
    if (Status status = statement.forEachRow(
            [&](const Statement &row) {
                set.operation = QUuid(row.text(0));
                set.reason = row.text(1);
                return false;
            },
            version);
        !status)
        return failure(status.error());
    const Result<QByteArrayList> changes = lines(version);
    if (!changes)
        return failure(changes.error());
    const Result<QList<Change>> read = readChanges(*changes, version);
    if (!read)
        return failure(read.error());
    set.changes = *read;
    return set;
}

// By slices: all lines of a large import would be more than one document may hold.
Result<QList<Change>> History::readChanges(const QByteArrayList &lines, qint64 version)
{
    constexpr qsizetype Slice = 100'000;
    PersonalRows personal(m_database);
    QList<Change> changes;
    changes.reserve(lines.size());
    for (qsizetype at = 0; at < lines.size(); at += Slice) {
        const QByteArray text = unmaskedJson(lines.mid(at, Slice).join(','), [&](const QString &digest) {
            const std::optional<PersonalValue> found = personal.find(digest);
            return found ? std::optional(found->value) : std::nullopt;
        });
        if (!personal.lastFailure())
            return failure(personal.lastFailure().error());
        const Result<ChangeSet> read =
            readChangeSet("{\"rolewright-changes\": 1, \"changes\": [" + text + "]}");
        if (!read)
            return m_database.damaged(u"version %1, after change %2: %3"_s.arg(
                QString::number(version), QString::number(at), toText(read.error())));
        changes += read->changes;
    }
    return changes;
}

Result<qint64> History::baseVersion()
{
    return m_database.number(u"SELECT coalesce(max(version), 0) FROM archive"_s);
}

Result<QByteArrayList> History::baseLines()
{
    const Result<qint64> version = baseVersion();
    if (!version)
        return failure(version.error());
    const Result<QByteArray> text = blob(u"SELECT body FROM archive WHERE version = ?"_s, *version);
    if (!text)
        return failure(text.error());
    return text->isEmpty() ? QByteArrayList() : text->split('\n');
}

Result<Snapshot> History::base()
{
    const Result<qint64> version = baseVersion();
    if (!version)
        return failure(version.error());
    Snapshot base{{}, *version};
    if (*version == 0)
        return base;
    const Result<QByteArrayList> lines = baseLines();
    if (!lines)
        return failure(lines.error());
    const Result<QList<Change>> changes = readChanges(*lines, *version);
    if (!changes)
        return failure(changes.error());
    if (Status status = apply(base.policy, *changes); !status)
        return m_database.damaged(u"version %1: %2"_s.arg(*version).arg(toText(status.error())));
    return base;
}

Result<bool> History::hasOperation(const QUuid &operation)
{
    bool found = false;
    Statement statement(m_database, u"SELECT 1 FROM change_set WHERE operation = ?"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &) {
            found = true;
            return false;
        },
        operation.toString(QUuid::WithoutBraces));
    if (!status)
        return failure(status.error());
    return found;
}

Result<History::Start> History::nearestStart(qint64 version, qint64 newest, qint64 base)
{
    // The newest version is in memory and version 0 is empty: they cost nothing but the change sets between.
    qint64 baseCost = 0;
    if (base > 0) {
        const Result<qint64> size = m_database.number(u"SELECT length(body) FROM archive"_s);
        if (!size)
            return failure(size.error());
        baseCost = *size;
    }
    Start best{newest, 0};
    std::optional<Error> error;
    Statement between(
        m_database,
        u"SELECT coalesce(sum(length(body)), 0) FROM change_set WHERE version > ? AND version <= ?"_s);
    const auto consider = [&](qint64 start, qint64 cost, bool first) {
        const Status status = between.forEachRow(
            [&](const Statement &row) {
                const qint64 total = cost + row.integer(0);
                if (first || total < best.cost)
                    best = {start, total};
                return false;
            },
            std::min(start, version), std::max(start, version));
        if (!status)
            error = status.error();
    };
    consider(newest, 0, true);
    consider(base, baseCost, false);
    Statement checkpoints(m_database, u"SELECT version, length(document) FROM checkpoint"_s);
    const Status status = checkpoints.forEachRow([&](const Statement &row) {
        consider(row.integer(0), row.integer(1), false);
        return !error;
    });
    if (!status || error)
        return failure(error ? *error : status.error());
    return best;
}

Result<Policy> History::checkpoint(qint64 version)
{
    const Result<QByteArray> document = blob(u"SELECT document FROM checkpoint WHERE version = ?"_s, version);
    if (!document)
        return failure(document.error());
    Result<Policy> policy = readPolicy(*document);
    if (!policy)
        return m_database.damaged(
            u"the checkpoint of version %1: %2"_s.arg(version).arg(toText(policy.error())));
    return policy;
}

Result<Policy> History::policyAt(qint64 version, const Snapshot &newest)
{
    const Result<qint64> begin = baseVersion();
    if (!begin)
        return failure(begin.error());
    if (version == 0)
        return Policy();
    if (version < *begin)
        return archived(version, *begin, m_database.place());
    const Result<Start> start = nearestStart(version, newest.version, *begin);
    if (!start)
        return failure(start.error());
    Policy policy;
    if (start->version == newest.version) {
        policy = newest.policy;
    } else if (start->version == *begin) {
        const Result<Snapshot> read = base();
        if (!read)
            return failure(read.error());
        policy = read->policy;
    } else {
        const Result<Policy> read = checkpoint(start->version);
        if (!read)
            return read;
        policy = *read;
    }
    if (start->version <= version)
        return advanced({policy, start->version}, version);

    for (qint64 made = start->version; made > version; --made) {
        const Result<ChangeSet> changes = changeSet(made);
        if (!changes)
            return failure(changes.error());
        if (Status status = apply(policy, inverted(changes->changes)); !status)
            return m_database.damaged(u"version %1: %2"_s.arg(made).arg(toText(status.error())));
    }
    return policy;
}

Result<Policy> History::advanced(const Snapshot &from, qint64 version)
{
    Policy policy = from.policy;
    for (qint64 made = from.version + 1; made <= version; ++made) {
        const Result<ChangeSet> changes = changeSet(made);
        if (!changes)
            return failure(changes.error());
        if (Status status = apply(policy, changes->changes); !status)
            return m_database.damaged(u"version %1: %2"_s.arg(made).arg(toText(status.error())));
    }
    return policy;
}

} // namespace rolewright
