// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/head.h"

namespace rolewright {

// The policy of the newest version as rows. Ids and the numbers of the pools are kept, so that a policy that
// was loaded again, by whichever program, has the same ones: rows and policies compare by id.

// Within a transaction. Whatever the rows hold, the result is a consistent policy or an error.
Result<Policy> loadPolicy(Database &database, const Head &head);
// Whether the numbers of the policy's pools are those of the rows.
Result<bool> hasPoolsOf(Database &database, const Policy &policy);

// Writes what differs. Within a write transaction; `before` is what the rows are.
Status savePolicy(Database &database, const Policy &before, const Policy &after);

} // namespace rolewright
