// SPDX-License-Identifier: Apache-2.0
#include "core/decision/indexbuilder.h"

namespace rolewright {

using namespace Qt::StringLiterals;

void IndexBuilder::build()
{
    data = {};
    addBuiltIns();
    policy.permissions().forEach([&](PermissionId id, const Permission &permission) { enter(id, permission.name); });
    QList<RoleId> all;
    policy.roles().forEach([&](RoleId id, const Role &role) {
        data.role(id).enabled = role.enabled;
        all.append(id);
    });
    policy.inheritance().forEach([&](const InheritanceRow &row) {
        data.role(row.senior).juniors.append(row.junior);
        data.role(row.junior).seniors.append(row.senior);
    });
    // Pattern scopes first: they make slots that other grants cover too.
    policy.grants().forEach([&](const GrantRow &row) {
        if (row.grant.isPattern())
            addPatternScope(policy.nameOf(row.grant).scope);
    });
    policy.grants().forEach([&](const GrantRow &row) {
        RoleData &role = data.role(row.role);
        if (row.grant.isPattern())
            role.patterns.append(policy.nameOf(row.grant));
        forEachCovered(policy, row.grant, [&](SlotId slot) { role.own.set(slot.value); });
    });
    rankAll();
    recompute(all, true);
    compileOperations();
    findConstraints();
}

bool IndexBuilder::update(const Policy &before)
{
    // Two that went their own ways from one base may have given one number to two patterns.
    if (!before.patterns().agreesWith(policy.patterns()))
        return false;
    // Each permission asks every role; a rebuild asks every grant once.
    constexpr qsizetype ManyPermissions = 64;
    qsizetype permissions = 0;
    Policy::Permissions::forEachDifference(before.permissions(), policy.permissions(),
                                           [&](PermissionId, const Permission *was, const Permission *is) {
        permissions += !was || !is || was->name != is->name;
    });
    if (permissions > ManyPermissions)
        return false;

    QList<RoleId> dirty; // to recompute from scratch
    QList<GrantRow> added;
    Relation<GrantRow>::forEachDifference(before.grants(), policy.grants(), [&](const GrantRow *was, const GrantRow *is) {
        if (was) {
            removeGrant(before, was->role, was->grant);
            dirty.append(was->role);
        } else {
            added.append(*is);
        }
    });
    // Roles and patterns that come with new slots see them through addPermission().
    bool recompile = permissions > 0;
    if (permissions > 0)
        followPermissions(before, dirty, added);

    Policy::Roles::forEachDifference(before.roles(), policy.roles(), [&](RoleId id, const Role *was, const Role *is) {
        recompile = recompile || !was || !is || was->name != is->name;
        const bool enabled = is && is->enabled;
        if (data.role(id).enabled != enabled) {
            data.role(id).enabled = enabled;
            dirty.append(id);
        } else if (!was || !is) {
            dirty.append(id);
        }
    });

    bool structure = !dirty.isEmpty();
    bool ranked = data.isRanked; // what goes leaves the order as it is
    Relation<InheritanceRow>::forEachDifference(before.inheritance(), policy.inheritance(),
                                                [&](const InheritanceRow *was, const InheritanceRow *is) {
        const InheritanceRow &row = was ? *was : *is;
        if (was) {
            data.role(row.senior).juniors.removeOne(row.junior);
            data.role(row.junior).seniors.removeOne(row.senior);
        } else {
            data.role(row.senior).juniors.append(row.junior);
            data.role(row.junior).seniors.append(row.senior);
            ranked = ranked && rankAbove(row);
        }
        dirty.append(row.senior);
        structure = true;
    });

    if (structure && !ranked)
        rankAll();
    if (!dirty.isEmpty())
        recompute(dirty, structure);
    for (const GrantRow &row : added)
        addGrant(row.role, row.grant);

    Policy::Operations::forEachDifference(before.operations(), policy.operations(),
                                          [&](OperationId, const Operation *, const Operation *) { recompile = true; });
    if (recompile)
        compileOperations();
    bool constraints = false;
    Policy::Constraints::forEachDifference(
        before.constraints(), policy.constraints(),
        [&](ConstraintId, const Constraint *, const Constraint *) { constraints = true; });
    if (constraints)
        findConstraints();
    return true;
}

// All that go are forgotten before any comes, or two that exchange names would be mixed up. A rename is the old
// permission taken from all that hold it, and the new one given.
void IndexBuilder::followPermissions(const Policy &before, QList<RoleId> &dirty, QList<GrantRow> &added)
{
    QList<std::pair<PermissionId, PermissionName>> fresh;
    Policy::Permissions::forEachDifference(before.permissions(), policy.permissions(),
                                           [&](PermissionId id, const Permission *was, const Permission *is) {
        if (was && is && was->name == is->name)
            return;
        if (is)
            fresh.append({id, is->name});
        if (was && is) {
            const GrantId grant = GrantId::of(id);
            before.roles().forEach([&](RoleId role, const Role &) {
                if (!before.grants().find(role.value, grant.value) || !policy.grants().find(role.value, grant.value))
                    return;
                removeGrant(before, role, grant);
                dirty.append(role);
                added.append({role, grant});
            });
        }
        if (was)
            forgetPermission(id);
    });
    for (const auto &[id, name] : std::as_const(fresh))
        addPermission(id, name);
}

void IndexBuilder::addBuiltIns()
{
    for (const PermissionName &right : builtInRights()) {
        const quint32 pair = pairFor(right);
        data.holdable.set(slotFor(pair, u"delegated"_s).value);
        data.holdable.set(data.pairs.at(pair).unscoped.value);
    }
}

// The number of the pair, which is known from now on; a new one gets its slot without scope and those of the pattern scopes.
quint32 IndexBuilder::pairFor(const PermissionName &name)
{
    const PermissionName key = name.withoutScope();
    const SlotId unscoped {data.slotNames.intern(key)};
    if (unscoped.value < data.pairOfSlot.size()) {
        const quint32 known = data.pairOfSlot.at(unscoped.value);
        if (!data.pairs.at(known).known)
            data.pairs[known].known = true;
        return known;
    }
    const auto number = quint32(data.pairs.size());
    data.pairs.append({unscoped, {}});
    data.pairsOfResource[key.resource].append(number);
    data.pairsOfAction[key.action].append(number);
    data.pairOfSlot.append(number);
    for (const QString &scope : std::as_const(data.patternScopes))
        slotFor(number, scope);
    return number;
}

SlotId IndexBuilder::slotFor(quint32 pair, const QString &scope)
{
    if (scope.isEmpty())
        return data.pairs.at(pair).unscoped;
    for (const PolicyIndex::Pair::Scoped &scoped : data.pairs.at(pair).scoped) {
        if (scoped.scope == scope)
            return scoped.slot;
    }
    PermissionName name = data.slotNames.at(data.pairs.at(pair).unscoped.value);
    name.scope = scope;
    const SlotId slot {data.slotNames.intern(name)};
    Q_ASSERT(slot.value == data.pairOfSlot.size());
    data.pairOfSlot.append(pair);
    data.pairs[pair].scoped.append({scope, slot});
    return slot;
}

void IndexBuilder::enter(PermissionId id, const PermissionName &name)
{
    const quint32 pair = pairFor(name);
    const SlotId slot = slotFor(pair, name.scope);
    while (data.slotOfPermission.size() <= qsizetype(id.value)) {
        data.slotOfPermission.append(SlotId());
        data.pairOfPermission.append(0);
    }
    data.slotOfPermission[id.value] = slot;
    data.pairOfPermission[id.value] = pair;
    data.catalogue.set(slot.value);
    data.holdable.set(slot.value);
}

} // namespace rolewright
