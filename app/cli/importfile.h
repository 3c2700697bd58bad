// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/commit.h"

#include <vector>

namespace rolewright::cli {

struct ImportArguments
{
    std::string file;
    std::string format; // "document", "table"; empty: detected
    bool merge = false;
    std::string names; // "dotted", or empty
    std::vector<std::string> ignoredColumns;
    CommitOptions commit;
};

// One change set that makes the policy equal to the document, or adds what the document or table has.
Result<ExitStatus> importFile(const ImportArguments &options, const Globals &globals, Console &console);

} // namespace rolewright::cli
