// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace rolewright::cli {

struct EvaluateOptions
{
    std::string file = "-";
    std::string log; // empty: none is kept
};
// Every line of the file is a request, every line of the output its response, in the same order; one `now`
// for all. Memory does not grow with the number of lines. A line that is no request is answered as a denial
// that says where. The log gets every request that is one, whole lines at a time, for replay().
Result<ExitStatus> evaluate(const EvaluateOptions &options, const Globals &globals, Console &console);

} // namespace rolewright::cli
