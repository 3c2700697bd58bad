// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

namespace rolewright {

// The next moment after t at which the answer turns: a validity of one of the subject's assignments begins or ends
// there. Nothing where it stays as it is for good. Pure; any thread; two decisions a boundary of this user at most.
struct NextChange
{
    Instant at;
    Decision then;

    friend bool operator==(const NextChange &, const NextChange &) = default;
};
// The request's own time does not count; t does.
std::optional<NextChange> nextChange(const PolicyIndex &index, const Request &request, Instant t);

} // namespace rolewright
