// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

#include <QByteArrayList>

namespace rolewright::cli {

// The hidden command that the completion scripts of all shells call: what could stand in place of the last
// word, one candidate a line with a description after a tab; nothing where a file name is wanted.
constexpr auto CompletionCall = "__complete";
void complete(const CLI::App &program, const QByteArrayList &words, Console &console);

} // namespace rolewright::cli
