// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

namespace rolewright::cli {

// What a script can tell apart (interfaces.md, Command line). Killed by SIGPIPE, as any Unix program, where
// the reader of our output has gone.
enum class ExitStatus {
    Done = 0, // done, allowed, no difference, every line decided
    No = 1, // denied, differences, tests failed, trail not intact
    Usage = 2,
    Invalid = 3,
    Conflict = 4,
    Unavailable = 5,
    NotPermitted = 6,
};

ExitStatus exitStatusOf(ErrorCode code);

} // namespace rolewright::cli
