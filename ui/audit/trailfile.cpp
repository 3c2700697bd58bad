// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/trailfile.h"

#include "core/audit/auditjson.h"
#include "core/exchange/csv.h"

namespace rolewright {

using namespace Qt::StringLiterals;

QByteArray trailAsCsv(const QList<AuditEvent> &events)
{
    QByteArray file = csvLine({u"sequence"_s, u"time"_s, u"actor"_s, u"origin"_s, u"action"_s, u"target"_s,
                               u"targetName"_s, u"summary"_s, u"change"_s, u"reason"_s, u"operation"_s,
                               u"version"_s, u"result"_s, u"hash"_s});
    for (const AuditEvent &event : events) {
        file += spreadsheetLine({QString::number(event.sequence), toText(event.time), event.actor, event.origin,
                                 event.action, event.target, event.targetName, event.summary, event.change,
                                 event.reason, event.operation, QString::number(event.version), event.result,
                                 QString::fromLatin1(event.hash.toHex())});
    }
    return file;
}

QByteArray trailAsJsonLines(const QList<AuditEvent> &events)
{
    QByteArray file;
    for (const AuditEvent &event : events)
        file += toJsonLine(event);
    return file;
}

} // namespace rolewright
