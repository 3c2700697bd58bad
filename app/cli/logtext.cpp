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

void printTrailState(Console &console, const TrailState &state, const QList<ArchiveState> *archives)
{
    if (console.json()) {
        JsonWriter json;
        json.beginObject();
        json.member(u"intact", state.isIntact());
        json.member(u"intactTo", state.intactTo);
        json.key(u"firstBad");
        state.firstBad ? json.value(*state.firstBad) : json.null();
        if (!state.problem.isEmpty())
            json.member(u"problem", state.problem);
        json.member(u"sealed", state.sealedTo.has_value());
        if (state.sealedTo)
            json.member(u"sealedTo", *state.sealedTo);
        if (state.sealedTo)
            json.member(u"trusted", state.isTrusted);
        if (state.anchoredTo)
            json.member(u"anchoredTo", *state.anchoredTo);
        if (state.begin)
            json.member(u"archivedTo", state.begin->sequence);
        if (archives) {
            json.key(u"archives");
            json.beginObject();
            json.member(u"from", archives->first().from());
            json.member(u"to", archives->last().intactTo);
            json.endObject();
        }
        json.endObject();
        console.data(json.take() + '\n');
        return;
    }
    QString line = u"intact to event %1, "_s.arg(state.intactTo)
        + (state.sealedTo ? u"sealed to event %1"_s.arg(*state.sealedTo) : u"not sealed"_s);
    if (state.anchoredTo)
        line += u", anchored to event %1"_s.arg(*state.anchoredTo);
    console.line(line);
    if (archives)
        console.line(u"intact in the archives from event %1 to %2, where the trail goes on"_s
                         .arg(archives->first().from())
                         .arg(archives->last().intactTo));
    else if (state.begin)
        console.line(u"from event %1 on; those before were archived"_s.arg(state.begin->sequence + 1));
    if (state.sealedTo && !state.isTrusted)
        console.note(u"The seals are by keys that only the store itself names: give its keys, or --key with a public key "
                     "that you trust."_s);
    if (state.firstBad)
        console.line(u"the first event that is not: %1"_s.arg(*state.firstBad));
    if (!state.problem.isEmpty())
        console.line(state.problem);
}

} // namespace rolewright::cli
