// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace rolewright::cli {

void addArchive(CLI::App &log, Chosen &chosen); // log archive

} // namespace rolewright::cli
