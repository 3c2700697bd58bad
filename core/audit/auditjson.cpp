// SPDX-License-Identifier: Apache-2.0
#include "core/audit/auditjson.h"

#include "core/base/json.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

void optionalMember(JsonWriter &json, QStringView name, const QString &value)
{
    if (!value.isEmpty())
        json.member(name, value);
}

} // namespace

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
    // What the hash is over, where names and attribute values can be erased, and what stands for them.
    optionalMember(json, u"chainedName", event.chainedName);
    if (const auto change = JsonDocument::parse(event.chainedChange.toUtf8()))
        json.member(u"chainedChange", change->root());
    if (!event.values.isEmpty()) {
        json.key(u"values");
        json.beginObject();
        for (const PersonalValue &each : event.values) {
            json.key(each.digest);
            json.beginObject();
            json.member(u"salt", QString::fromLatin1(each.salt.toHex()));
            json.member(u"value", each.value);
            json.endObject();
        }
        json.endObject();
    }
    json.endObject();
    return json.take() + '\n';
}

} // namespace rolewright
