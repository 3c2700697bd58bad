// SPDX-License-Identifier: Apache-2.0
#include "core/edit/cascade.h"

#include "core/edit/fields.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

void sortByNames(QList<Change> &changes)
{
    std::sort(changes.begin(), changes.end(), [](const Change &a, const Change &b) {
        return a.key != b.key ? lessByCodePoint(a.key, b.key) : lessByCodePoint(a.other, b.other);
    });
}

Change unassignment(const Policy &policy, const AssignmentRow &row)
{
    return {Verb::Remove,
            Kind::Assignment,
            policy.users().at(row.user).id,
            policy.roles().at(row.role).name,
            {},
            policy.assignmentOf(row),
            {}};
}

QList<Change> inConstraints(const Policy &policy, RoleId role, const QString &name)
{
    QList<Change> changes;
    for (const ConstraintId id : policy.constraints().idsByKey()) {
        const Constraint &constraint = policy.constraints().at(id);
        if (!constraint.roles.contains(role))
            continue;
        const qint64 left = constraint.roles.size() - 1;
        if (left < 2) {
            changes.append(
                {Verb::Remove, Kind::Constraint, constraint.name, {}, {}, valueOf(policy, constraint), {}});
            continue;
        }
        changes.append({Verb::Remove, Kind::Member, constraint.name, name, {}, {}, {}});
        if (constraint.limit > left)
            changes.append({Verb::Set,
                            Kind::Constraint,
                            constraint.name,
                            {},
                            u"limit"_s,
                            qint64(constraint.limit),
                            left});
    }
    return changes;
}

// A delegation that gives nothing any more goes.
void replace(const Policy &policy, const Delegation &delegation, const Delegation &left, bool isKept,
             QList<Change> &changes)
{
    changes.append({Verb::Remove, Kind::Delegation, {}, {}, {}, delegation, {}});
    const bool isEmpty = left.assign.isEmpty() && left.grant.isEmpty();
    const Change add{Verb::Add, Kind::Delegation, {}, {}, {}, {}, left};
    if (isKept && !isEmpty && !policy.delegations().contains(left) && !changes.contains(add))
        changes.append(add);
}

QList<Change> inDelegations(const Policy &policy, const QString &role)
{
    QList<Change> changes;
    for (const Delegation &delegation : policy.delegations()) {
        Delegation left = delegation;
        left.assign.removeAll(role);
        if (delegation.role == role || left != delegation)
            replace(policy, delegation, left, delegation.role != role, changes);
    }
    return changes;
}

QList<Change> ofRole(const Policy &policy, RoleId role, const QString &name)
{
    QList<Change> grants;
    QList<Change> inheritance;
    QList<Change> assignments;
    const Policy::Roles &roles = policy.roles();
    policy.grants().forEachOf(role.value, [&](const GrantRow &row) {
        grants.append({Verb::Remove, Kind::Grant, name, policy.textOf(row.grant), {}, {}, {}});
    });
    policy.inheritance().forEach([&](const InheritanceRow &row) {
        if (row.senior == role || row.junior == role)
            inheritance.append({Verb::Remove,
                                Kind::Inheritance,
                                roles.at(row.senior).name,
                                roles.at(row.junior).name,
                                {},
                                {},
                                {}});
    });
    policy.assignments().forEach([&](const AssignmentRow &row) {
        if (row.role == role)
            assignments.append(unassignment(policy, row));
    });
    for (QList<Change> *list : {&grants, &inheritance, &assignments})
        sortByNames(*list);
    return grants + inheritance + assignments + inConstraints(policy, role, name)
        + inDelegations(policy, name);
}

QList<Change> ofPermission(const Policy &policy, PermissionId permission, const QString &name)
{
    QList<Change> changes;
    policy.grants().forEach([&](const GrantRow &row) {
        if (row.grant == GrantId::of(permission))
            changes.append({Verb::Remove, Kind::Grant, policy.roles().at(row.role).name, name, {}, {}, {}});
    });
    sortByNames(changes);
    for (const Delegation &delegation : policy.delegations()) {
        Delegation left = delegation;
        left.grant.removeAll(name);
        if (left != delegation)
            replace(policy, delegation, left, true, changes);
    }
    return changes;
}

QList<Change> ofUser(const Policy &policy, UserId user)
{
    QList<Change> changes;
    policy.assignments().forEachOf(
        user.value, [&](const AssignmentRow &row) { changes.append(unassignment(policy, row)); });
    sortByNames(changes);
    return changes;
}

} // namespace

QList<Change> cascadeOf(const Policy &policy, Change::Kind kind, const QString &key)
{
    switch (kind) {
    case Kind::Role:
        return ofRole(policy, policy.roles().idOf(key), key);
    case Kind::Permission:
        return ofPermission(policy, policy.permissions().idOf(key), key);
    case Kind::User:
        return ofUser(policy, policy.users().idOf(key));
    default:
        return {};
    }
}

} // namespace rolewright
