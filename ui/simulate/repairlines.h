// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/repair.h"
#include "ui/widgets/treelines.h"

namespace rolewright {

// "Assign editor to alice; activate editor in the session", in the language of the window.
QString repairText(const Repair &repair);

// A line for each proposal with what it gives or takes beside; below it, who gains or loses what: the first
// RepairUserMaximum users, and how many further ones. A proposal's line has its index as data.
constexpr qsizetype RepairUserMaximum = 100;
QList<TreeLine> repairLines(const RepairPlan &plan);

} // namespace rolewright
