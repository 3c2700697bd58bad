// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/explain.h"
#include "ui/widgets/treelines.h"

namespace rolewright {

// An explanation as lines to read from the top: user > assigned role > inherited role > grant; for a denial
// what came close and which roles would give it; for an operation its requirement. An offered role's line has
// its name as data.
QList<TreeLine> explanationLines(const Explanation &explanation, const Policy &policy,
                                 const Request &request);

} // namespace rolewright
