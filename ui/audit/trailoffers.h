// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"
#include "ui/filter/wordcompletion.h"

namespace rolewright {

// "role/editor", "user/alice": what is called so, or begins so.
QStringList suggestTargets(const Policy &policy, const QString &typed);

// What the word at the cursor of a line that filters the trail (TrailFilter) may become: a property, or what it
// may be.
WordCompletion::Offers trailOffers(const Policy &policy, const QString &text, int cursor, bool asked);

} // namespace rolewright
