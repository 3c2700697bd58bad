// SPDX-License-Identifier: Apache-2.0
#include "app/cli/logtext.h"

#include "app/cli/texttable.h"
#include "core/base/json.h"

namespace rolewright::cli {

using namespace Qt::StringLiterals;

namespace {

void optionalMember(JsonWriter &json, QStringView name, const QString &value)
{
    if (!value.isEmpty())
        json.member(name, value);
}

QByteArray toJsonLine(const AuditEvent &event)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.member(u"sequence", event.sequence);
    json.member(u"time", toText(event.time));
    json.member(u"actor", event.actor);
    json.member(u"origin", event.origin);
    json.member(u"action", event.action);
    json.member(u"target", event.target);
    optionalMember(json, u"targetName", event.targetName);
    json.member(u"summary", event.summary);
    if (const auto change = JsonDocument::parse(event.change.toUtf8()))
        json.member(u"change", change->root());
    else
        optionalMember(json, u"change", event.change); // as it is: a damaged trail is shown too
    optionalMember(json, u"reason", event.reason);
    optionalMember(json, u"operation", event.operation);
    json.member(u"version", event.version);
    json.member(u"result", event.result);
    json.member(u"hash", QString::fromLatin1(event.hash.toHex()));
    json.endObject();
    return json.take() + '\n';
}

} // namespace

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

void printTrailState(Console &console, const TrailState &state)
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
        json.member(u"sealed", false);
        json.endObject();
        console.data(json.take() + '\n');
        return;
    }
    console.line(u"intact to event %1, not sealed"_s.arg(state.intactTo));
    if (state.firstBad)
        console.line(u"the first event that is not: %1"_s.arg(*state.firstBad));
    if (!state.problem.isEmpty())
        console.line(state.problem);
}

} // namespace rolewright::cli
