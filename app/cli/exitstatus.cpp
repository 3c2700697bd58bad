// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exitstatus.h"

namespace rolewright::cli {

ExitStatus exitStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return ExitStatus::Usage;
    case ErrorCode::Invalid:
        return ExitStatus::Invalid;
    case ErrorCode::Conflict:
        return ExitStatus::Conflict;
    case ErrorCode::NotPermitted:
        return ExitStatus::NotPermitted;
    case ErrorCode::Unavailable:
    case ErrorCode::Cancelled:
        break;
    }
    return ExitStatus::Unavailable;
}

} // namespace rolewright::cli
