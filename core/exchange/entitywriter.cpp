// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/entitywriter.h"

#include "core/base/text.h"

#include <array>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

void writeUnlessEmpty(JsonWriter &json, QStringView name, const QString &text)
{
    if (!text.isEmpty())
        json.member(name, text);
}

void writeUnlessEmpty(JsonWriter &json, QStringView name, const QStringList &texts)
{
    if (texts.isEmpty())
        return;
    json.key(name);
    writeList(json, texts);
}

} // namespace

void writeMembers(JsonWriter &json, const Role &role)
{
    json.member(u"name", role.name);
    writeUnlessEmpty(json, u"description", role.description);
    if (!role.enabled)
        json.member(u"enabled", false);
}

void writeMembers(JsonWriter &json, const User &user)
{
    json.member(u"id", user.id);
    if (user.name != user.id)
        json.member(u"name", user.name);
    if (!user.active)
        json.member(u"active", false);
    if (!user.attributes.isEmpty()) {
        json.key(u"attributes");
        writeObject(json, user.attributes);
    }
    writeUnlessEmpty(json, u"source", user.source);
}

void writeMembers(JsonWriter &json, const Assignment &assignment)
{
    const Validity &validity = assignment.validity;
    if (validity.from != Instant::openStart())
        json.member(u"from", toText(validity.from));
    if (validity.until != Instant::openEnd())
        json.member(u"until", toText(validity.until));
    writeUnlessEmpty(json, u"source", assignment.source);
}

void writeObject(JsonWriter &json, const Permission &permission)
{
    json.beginObject();
    json.member(u"name", permission.name.toText());
    writeUnlessEmpty(json, u"description", permission.description);
    if (permission.sensitive)
        json.member(u"sensitive", true);
    json.endObject();
}

void writeObject(JsonWriter &json, const ConstraintValue &constraint)
{
    json.beginObject();
    json.member(u"name", constraint.name);
    json.member(u"kind", toText(constraint.kind));
    json.key(u"roles");
    writeList(json, constraint.roles);
    json.member(u"limit", constraint.limit);
    if (constraint.mode != Constraint::Mode::Enforce)
        json.member(u"mode", toText(constraint.mode));
    json.endObject();
}

void writeObject(JsonWriter &json, const Requirement &requirement)
{
    using Kind = Requirement::Kind;
    const auto list = [&](QStringView name, const QStringList &names) {
        json.key(name);
        writeList(json, names);
    };
    const auto children = [&](QStringView name) {
        json.key(name);
        json.beginArray();
        for (const Requirement &child : requirement.children)
            writeObject(json, child);
        json.endArray();
    };
    json.beginObject();
    switch (requirement.kind) {
    case Kind::AnyPermission:
        list(u"anyPermission", requirement.names);
        break;
    case Kind::AllPermissions:
        list(u"allPermissions", requirement.names);
        break;
    case Kind::AnyRole:
        list(u"anyRole", requirement.names);
        break;
    case Kind::Access:
        json.member(u"access", requirement.names.value(0));
        break;
    case Kind::Owner:
        json.key(u"owner");
        json.beginObject();
        writeUnlessEmpty(json, u"any", requirement.names);
        list(u"own", requirement.own);
        json.endObject();
        break;
    case Kind::AllOf:
        children(u"allOf");
        break;
    case Kind::AnyOf:
        children(u"anyOf");
        break;
    case Kind::Authenticated:
        json.member(u"authenticated", true);
        break;
    case Kind::Public:
        json.member(u"public", true);
        break;
    }
    json.endObject();
}

void writeObject(JsonWriter &json, const Operation &operation)
{
    json.beginObject();
    json.member(u"name", operation.name);
    writeUnlessEmpty(json, u"description", operation.description);
    if (operation.required) {
        json.key(u"requires");
        writeObject(json, *operation.required);
    }
    json.endObject();
}

void writeObject(JsonWriter &json, const PolicyTest &test)
{
    json.beginObject();
    json.member(u"name", test.name);
    json.key(u"request");
    writeRequest(json, test.request);
    json.key(u"expect");
    writeExpectation(json, test.expected);
    json.endObject();
}

void writeObject(JsonWriter &json, const Delegation &delegation)
{
    json.beginObject();
    json.member(u"role", delegation.role);
    writeUnlessEmpty(json, u"assign", delegation.assign);
    writeUnlessEmpty(json, u"grant", delegation.grant);
    if (delegation.users) {
        json.key(u"users");
        json.beginObject();
        json.member(u"attribute", delegation.users->attribute);
        json.member(u"equals", delegation.users->equals);
        json.endObject();
    }
    json.endObject();
}

void writeObject(JsonWriter &json, const Approval &approval)
{
    json.beginObject();
    writeUnlessEmpty(json, u"changes", approval.changes);
    json.member(u"by", approval.by);
    json.endObject();
}

void writeObject(JsonWriter &json, const QMap<QString, QString> &attributes)
{
    QStringList keys = attributes.keys();
    sortByCodePoint(keys);
    json.beginObject();
    for (const QString &key : std::as_const(keys))
        json.member(key, attributes.value(key));
    json.endObject();
}

void writeList(JsonWriter &json, const QStringList &texts)
{
    json.beginArray();
    for (const QString &text : texts)
        json.value(text);
    json.endArray();
}

void writeRequest(JsonWriter &json, const QString &request)
{
    const Result<JsonDocument> document = JsonDocument::parse(request.toUtf8());
    Q_ASSERT(document); // a test in a policy has a well-formed request
    json.value(document->root());
}

void writeExpectation(JsonWriter &json, const Expectation &expectation)
{
    if (expectation.reason.isEmpty())
        return json.value(expectation.decision);
    json.beginObject();
    json.member(u"decision", expectation.decision);
    json.member(u"reason", expectation.reason);
    json.endObject();
}

void writeTime(JsonWriter &json, Instant instant)
{
    if (instant == Instant::openStart() || instant == Instant::openEnd())
        json.null();
    else
        json.value(toText(instant));
}

QString toText(Constraint::Kind kind)
{
    return kind == Constraint::Kind::Static ? u"static"_s : u"dynamic"_s;
}

QString toText(Constraint::Mode mode)
{
    return mode == Constraint::Mode::Enforce ? u"enforce"_s : u"record"_s;
}

} // namespace rolewright
