// SPDX-License-Identifier: Apache-2.0
#include "core/edit/describe.h"

#include "core/base/text.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

constexpr int ShownMaximum = 80;

// What change.h calls the kinds, the verbs and the fields, for translators.
[[maybe_unused]] constexpr const char *Words[] = {
    QT_TRANSLATE_NOOP("change", "permission"), QT_TRANSLATE_NOOP("change", "role"),
    QT_TRANSLATE_NOOP("change", "user"),       QT_TRANSLATE_NOOP("change", "constraint"),
    QT_TRANSLATE_NOOP("change", "operation"),  QT_TRANSLATE_NOOP("change", "test"),
    QT_TRANSLATE_NOOP("change", "name"),       QT_TRANSLATE_NOOP("change", "description"),
    QT_TRANSLATE_NOOP("change", "sensitive"),  QT_TRANSLATE_NOOP("change", "enabled"),
    QT_TRANSLATE_NOOP("change", "active"),     QT_TRANSLATE_NOOP("change", "attributes"),
    QT_TRANSLATE_NOOP("change", "source"),     QT_TRANSLATE_NOOP("change", "kind"),
    QT_TRANSLATE_NOOP("change", "limit"),      QT_TRANSLATE_NOOP("change", "mode"),
    QT_TRANSLATE_NOOP("change", "requires"),   QT_TRANSLATE_NOOP("change", "request"),
    QT_TRANSLATE_NOOP("change", "expect"),     QT_TRANSLATE_NOOP("change", "from"),
    QT_TRANSLATE_NOOP("change", "until"),      QT_TRANSLATE_NOOP("change", "property"),
    QT_TRANSLATE_NOOP("change", "attribute"),
};

QString inEnglish(const char *phrase)
{
    return QString::fromUtf8(phrase);
}

QString quoted(QString text)
{
    text.replace(u'\n', u' ');
    return u'"' + shortened(text, ShownMaximum) + u'"';
}

QString listed(const QStringList &names)
{
    return names.join(u", "_s);
}

struct Describer
{
    SayPhrase say;
    SayMoment moment;

    QString word(const QString &text) const { return say(text.toUtf8().constData()); }
    QString operator()(const Change &change) const;
    QString before(const Change &change) const;

    // A field's value as it stands in a sentence.
    QString value(std::monostate) const { return say(QT_TRANSLATE_NOOP("change", "nothing")); }
    QString value(bool flag) const
    {
        return flag ? say(QT_TRANSLATE_NOOP("change", "true")) : say(QT_TRANSLATE_NOOP("change", "false"));
    }
    QString value(qint64 number) const { return QString::number(number); }
    QString value(const QString &text) const { return quoted(text); }
    QString value(Instant instant) const
    {
        if (instant == Instant::openStart() || instant == Instant::openEnd())
            return say(QT_TRANSLATE_NOOP("change", "open"));
        return moment(instant);
    }
    QString value(const QMap<QString, QString> &map) const
    {
        QStringList texts;
        for (auto it = map.begin(); it != map.end(); ++it)
            texts << it.key() + u'=' + it.value();
        return texts.isEmpty() ? say(QT_TRANSLATE_NOOP("change", "none")) : quoted(listed(texts));
    }
    QString value(const std::optional<Requirement> &requirement) const
    {
        return requirement ? value(*requirement) : say(QT_TRANSLATE_NOOP("change", "nothing yet (denied)"));
    }
    QString value(const Expectation &expected) const
    {
        const QString decision = expected.decision ? say(QT_TRANSLATE_NOOP("change", "allowed"))
                                                   : say(QT_TRANSLATE_NOOP("change", "denied"));
        return expected.reason.isEmpty()
                   ? decision
                   : say(QT_TRANSLATE_NOOP("change", "%1 as %2")).arg(decision, expected.reason);
    }
    QString value(const Requirement &requirement) const;
    // Whole entities are named by the sentence around them.
    template <class Entity>
    QString value(const Entity &) const
    {
        return {};
    }

    QString validity(const Validity &validity) const;
    QString delegation(const Delegation &delegation) const;
    QString set(const Change &change) const;
    QString validityEnd(const Change &change, Instant end) const;
    QString addOrRemove(const Change &change) const;
};

QString Describer::value(const Requirement &requirement) const
{
    const auto children = [&](const QString &separator) {
        QStringList texts;
        for (const Requirement &child : requirement.children)
            texts << value(child);
        return u'(' + texts.join(separator) + u')';
    };
    const QString names = listed(requirement.names);
    switch (requirement.kind) {
    case Requirement::Kind::AnyPermission:
        return say(QT_TRANSLATE_NOOP("change", "any permission of %1")).arg(names);
    case Requirement::Kind::AllPermissions:
        return say(QT_TRANSLATE_NOOP("change", "all permissions of %1")).arg(names);
    case Requirement::Kind::AnyRole:
        return say(QT_TRANSLATE_NOOP("change", "any role of %1")).arg(names);
    case Requirement::Kind::Access:
        return say(QT_TRANSLATE_NOOP("change", "access to %1")).arg(names);
    case Requirement::Kind::Owner:
        if (requirement.names.isEmpty())
            return say(QT_TRANSLATE_NOOP("change", "to be the owner with %1")).arg(listed(requirement.own));
        return say(QT_TRANSLATE_NOOP("change", "any of %1, or to be the owner with %2"))
            .arg(names, listed(requirement.own));
    case Requirement::Kind::AllOf:
        return say(QT_TRANSLATE_NOOP("change", "all of %1"))
            .arg(children(say(QT_TRANSLATE_NOOP("change", " and "))));
    case Requirement::Kind::AnyOf:
        return say(QT_TRANSLATE_NOOP("change", "any of %1"))
            .arg(children(say(QT_TRANSLATE_NOOP("change", " or "))));
    case Requirement::Kind::Authenticated:
        return say(QT_TRANSLATE_NOOP("change", "an active user"));
    case Requirement::Kind::Public:
        return say(QT_TRANSLATE_NOOP("change", "nothing: it is public"));
    }
    return {};
}

QString Describer::validity(const Validity &validity) const
{
    QString text;
    if (validity.from != Instant::openStart())
        text += say(QT_TRANSLATE_NOOP("change", " from %1")).arg(moment(validity.from));
    if (validity.until != Instant::openEnd())
        text += say(QT_TRANSLATE_NOOP("change", " until %1")).arg(moment(validity.until));
    return text;
}

QString Describer::delegation(const Delegation &delegation) const
{
    QStringList rights;
    if (!delegation.assign.isEmpty())
        rights << say(QT_TRANSLATE_NOOP("change", "assign %1")).arg(listed(delegation.assign));
    if (!delegation.grant.isEmpty())
        rights << say(QT_TRANSLATE_NOOP("change", "grant %1")).arg(listed(delegation.grant));
    const QString right = rights.isEmpty() ? say(QT_TRANSLATE_NOOP("change", "do nothing"))
                                           : rights.join(say(QT_TRANSLATE_NOOP("change", " and ")));
    QString text = say(QT_TRANSLATE_NOOP("change", "%1 may %2")).arg(delegation.role, right);
    if (delegation.users)
        text += say(QT_TRANSLATE_NOOP("change", " for users whose %1 is %2"))
                    .arg(delegation.users->attribute, quoted(delegation.users->equals));
    return text;
}

QString Describer::validityEnd(const Change &change, Instant end) const
{
    const bool begin = change.field == u"from";
    if (end == (begin ? Instant::openStart() : Instant::openEnd())) {
        return (begin ? say(QT_TRANSLATE_NOOP("change", "let the assignment of %1 to %2 have no beginning"))
                      : say(QT_TRANSLATE_NOOP("change", "let the assignment of %1 to %2 have no end")))
            .arg(change.other, change.key);
    }
    return (begin ? say(QT_TRANSLATE_NOOP("change", "let the assignment of %1 to %2 begin at %3"))
                  : say(QT_TRANSLATE_NOOP("change", "let the assignment of %1 to %2 end at %3")))
        .arg(change.other, change.key, moment(end));
}

QString Describer::set(const Change &change) const
{
    const bool *flag = std::get_if<bool>(&change.to);
    if (change.kind == Kind::Role && change.field == u"enabled" && flag)
        return (*flag ? say(QT_TRANSLATE_NOOP("change", "enable role %1"))
                      : say(QT_TRANSLATE_NOOP("change", "disable role %1")))
            .arg(change.key);
    if (change.kind == Kind::User && change.field == u"active" && flag)
        return (*flag ? say(QT_TRANSLATE_NOOP("change", "activate user %1"))
                      : say(QT_TRANSLATE_NOOP("change", "deactivate user %1")))
            .arg(change.key);
    if (change.kind == Kind::Permission && change.field == u"sensitive" && flag)
        return (*flag ? say(QT_TRANSLATE_NOOP("change", "mark permission %1 as sensitive"))
                      : say(QT_TRANSLATE_NOOP("change", "mark permission %1 as not sensitive")))
            .arg(change.key);
    if (const Instant *end = std::get_if<Instant>(&change.to); end && change.kind == Kind::Assignment)
        return validityEnd(change, *end);
    const QString to = std::visit([this](const auto &each) { return value(each); }, change.to);
    const QString field = word(change.field);
    if (change.kind == Kind::Ownership)
        return say(QT_TRANSLATE_NOOP("change", "set the ownership %1 to %2")).arg(field, to);
    if (change.kind == Kind::Assignment)
        return say(QT_TRANSLATE_NOOP("change", "set %1 of the assignment of %2 to %3 to %4"))
            .arg(field, change.other, change.key, to);
    if (change.kind == Kind::Operation && change.field == u"requires")
        return say(QT_TRANSLATE_NOOP("change", "let operation %1 require %2")).arg(change.key, to);
    if (change.kind == Kind::Test && change.field == u"expect")
        return say(QT_TRANSLATE_NOOP("change", "expect test %1 to be %2")).arg(change.key, to);
    return say(QT_TRANSLATE_NOOP("change", "set %1 of %2 %3 to %4"))
        .arg(field, word(toText(change.kind)), change.key, to);
}

QString Describer::addOrRemove(const Change &change) const
{
    const bool add = change.verb == Verb::Add;
    const Change::Value &whole = add ? change.to : change.was;
    switch (change.kind) {
    case Kind::Grant:
        return (add ? say(QT_TRANSLATE_NOOP("change", "grant %1 to %2"))
                    : say(QT_TRANSLATE_NOOP("change", "revoke %1 from %2")))
            .arg(change.other, change.key);
    case Kind::Inheritance:
        return (add ? say(QT_TRANSLATE_NOOP("change", "let %1 inherit %2"))
                    : say(QT_TRANSLATE_NOOP("change", "stop %1 inheriting %2")))
            .arg(change.key, change.other);
    case Kind::Assignment: {
        const QString text = (add ? say(QT_TRANSLATE_NOOP("change", "assign %1 to %2"))
                                  : say(QT_TRANSLATE_NOOP("change", "unassign %1 from %2")))
                                 .arg(change.other, change.key);
        const auto *assignment = std::get_if<Assignment>(&whole);
        return add && assignment ? text + validity(assignment->validity) : text;
    }
    case Kind::Member:
        return (add ? say(QT_TRANSLATE_NOOP("change", "add role %1 to constraint %2"))
                    : say(QT_TRANSLATE_NOOP("change", "take role %1 out of constraint %2")))
            .arg(change.other, change.key);
    case Kind::Delegation: {
        const auto *found = std::get_if<Delegation>(&whole);
        return (add ? say(QT_TRANSLATE_NOOP("change", "add delegation: %1"))
                    : say(QT_TRANSLATE_NOOP("change", "remove delegation: %1")))
            .arg(found ? delegation(*found) : QString());
    }
    case Kind::Approval: {
        const auto *approval = std::get_if<Approval>(&whole);
        const QString text = approval ? say(QT_TRANSLATE_NOOP("change", "%1 needs %2"))
                                            .arg(listed(approval->changes), approval->by)
                                      : QString();
        return (add ? say(QT_TRANSLATE_NOOP("change", "add approval: %1"))
                    : say(QT_TRANSLATE_NOOP("change", "remove approval: %1")))
            .arg(text);
    }
    default:
        return (add ? say(QT_TRANSLATE_NOOP("change", "add %1 %2"))
                    : say(QT_TRANSLATE_NOOP("change", "remove %1 %2")))
            .arg(word(toText(change.kind)), change.key);
    }
}

QString Describer::operator()(const Change &change) const
{
    switch (change.verb) {
    case Verb::Add:
    case Verb::Remove:
        return addOrRemove(change);
    case Verb::Set:
        return set(change);
    case Verb::Rename: {
        const QString *to = std::get_if<QString>(&change.to);
        return say(QT_TRANSLATE_NOOP("change", "rename %1 %2 to %3"))
            .arg(word(toText(change.kind)), change.key, to ? *to : QString());
    }
    }
    return {};
}

QString Describer::before(const Change &change) const
{
    const auto *assignment = std::get_if<Assignment>(&change.was);
    switch (change.verb) {
    case Verb::Add:
        return say(QT_TRANSLATE_NOOP("change", "It was not there."));
    case Verb::Remove:
        return say(QT_TRANSLATE_NOOP("change", "It was there%1.")).arg(assignment ? validity(assignment->validity) : u""_s);
    case Verb::Rename:
        return say(QT_TRANSLATE_NOOP("change", "It was called %1.")).arg(change.key);
    case Verb::Set:
        break;
    }
    return say(QT_TRANSLATE_NOOP("change", "%1: %2"))
        .arg(word(change.field), std::visit([this](const auto &each) { return value(each); }, change.was));
}

} // namespace

QString describe(const Change &change)
{
    return Describer{inEnglish, [](Instant moment) { return toText(moment); }}(change);
}

QString describe(const Change &change, SayPhrase say, SayMoment moment)
{
    return Describer{say, moment}(change);
}

QString describeBefore(const Change &change, SayPhrase say, SayMoment moment)
{
    return Describer{say, moment}.before(change);
}

} // namespace rolewright
