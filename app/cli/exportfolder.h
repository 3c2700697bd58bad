// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "app/cli/exitstatus.h"
#include "core/exchange/engineexport.h"

#include <optional>
#include <string>

namespace rolewright::cli {

std::optional<Engine> engineOf(const std::string &format); // nothing: "document", or ""

// The policy for another engine, as a new folder that is there whole or not at all. One that has something in
// it is refused: a policy file left there from earlier would go on allowing what it says.
Result<ExitStatus> exportFolder(Engine engine, const Policy &policy, const std::string &folder, bool skip,
                                Console &console);

} // namespace rolewright::cli
