// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

namespace rolewright::bench {

// The GCP policy of ../shared/data where it is there, else a generated one of the same size (2,434 roles, 13,790
// permissions, 165,179 grants); says which on standard error. With `users` users of ten roles each.
const Policy &gcpPolicy();
Policy withUsers(const Policy &policy, int users);

} // namespace rolewright::bench
