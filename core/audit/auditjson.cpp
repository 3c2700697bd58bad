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

namespace {

// One JSON value as the trail has it; empty where there is none.
QString textOf(const JsonValue &value)
{
    if (!value.isValid())
        return {};
    if (value.isString()) // as it was, where it was no JSON
        return value.toString();
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.value(value);
    return QString::fromUtf8(json.take());
}

} // namespace

Result<AuditEvent> parseAuditEvent(const QByteArray &line)
{
    const auto invalid = [] {
        return failure(ErrorCode::Invalid,
                       u"This is no record of a trail: take the lines as they were written."_s);
    };
    const Result<JsonDocument> document = JsonDocument::parse(line);
    if (!document || !document->root().isObject())
        return invalid();
    const JsonValue root = document->root();
    const auto text = [&](QStringView name) {
        const JsonValue value = root.member(name);
        return value.isValid() && value.isString() ? value.toString() : QString();
    };
    const auto number = [&](QStringView name) {
        const JsonValue value = root.member(name);
        return value.isValid() && value.type() == JsonValue::Type::Integer ? value.toInteger().value_or(0)
                                                                           : 0;
    };
    const std::optional<Instant> time = parseDocumentTime(text(u"time"));
    if (!time)
        return invalid();
    AuditEvent event;
    event.sequence = number(u"sequence");
    event.time = *time;
    event.actor = text(u"actor");
    event.origin = text(u"origin");
    event.action = text(u"action");
    event.target = text(u"target");
    event.targetName = text(u"targetName");
    event.summary = text(u"summary");
    event.change = textOf(root.member(u"change"));
    event.reason = text(u"reason");
    event.operation = text(u"operation");
    event.version = number(u"version");
    event.result = text(u"result");
    event.hash = QByteArray::fromHex(text(u"hash").toLatin1());
    event.chainedName = text(u"chainedName");
    event.chainedChange = textOf(root.member(u"chainedChange"));
    const JsonValue values = root.member(u"values");
    if (values.isValid() && !values.isObject())
        return invalid();
    for (JsonValue each = values.isValid() ? values.firstChild() : JsonValue(); each.isValid();
         each = each.nextSibling()) {
        const JsonValue salt = each.isObject() ? each.member(u"salt") : JsonValue();
        const JsonValue value = each.isObject() ? each.member(u"value") : JsonValue();
        if (!salt.isValid() || !salt.isString() || !value.isValid() || !value.isString())
            return invalid();
        event.values.append({each.key(), QByteArray::fromHex(salt.toString().toLatin1()), value.toString()});
    }
    const QByteArray written = toJsonLine(event);
    if (written != line && written.chopped(1) != line)
        return invalid();
    return event;
}

} // namespace rolewright
