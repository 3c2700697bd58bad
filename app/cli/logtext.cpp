// SPDX-License-Identifier: Apache-2.0
#include "app/cli/logtext.h"

#include "app/cli/texttable.h"
#include "core/audit/auditjson.h"
#include "core/base/json.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

void printEvents(Console &console, const QList<AuditEvent> &events)
{
    if (console.json()) {
        for (const AuditEvent &event : events)
            console.data(toJsonLine(event));
        return;
    }
    TextTable table({u"EVENT"_s, u"VERSION"_s, u"TIME"_s, u"ACTOR"_s, u"WHAT"_s, u"REASON"_s});
    for (const AuditEvent &event : events) {
        const QString what =
            event.result == "done"_L1 ? event.summary : event.summary + u" ("_s + event.result + u')';
        table.add({QString::number(event.sequence), u"@%1"_s.arg(event.version), toText(event.time),
                   event.actor, what, event.reason});
    }
    if (!table.isEmpty())
        table.print(console);
}

void printTrailState(Console &console, const TrailState &state, std::optional<qint64> sealedTo)
{
    if (console.json()) {
        JsonWriter json;
        json.beginObject();
        json.member(u"intact", !state.firstBad && state.problem.isEmpty());
        json.member(u"intactTo", state.intactTo);
        json.key(u"firstBad");
        state.firstBad ? json.value(*state.firstBad) : json.null();
        if (!state.problem.isEmpty())
            json.member(u"problem", state.problem);
        json.member(u"sealed", sealedTo.has_value());
        if (sealedTo)
            json.member(u"sealedTo", *sealedTo);
        json.endObject();
        console.data(json.take() + '\n');
        return;
    }
    const QString seal = sealedTo ? u"sealed to event %1"_s.arg(*sealedTo) : u"not sealed"_s;
    console.line(u"intact to event %1, %2"_s.arg(QString::number(state.intactTo), seal));
    if (state.firstBad)
        console.line(u"the first event that is not: %1"_s.arg(*state.firstBad));
    if (!state.problem.isEmpty())
        console.line(state.problem);
}

} // namespace rolewright::cli
