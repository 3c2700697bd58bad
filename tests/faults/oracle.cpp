// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/oracle.h"

#include "core/exchange/policyjson.h"
#include "core/store/policystore.h"
#include "core/store/trailarchive.h"

#include <QFile>

#include <sqlite3.h>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What SQLite itself finds, beyond the store's quick check.
QString integrity(const QString &path)
{
    QString found;
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(path).constData(), &database);
    const auto take = [](void *to, int, char **values, char **) {
        *static_cast<QString *>(to) += QString::fromUtf8(values[0]);
        return 0;
    };
    if (sqlite3_exec(database, "PRAGMA integrity_check", take, &found, nullptr) != SQLITE_OK)
        found = QString::fromUtf8(sqlite3_errmsg(database));
    sqlite3_close(database);
    return found;
}

} // namespace

QString problemOfStore(const QString &location, const QList<QUuid> &acknowledged)
{
    if (QFile::exists(location)) {
        if (const QString found = integrity(location); found != u"ok")
            return u"integrity: "_s + found;
    }
    const auto store = openStore(location);
    if (!store)
        return u"open: "_s + toText(store.error());
    const Result<Snapshot> head = (*store)->load();
    if (!head)
        return u"load: "_s + toText(head.error());

    QList<QUuid> found;
    Policy replayed;
    for (qint64 version = 1; version <= head->version; ++version) {
        const Result<ChangeSet> changes = (*store)->changeSet(version);
        if (!changes)
            return u"version %1: %2"_s.arg(version).arg(toText(changes.error()));
        if (found.contains(changes->operation))
            return u"version %1 was done before"_s.arg(version);
        found.append(changes->operation);
        if (const Status status = apply(replayed, changes->changes); !status)
            return u"version %1: %2"_s.arg(version).arg(toText(status.error()));
    }
    if (writePolicy(replayed) != writePolicy(head->policy))
        return u"the state is not what the change sets make"_s;
    for (const QUuid &operation : acknowledged) {
        if (!found.contains(operation))
            return u"acknowledged, but not there: "_s + operation.toString();
    }
    const Result<TrailState> trail = (*store)->verifyTrail();
    if (!trail || trail->firstBad)
        return u"trail: "_s + (trail ? trail->problem : toText(trail.error()));
    return {};
}

QString problemOfArchived(const QString &location, const QStringList &archives,
                          const QList<QUuid> &acknowledged)
{
    if (const QString found = integrity(location); found != u"ok")
        return u"integrity: "_s + found;
    const auto store = openStore(location);
    const Result<TrailState> trail =
        store ? (*store)->verifyTrail() : Result<TrailState>(failure(store.error()));
    if (!trail || !trail->isIntact())
        return u"trail: "_s + (trail ? trail->problem : toText(trail.error()));
    QMap<qint64, AuditEvent> records;
    QList<ArchiveState> joined;
    for (const QString &file : archives) {
        const Result<ArchiveState> state =
            verifyArchive(file, [&](const AuditEvent &event) { records.insert(event.sequence, event); });
        if (!state || !state->problem.isEmpty())
            return state ? state->place + u": "_s + state->problem : toText(state.error());
        if (trail->begin && state->end->sequence <= trail->begin->sequence)
            joined.append(*state);
        else if (file != archives.last())
            return file + u" was interrupted, and another one made after it"_s;
    }
    if (trail->begin && joined.isEmpty())
        return u"the store begins with a later record, and there is no archive"_s;
    if (const QString problem = problemOfJoint(joined, *trail); !joined.isEmpty() && !problem.isEmpty())
        return problem;
    const Result<QList<AuditEvent>> there = (*store)->events({});
    if (!there)
        return u"events: "_s + toText(there.error());
    for (const AuditEvent &event : *there) {
        if (records.contains(event.sequence) && records.value(event.sequence) != event)
            return u"record %1 is another one in the archive"_s.arg(event.sequence);
        records.insert(event.sequence, event);
    }
    QSet<QUuid> found;
    for (const AuditEvent &event : std::as_const(records))
        found.insert(QUuid(event.operation));
    if (records.firstKey() != 1 || records.lastKey() != records.size()
        || records.lastKey() != trail->intactTo)
        return u"records are missing between the archives and the store"_s;
    for (const QUuid &operation : acknowledged) {
        if (!found.contains(operation))
            return u"acknowledged, but not there: "_s + operation.toString();
    }
    return {};
}

} // namespace rolewright
