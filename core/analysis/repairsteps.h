// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/repair.h"

namespace rolewright {

// One step of a proposal: a change of the policy, or of the session's roles.
struct RepairStep
{
    enum class Kind { Change, Activate, Drop };
    Kind kind = Kind::Change;
    Change change;
    QString role;

    friend bool operator==(const RepairStep &, const RepairStep &) = default;
};

// The steps worth trying on one policy for one request, towards the other answer than the one it gives: those that
// meet something unmet, or that cut the first granting path (a minimal cut has one of its links).
QList<RepairStep> stepsToAllow(const PolicyIndex &index, const Request &request, Instant t, const RepairLimits &limits,
                               bool *bounded);
QList<RepairStep> stepsToDeny(const PolicyIndex &index, const Request &request, Instant t);

} // namespace rolewright
