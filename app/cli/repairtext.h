// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "core/analysis/repair.h"

namespace rolewright::cli {

// What would turn a decision, below the line with it; or as one JSON object with it.
void printRepairs(Console &console, const RepairPlan &plan);
void writeRepairs(Console &console, const RepairPlan &plan, qint64 version);

} // namespace rolewright::cli
