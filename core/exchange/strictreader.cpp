// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/strictreader.h"

#include "core/base/text.h"

#include <QSet>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype KeyMaximum = 200; // of what is shown of a free key

QString typeText(const JsonValue &value)
{
    switch (value.type()) {
    case JsonValue::Type::Null:
        return u"null"_s;
    case JsonValue::Type::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case JsonValue::Type::Integer:
        return u"a number"_s;
    case JsonValue::Type::Number:
        return u"a number with fraction or exponent"_s;
    case JsonValue::Type::String:
        return u"a string"_s;
    case JsonValue::Type::Array:
        return u"an array"_s;
    case JsonValue::Type::Object:
        return u"an object"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

QString Place::pointer() const
{
    if (!up)
        return {};
    QString segment = index >= 0 ? QString::number(index) : shortened(name.toString(), KeyMaximum);
    return up->pointer() + u'/' + segment.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

void StrictReader::report(const Place &at, const QString &code, const QString &message)
{
    report(at.value.offset(), at.pointer(), code, message);
}

void StrictReader::report(qint64 offset, const QString &pointer, const QString &code, const QString &message)
{
    if (isFull())
        return;
    const JsonDocument::Position position = m_document.position(offset);
    m_problems.append({offset, {Severity::Error, code, message, pointer, position.line, position.column}});
}

void StrictReader::report(const Place &at, const Finding &finding)
{
    if (!isFull())
        m_problems.append({at.value.offset(), finding});
}

Findings StrictReader::findings() const
{
    QList<Problem> problems = m_problems;
    std::stable_sort(problems.begin(), problems.end(),
                     [](const Problem &a, const Problem &b) { return a.offset < b.offset; });
    Findings findings;
    findings.reserve(problems.size());
    for (const Problem &problem : std::as_const(problems))
        findings.append(problem.finding);
    if (isFull()) {
        const Finding last = findings.last();
        findings.append({Severity::Error,
                         u"more"_s,
                         u"There is more that is wrong; mend this first."_s,
                         {},
                         last.line,
                         last.column});
    }
    return findings;
}

QList<Place> StrictReader::members(const Place &object, const QList<QStringView> &known)
{
    QList<Place> places;
    for (const QStringView name : known)
        places.append({{}, &object, name, -1});
    fill(object, {places.data(), std::size_t(places.size())});
    return places;
}

bool StrictReader::require(const Place &member)
{
    if (member.isThere())
        return true;
    // Where the object is none, that has been reported, and nothing is missing from it.
    if (member.up->value.isObject())
        report(*member.up, u"missing-member"_s,
               u"The member \"%1\" is missing; it is required."_s.arg(member.name));
    return false;
}

std::optional<QString> StrictReader::text(const Place &at)
{
    if (!at.isThere())
        return {};
    if (at.value.isString())
        return at.value.toString();
    wrongType(at, u"a string"_s);
    return {};
}

QString StrictReader::name(const Place &at)
{
    const std::optional<QString> read = text(at);
    if (!read)
        return {};
    if (const auto problem = problemOfName(*read))
        report(at, u"name"_s, u"The name %1 %2."_s.arg(quoted(*read), *problem));
    return *read;
}

QString StrictReader::value(const Place &at, const QString &otherwise)
{
    const std::optional<QString> read = text(at);
    if (!read)
        return otherwise;
    if (const auto problem = problemOfValue(*read))
        report(at, u"text"_s, u"The text %1 %2."_s.arg(quoted(*read), *problem));
    return *read;
}

QString StrictReader::description(const Place &at)
{
    const std::optional<QString> read = text(at);
    if (!read)
        return {};
    if (const auto problem = problemOfDescription(*read))
        report(at, u"text"_s, u"The text %1 %2."_s.arg(quoted(*read), *problem));
    return *read;
}

bool StrictReader::flag(const Place &at, bool otherwise)
{
    if (!at.isThere())
        return otherwise;
    if (at.value.type() == JsonValue::Type::Bool)
        return at.value.toBool();
    wrongType(at, u"true or false"_s);
    return otherwise;
}

std::optional<qint64> StrictReader::integer(const Place &at)
{
    if (!at.isThere())
        return {};
    const std::optional<qint64> read = at.value.toInteger();
    if (!read && at.value.type() == JsonValue::Type::Integer)
        report(at, u"type"_s, u"The number is too large."_s);
    else if (!read)
        wrongType(at, u"an integer"_s);
    return read;
}

Instant StrictReader::time(const Place &at, Instant open)
{
    if (!at.isThere() || at.value.isNull())
        return open;
    const std::optional<QString> read = text(at);
    if (!read)
        return open;
    const std::optional<Instant> time = parseDocumentTime(*read);
    if (!time)
        report(
            at, u"time"_s,
            u"%1 is not a time; write it as 2027-01-01T00:00:00Z or with an offset, no finer than a millisecond."_s
                .arg(quoted(*read)));
    return time.value_or(open);
}

QStringList StrictReader::names(const Place &list)
{
    QStringList names;
    QSet<QString> seen;
    each(list, [&](const Place &at) {
        const QString text = name(at);
        if (text.isEmpty())
            return; // reported
        if (seen.contains(text))
            return reportTwice(at, text);
        seen.insert(text);
        names.append(text);
    });
    return names;
}

void StrictReader::reportTwice(const Place &at, const QString &text)
{
    report(at, u"duplicate-name"_s, u"%1 is there twice; keep one."_s.arg(quoted(text)));
}

bool StrictReader::isObject(const Place &at)
{
    if (!at.isThere())
        return false;
    if (!at.value.isObject())
        wrongType(at, u"an object"_s);
    return at.value.isObject();
}

bool StrictReader::isArray(const Place &at)
{
    if (!at.isThere())
        return false;
    if (!at.value.isArray())
        wrongType(at, u"an array"_s);
    return at.value.isArray();
}

void StrictReader::wrongType(const Place &at, const QString &wanted)
{
    report(at, u"type"_s, u"This must be %1, not %2."_s.arg(wanted, typeText(at.value)));
}

void StrictReader::fill(const Place &object, std::span<Place> places)
{
    if (!isObject(object))
        return;
    for (JsonValue child = object.value.firstChild(); child.isValid() && !isFull();
         child = child.nextSibling()) {
        const QString key = child.key();
        if (child.isDuplicate()) {
            reportDuplicate(object, child);
            continue;
        }
        const auto known =
            std::find_if(places.begin(), places.end(), [&](const Place &p) { return p.name == key; });
        if (known != places.end()) {
            known->value = child;
            continue;
        }
        QStringList allowed;
        for (const Place &place : places)
            allowed.append(place.name.toString());
        report(child.keyOffset(), Place{child, &object, key, -1}.pointer(), u"unknown-member"_s,
               u"The member %1 is unknown; known here: %2."_s.arg(quoted(key), allowed.join(u", "_s)));
    }
}

void StrictReader::reportDuplicate(const Place &object, const JsonValue &member)
{
    const QString key = member.key();
    report(member.keyOffset(), Place{member, &object, key, -1}.pointer(), u"duplicate-member"_s,
           u"The member %1 is there twice; keep one."_s.arg(quoted(key)));
}

} // namespace rolewright
