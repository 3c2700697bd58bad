// SPDX-License-Identifier: Apache-2.0
// What a role's own grants cover, as grants, permissions and pattern scopes come and go.
#include "core/decision/indexbuilder.h"

namespace rolewright {

void IndexBuilder::addPermission(PermissionId id, const PermissionName &name)
{
    const quint32 slotsBefore = data.slotNames.size();
    enter(id, name);
    if (data.slotNames.size() == slotsBefore)
        return;
    // What was granted before covers the new slots: patterns, and grants of the pair without scope.
    const SlotId unscoped = data.pairs.at(data.pairOfPermission.at(id.value)).unscoped;
    policy.roles().forEach([&](RoleId role, const Role &) {
        const RoleData &entry = std::as_const(data).role(role);
        if (entry.patterns.isEmpty() && !entry.own.test(unscoped.value))
            return;
        QList<SlotId> fresh;
        for (quint32 s = slotsBefore; s < data.slotNames.size(); ++s) {
            if (coveredByOwn(role, data.slotNames.at(s)))
                fresh.append(SlotId {s});
        }
        if (!fresh.isEmpty())
            spread(role, fresh);
    });
}

// Its slots stay, and so does what covers them: the permission may come back. But no request asks about a pair of
// which no permission is left.
void IndexBuilder::forgetPermission(PermissionId id)
{
    const SlotId slot = std::exchange(data.slotOfPermission[id.value], SlotId());
    data.catalogue.reset(slot.value);
    data.holdable.reset(slot.value);
    PolicyIndex::Pair &pair = data.pairs[data.pairOfPermission.at(id.value)];
    pair.known = data.catalogue.test(pair.unscoped.value)
        || std::any_of(pair.scoped.cbegin(), pair.scoped.cend(), [this](const PolicyIndex::Pair::Scoped &scoped) {
               return data.catalogue.test(scoped.slot.value);
           });
}

void IndexBuilder::addPatternScope(const QString &scope)
{
    if (scope.isEmpty() || data.patternScopes.contains(scope))
        return;
    data.patternScopes.append(scope);
    const quint32 slotsBefore = data.slotNames.size();
    for (quint32 pair = 0; pair < quint32(data.pairs.size()); ++pair)
        slotFor(pair, scope);
    policy.roles().forEach([&](RoleId role, const Role &) {
        QList<SlotId> fresh;
        const BitSet own = std::as_const(data).role(role).own;
        for (quint32 s = slotsBefore; s < data.slotNames.size(); ++s) {
            // Only grants without scope cover a scope nobody had: exactly where the pair's unscoped slot is held.
            const quint32 pair = data.pairOfSlot.at(s);
            if (own.test(data.pairs.at(pair).unscoped.value))
                fresh.append(SlotId {s});
        }
        if (!fresh.isEmpty())
            spread(role, fresh);
    });
}

bool IndexBuilder::coveredByOwn(RoleId role, const PermissionName &name) const
{
    const auto hasGrant = [&](const PermissionName &grant) {
        const GrantId id = policy.grantId(grant);
        return id.isValid() && policy.grants().find(role.value, id.value);
    };
    if (hasGrant(name) || (name.hasScope() && hasGrant(name.withoutScope())))
        return true;
    for (const PermissionName &pattern : std::as_const(data).role(role).patterns) {
        if (covers(pattern, name))
            return true;
    }
    return false;
}

void IndexBuilder::addGrant(RoleId role, GrantId grant)
{
    if (grant.isPattern()) {
        const PermissionName name = policy.nameOf(grant);
        addPatternScope(name.scope);
        data.role(role).patterns.append(name);
    }
    QList<SlotId> fresh;
    const BitSet &own = std::as_const(data).role(role).own;
    forEachCovered(policy, grant, [&](SlotId slot) {
        if (!own.test(slot.value))
            fresh.append(slot);
    });
    if (!fresh.isEmpty())
        spread(role, fresh);
}

void IndexBuilder::removeGrant(const Policy &before, RoleId role, GrantId grant)
{
    if (grant.isPattern())
        data.role(role).patterns.removeOne(before.nameOf(grant));
    QList<SlotId> gone;
    forEachCovered(before, grant, [&](SlotId slot) {
        if (!coveredByOwn(role, data.slotNames.at(slot.value)))
            gone.append(slot);
    });
    RoleData &entry = data.role(role);
    for (const SlotId slot : gone)
        entry.own.reset(slot.value);
}

} // namespace rolewright
