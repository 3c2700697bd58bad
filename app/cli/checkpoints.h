// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "core/store/policystore.h"

namespace rolewright::cli {

struct CheckpointOptions
{
    bool makeKey = false;
};
// Prints a checkpoint of the trail as it is, signed with the keys of the store or of --key-file, once the whole trail was found intact.
Result<ExitStatus> checkpoint(const CheckpointOptions &options, const Globals &globals, Console &console);

struct VerifyOptions
{
    std::string checkpoints; // a file, one a line
    std::vector<std::string> keys; // public ones that are trusted, in hexadecimal
    std::vector<std::string> archives; // files of "log archive"
};
Result<ExitStatus> verifyLog(const VerifyOptions &options, const Globals &globals, Console &console);

} // namespace rolewright::cli
