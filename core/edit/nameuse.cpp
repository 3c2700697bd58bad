// SPDX-License-Identifier: Apache-2.0
#include "core/edit/nameuse.h"

namespace rolewright {

namespace {

using Kind = Change::Kind;

QStringList renamed(const QStringList &names, Kind kind, const NewName &newName)
{
    QStringList result;
    result.reserve(names.size());
    for (const QString &name : names)
        result.append(newName(kind, name));
    sortByCodePoint(result);
    return result;
}

} // namespace

void forEachName(const Requirement &requirement, const VisitName &visit)
{
    const bool isAccess = requirement.kind == Requirement::Kind::Access;
    const Kind kind = requirement.kind == Requirement::Kind::AnyRole ? Kind::Role : Kind::Permission;
    for (const QStringList &names : {requirement.names, requirement.own}) {
        for (const QString &name : names)
            visit(kind, name, isAccess);
    }
    for (const Requirement &child : requirement.children)
        forEachName(child, visit);
}

void forEachName(const Delegation &delegation, const VisitName &visit)
{
    visit(Kind::Role, delegation.role, false);
    for (const QString &role : delegation.assign)
        visit(Kind::Role, role, false);
    for (const QString &grant : delegation.grant)
        visit(Kind::Permission, grant, false);
}

void forEachName(const Approval &approval, const VisitName &visit)
{
    visit(Kind::Role, approval.by, false);
}

Requirement renamed(const Requirement &requirement, const NewName &newName)
{
    Requirement result = requirement;
    if (requirement.kind != Requirement::Kind::Access) {
        const Kind kind = requirement.kind == Requirement::Kind::AnyRole ? Kind::Role : Kind::Permission;
        result.names = renamed(requirement.names, kind, newName);
        result.own = renamed(requirement.own, kind, newName);
    }
    for (Requirement &child : result.children)
        child = renamed(child, newName);
    return result;
}

Delegation renamed(const Delegation &delegation, const NewName &newName)
{
    return {newName(Kind::Role, delegation.role), renamed(delegation.assign, Kind::Role, newName),
            renamed(delegation.grant, Kind::Permission, newName), delegation.users};
}

Approval renamed(const Approval &approval, const NewName &newName)
{
    return {approval.changes, newName(Kind::Role, approval.by)};
}

NameUse::NameUse(const Policy &policy)
{
    policy.operations().forEach([&](OperationId id, const Operation &operation) { add(id, operation); });
}

void NameUse::add(OperationId id, const Operation &operation)
{
    if (!operation.required)
        return;
    forEachName(*operation.required, [&](Kind kind, const QString &name, bool isAccess) {
        if (!isAccess)
            (kind == Kind::Role ? m_roles : m_permissions)[name].insert(id);
    });
}

void NameUse::remove(OperationId id, const Operation &operation)
{
    if (!operation.required)
        return;
    forEachName(*operation.required, [&](Kind kind, const QString &name, bool isAccess) {
        if (!isAccess)
            (kind == Kind::Role ? m_roles : m_permissions)[name].remove(id);
    });
}

QSet<OperationId> NameUse::operationsNaming(Kind kind, const QString &name) const
{
    return (kind == Kind::Role ? m_roles : m_permissions).value(name);
}

} // namespace rolewright
