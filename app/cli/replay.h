// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace rolewright::cli {

struct ReplayOptions
{
    std::string log = "-";
    std::string against;
    std::string at;
};
// No where decisions differ; Invalid at the end where lines are no requests.
Result<ExitStatus> replay(const ReplayOptions &options, const Globals &globals, Console &console);

} // namespace rolewright::cli
