// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/openstore.h"

namespace CLI {
class App;
}

namespace rolewright::cli {

// What every command that changes a policy takes.
struct CommitOptions
{
    std::string reason;
    bool dryRun = false;
    bool overrideTests = false;
    bool request = false; // ask for the approval that the changes need
};
void addCommitOptions(CLI::App &command, CommitOptions &options);

// Commits a change set made on the newest version, or shows what it would do (dry run); says what came of it.
// Empty changes make no version. Conflict where somebody was faster.
Result<ExitStatus> commitOrShow(OpenPolicy &opened, const ChangeSet &changes, const CommitOptions &options,
                                Console &console);
// The command's whole answer where there is nothing to change.
ExitStatus sayUnchanged(qint64 version, Console &console);

} // namespace rolewright::cli
