// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

#include <QByteArrayList>

#include <memory>

namespace rolewright::cli {

// The whole program as CLI11 sees it: for parsing, for --help and for completion.
std::unique_ptr<CLI::App> makeProgram(Chosen &chosen);

// Reads the arguments (without the program's name), runs the command they name and says what came of it.
ExitStatus runCommandLine(const QByteArrayList &arguments);

} // namespace rolewright::cli
