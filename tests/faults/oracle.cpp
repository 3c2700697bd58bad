// SPDX-License-Identifier: Apache-2.0
#include "tests/faults/oracle.h"

#include "core/exchange/policyjson.h"
#include "core/store/policystore.h"

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

} // namespace rolewright
