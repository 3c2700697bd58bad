// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/filteroffers.h"

#include "ui/widgets/suggestions.h"

#include <QSet>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int UserMaximum = 20'000; // whose attributes are looked at

// As a word of a name, in marks only where it would be read as something else.
QString asWord(const QString &name, FilterAxis axis)
{
    const Filter filter(name, axis);
    const FilterPattern part{FilterPattern::Kind::Part, name};
    const bool same = filter.isValid() && filter.advice().isEmpty()
        && filter.root().kind == FilterNode::Kind::Named && filter.root().pattern == part;
    return same ? name : filterWord(name);
}

QString asValue(const QString &text)
{
    const bool special = text.isEmpty() || text.startsWith(u'/')
        || std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isSpace() || u"\"()*?\\"_s.contains(c); });
    return special ? filterWord(text) : text;
}

QStringList namesOf(const Policy &policy, FilterAxis axis, const QString &typed)
{
    const auto keys = [&](const auto &things) {
        QStringList names;
        things.forEach([&](auto, const auto &thing) { names.append(keyOf(thing)); });
        return suggest(names, typed);
    };
    switch (axis) {
    case FilterAxis::Permission:
        return suggestPermissions(policy, typed);
    case FilterAxis::Role:
        return suggestRoles(policy, typed);
    case FilterAxis::User:
        return suggestUsers(policy, typed);
    case FilterAxis::Constraint:
        return keys(policy.constraints());
    case FilterAxis::Operation:
        return suggestOperations(policy, typed);
    case FilterAxis::Test:
        return keys(policy.tests());
    }
    return {};
}

QStringList attributes(const Policy &policy, const QString &typed, const QString &valuesOf)
{
    QSet<QString> found;
    int seen = 0;
    for (quint32 id = 0; id < policy.users().end() && seen < UserMaximum; ++id) {
        const User *user = policy.users().find({id});
        if (!user)
            continue;
        ++seen;
        if (!valuesOf.isNull()) {
            if (const auto value = user->attributes.constFind(valuesOf); value != user->attributes.cend())
                found.insert(*value);
            continue;
        }
        for (auto attribute = user->attributes.cbegin(); attribute != user->attributes.cend(); ++attribute)
            found.insert(attribute.key());
    }
    return suggest(found.values(), typed);
}

QStringList words(FilterAxis axis, const QString &typed)
{
    QStringList words;
    for (const FilterPropertyInfo &info : filterProperties()) {
        if (info.axes.contains(axis))
            words.append(info.hasValue ? info.word + u':' : info.word);
    }
    if (axis == FilterAxis::User)
        words.append(u"user."_s);
    words += {u"and"_s, u"or"_s, u"not"_s};
    words.removeIf([&](const QString &word) {
        return !word.startsWith(typed, Qt::CaseInsensitive) || word.compare(typed, Qt::CaseInsensitive) == 0;
    });
    return words;
}

} // namespace

QStringList filterOffers(const Policy &policy, FilterAxis axis, const FilterCursor &cursor)
{
    QStringList offers;
    if (!cursor.completable)
        return offers;
    if (cursor.kind == FilterCursor::Kind::Key) {
        for (const QString &key : attributes(policy, cursor.typed, {}))
            offers.append(filterWord(key) + u'=');
        return offers;
    }
    if (cursor.kind == FilterCursor::Kind::Word) {
        offers = words(axis, cursor.typed);
        for (const QString &name : namesOf(policy, axis, cursor.typed))
            offers.append(asWord(name, axis));
        return offers.mid(0, SuggestionMaximum);
    }
    QStringList values;
    switch (cursor.property) {
    case FilterProperty::Attribute:
        values = attributes(policy, cursor.typed, cursor.attribute);
        break;
    case FilterProperty::Inherits:
    case FilterProperty::Role:
        values = suggestRoles(policy, cursor.typed);
        break;
    case FilterProperty::Permission:
        values = suggestPermissions(policy, cursor.typed);
        break;
    case FilterProperty::User:
    case FilterProperty::Id:
        values = suggestUsers(policy, cursor.typed);
        break;
    case FilterProperty::Name:
        values = namesOf(policy, axis, cursor.typed);
        break;
    default:
        break;
    }
    for (const QString &value : std::as_const(values))
        offers.append(asValue(value));
    return offers;
}

} // namespace rolewright
