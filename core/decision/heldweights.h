// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

#include <QHash>

namespace rolewright {

// By what the lines of a matrix can be ordered besides their names: how much each holds or is held by, and
// how alike two of them are. Of effective holdings, as the matrix shows them. Any thread.

enum class HeldAxis {
    Grants, // permissions and patterns (GrantId values), by the roles that hold them
    RolesByGrants, // roles, by what they hold
    Users, // users, by the roles that they have at t
    RolesByUsers, // roles, by the users that have them at t
};

// How many. What is not listed: none.
QHash<quint32, double> heldCounts(const PolicyIndex &index, HeldAxis axis, Instant t,
                                  const CancelToken *cancel = nullptr);
// From 0 to 1, 1 for the reference itself: what both have of what either has (Jaccard).
QHash<quint32, double> heldSimilarities(const PolicyIndex &index, HeldAxis axis, quint32 reference, Instant t,
                                        const CancelToken *cancel = nullptr);

} // namespace rolewright
