// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace rolewright::cli {

// Every line of the file is a request, every line of the output its response, in the same order; one `now`
// for all. Memory does not grow with the number of lines. A line that is no request is answered as a denial
// that says where.
Result<ExitStatus> evaluate(const QString &file, const Globals &globals, Console &console);

} // namespace rolewright::cli
