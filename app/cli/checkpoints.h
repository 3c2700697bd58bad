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
};
// Holds the trail against checkpoints that were kept elsewhere: to which event they seal it, or what does not
// fit. Only for a trail whose own chain is intact.
struct Sealed
{
    std::optional<qint64> to;
    std::optional<qint64> firstBad;
    QString problem;
};
Result<Sealed> sealedTo(PolicyStore &store, const VerifyOptions &options, const TrailState &state);

} // namespace rolewright::cli
