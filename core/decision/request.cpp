// SPDX-License-Identifier: Apache-2.0
#include "core/decision/request.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype KeyMaximum = 200; // of what is shown of a free key

// The members that section 4 knows, in its order. `owner` is the usual ownership property; where a policy has
// another one, it stands among the others.
constexpr std::array<QStringView, 4> RequestMembers{u"subject", u"action", u"resource", u"context"};
constexpr std::array<QStringView, 2> SubjectMembers{u"type", u"id"};
constexpr std::array<QStringView, 1> ActionMembers{u"name"};
constexpr std::array<QStringView, 3> ResourceMembers{u"type", u"id", u"properties"};
constexpr std::array<QStringView, 2> PropertyMembers{u"owner", u"relations"};
constexpr std::array<QStringView, 3> ContextMembers{u"time", u"roles", u"explain"};

QString escaped(QString key)
{
    return key.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

// Reads into a request and stops at the first thing that is wrong.
struct RequestReader
{
    const JsonDocument &document;
    const QString &pointer; // of the request
    Request request;
    Finding problem;

    bool refuse(const JsonValue &value, const QString &path, const QString &message)
    {
        return refuse(value.offset(), path, message);
    }

    bool refuse(qint64 offset, const QString &path, const QString &message)
    {
        const JsonDocument::Position at = document.position(offset);
        problem = {Severity::Error, u"malformed-request"_s, message, pointer + path, at.line, at.column};
        return false;
    }

    // A member that is there twice, wherever: its JSON pointer, which is only made once there is one.
    std::optional<QString> duplicateBelow(const JsonValue &parent, JsonValue &found)
    {
        qsizetype index = 0;
        for (JsonValue child = parent.firstChild(); child.isValid(); child = child.nextSibling(), ++index) {
            const auto segment = [&] {
                return u'/'
                    + (parent.isObject() ? escaped(shortened(child.key(), KeyMaximum))
                                         : QString::number(index));
            };
            if (parent.isObject() && child.isDuplicate()) {
                found = child;
                return segment();
            }
            if (!child.isObject() && !child.isArray())
                continue;
            if (const std::optional<QString> below = duplicateBelow(child, found))
                return segment() + *below;
        }
        return {};
    }
    bool refuseDuplicates(const JsonValue &root)
    {
        JsonValue twice;
        const std::optional<QString> path = duplicateBelow(root, twice);
        return !path
            || refuse(twice.keyOffset(), *path,
                      u"The member %1 is there twice; keep one."_s.arg(quoted(twice.key())));
    }

    bool text(const JsonValue &parent, const QString &path, const QString &name, QString &out)
    {
        const JsonValue value = parent.member(name);
        const QString full = path.mid(1) + (path.isEmpty() ? u""_s : u"."_s) + name;
        if (!value.isValid())
            return refuse(parent, path, u"The request has no %1; say it as a non-empty string."_s.arg(full));
        if (value.isString())
            out = value.toString();
        if (out.isEmpty())
            return refuse(value, path + u'/' + name, u"%1 must be a non-empty string."_s.arg(full));
        return true;
    }

    // An object of the request; invalid where an optional one is not there.
    bool object(const JsonValue &parent, const QString &path, const QString &name, bool required,
                JsonValue &out)
    {
        out = parent.member(name);
        if (!out.isValid())
            return !required
                || refuse(parent, path, u"The request has no %1; say it as an object."_s.arg(name));
        return out.isObject() || refuse(out, path + u'/' + name, u"%1 must be an object."_s.arg(name));
    }

    bool strings(const JsonValue &value, const QString &path, QStringList &out)
    {
        if (!value.isArray())
            return refuse(value, path, u"It must be an array of strings."_s);
        for (JsonValue item = value.firstChild(); item.isValid(); item = item.nextSibling()) {
            if (!item.isString())
                return refuse(item, path + u'/' + QString::number(out.size()), u"It must be a string."_s);
            out.append(item.toString());
        }
        return true;
    }

    bool properties(const JsonValue &value)
    {
        for (JsonValue child = value.firstChild(); child.isValid(); child = child.nextSibling()) {
            const QString key = child.key();
            if (key == u"relations") {
                if (!strings(child, u"/resource/properties/relations"_s, request.relations))
                    return false;
            } else if (child.isString()) {
                if (const QString text = child.toString(); !text.isEmpty())
                    request.properties.emplace(key, text);
            }
        }
        return true;
    }

    bool context(const JsonValue &value)
    {
        if (const JsonValue time = value.member(u"time"); time.isValid()) {
            request.time = time.isString() ? parseRequestTime(time.toString()) : std::nullopt;
            if (!request.time)
                return refuse(time, u"/context/time"_s,
                              u"It must be a time such as \"2026-01-31T09:00:00Z\"."_s);
        }
        if (const JsonValue roles = value.member(u"roles"); roles.isValid()) {
            if (!strings(roles, u"/context/roles"_s, request.roles.emplace()))
                return false;
        }
        if (const JsonValue explain = value.member(u"explain"); explain.isValid()) {
            if (explain.type() != JsonValue::Type::Bool)
                return refuse(explain, u"/context/explain"_s, u"It must be true or false."_s);
            request.explain = explain.toBool();
        }
        return true;
    }

    bool read(const JsonValue &root)
    {
        if (!root.isObject())
            return refuse(root, {}, u"A request must be an object."_s);
        if (document.hasDuplicates() && !refuseDuplicates(root))
            return false;
        JsonValue subject, action, resource, more, circumstances;
        return object(root, {}, u"subject"_s, true, subject)
            && text(subject, u"/subject"_s, u"type"_s, request.subjectType)
            && text(subject, u"/subject"_s, u"id"_s, request.subject)
            && object(root, {}, u"action"_s, true, action)
            && text(action, u"/action"_s, u"name"_s, request.action)
            && object(root, {}, u"resource"_s, true, resource)
            && text(resource, u"/resource"_s, u"type"_s, request.resourceType)
            && text(resource, u"/resource"_s, u"id"_s, request.resource)
            && object(resource, u"/resource"_s, u"properties"_s, false, more)
            && (!more.isValid() || properties(more)) && object(root, {}, u"context"_s, false, circumstances)
            && (!circumstances.isValid() || context(circumstances));
    }
};

template <std::size_t N>
qsizetype rank(const std::array<QStringView, N> &known, const QString &key)
{
    return std::find(known.begin(), known.end(), key) - known.begin();
}

// Writes an object with the known members first. `write(key, value)` writes one value.
template <std::size_t N, class Write>
void writeOrdered(JsonWriter &json, const JsonValue &object, const std::array<QStringView, N> &known,
                  Write write)
{
    QList<std::pair<QString, JsonValue>> members;
    for (JsonValue child = object.firstChild(); child.isValid(); child = child.nextSibling())
        members.append({child.key(), child});
    std::sort(members.begin(), members.end(), [&](const auto &a, const auto &b) {
        const qsizetype left = rank(known, a.first);
        const qsizetype right = rank(known, b.first);
        return left != right ? left < right : lessByCodePoint(a.first, b.first);
    });
    json.beginObject();
    for (const auto &[key, value] : members) {
        json.key(key);
        write(key, value);
    }
    json.endObject();
}

} // namespace

Result<Request> readRequest(const JsonDocument &document, const JsonValue &value, const QString &pointer)
{
    RequestReader reader{document, pointer, {}, {}};
    reader.request.subjectType.clear();
    if (!reader.read(value))
        return failure(ErrorCode::Invalid, u"The request is malformed."_s, {}, {reader.problem});
    return std::move(reader.request);
}

Result<Request> parseRequest(const QByteArray &json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json, {RequestMaximum, 64, RequestMaximum});
    if (!document)
        return failure(document.error());
    return readRequest(*document, document->root());
}

bool fitsTest(const QString &request)
{
    JsonLimits limits;
    limits.depth = TestRequestDepth;
    return JsonDocument::parse(request.toUtf8(), limits).has_value();
}

QString canonicalRequest(const JsonValue &value)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    const auto plain = [&](const QString &, const JsonValue &any) { json.value(any); };
    writeOrdered(json, value, RequestMembers, [&](const QString &key, const JsonValue &part) {
        if (key == u"subject") {
            writeOrdered(json, part, SubjectMembers, plain);
        } else if (key == u"action") {
            writeOrdered(json, part, ActionMembers, plain);
        } else if (key == u"resource") {
            writeOrdered(json, part, ResourceMembers, [&](const QString &name, const JsonValue &any) {
                if (name == u"properties")
                    writeOrdered(json, any, PropertyMembers, plain);
                else
                    json.value(any);
            });
        } else if (key == u"context") {
            writeOrdered(json, part, ContextMembers, plain);
        } else {
            json.value(part);
        }
    });
    return QString::fromUtf8(json.take());
}

QString toJson(const Request &request)
{
    JsonWriter json(JsonWriter::Layout::OneLine);
    const auto list = [&](QStringView name, const QStringList &texts) {
        json.key(name);
        json.beginArray();
        for (const QString &text : texts)
            json.value(text);
        json.endArray();
    };
    json.beginObject();
    json.key(u"subject");
    json.beginObject();
    json.member(u"type", request.subjectType);
    json.member(u"id", request.subject);
    json.endObject();
    json.key(u"action");
    json.beginObject();
    json.member(u"name", request.action);
    json.endObject();
    json.key(u"resource");
    json.beginObject();
    json.member(u"type", request.resourceType);
    json.member(u"id", request.resource);
    if (!request.properties.empty() || !request.relations.isEmpty()) {
        json.key(u"properties");
        json.beginObject();
        QStringList names;
        for (const auto &[name, text] : request.properties)
            names.append(name);
        std::sort(names.begin(), names.end(), [](const QString &a, const QString &b) {
            return (a == u"owner") != (b == u"owner") ? a == u"owner" : lessByCodePoint(a, b);
        });
        const bool owned = !names.isEmpty() && names.first() == u"owner";
        if (owned)
            json.member(u"owner", request.properties.at(names.takeFirst()));
        if (!request.relations.isEmpty())
            list(u"relations", request.relations);
        for (const QString &name : names)
            json.member(name, request.properties.at(name));
        json.endObject();
    }
    json.endObject();
    if (request.time || request.roles || request.explain) {
        json.key(u"context");
        json.beginObject();
        if (request.time)
            json.member(u"time", toText(*request.time));
        if (request.roles)
            list(u"roles", *request.roles);
        if (request.explain)
            json.member(u"explain", true);
        json.endObject();
    }
    json.endObject();
    return QString::fromUtf8(json.take());
}

} // namespace rolewright
