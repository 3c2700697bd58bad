// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/matching.h"

namespace rolewright {

// The parts of matching(): what each property that looks past the thing itself means, as sets of bits
// (filterBit(); ids where it is not of an axis).

QList<PermissionId> permissionsNamed(const Policy &policy, const FilterPattern &pattern);
BitSet rolesNamed(const Policy &policy, const FilterPattern &pattern);

BitSet pendingThings(FilterAxis axis, const Policy &base, const Policy &draft);
BitSet grantedThings(FilterAxis axis, const PolicyIndex &index); // not of users by date: assigned at all
BitSet sensitiveRoles(const PolicyIndex &index); // that effectively give a sensitive permission
BitSet temporaryThings(FilterAxis axis, const Policy &policy);
BitSet unusedPermissions(const Policy &policy); // no role grants them, no operation requires them
BitSet unusedRoles(const Policy &policy); // nobody has them, no role inherits them

BitSet inheriting(const PolicyIndex &index, const BitSet &juniors); // through any number of roles
BitSet holdingRoles(FilterAxis axis, const FilterInput &input, const BitSet &roles);
BitSet holdingPermissions(FilterAxis axis, const FilterInput &input, const FilterPattern &pattern);
BitSet rolesOfUsers(const FilterInput &input, const FilterPattern &pattern);
BitSet operationsRequiringRoles(const Policy &policy, const FilterPattern &pattern);

} // namespace rolewright
