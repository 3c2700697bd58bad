// SPDX-License-Identifier: Apache-2.0
#include "core/audit/auditjson.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

void optionalMember(JsonWriter &json, QStringView name, const QString &value)
{
    if (!value.isEmpty())
        json.member(name, value);
}

// A text, or the object that a text was written as.
std::optional<QString> readText(const JsonValue &object, QStringView name, bool isOptional = false)
{
    const JsonValue member = object.member(name);
    if (!member.isValid())
        return isOptional ? std::optional(QString()) : std::nullopt;
    if (member.isString())
        return member.toString();
    if (!member.isObject())
        return {};
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.value(member);
    return QString::fromUtf8(json.take());
}

std::optional<qint64> readNumber(const JsonValue &object, QStringView name)
{
    const JsonValue member = object.member(name);
    return member.isValid() && member.type() == JsonValue::Type::Integer ? member.toInteger() : std::nullopt;
}

bool readValues(const JsonValue &values, QList<PersonalValue> &read)
{
    if (!values.isValid())
        return true;
    if (!values.isObject())
        return false;
    for (JsonValue each = values.firstChild(); each.isValid(); each = each.nextSibling()) {
        const auto salt = each.isObject() ? readText(each, u"salt") : std::nullopt;
        const auto value = each.isObject() ? readText(each, u"value") : std::nullopt;
        if (!salt || !value)
            return false;
        read.append({each.key(), QByteArray::fromHex(salt->toLatin1()), *value});
    }
    return true;
}

} // namespace

std::optional<AuditEvent> readAuditEvent(const JsonValue &object)
{
    if (!object.isValid() || !object.isObject())
        return {};
    AuditEvent event;
    bool isSound = readValues(object.member(u"values"), event.values);
    const auto take = [&](QString &into, QStringView name, bool isOptional = false) {
        const std::optional<QString> text = readText(object, name, isOptional);
        isSound = isSound && text;
        into = text.value_or(QString());
    };
    const auto count = [&](qint64 &into, QStringView name) {
        const std::optional<qint64> number = readNumber(object, name);
        isSound = isSound && number;
        into = number.value_or(0);
    };
    count(event.sequence, u"sequence");
    count(event.version, u"version");
    QString time;
    QString hash;
    take(time, u"time");
    take(hash, u"hash");
    take(event.actor, u"actor");
    take(event.origin, u"origin");
    take(event.action, u"action");
    take(event.target, u"target");
    take(event.targetName, u"targetName", true);
    take(event.summary, u"summary");
    take(event.change, u"change", true);
    take(event.reason, u"reason", true);
    take(event.operation, u"operation", true);
    take(event.result, u"result");
    take(event.chainedName, u"chainedName", true);
    take(event.chainedChange, u"chainedChange", true);
    const std::optional<Instant> at = parseDocumentTime(time);
    if (!isSound || !at)
        return {};
    event.time = *at;
    event.hash = QByteArray::fromHex(hash.toLatin1());
    return event;
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

Result<AuditEvent> parseAuditEvent(const QByteArray &line)
{
    const Result<JsonDocument> document = JsonDocument::parse(line);
    std::optional<AuditEvent> event;
    if (document)
        event = readAuditEvent(document->root());
    const QByteArray written = event ? toJsonLine(*event) : QByteArray();
    if (!event || (written != line && written.chopped(1) != line)) {
        return failure(ErrorCode::Invalid,
                       u"This is no record of a trail: take the lines as they were written."_s);
    }
    return std::move(*event);
}

} // namespace rolewright
