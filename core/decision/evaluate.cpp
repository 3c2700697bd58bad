// SPDX-License-Identifier: Apache-2.0
#include "core/decision/evaluate.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

bool holds(const PolicyIndex &index, const Session &session, SlotId slot)
{
    return slot.isValid() && std::any_of(session.active.begin(), session.active.end(), [&](RoleId role) {
        return index.effective(role).test(slot.value);
    });
}

bool scopeHolds(const QString &scope, bool owned, const QStringList &relations)
{
    return scope == u"own" ? owned : relations.contains(scope);
}

Decision evaluateAccess(const PolicyIndex &index, const Session &session, const PolicyIndex::Pair &pair, bool owned,
                        const QStringList &relations)
{
    if (holds(index, session, pair.unscoped))
        return {true, Reason::Granted};
    bool scoped = false;
    for (const PolicyIndex::Pair::Scoped &entry : pair.scoped) {
        if (!holds(index, session, entry.slot))
            continue;
        if (scopeHolds(entry.scope, owned, relations))
            return {true, Reason::GrantedByScope};
        scoped = true;
    }
    return {false, scoped ? Reason::ScopeNotSatisfied : Reason::NotGranted};
}

bool evaluate(const PolicyIndex &index, const Session &session, const CompiledRequirement &requirement, bool owned,
              const QStringList &relations)
{
    const auto held = [&](SlotId slot) { return holds(index, session, slot); };
    const auto met = [&](const CompiledRequirement &child) { return evaluate(index, session, child, owned, relations); };
    switch (requirement.kind) {
    case Requirement::Kind::AnyPermission:
        return std::any_of(requirement.permissions.begin(), requirement.permissions.end(), held);
    case Requirement::Kind::AllPermissions:
        return !requirement.permissions.isEmpty()
            && std::all_of(requirement.permissions.begin(), requirement.permissions.end(), held);
    case Requirement::Kind::AnyRole:
        return std::any_of(requirement.roles.begin(), requirement.roles.end(), [&](RoleId wanted) {
            return wanted.isValid() && std::any_of(session.active.begin(), session.active.end(), [&](RoleId role) {
                return index.reach(role).test(wanted.value);
            });
        });
    case Requirement::Kind::Access: {
        const PolicyIndex::Pair *pair = index.pair(requirement.access.resource, requirement.access.action);
        return pair && evaluateAccess(index, session, *pair, owned, relations).allowed;
    }
    case Requirement::Kind::Owner:
        return std::any_of(requirement.permissions.begin(), requirement.permissions.end(), held)
            || std::any_of(requirement.own.begin(), requirement.own.end(), [&](const CompiledRequirement::Own &own) {
                   return (owned && held(own.slot)) || held(own.unscoped);
               });
    case Requirement::Kind::AllOf:
        return !requirement.children.isEmpty()
            && std::all_of(requirement.children.begin(), requirement.children.end(), met);
    case Requirement::Kind::AnyOf:
        return std::any_of(requirement.children.begin(), requirement.children.end(), met);
    case Requirement::Kind::Authenticated:
        return true;
    case Requirement::Kind::Public:
        return false; // stands alone: decide() has answered it already
    }
    return false;
}

Decision evaluateOperation(const PolicyIndex &index, const Session &session, const CompiledRequirement &requirement,
                           bool owned, const QStringList &relations)
{
    if (evaluate(index, session, requirement, owned, relations))
        return {true, Reason::RequirementMet};
    const bool ifOwned = !owned && evaluate(index, session, requirement, true, relations);
    return {false, ifOwned ? Reason::ScopeNotSatisfied : Reason::RequirementNotMet};
}

QList<ConstraintId> brokenConstraints(const PolicyIndex &index, const QList<RoleId> &active)
{
    QList<ConstraintId> broken;
    for (const ConstraintId id : index.dynamicConstraints()) {
        const Constraint &constraint = index.policy().constraints().at(id);
        const auto held = std::count_if(constraint.roles.begin(), constraint.roles.end(), [&](RoleId member) {
            return std::any_of(active.begin(), active.end(),
                               [&](RoleId role) { return index.reach(role).test(member.value); });
        });
        if (held >= constraint.limit)
            broken.append(id);
    }
    return broken;
}

BitSet breaching(const PolicyIndex &index, const QList<RoleId> &active)
{
    BitSet roles;
    for (const ConstraintId id : brokenConstraints(index, active)) {
        for (const RoleId member : index.policy().constraints().at(id).roles) {
            if (std::any_of(active.begin(), active.end(),
                            [&](RoleId role) { return index.reach(role).test(member.value); }))
                roles.set(member.value);
        }
    }
    return roles;
}

Decision withNoRole(const Session &session, Decision decision)
{
    if (!decision.allowed && session.active.isEmpty())
        decision.reason = Reason::NoRole;
    return decision;
}

} // namespace rolewright
