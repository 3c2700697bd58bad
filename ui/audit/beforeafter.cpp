// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/beforeafter.h"

#include "core/base/json.h"

#include <QCoreApplication>
#include <QStringList>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BeforeAfter)
};

QString shown(const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Null:
        return Text::tr("none");
    case JsonValue::Type::Bool:
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    case JsonValue::Type::Integer:
    case JsonValue::Type::Number:
        return QString::fromLatin1(value.rawNumber());
    case JsonValue::Type::String:
        return value.toString();
    case JsonValue::Type::Array:
    case JsonValue::Type::Object:
        break;
    }
    QStringList parts;
    for (JsonValue child = value.firstChild(); child.isValid(); child = child.nextSibling())
        parts.append(value.isObject() ? child.key() + u": "_s + shown(child) : shown(child));
    return value.isObject() ? u"{"_s + parts.join(u"; "_s) + u'}' : parts.join(u", "_s);
}

// One line a member; `value` and `was` stand for what they hold.
void appendMembers(QStringList &lines, const JsonValue &object)
{
    for (JsonValue member = object.firstChild(); member.isValid(); member = member.nextSibling()) {
        const QString key = member.key();
        if (key == u"add" || key == u"remove")
            continue;
        if ((key == u"value" || key == u"was") && member.isObject())
            appendMembers(lines, member);
        else
            lines.append(key + u": "_s + shown(member));
    }
}

QString field(const QString &name, const JsonValue &value)
{
    if (!value.isValid())
        return {};
    if (!value.isObject())
        return name + u": "_s + shown(value);
    QStringList lines{name + u':'};
    for (JsonValue member = value.firstChild(); member.isValid(); member = member.nextSibling())
        lines.append(u"  "_s + member.key() + u": "_s + shown(member));
    return lines.join(u'\n');
}

} // namespace

BeforeAfter beforeAfter(const QString &changeJson)
{
    if (changeJson.isEmpty())
        return {};
    const Result<JsonDocument> document = JsonDocument::parse(changeJson.toUtf8());
    if (!document || !document->root().isObject())
        return {Text::tr("The entry's change cannot be read."), {}};
    const JsonValue change = document->root();
    if (change.member(u"set").isValid()) {
        const QString name = change.member(u"field").isValid() ? shown(change.member(u"field")) : QString();
        return {field(name, change.member(u"was")), field(name, change.member(u"to"))};
    }
    if (change.member(u"rename").isValid())
        return {field(Text::tr("name"), change.member(u"was")),
                field(Text::tr("name"), change.member(u"to"))};
    QStringList lines;
    appendMembers(lines, change);
    const QString there = lines.join(u'\n');
    return change.member(u"remove").isValid() ? BeforeAfter{there, Text::tr("not there")}
                                              : BeforeAfter{Text::tr("not there"), there};
}

} // namespace rolewright
