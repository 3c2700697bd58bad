// SPDX-License-Identifier: Apache-2.0
#include "core/edit/applier.h"

#include "core/edit/fields.h"
#include "core/edit/problems.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

} // namespace

Status Applier::apply(const Change &change)
{
    ++m_count;
    switch (change.kind) {
    case Kind::Grant:
        return applyGrant(change);
    case Kind::Inheritance:
        return applyInheritance(change);
    case Kind::Assignment:
        return applyAssignment(change);
    case Kind::Member:
        return applyMember(change);
    case Kind::Delegation:
        return applyDelegation(change);
    case Kind::Approval:
        return applyApproval(change);
    case Kind::Ownership:
        return applyOwnership(change);
    default:
        return withTable(m_policy, change.kind, [&](auto &table) { return applyTo(table, change); });
    }
}

template <class IdType, class Entity>
Status Applier::applyTo(Table<IdType, Entity> &table, const Change &change)
{
    if (change.verb == Verb::Add)
        return add(table, change);
    const IdType id = table.idOf(change.key);
    if (!id.isValid())
        return unknown(change.kind, change.key);
    switch (change.verb) {
    case Verb::Remove:
        return remove(table, id, change);
    case Verb::Set:
        return set(table, id, change);
    default:
        return rename(table, id, change);
    }
}

template <class IdType, class Entity>
Status Applier::add(Table<IdType, Entity> &table, const Change &change)
{
    const QString thing = toText(change.kind) + u' ' + change.key;
    Entity entity;
    if (const auto problem = readValue(m_policy, change.to, entity))
        return refuse(ErrorCode::Invalid, u"invalid-value"_s, *problem);
    if (keyOf(entity) != change.key)
        return refuse(ErrorCode::Invalid, u"invalid-value"_s,
                      u"The value that is added as %1 calls itself %2."_s.arg(thing, keyOf(entity)));
    if (const auto problem = problemOf(entity))
        return refuse(ErrorCode::Invalid, u"invalid-value"_s, u"The %1 %2."_s.arg(thing, *problem));
    if (table.idOf(change.key).isValid())
        return refuse(ErrorCode::Invalid, u"name-taken"_s,
                      u"There is a %1 already; choose another name."_s.arg(thing));
    const IdType id = table.insert(entity);
    if constexpr (std::is_same_v<Entity, Operation>) {
        if (m_nameUse)
            m_nameUse->add(id, entity);
    } else {
        Q_UNUSED(id);
    }
    return {};
}

template <class IdType, class Entity>
Status Applier::remove(Table<IdType, Entity> &table, IdType id, const Change &change)
{
    const Entity &entity = table.at(id);
    if (change.was != valueOf(m_policy, entity))
        return differs(change);
    if constexpr (std::is_same_v<Entity, Role>) {
        m_removedRoles.insert(id, m_count - 1);
        m_lastRole = {};
    } else if constexpr (std::is_same_v<Entity, Permission>) {
        m_removedPermissions.insert(id, m_count - 1);
    } else if constexpr (std::is_same_v<Entity, User>) {
        m_removedUsers.insert(id, m_count - 1);
    } else if constexpr (std::is_same_v<Entity, Operation>) {
        if (m_nameUse)
            m_nameUse->remove(id, entity);
    }
    table.remove(id);
    return {};
}

template <class IdType, class Entity>
Status Applier::set(Table<IdType, Entity> &table, IdType id, const Change &change)
{
    Entity entity = table.at(id);
    const Change::Value was = fieldOf(entity, change.field);
    const QString thing = toText(change.kind) + u' ' + change.key;
    if (std::holds_alternative<std::monostate>(was))
        return refuse(ErrorCode::Invalid, u"unknown-field"_s,
                      u"A %1 has no field %2."_s.arg(toText(change.kind), change.field));
    if (change.was != was)
        return differs(change);
    if (!setField(entity, change.field, change.to))
        return refuse(ErrorCode::Invalid, u"invalid-value"_s,
                      u"The new %1 of %2 is not a value of its type."_s.arg(change.field, thing));
    if (const auto problem = problemOf(entity))
        return refuse(ErrorCode::Invalid, u"invalid-value"_s, u"The %1 %2."_s.arg(thing, *problem));
    if constexpr (std::is_same_v<Entity, Operation>) {
        if (m_nameUse) {
            m_nameUse->remove(id, table.at(id));
            m_nameUse->add(id, entity);
        }
    }
    table.replace(id, std::move(entity));
    return {};
}

template <class IdType, class Entity>
Status Applier::rename(Table<IdType, Entity> &table, IdType id, const Change &change)
{
    const QString *to = std::get_if<QString>(&change.to);
    const QString thing = toText(change.kind) + u' ' + change.key;
    if (!to)
        return refuse(ErrorCode::Invalid, u"invalid-value"_s, u"The new name of %1 is missing."_s.arg(thing));
    Entity entity = table.at(id);
    auto problem = setKey(entity, *to);
    if (!problem)
        problem = problemOf(entity);
    if (problem)
        return refuse(ErrorCode::Invalid, u"invalid-value"_s,
                      u"The new name of %1, %2, cannot be used: it %3."_s.arg(thing, *to, *problem));
    if (keyOf(entity) != *to)
        return refuse(ErrorCode::Invalid, u"invalid-value"_s,
                      u"The new name of %1 is written %2, not %3."_s.arg(thing, keyOf(entity), *to));
    if (table.idOf(*to).isValid())
        return refuse(ErrorCode::Invalid, u"name-taken"_s,
                      u"There is a %1 %2 already; choose another name."_s.arg(toText(change.kind), *to));
    if constexpr (std::is_same_v<Entity, Role> || std::is_same_v<Entity, Permission>) {
        if (Status status = rewriteName(change.kind, change.key, *to); !status)
            return status;
        m_lastRole = {};
    }
    table.replace(id, std::move(entity));
    return {};
}

// Operations, delegations and approvals say the new name from now on. Where something says it already, the
// way back would not be exact.
Status Applier::rewriteName(Change::Kind kind, const QString &from, const QString &to)
{
    const auto taken = [&](const QString &by) {
        return refuse(
            ErrorCode::Invalid, u"name-taken"_s,
            u"The name %1 is still used by %2; change that first, or choose another name."_s.arg(to, by));
    };
    const QSet<OperationId> others = nameUse().operationsNaming(kind, to);
    if (!others.isEmpty())
        return taken(u"operation "_s + m_policy.operations().at(*others.begin()).name);
    bool isNamed = false;
    bool isTaken = false;
    const VisitName look = [&](Kind namedKind, const QString &name, bool) {
        isNamed = isNamed || (namedKind == kind && name == from);
        isTaken = isTaken || (namedKind == kind && name == to);
    };
    QList<Delegation> delegations;
    for (const Delegation &delegation : m_policy.delegations()) {
        isNamed = false;
        forEachName(delegation, look);
        if (isNamed)
            delegations.append(delegation);
    }
    QList<Approval> approvals;
    for (const Approval &approval : m_policy.approvals()) {
        isNamed = false;
        forEachName(approval, look);
        if (isNamed)
            approvals.append(approval);
    }
    if (isTaken)
        return taken(u"a delegation or an approval"_s);

    const NewName newName = [&](Kind namedKind, const QString &name) {
        return namedKind == kind && name == from ? to : name;
    };
    for (const Delegation &delegation : std::as_const(delegations)) {
        m_policy.removeDelegation(delegation);
        m_policy.addDelegation(renamed(delegation, newName));
    }
    for (const Approval &approval : std::as_const(approvals)) {
        m_policy.removeApproval(approval);
        m_policy.addApproval(renamed(approval, newName));
    }
    for (const OperationId id : nameUse().operationsNaming(kind, from)) {
        Operation operation = m_policy.operations().at(id);
        nameUse().remove(id, operation);
        operation.required = renamed(*operation.required, newName);
        nameUse().add(id, operation);
        m_policy.operations().replace(id, std::move(operation));
    }
    return {};
}

NameUse &Applier::nameUse()
{
    if (!m_nameUse)
        m_nameUse.emplace(m_policy);
    return *m_nameUse;
}

} // namespace rolewright
