// SPDX-License-Identifier: Apache-2.0
#include "core/filter/matchingrelations.h"

#include <QSet>

#include <algorithm>

namespace rolewright {

namespace {

using Axis = FilterAxis;

quint32 bitOf(GrantId grant)
{
    return filterBit(Axis::Permission, grant.value);
}

template <class Entities>
void addChanged(Axis axis, const Entities &base, const Entities &draft, BitSet &changed)
{
    draft.forEach([&](auto id, const auto &entity) {
        const auto *before = base.find(id);
        if (!before || !(*before == entity))
            changed.set(filterBit(axis, id.value));
    });
}

// visit(requirement), the root first.
template <class Visit>
void forEachRequirement(const Requirement &requirement, Visit visit)
{
    visit(requirement);
    for (const Requirement &child : requirement.children)
        forEachRequirement(child, visit);
}

// The slots of permissions of the catalogue.
BitSet slotsOf(const PolicyIndex &index, const QList<PermissionId> &permissions)
{
    BitSet slots;
    for (const PermissionId id : permissions)
        slots.set(index.slot(id).value);
    return slots;
}

BitSet permissionsIn(const PolicyIndex &index, const BitSet &slots)
{
    BitSet found;
    index.policy().permissions().forEach([&](PermissionId id, const Permission &) {
        if (slots.test(index.slot(id).value))
            found.set(bitOf(GrantId::of(id)));
    });
    return found;
}

BitSet rolesGiving(const PolicyIndex &index, const BitSet &slots)
{
    BitSet found;
    index.policy().roles().forEach([&](RoleId id, const Role &) {
        if (index.effective(id).intersects(slots))
            found.set(id.value);
    });
    return found;
}

BitSet operationsRequiring(const Policy &policy, const PatternMatcher &matcher, bool roles)
{
    BitSet found;
    policy.operations().forEach([&](OperationId id, const Operation &operation) {
        if (!operation.required)
            return;
        forEachRequirement(*operation.required, [&](const Requirement &requirement) {
            if ((requirement.kind == Requirement::Kind::AnyRole) != roles)
                return;
            for (const QStringList &names : {requirement.names, requirement.own}) {
                for (const QString &name : names) {
                    if (matcher.matches(name))
                        found.set(id.value);
                }
            }
        });
    });
    return found;
}

} // namespace

QList<PermissionId> permissionsNamed(const Policy &policy, const FilterPattern &pattern)
{
    const PatternMatcher matcher(pattern);
    QList<PermissionId> found;
    policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
        if (matcher.matches(permission.name.toText()))
            found.append(id);
    });
    return found;
}

BitSet rolesNamed(const Policy &policy, const FilterPattern &pattern)
{
    const PatternMatcher matcher(pattern);
    BitSet found;
    policy.roles().forEach([&](RoleId id, const Role &role) {
        if (matcher.matches(role.name))
            found.set(id.value);
    });
    return found;
}

BitSet pendingThings(FilterAxis axis, const Policy &base, const Policy &draft)
{
    BitSet pending;
    const auto grants = [&](bool ofRoles) {
        Relation<GrantRow>::forEachDifference(base.grants(), draft.grants(),
                                              [&](const GrantRow *was, const GrantRow *is) {
                                                  const GrantRow &row = is ? *is : *was;
                                                  pending.set(ofRoles ? row.role.value : bitOf(row.grant));
                                              });
    };
    const auto assignments = [&](bool ofRoles) {
        Relation<AssignmentRow>::forEachDifference(base.assignments(), draft.assignments(),
                                                   [&](const AssignmentRow *was, const AssignmentRow *is) {
                                                       const AssignmentRow &row = is ? *is : *was;
                                                       pending.set(ofRoles ? row.role.value : row.user.value);
                                                   });
    };
    switch (axis) {
    case Axis::Permission:
        addChanged(axis, base.permissions(), draft.permissions(), pending);
        grants(false);
        break;
    case Axis::Role:
        addChanged(axis, base.roles(), draft.roles(), pending);
        grants(true);
        assignments(true);
        Relation<InheritanceRow>::forEachDifference(base.inheritance(), draft.inheritance(),
                                                    [&](const InheritanceRow *was, const InheritanceRow *is) {
                                                        const InheritanceRow &row = is ? *is : *was;
                                                        pending.set(row.senior.value);
                                                        pending.set(row.junior.value);
                                                    });
        break;
    case Axis::User:
        addChanged(axis, base.users(), draft.users(), pending);
        assignments(false);
        break;
    case Axis::Constraint:
        addChanged(axis, base.constraints(), draft.constraints(), pending);
        break;
    case Axis::Operation:
        addChanged(axis, base.operations(), draft.operations(), pending);
        break;
    case Axis::Test:
        addChanged(axis, base.tests(), draft.tests(), pending);
        break;
    }
    return pending;
}

BitSet grantedThings(FilterAxis axis, const PolicyIndex &index)
{
    const Policy &policy = index.policy();
    BitSet granted;
    if (axis == Axis::Role) {
        policy.grants().forEach([&](const GrantRow &row) { granted.set(row.role.value); });
    } else if (axis == Axis::User) {
        policy.assignments().forEach([&](const AssignmentRow &row) { granted.set(row.user.value); });
    } else {
        BitSet slots;
        policy.roles().forEach([&](RoleId id, const Role &) { slots.unite(index.effective(id)); });
        granted = permissionsIn(index, slots);
        policy.grants().forEach([&](const GrantRow &row) {
            if (row.grant.isPattern() && policy.roles().at(row.role).enabled)
                granted.set(bitOf(row.grant));
        });
    }
    return granted;
}

BitSet sensitiveRoles(const PolicyIndex &index)
{
    QList<PermissionId> sensitive;
    index.policy().permissions().forEach([&](PermissionId id, const Permission &permission) {
        if (permission.sensitive)
            sensitive.append(id);
    });
    return rolesGiving(index, slotsOf(index, sensitive));
}

BitSet temporaryThings(FilterAxis axis, const Policy &policy)
{
    BitSet found;
    policy.assignments().forEach([&](const AssignmentRow &row) {
        if (!policy.validityOf(row).isAlways())
            found.set(axis == Axis::Role ? row.role.value : row.user.value);
    });
    return found;
}

BitSet unusedPermissions(const Policy &policy)
{
    BitSet used;
    QSet<quint32> numbers;
    policy.grants().forEach([&](const GrantRow &row) {
        if (row.grant.isPattern())
            numbers.insert(row.grant.pattern());
        else
            used.set(row.grant.permission().value);
    });
    QSet<PermissionName> patterns;
    for (const quint32 number : std::as_const(numbers))
        patterns.insert(policy.patterns().at(number));
    const auto isCovered = [&](const PermissionName &name) { // by one of the six patterns that could
        for (const QString &scope : {QString(), name.scope}) {
            if (patterns.contains({name.resource, anySegment(), scope})
                || patterns.contains({anySegment(), name.action, scope})
                || patterns.contains({anySegment(), anySegment(), scope}))
                return true;
        }
        return false;
    };
    QSet<QString> names;
    QSet<QString> accesses;
    policy.operations().forEach([&](OperationId, const Operation &operation) {
        if (!operation.required)
            return;
        forEachRequirement(*operation.required, [&](const Requirement &requirement) {
            for (const QStringList &each : {requirement.names, requirement.own}) {
                for (const QString &name : each)
                    (requirement.kind == Requirement::Kind::Access ? accesses : names).insert(name);
            }
        });
    });
    BitSet unused;
    policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
        const PermissionName &name = permission.name;
        if (!used.test(id.value) && !isCovered(name) && (names.isEmpty() || !names.contains(name.toText()))
            && (accesses.isEmpty() || !accesses.contains(name.withoutScope().toText())))
            unused.set(bitOf(GrantId::of(id)));
    });
    return unused;
}

BitSet unusedRoles(const Policy &policy)
{
    BitSet used;
    policy.assignments().forEach([&](const AssignmentRow &row) { used.set(row.role.value); });
    policy.inheritance().forEach([&](const InheritanceRow &row) { used.set(row.junior.value); });
    BitSet unused;
    policy.roles().forEach([&](RoleId id, const Role &) {
        if (!used.test(id.value))
            unused.set(id.value);
    });
    return unused;
}

BitSet inheriting(const PolicyIndex &index, const BitSet &juniors)
{
    BitSet found;
    index.policy().roles().forEach([&](RoleId id, const Role &) {
        BitSet others = index.reachAll(id);
        others.reset(id.value);
        if (others.intersects(juniors))
            found.set(id.value);
    });
    return found;
}

BitSet holdingRoles(FilterAxis axis, const FilterInput &input, const BitSet &roles)
{
    const PolicyIndex &index = input.draft;
    const Policy &policy = index.policy();
    BitSet found;
    switch (axis) {
    case Axis::Permission: {
        BitSet slots;
        BitSet reached;
        roles.forEach([&](quint32 role) {
            slots.unite(index.effective({role}));
            reached.unite(index.reach({role}));
        });
        found = permissionsIn(index, slots);
        policy.grants().forEach([&](const GrantRow &row) {
            if (row.grant.isPattern() && reached.test(row.role.value))
                found.set(bitOf(row.grant));
        });
        return found;
    }
    case Axis::User: {
        BitSet bringing;
        policy.roles().forEach([&](RoleId id, const Role &) {
            if (index.reach(id).intersects(roles))
                bringing.set(id.value);
        });
        policy.assignments().forEach([&](const AssignmentRow &row) {
            if (roles.test(row.role.value)
                || (bringing.test(row.role.value) && policy.isValidAt(row, input.now)))
                found.set(row.user.value);
        });
        return found;
    }
    case Axis::Constraint:
        policy.constraints().forEach([&](ConstraintId id, const Constraint &constraint) {
            for (const RoleId role : constraint.roles) {
                if (roles.test(role.value))
                    found.set(id.value);
            }
        });
        return found;
    default:
        return roles;
    }
}

BitSet holdingPermissions(FilterAxis axis, const FilterInput &input, const FilterPattern &pattern)
{
    const PolicyIndex &index = input.draft;
    const Policy &policy = index.policy();
    if (axis == Axis::Operation)
        return operationsRequiring(policy, PatternMatcher(pattern), false);
    const BitSet giving = rolesGiving(index, slotsOf(index, permissionsNamed(policy, pattern)));
    if (axis == Axis::Role)
        return giving;
    BitSet found;
    policy.assignments().forEach([&](const AssignmentRow &row) {
        if (giving.test(row.role.value) && policy.isValidAt(row, input.now)
            && policy.users().at(row.user).active)
            found.set(row.user.value);
    });
    return found;
}

BitSet rolesOfUsers(const FilterInput &input, const FilterPattern &pattern)
{
    const PolicyIndex &index = input.draft;
    const PatternMatcher matcher(pattern);
    BitSet found;
    index.policy().users().forEach([&](UserId id, const User &user) {
        if (!matcher.matches(user.id))
            return;
        index.policy().assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
            found.set(row.role.value);
            if (index.policy().isValidAt(row, input.now))
                found.unite(index.reach(row.role));
        });
    });
    return found;
}

BitSet operationsRequiringRoles(const Policy &policy, const FilterPattern &pattern)
{
    return operationsRequiring(policy, PatternMatcher(pattern), true);
}

} // namespace rolewright
