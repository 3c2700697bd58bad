// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

namespace rolewright {

// The complete changes that go with the deletion of an entity, in front of it (see completed()). For a role
// that is a pass over the assignments, for a permission over the grants.
QList<Change> cascadeOf(const Policy &policy, Change::Kind kind, const QString &key);

} // namespace rolewright
