// SPDX-License-Identifier: Apache-2.0
#include "core/decision/indexbuilder.h"

#include <map>

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
    bool rebuild = false;
    bool recompile = false;
    bool constraints = false;
    QList<std::pair<PermissionId, PermissionName>> newPermissions;
    Policy::Permissions::forEachDifference(before.permissions(), policy.permissions(),
                                           [&](PermissionId id, const Permission *was, const Permission *is) {
        if (!was)
            newPermissions.append({id, is->name});
        else if (!is || is->name != was->name)
            rebuild = true;
    });
    // Each new permission asks every role; a rebuild asks every grant once.
    constexpr qsizetype ManyPermissions = 64;
    if (rebuild || newPermissions.size() > ManyPermissions)
        return false;
    // Two that went their own ways from one base may have given one number to two patterns.
    if (!before.patterns().agreesWith(policy.patterns()))
        return false;

    // Roles and patterns that come with new slots see them through addPermission().
    for (const auto &[id, name] : newPermissions)
        addPermission(id, name);
    recompile = !newPermissions.isEmpty();

    QList<RoleId> dirty; // to recompute from scratch
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
    Relation<InheritanceRow>::forEachDifference(before.inheritance(), policy.inheritance(),
                                                [&](const InheritanceRow *was, const InheritanceRow *is) {
        const InheritanceRow &row = was ? *was : *is;
        if (was) {
            data.role(row.senior).juniors.removeOne(row.junior);
            data.role(row.junior).seniors.removeOne(row.senior);
        } else {
            data.role(row.senior).juniors.append(row.junior);
            data.role(row.junior).seniors.append(row.senior);
        }
        dirty.append(row.senior);
        structure = true;
    });

    QList<GrantRow> added;
    QList<GrantRow> removed;
    Relation<GrantRow>::forEachDifference(before.grants(), policy.grants(), [&](const GrantRow *was, const GrantRow *is) {
        if (was)
            removed.append(*was);
        else
            added.append(*is);
    });
    for (const GrantRow &row : removed) {
        removeGrant(before, row.role, row.grant);
        dirty.append(row.role);
    }
    if (structure)
        rankAll();
    if (!dirty.isEmpty())
        recompute(dirty, structure);
    for (const GrantRow &row : added)
        addGrant(row.role, row.grant);

    Policy::Operations::forEachDifference(before.operations(), policy.operations(),
                                          [&](OperationId, const Operation *, const Operation *) { recompile = true; });
    if (recompile)
        compileOperations();
    Policy::Constraints::forEachDifference(
        before.constraints(), policy.constraints(),
        [&](ConstraintId, const Constraint *, const Constraint *) { constraints = true; });
    if (constraints)
        findConstraints();
    return true;
}

void IndexBuilder::addBuiltIns()
{
    for (const PermissionName &right : builtInRights()) {
        const quint32 pair = pairFor(right);
        data.holdable.set(slotFor(pair, u"delegated"_s).value);
        data.holdable.set(data.pairs.at(pair).unscoped.value);
    }
}

// The pair's number; a new one gets its slot without scope and those of the pattern scopes.
quint32 IndexBuilder::pairFor(const PermissionName &name)
{
    const PermissionName key = name.withoutScope();
    quint32 number = data.pairNumbers.value(key);
    if (number != ShardedIndex<PermissionName>::None)
        return number;
    number = quint32(data.pairs.size());
    data.pairNumbers.insert(key, number);
    const SlotId unscoped {data.slotNames.intern(key)};
    data.pairs.append({unscoped, {}});
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
            const quint32 pair = data.pairNumbers.value(data.slotNames.at(s).withoutScope());
            if (own.test(data.pairs.at(pair).unscoped.value))
                fresh.append(SlotId {s});
        }
        if (!fresh.isEmpty())
            spread(role, fresh);
    });
}

template <class Visit>
void IndexBuilder::forEachCovered(const Policy &names, GrantId id, Visit visit) const
{
    if (!id.isPattern()) {
        const SlotId slot = data.slotOfPermission.at(id.permission().value);
        const PolicyIndex::Pair &pair = data.pairs.at(data.pairOfPermission.at(id.permission().value));
        visit(slot);
        if (slot == pair.unscoped) {
            for (const PolicyIndex::Pair::Scoped &scoped : pair.scoped)
                visit(scoped.slot);
        }
        return;
    }
    const PermissionName grant = names.nameOf(id);
    const auto visitPair = [&](const PolicyIndex::Pair &pair) {
        if (!grant.hasScope())
            visit(pair.unscoped);
        for (const PolicyIndex::Pair::Scoped &scoped : pair.scoped) {
            if (!grant.hasScope() || scoped.scope == grant.scope)
                visit(scoped.slot);
        }
    };
    const quint32 number = data.pairNumbers.value(grant.withoutScope());
    if (number != ShardedIndex<PermissionName>::None) {
        visitPair(data.pairs.at(number));
        return;
    }
    for (const PolicyIndex::Pair &pair : data.pairs) {
        if (covers(grant.withoutScope(), data.slotNames.at(pair.unscoped.value)))
            visitPair(pair);
    }
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

// New bits of a role's own go up to all that inherit it, and stop where nothing is new.
void IndexBuilder::spread(RoleId role, QList<SlotId> fresh)
{
    RoleData &entry = data.role(role);
    for (const SlotId slot : fresh)
        entry.own.set(slot.value);
    QList<std::pair<RoleId, QList<SlotId>>> work {{role, std::move(fresh)}};
    while (!work.isEmpty()) {
        const auto [current, slots] = work.takeLast();
        const RoleData &old = std::as_const(data).role(current);
        if (!old.enabled)
            continue;
        QList<SlotId> novel;
        for (const SlotId slot : slots) {
            if (!old.effective.test(slot.value))
                novel.append(slot);
        }
        if (novel.isEmpty())
            continue;
        RoleData &target = data.role(current);
        for (const SlotId slot : std::as_const(novel))
            target.effective.set(slot.value);
        for (const RoleId senior : std::as_const(target.seniors))
            work.append({senior, novel});
    }
}

void IndexBuilder::rankAll()
{
    // Kahn's algorithm from the juniors up; the roles of a cycle come last, in the order of ids.
    QHash<quint32, qsizetype> missing;
    QList<RoleId> ready;
    policy.roles().forEach([&](RoleId id, const Role &) {
        const qsizetype juniors = std::as_const(data).role(id).juniors.size();
        if (juniors == 0)
            ready.append(id);
        else
            missing.insert(id.value, juniors);
    });
    quint32 rank = 0;
    const auto setRank = [&](RoleId id) {
        if (std::as_const(data).role(id).rank != rank)
            data.role(id).rank = rank;
        ++rank;
    };
    for (qsizetype i = 0; i < ready.size(); ++i) {
        const RoleId id = ready.at(i);
        setRank(id);
        for (const RoleId senior : std::as_const(data).role(id).seniors) {
            const auto found = missing.find(senior.value);
            if (found != missing.end() && --*found == 0) {
                ready.append(senior);
                missing.erase(found);
            }
        }
    }
    QList<quint32> cyclic = missing.keys();
    std::sort(cyclic.begin(), cyclic.end());
    for (const quint32 id : std::as_const(cyclic))
        setRank({id});
}

void IndexBuilder::computeReach(RoleId role)
{
    const bool exists = policy.roles().contains(role);
    BitSet reach;
    BitSet reachAll;
    if (exists)
        reachAll.set(role.value);
    const RoleData &entry = std::as_const(data).role(role);
    if (entry.enabled)
        reach.set(role.value);
    for (const RoleId junior : entry.juniors) {
        const RoleData &below = std::as_const(data).role(junior);
        reachAll.unite(below.reachAll);
        if (entry.enabled)
            reach.unite(below.reach);
    }
    RoleData &target = data.role(role);
    target.reach = reach;
    target.reachAll = reachAll;
}

// effective = own | juniors' effective, juniors first, stopping where nothing changes.
void IndexBuilder::recompute(QList<RoleId> dirty, bool reachToo)
{
    std::multimap<quint32, RoleId> work;
    for (const RoleId role : std::as_const(dirty))
        work.emplace(std::as_const(data).role(role).rank, role);
    while (!work.empty()) {
        const auto [rank, role] = *work.begin();
        // The same role may have been put in by several of its juniors.
        for (auto range = work.equal_range(rank); range.first != range.second;)
            range.first = range.first->second == role ? work.erase(range.first) : std::next(range.first);
        const RoleData &old = std::as_const(data).role(role);
        BitSet effective;
        if (old.enabled) {
            effective = old.own;
            for (const RoleId junior : old.juniors)
                effective.unite(std::as_const(data).role(junior).effective);
        }
        bool changed = !(effective == old.effective);
        if (changed)
            data.role(role).effective = effective;
        if (reachToo) {
            const BitSet reach = std::as_const(data).role(role).reach;
            const BitSet reachAll = std::as_const(data).role(role).reachAll;
            computeReach(role);
            const RoleData &now = std::as_const(data).role(role);
            changed = changed || !(now.reach == reach) || !(now.reachAll == reachAll);
        }
        if (!changed)
            continue;
        const QList<RoleId> seniors = std::as_const(data).role(role).seniors;
        for (const RoleId senior : seniors) {
            const quint32 above = std::as_const(data).role(senior).rank;
            if (above > rank)
                work.emplace(above, senior);
        }
    }
}

void IndexBuilder::compileOperations()
{
    data.requirements.clear();
    policy.operations().forEach([&](OperationId id, const Operation &operation) {
        if (operation.required)
            data.requirements.insert(id.value, compile(*operation.required));
    });
}

CompiledRequirement IndexBuilder::compile(const Requirement &requirement) const
{
    CompiledRequirement compiled;
    compiled.kind = requirement.kind;
    const auto find = [&](const QString &text) -> CompiledRequirement::Own {
        const PermissionId id = policy.permissions().idOf(text);
        if (!id.isValid())
            return {};
        const PermissionName name = policy.permissions().at(id).name;
        const PolicyIndex::Pair &pair = data.pairs.at(data.pairNumbers.value(name.withoutScope()));
        return {data.slotOfPermission.at(id.value), name.hasScope() ? pair.unscoped : SlotId()};
    };
    switch (requirement.kind) {
    case Requirement::Kind::AnyPermission:
    case Requirement::Kind::AllPermissions:
    case Requirement::Kind::Owner:
        for (const QString &name : requirement.names)
            compiled.permissions.append(find(name).slot);
        for (const QString &name : requirement.own)
            compiled.own.append(find(name));
        break;
    case Requirement::Kind::AnyRole:
        for (const QString &name : requirement.names)
            compiled.roles.append(policy.roles().idOf(name));
        break;
    case Requirement::Kind::Access:
        if (const auto name = parseAccess(requirement.names.value(0)))
            compiled.access = *name;
        break;
    case Requirement::Kind::AllOf:
    case Requirement::Kind::AnyOf:
        for (const Requirement &child : requirement.children)
            compiled.children.append(compile(child));
        break;
    case Requirement::Kind::Authenticated:
    case Requirement::Kind::Public:
        break;
    }
    return compiled;
}

void IndexBuilder::findConstraints()
{
    data.dynamicConstraints.clear();
    policy.constraints().forEach([&](ConstraintId id, const Constraint &constraint) {
        if (constraint.kind == Constraint::Kind::Dynamic && constraint.mode == Constraint::Mode::Enforce)
            data.dynamicConstraints.append(id);
    });
}

} // namespace rolewright
