// SPDX-License-Identifier: Apache-2.0
#include "core/edit/edits.h"

#include "core/edit/difference.h"
#include "core/edit/fields.h"
#include "core/edit/tabledifference.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

QString textOf(const Ent &ent)
{
    return toText(ent.kind) + (ent.isNew ? u'+' : u' ') + ent.name;
}

bool isGrantPattern(const QString &text)
{
    const Result<PermissionName> name = parseGrant(text);
    return name && isPattern(*name);
}

struct Renamer
{
    const NewName &newName;

    template <class T>
    Change::Value operator()(const T &value) const
    {
        return value;
    }
    Change::Value operator()(const Operation &value) const
    {
        Operation result = value;
        if (value.required)
            result.required = renamed(*value.required, newName);
        return result;
    }
    Change::Value operator()(const std::optional<Requirement> &value) const
    {
        return value ? std::optional(renamed(*value, newName)) : value;
    }
    Change::Value operator()(const ConstraintValue &value) const
    {
        ConstraintValue result = value;
        for (QString &role : result.roles)
            role = newName(Kind::Role, role);
        sortByCodePoint(result.roles);
        return result;
    }
    Change::Value operator()(const Delegation &value) const { return renamed(value, newName); }
    Change::Value operator()(const Approval &value) const { return renamed(value, newName); }
};

} // namespace

Change::Value renamed(const Change::Value &value, const NewName &newName)
{
    return std::visit(Renamer{newName}, value);
}

Edits::Edits(const Policy &base, const Policy &after)
    : m_base(base)
    , m_after(after)
{
    const QList<Change> changes = difference(base, after);
    // Up to here changes use the names of the base.
    qsizetype turn = 0;
    while (turn < changes.size()
           && (changes.at(turn).verb == Verb::Remove || changes.at(turn).verb == Verb::Set)) {
        const Change &change = changes.at(turn);
        // An operation that steps aside for a rename is set again later; only without a rename does Set end
        // the removals.
        if (change.verb == Verb::Set
            && std::none_of(changes.begin() + turn, changes.end(),
                            [](const Change &c) { return c.verb == Verb::Rename; }))
            break;
        ++turn;
    }
    // Removed entities first: endsOf() asks for them.
    for (qsizetype i = 0; i < turn; ++i) {
        if (changes.at(i).verb == Verb::Remove && isEntity(changes.at(i).kind))
            m_removed.insert({changes.at(i).kind, changes.at(i).key, false}, -1);
    }
    for (qsizetype i = 0; i < turn; ++i) {
        if (changes.at(i).verb == Verb::Remove)
            append(changes.at(i), true);
    }
    appendRenames(Kind::Permission, base.permissions(), after.permissions());
    appendRenames(Kind::Role, base.roles(), after.roles());
    appendRenames(Kind::User, base.users(), after.users());
    appendRenames(Kind::Constraint, base.constraints(), after.constraints());
    appendRenames(Kind::Operation, base.operations(), after.operations());
    appendRenames(Kind::Test, base.tests(), after.tests());
    QSet<Ent> setAgain;
    for (qsizetype i = turn; i < changes.size(); ++i) {
        const Change &change = changes.at(i);
        if (change.verb == Verb::Rename)
            continue;
        append(change, false);
        if (change.kind == Kind::Operation && change.verb == Verb::Set && change.field == u"requires")
            setAgain.insert(ent(Kind::Operation, change.key, false));
    }
    for (qsizetype i = 0; i < turn; ++i) {
        if (changes.at(i).verb == Verb::Set
            && !setAgain.contains({Kind::Operation, changes.at(i).key, false}))
            append(changes.at(i), true);
    }
}

template <class IdType, class Entity>
void Edits::appendRenames(Kind kind, const Table<IdType, Entity> &before, const Table<IdType, Entity> &after)
{
    const QHash<QString, QString> names = TableDifference(before, after, true).renames();
    QStringList order = names.keys();
    sortByCodePoint(order);
    for (const QString &from : std::as_const(order))
        append({Verb::Rename, kind, from, {}, {}, {}, names.value(from)}, true);
}

void Edits::append(const Change &change, bool usesBaseNames)
{
    Edit edit{change, {}, endsOf(change, usesBaseNames), usesBaseNames};
    edit.thing = thingOf(change, edit.ends);
    const qsizetype index = m_list.size();
    m_byThing[edit.thing].append(index);
    for (const Ent &end : std::as_const(edit.ends))
        m_byEnd[end].append(index);
    if (edit.removes())
        m_removed[edit.ends.first()] = index;
    m_list.append(edit);
}

Ent Edits::ent(Kind kind, const QString &name, bool isBaseName) const
{
    if (isBaseName)
        return {kind, name, false};
    return withTable(m_after, kind, [&](const auto &after) -> Ent {
        return withTable(m_base, kind, [&](const auto &before) -> Ent {
            using Id = decltype(after.idOf(name));
            if constexpr (std::is_same_v<Id, decltype(before.idOf(name))>) {
                const Id id = after.idOf(name);
                if (const auto *entity = before.find(id))
                    return {kind, keyOf(*entity), false};
                // Removed and made again is the same thing again.
                const Id idBefore = before.idOf(name);
                return {kind, name, !idBefore.isValid() || after.contains(idBefore)};
            } else {
                return {};
            }
        });
    });
}

QList<Ent> Edits::endsOf(const Change &change, bool usesBaseNames) const
{
    const auto at = [&](Kind kind, const QString &name) { return ent(kind, name, usesBaseNames); };
    QList<Ent> ends;
    const VisitName name = [&](Kind kind, const QString &text, bool isAccess) {
        if (!isAccess && !(kind == Kind::Permission && isGrantPattern(text)))
            ends.append(at(kind, text));
    };
    const Change::Value &value = change.verb == Verb::Remove ? change.was : change.to;
    switch (change.kind) {
    case Kind::Grant:
        ends.append(at(Kind::Role, change.key));
        if (!isGrantPattern(change.other))
            ends.append(at(Kind::Permission, change.other));
        break;
    case Kind::Inheritance:
        ends = {at(Kind::Role, change.key), at(Kind::Role, change.other)};
        break;
    case Kind::Assignment:
        ends = {at(Kind::User, change.key), at(Kind::Role, change.other)};
        break;
    case Kind::Member:
        ends = {at(Kind::Constraint, change.key), at(Kind::Role, change.other)};
        break;
    case Kind::Delegation:
        forEachName(std::get<Delegation>(value), name);
        break;
    case Kind::Approval:
        forEachName(std::get<Approval>(value), name);
        break;
    case Kind::Ownership:
        break;
    default:
        // An entity that comes under a name of the base is not the one that had it.
        ends.append(at(change.kind, change.key));
        if (const auto *constraint = std::get_if<ConstraintValue>(&value)) {
            for (const QString &role : constraint->roles)
                ends.append(at(Kind::Role, role));
        } else if (const auto *operation = std::get_if<Operation>(&value); operation && operation->required) {
            if (change.verb == Verb::Add)
                forEachName(*operation->required, name);
        } else if (const auto *required = std::get_if<std::optional<Requirement>>(&value);
                   required && *required) {
            forEachName(**required, name);
        } else if (change.kind == Kind::Constraint && change.field == u"limit") {
            // The deletion of a member may be why.
            const Constraint *was = m_base.constraints().find(m_base.constraints().idOf(ends.first().name));
            for (const RoleId role : was ? was->roles : QList<RoleId>()) {
                const Ent member{Kind::Role, m_base.roles().at(role).name, false};
                if (m_removed.contains(member))
                    ends.append(member);
            }
        }
    }
    return ends;
}

QString Edits::thingOf(const Change &change, const QList<Ent> &ends) const
{
    switch (change.kind) {
    case Kind::Grant:
    case Kind::Inheritance:
    case Kind::Assignment:
    case Kind::Member: {
        const QString other = ends.size() > 1 ? textOf(ends.at(1)) : change.other;
        return toText(change.kind) + u' ' + textOf(ends.first()) + u'\n' + other;
    }
    case Kind::Delegation: {
        // Those of one role for the same users are one thing, so that two ways of changing one meet.
        const Delegation &delegation =
            std::get<Delegation>(change.verb == Verb::Add ? change.to : change.was);
        QString users;
        if (delegation.users)
            users = u'\n' + delegation.users->attribute + u'\n' + delegation.users->equals;
        return u"delegation "_s + textOf(ends.first()) + users;
    }
    case Kind::Approval:
        return u"approval "_s + textOf(ends.first());
    case Kind::Ownership:
        return u"ownership "_s + change.field;
    default:
        break;
    }
    const QString entity = textOf(ends.first());
    if (change.verb == Verb::Rename)
        return entity + u"\nkey"_s;
    return change.verb == Verb::Set ? entity + u"\nfield "_s + change.field : entity;
}

Change::Value Edits::broughtBy(const Edit &edit) const
{
    if (edit.change.verb == Verb::Remove && edit.change.kind != Kind::Delegation
        && edit.change.kind != Kind::Approval)
        return {};
    const Change::Value &value = edit.change.verb == Verb::Remove ? edit.change.was : edit.change.to;
    return renamed(value,
                   [&](Kind kind, const QString &name) { return ent(kind, name, edit.usesBaseNames).name; });
}

QString thingText(const Change &change)
{
    switch (change.kind) {
    case Kind::Grant:
        return u"grant %1 of %2"_s.arg(change.other, change.key);
    case Kind::Inheritance:
        return u"inheritance of %1 by %2"_s.arg(change.other, change.key);
    case Kind::Assignment:
        return u"assignment of %1 to %2"_s.arg(change.other, change.key);
    case Kind::Member:
        return u"role %1 of constraint %2"_s.arg(change.other, change.key);
    case Kind::Delegation:
    case Kind::Approval: {
        const Change::Value &value = change.verb == Verb::Add ? change.to : change.was;
        const auto *delegation = std::get_if<Delegation>(&value);
        return delegation ? u"delegation to "_s + delegation->role
                          : u"approval by "_s + std::get<Approval>(value).by;
    }
    case Kind::Ownership:
        return u"ownership, "_s + change.field;
    default:
        break;
    }
    const QString entity = toText(change.kind) + u' ' + change.key;
    if (change.verb == Verb::Rename)
        return entity + (change.kind == Kind::User ? u", id"_s : u", name"_s);
    return change.verb == Verb::Set ? entity + u", "_s + change.field : entity;
}

} // namespace rolewright
