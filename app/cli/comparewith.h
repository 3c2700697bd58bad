// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace rolewright::cli {

struct CompareWithOptions
{
    std::string address; // of an AuthZEN server
    std::string requests; // AuthZEN, JSON Lines; empty: those of the policy's tests
    std::string tokenFile;
    std::string authorities; // a PEM file
    std::string at;
};
// No where the server decides otherwise. Unavailable where it, or one question, has no answer; Invalid where lines are no
// requests.
Result<ExitStatus> compareWith(const CompareWithOptions &options, const Globals &globals, Console &console);

} // namespace rolewright::cli
