// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "ui/widgets/treelines.h"

namespace rolewright {

// Why one cell of a matrix is as it is, as lines to read from the top. Bound by the roles that are reached;
// for the GUI thread.

// How the role comes to the permission or pattern: role > inherited roles > grant, or what it lacks.
QList<TreeLine> whyRoleHolds(const PolicyIndex &index, RoleId role, GrantId grant);
// How the user comes to the role at that moment: assigned role and dates > inherited roles, or what is over,
// not yet begun, disabled.
QList<TreeLine> whyUserHasRole(const PolicyIndex &index, UserId user, RoleId role, Instant now);

} // namespace rolewright
