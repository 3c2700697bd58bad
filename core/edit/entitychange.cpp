// SPDX-License-Identifier: Apache-2.0
#include "core/edit/entitychange.h"

#include "core/edit/fields.h"

#include <tuple>

namespace rolewright {

namespace {

QList<std::pair<quint32, Validity>> assignmentsOf(const Policy &policy, quint32 user)
{
    QList<std::pair<quint32, Validity>> roles;
    policy.assignments().forEachOf(user, [&](const AssignmentRow &row) {
        roles.append({row.role.value, policy.validityOf(row)});
    });
    return roles;
}

// Grants and juniors. Patterns by their names: two policies may have given one number to two.
std::tuple<QList<quint32>, QList<PermissionName>, QList<quint32>> grantsOf(const Policy &policy, quint32 role)
{
    QList<quint32> permissions;
    QList<PermissionName> patterns;
    QList<quint32> juniors;
    policy.grants().forEachOf(role, [&](const GrantRow &row) {
        if (row.grant.isPattern())
            patterns.append(policy.nameOf(row.grant));
        else
            permissions.append(row.grant.value);
    });
    policy.inheritance().forEachOf(role,
                                   [&](const InheritanceRow &row) { juniors.append(row.junior.value); });
    return {permissions, patterns, juniors};
}

} // namespace

bool isChanged(const Policy &before, const Policy &after, Change::Kind kind, quint32 id)
{
    const bool isSame = withTable(after, kind, [&](const auto &now) {
        return withTable(before, kind, [&](const auto &then) {
            if constexpr (std::is_same_v<decltype(then), decltype(now)>) {
                const auto *was = then.find({id});
                const auto *is = now.find({id});
                return was && is && *was == *is;
            }
            return false;
        });
    });
    if (!isSame)
        return true;
    if (kind == Change::Kind::User)
        return assignmentsOf(before, id) != assignmentsOf(after, id);
    return kind == Change::Kind::Role && grantsOf(before, id) != grantsOf(after, id);
}

} // namespace rolewright
