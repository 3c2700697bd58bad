// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filtercursor.h"
#include "core/policy/policy.h"

namespace rolewright {

// What could stand at the cursor, ready to be put there, marks included: properties first, then names; the
// best few. Some milliseconds at 100,000 names.
QStringList filterOffers(const Policy &policy, FilterAxis axis, const FilterCursor &cursor);

} // namespace rolewright
