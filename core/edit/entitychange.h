// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

namespace rolewright {

// Whether the entity of this id is another in two policies of one lineage, or what hangs on it: the
// assignments of a user, the grants and juniors of a role. For kinds that have ids. Pure; linear in what
// hangs on it.
bool isChanged(const Policy &before, const Policy &after, Change::Kind kind, quint32 id);

} // namespace rolewright
