// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

namespace rolewright {

// The net difference as complete changes that apply() takes on `before` and that give `after`; inverted, the
// way back. Order: relations that go, entities that go, renames (a cycle through a temporary name), entities
// that come, fields, relations that come; within these by name. Toggling forth and back leaves nothing.

// Two policies of one lineage (one was made from the other by changes): by id, so that renames are seen as
// such. Its cost is that of the chunks that differ.
QList<Change> difference(const Policy &before, const Policy &after);

// Whether that is not empty: almost always known from the first thing that differs.
bool differ(const Policy &before, const Policy &after);

// How many rows and entities are not the same under their ids, counted up to `most`: whether difference() is
// soon made. Of one lineage, too.
qsizetype countDifferent(const Policy &before, const Policy &after, qsizetype most);

// Any two policies, by name: what makes `before` equal to `after`. Linear in both.
QList<Change> differenceByName(const Policy &before, const Policy &after);

} // namespace rolewright
