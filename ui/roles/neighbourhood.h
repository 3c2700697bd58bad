// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

namespace rolewright {

// The roles around one of them: what it inherits and what inherits it, so many steps away.
struct Neighbourhood
{
    static constexpr int Everything = 0; // as a depth: all roles that inherit or are inherited
    static constexpr qsizetype Maximum = 150; // roles; more than that nobody reads, and laying out takes seconds

    struct Node
    {
        RoleId role;
        QString name;
        bool enabled = true;
    };
    QList<Node> nodes; // the role itself first
    QList<std::pair<int, int>> edges; // senior, junior: indexes of nodes
    qsizetype left = 0; // roles that belong here and are more than the maximum
};

// Nearest first; of those equally near, in the order of their names. Linear in the roles and inheritance.
Neighbourhood neighbourhood(const Policy &policy, RoleId role, int depth);

// The shortest way from a role down to one that it inherits, both included; empty where it does not.
QList<RoleId> wayDown(const Policy &policy, RoleId from, RoleId to);

} // namespace rolewright
