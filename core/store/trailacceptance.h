// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

namespace rolewright {

// Was it refused because the trail is not sealed up to its end, or not the one that this installation left?
// Then StoreGuard::acceptTrail(), where that was on purpose.
bool needsAcceptance(const Error &error);

} // namespace rolewright
