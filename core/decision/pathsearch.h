// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/explain.h"

#include <functional>

namespace rolewright {

// One grant (or, for a role that is asked for, nothing) at the end of a path.
struct Hit
{
    QString grant;
    QString scope;
    QString by;
};

// What an explanation looks for, per role: the grants of its own that do it, and those that would if their scope held.
struct Goal
{
    std::function<QList<Hit>(RoleId)> hits;
    std::function<QList<Hit>(RoleId)> scopeMisses;
    // The slots that satisfy it, for offers; a role that has one of them effectively does it. Empty for a role goal.
    QList<SlotId> satisfying;
    RoleId role; // of a role goal
};

Goal accessGoal(const PolicyIndex &index, const PolicyIndex::Pair &pair, bool owned, const Request &request);
Goal permissionGoal(const PolicyIndex &index, const PermissionName &permission);
// Of `owner`'s `own`: with a scope, also who holds it without (section 4.2).
Goal ownGoal(const PolicyIndex &index, const PermissionName &permission, bool owned, const Request &request);
Goal roleGoal(RoleId role);

// Paths from any of `starts` through roles that may be passed to a role with a hit: shortest first, then by role
// names, then by grant; at most `maximum`. Work is bound by the paths returned and the roles reached, not by the
// number of paths there are.
QList<GrantPath> findPaths(const PolicyIndex &index, const QList<RoleId> &starts,
                           const std::function<bool(RoleId)> &passable,
                           const std::function<QList<Hit>(RoleId)> &hits, qsizetype maximum);

} // namespace rolewright
