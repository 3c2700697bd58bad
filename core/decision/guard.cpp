// SPDX-License-Identifier: Apache-2.0
#include "core/decision/guard.h"

#include "core/decision/evaluate.h"

namespace rolewright {

namespace {

Decision decideFor(const PolicyIndex &index, const Caller &caller, const CompiledRequirement &requirement,
                   const QString &owner = {})
{
    Request request;
    request.subject = caller.subject;
    request.roles = caller.roles;
    request.time = caller.time;
    if (!owner.isEmpty())
        request.properties.emplace(index.policy().ownership().property, owner);
    const Session session = openSession(index, request, Instant::now());
    if (session.refused)
        return *session.refused;
    const bool owned = owns(index.policy(), session.user, request);
    return withNoRole(session, evaluateOperation(index, session, requirement, owned, {}));
}

// Of the catalogue only: a right under rolewright/ is no application's permission.
SlotId slotOf(const PolicyIndex &index, const QString &text)
{
    const auto name = parsePermission(text); // drops `any`
    return name ? index.slot(index.policy().permissions().idOf(name->toText())) : SlotId();
}

CompiledRequirement permissionsRequirement(const PolicyIndex &index, Requirement::Kind kind, const QStringList &names)
{
    CompiledRequirement requirement;
    requirement.kind = kind;
    for (const QString &name : names)
        requirement.permissions.append(slotOf(index, name));
    return requirement;
}

} // namespace

Decision requireAnyPermission(const PolicyIndex &index, const Caller &caller, const QStringList &permissions)
{
    return decideFor(index, caller, permissionsRequirement(index, Requirement::Kind::AnyPermission, permissions));
}

Decision requireAllPermissions(const PolicyIndex &index, const Caller &caller, const QStringList &permissions)
{
    return decideFor(index, caller, permissionsRequirement(index, Requirement::Kind::AllPermissions, permissions));
}

Decision requireRole(const PolicyIndex &index, const Caller &caller, const QStringList &anyOf)
{
    CompiledRequirement requirement;
    requirement.kind = Requirement::Kind::AnyRole;
    for (const QString &name : anyOf)
        requirement.roles.append(index.policy().roles().idOf(name));
    return decideFor(index, caller, requirement);
}

Decision requireOwnOrAny(const PolicyIndex &index, const Caller &caller, const QStringList &any,
                         const QStringList &own, const QString &owner)
{
    CompiledRequirement requirement = permissionsRequirement(index, Requirement::Kind::Owner, any);
    for (const QString &text : own) {
        const SlotId slot = slotOf(index, text);
        if (!slot.isValid())
            continue;
        const PermissionName name = index.nameOf(slot);
        if (name.hasScope() && name.scope != u"own")
            continue;
        requirement.own.append({slot, name.hasScope() ? index.slot(name.withoutScope()) : SlotId()});
    }
    return decideFor(index, caller, requirement, owner);
}

} // namespace rolewright
