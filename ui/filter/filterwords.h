// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"

namespace rolewright {

// A filter's problem as a sentence that names the place.
QString toSentence(const FilterProblem &problem, FilterAxis axis);
QString toSentence(const Filter &deprecated); // what is better written how
QString titleOf(FilterAxis axis); // "roles"
QString filterKind(FilterAxis axis); // the same for settings: never translated

} // namespace rolewright
