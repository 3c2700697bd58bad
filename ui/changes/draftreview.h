// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/renames.h"
#include "core/base/finding.h"
#include "core/decision/review.h"

namespace rolewright {

// What applying a draft would do: who gains and loses, what is not good about it, which tests would fail.
struct DraftReview
{
    Impact impact; // what is renamed stays with those who have it
    QList<Renamed> renamed;
    Findings findings; // errors first; of warnings, those that the stored version does not have
    QStringList brokenTests; // that pass now
};

// Pure; for a worker. Nothing where it was cancelled.
std::optional<DraftReview> reviewDraft(const PolicyIndex &base, const PolicyIndex &draft, Instant now,
                                       const CancelToken &cancel);

} // namespace rolewright
