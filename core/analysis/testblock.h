// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/cellquestion.h"
#include "core/decision/review.h"
#include "core/edit/change.h"

namespace rolewright {

// Policy tests (semantics.md, section 7) that hold what the policy decides now.
struct TestBlock
{
    QList<Change> changes; // each adds one, named "alice may article:update", in the order of the cells
    qsizetype allowed = 0; // of the changes
    qsizetype denied = 0;
    qsizetype same = 0; // cells whose test is there already
    qsizetype left = 0; // cells that no question is for: patterns, and roles that nobody active has
};

// A test of a scoped permission asks for a thing for which the scope holds; one whose answer a validity could
// change has the moment. A decision a cell, and one pass over the assignments. Pure; any thread. What was
// made so far where it was cancelled.
TestBlock testBlock(const PolicyIndex &index, const QList<AccessCell> &cells, Instant now,
                    const CancelToken *cancel = nullptr);

} // namespace rolewright
