// SPDX-License-Identifier: Apache-2.0
#include "core/edit/change.h"

#include "core/edit/apply.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

constexpr int ShownMaximum = 80;

QString quoted(QString text)
{
    text.replace(u'\n', u' ');
    if (text.size() > ShownMaximum)
        text = text.left(ShownMaximum - 1) + u'…';
    return u'"' + text + u'"';
}

QString listed(const QStringList &names)
{
    return names.join(u", "_s);
}

QString describe(const Requirement &requirement)
{
    const auto children = [&](const QString &separator) {
        QStringList texts;
        for (const Requirement &child : requirement.children)
            texts << describe(child);
        return u'(' + texts.join(separator) + u')';
    };
    switch (requirement.kind) {
    case Requirement::Kind::AnyPermission:
        return u"any permission of "_s + listed(requirement.names);
    case Requirement::Kind::AllPermissions:
        return u"all permissions of "_s + listed(requirement.names);
    case Requirement::Kind::AnyRole:
        return u"any role of "_s + listed(requirement.names);
    case Requirement::Kind::Access:
        return u"access to "_s + listed(requirement.names);
    case Requirement::Kind::Owner:
        if (requirement.names.isEmpty())
            return u"to be the owner with %1"_s.arg(listed(requirement.own));
        return u"any of %1, or to be the owner with %2"_s.arg(listed(requirement.names),
                                                              listed(requirement.own));
    case Requirement::Kind::AllOf:
        return u"all of "_s + children(u" and "_s);
    case Requirement::Kind::AnyOf:
        return u"any of "_s + children(u" or "_s);
    case Requirement::Kind::Authenticated:
        return u"an active user"_s;
    case Requirement::Kind::Public:
        return u"nothing: it is public"_s;
    }
    return {};
}

QString describe(const Expectation &expected)
{
    const QString decision = expected.decision ? u"allowed"_s : u"denied"_s;
    return expected.reason.isEmpty() ? decision : u"%1 as %2"_s.arg(decision, expected.reason);
}

QString describe(Instant instant)
{
    if (instant == Instant::openStart() || instant == Instant::openEnd())
        return u"open"_s;
    return toText(instant);
}

// A field's value as it stands in a sentence.
struct ValueText
{
    QString operator()(std::monostate) const { return u"nothing"_s; }
    QString operator()(bool value) const { return value ? u"true"_s : u"false"_s; }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(const QString &value) const { return quoted(value); }
    QString operator()(Instant value) const { return describe(value); }
    QString operator()(const QMap<QString, QString> &value) const
    {
        QStringList texts;
        for (auto it = value.begin(); it != value.end(); ++it)
            texts << it.key() + u'=' + it.value();
        return texts.isEmpty() ? u"none"_s : quoted(listed(texts));
    }
    QString operator()(const std::optional<Requirement> &value) const
    {
        return value ? describe(*value) : u"nothing yet (denied)"_s;
    }
    QString operator()(const Expectation &value) const { return describe(value); }
    // Whole entities are named by the sentence around them.
    template <class Entity>
    QString operator()(const Entity &) const
    {
        return {};
    }
};

QString describe(const Validity &validity)
{
    QString text;
    if (validity.from != Instant::openStart())
        text += u" from "_s + toText(validity.from);
    if (validity.until != Instant::openEnd())
        text += u" until "_s + toText(validity.until);
    return text;
}

QString describe(const Delegation &delegation)
{
    QStringList rights;
    if (!delegation.assign.isEmpty())
        rights << u"assign "_s + listed(delegation.assign);
    if (!delegation.grant.isEmpty())
        rights << u"grant "_s + listed(delegation.grant);
    QString text =
        u"%1 may %2"_s.arg(delegation.role, rights.isEmpty() ? u"do nothing"_s : rights.join(u" and "_s));
    if (delegation.users)
        text +=
            u" for users whose %1 is %2"_s.arg(delegation.users->attribute, quoted(delegation.users->equals));
    return text;
}

QString describeSet(const Change &change)
{
    const bool *flag = std::get_if<bool>(&change.to);
    if (change.kind == Kind::Role && change.field == u"enabled" && flag)
        return (*flag ? u"enable role "_s : u"disable role "_s) + change.key;
    if (change.kind == Kind::User && change.field == u"active" && flag)
        return (*flag ? u"activate user "_s : u"deactivate user "_s) + change.key;
    if (change.kind == Kind::Permission && change.field == u"sensitive" && flag)
        return u"mark permission %1 as %2sensitive"_s.arg(change.key, *flag ? QString() : u"not "_s);
    const QString to = std::visit(ValueText(), change.to);
    if (change.kind == Kind::Ownership)
        return u"set the ownership %1 to %2"_s.arg(change.field, to);
    if (change.kind == Kind::Assignment)
        return u"set %1 of the assignment of %2 to %3 to %4"_s.arg(change.field, change.other, change.key,
                                                                   to);
    if (change.kind == Kind::Operation && change.field == u"requires")
        return u"let operation %1 require %2"_s.arg(change.key, to);
    if (change.kind == Kind::Test && change.field == u"expect")
        return u"expect test %1 to be %2"_s.arg(change.key, to);
    return u"set %1 of %2 %3 to %4"_s.arg(change.field, toText(change.kind), change.key, to);
}

QString describeAddOrRemove(const Change &change)
{
    const bool add = change.verb == Verb::Add;
    const Change::Value &value = add ? change.to : change.was;
    switch (change.kind) {
    case Kind::Grant:
        return (add ? u"grant %1 to %2"_s : u"revoke %1 from %2"_s).arg(change.other, change.key);
    case Kind::Inheritance:
        return (add ? u"let %1 inherit %2"_s : u"stop %1 inheriting %2"_s).arg(change.key, change.other);
    case Kind::Assignment: {
        const QString text =
            (add ? u"assign %1 to %2"_s : u"unassign %1 from %2"_s).arg(change.other, change.key);
        const auto *assignment = std::get_if<Assignment>(&value);
        return add && assignment ? text + describe(assignment->validity) : text;
    }
    case Kind::Member:
        return (add ? u"add role %1 to constraint %2"_s : u"take role %1 out of constraint %2"_s)
            .arg(change.other, change.key);
    case Kind::Delegation: {
        const auto *delegation = std::get_if<Delegation>(&value);
        return toText(change.verb) + u" delegation: "_s + (delegation ? describe(*delegation) : QString());
    }
    case Kind::Approval: {
        const auto *approval = std::get_if<Approval>(&value);
        const QString text =
            approval ? u"%1 needs %2"_s.arg(listed(approval->changes), approval->by) : QString();
        return toText(change.verb) + u" approval: "_s + text;
    }
    default:
        return u"%1 %2 %3"_s.arg(toText(change.verb), toText(change.kind), change.key);
    }
}

} // namespace

Change Change::inverted() const
{
    Change change = *this;
    switch (verb) {
    case Verb::Add:
    case Verb::Remove:
        change.verb = verb == Verb::Add ? Verb::Remove : Verb::Add;
        std::swap(change.was, change.to);
        break;
    case Verb::Set:
        std::swap(change.was, change.to);
        break;
    case Verb::Rename:
        change.key = std::get<QString>(to);
        change.to = key;
        break;
    }
    return change;
}

QList<Change> inverted(const QList<Change> &changes)
{
    QList<Change> result;
    result.reserve(changes.size());
    for (auto it = changes.rbegin(); it != changes.rend(); ++it)
        result.append(it->inverted());
    return result;
}

QString toText(Change::Kind kind)
{
    static const QString texts[] = {u"permission"_s, u"role"_s,   u"user"_s,       u"constraint"_s,
                                    u"operation"_s,  u"test"_s,   u"grant"_s,      u"inheritance"_s,
                                    u"assignment"_s, u"member"_s, u"delegation"_s, u"approval"_s,
                                    u"ownership"_s};
    return texts[int(kind)];
}

QString toText(Change::Verb verb)
{
    static const QString texts[] = {u"add"_s, u"remove"_s, u"set"_s, u"rename"_s};
    return texts[int(verb)];
}

QString describe(const Change &change)
{
    switch (change.verb) {
    case Verb::Add:
    case Verb::Remove:
        return describeAddOrRemove(change);
    case Verb::Set:
        return describeSet(change);
    case Verb::Rename: {
        const QString *to = std::get_if<QString>(&change.to);
        return u"rename %1 %2 to %3"_s.arg(toText(change.kind), change.key, to ? *to : QString());
    }
    }
    return {};
}

} // namespace rolewright
