// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace rolewright::cli {

struct DiffOptions
{
    std::string before; // a store, "-", or "@7" of --store
    std::string after;
    std::string failOn; // "gained", "lost", or empty
    std::string at;
};

// With JSON, the change set that leads from `before` to `after`, ready to apply.
Result<ExitStatus> diff(const DiffOptions &options, const Globals &globals, Console &console);

} // namespace rolewright::cli
