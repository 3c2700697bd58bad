// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "core/decision/explain.h"

namespace rolewright::cli {

// "editor > author": a way through roles.
QString pathText(const QStringList &roles);

// An explanation for people, below the line with the decision.
void printExplanation(Console &console, const Explanation &explanation);

} // namespace rolewright::cli
