// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace rolewright::cli {

// What each command of this program does to a guarded store, in the words of adminregistry.h: every store that a
// command opens asks for it (openStoreAt()). A command that is not in here opens no guarded store.
struct CommandRight
{
    const char *command; // "log verify"
    // Empty: a sign-in, the store itself checks what is done then. Null: not even that.
    const char *operation;
    std::vector<const char *> flags = {}; // any of these makes it
    const char *flagged = nullptr; // this
};
const std::vector<CommandRight> &commandRights();

// Of the command line that was parsed.
Demand demandOf(const CLI::App &program, bool json);

} // namespace rolewright::cli
