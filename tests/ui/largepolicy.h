// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

namespace rolewright {

inline QString largePermission(int i)
{
    return QStringLiteral("thing%1:action%2")
        .arg(i % 250, 3, 10, QChar(u'0'))
        .arg(i / 250, 2, 10, QChar(u'0'));
}
inline QString largeRole(int i)
{
    return QStringLiteral("role%1").arg(i, 4, 10, QChar(u'0'));
}

// A large organisation's policy: forty grants a role, inheritance seven wide, five roles a user, one user in 97
// inactive.
inline Policy largePolicy(int users, int roles, int permissions)
{
    Policy policy;
    for (int i = 0; i < permissions; ++i)
        policy.permissions().insert({*parsePermission(largePermission(i)), {}, i % 50 == 0});
    QList<GrantRow> grants;
    QList<InheritanceRow> inheritance;
    for (int i = 0; i < roles; ++i) {
        const RoleId role = policy.roles().insert({largeRole(i), {}, true});
        for (int k = 0; k < 40; ++k)
            grants.append({role, GrantId::of(PermissionId{quint32((i * 37 + k * 61) % permissions)})});
        if (i > 100)
            inheritance.append({role, RoleId{quint32(i / 7)}});
    }
    policy.grants().assign(std::move(grants));
    policy.inheritance().assign(std::move(inheritance));
    QList<AssignmentRow> assignments;
    for (int i = 0; i < users; ++i) {
        const QString id = QStringLiteral("u%1%2")
                               .arg(quint32(i) * 2'654'435'761u % 10'000'000u, 7, 10, QChar(u'0'))
                               .arg(i);
        const UserId user =
            policy.users().insert({id, QStringLiteral("Person %1").arg(i), i % 97 != 0, {}, {}});
        for (int k = 0; k < 5; ++k)
            assignments.append({user, RoleId{quint32((i * 13 + k * 401) % roles)}, 0, 0});
    }
    policy.assignments().assign(std::move(assignments));
    return policy;
}

} // namespace rolewright
