// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"

#include "core/exchange/changekeys.h"
#include "core/exchange/entitywriter.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

// Writes a value of a change; a default is written too, since it is what was or will be.
struct ValueWriter
{
    JsonWriter &json;
    const QString &field;

    void operator()(std::monostate) const { json.null(); }
    void operator()(bool value) const { json.value(value); }
    void operator()(qint64 value) const { json.value(value); }
    void operator()(const QString &text) const
    {
        if (field == u"request")
            writeRequest(json, text);
        else
            json.value(text);
    }
    void operator()(Instant instant) const { writeTime(json, instant); }
    void operator()(const Role &role) const { writeWithBrackets(role); }
    void operator()(const User &user) const { writeWithBrackets(user); }
    void operator()(const Assignment &assignment) const { writeWithBrackets(assignment); }
    void operator()(const Expectation &expectation) const { writeExpectation(json, expectation); }
    void operator()(const std::optional<Requirement> &requirement) const
    {
        if (requirement)
            writeObject(json, *requirement);
        else
            json.null();
    }
    template <class T>
    void operator()(const T &value) const
    {
        writeObject(json, value);
    }

private:
    template <class T>
    void writeWithBrackets(const T &value) const
    {
        json.beginObject();
        writeMembers(json, value);
        json.endObject();
    }
};

void writeValue(JsonWriter &json, QStringView name, const Change::Value &value, const QString &field = {})
{
    json.key(name);
    std::visit(ValueWriter{json, field}, value);
}

bool isSaid(const Change::Value &value)
{
    return !std::holds_alternative<std::monostate>(value);
}

} // namespace

void write(JsonWriter &json, const Change &change)
{
    json.beginObject();
    json.member(toText(change.verb), toText(change.kind));
    const bool keyIsInValue =
        change.verb == Verb::Rename || (change.verb == Verb::Add && isEntity(change.kind));
    if (!keyIsInValue) {
        const QList<QStringView> keys = keyMembers(change.kind);
        if (!keys.isEmpty())
            json.member(keys.at(0), change.key);
        if (keys.size() > 1)
            json.member(keys.at(1), change.other);
    }
    switch (change.verb) {
    case Verb::Add: {
        const auto *assignment = std::get_if<Assignment>(&change.to);
        if (isSaid(change.to) && !(assignment && *assignment == Assignment()))
            writeValue(json, u"value", change.to);
        break;
    }
    case Verb::Remove:
        if (isSaid(change.was))
            writeValue(json, u"was", change.was);
        break;
    case Verb::Set:
        json.member(u"field", change.field);
        if (isSaid(change.was))
            writeValue(json, u"was", change.was, change.field);
        writeValue(json, u"to", change.to, change.field);
        break;
    case Verb::Rename:
        json.member(u"was", change.key);
        writeValue(json, u"to", change.to);
        break;
    }
    json.endObject();
}

QByteArray writeChangeSet(const ChangeSet &changes, JsonWriter::Layout layout)
{
    JsonWriter json(layout);
    json.beginObject();
    json.member(u"rolewright-changes", 1);
    if (changes.base != 0)
        json.member(u"base", changes.base);
    if (!changes.operation.isNull())
        json.member(u"operation", changes.operation.toString(QUuid::WithoutBraces));
    if (!changes.reason.isEmpty())
        json.member(u"reason", changes.reason);
    json.key(u"changes");
    json.beginArray();
    for (const Change &change : changes.changes)
        write(json, change);
    json.endArray();
    json.endObject();
    return json.take() + (layout == JsonWriter::Layout::Indented ? "\n" : "");
}

} // namespace rolewright
