// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"

namespace rolewright {

// Says a phrase of describe() in the language of whoever reads it. The phrases are marked in describe.cpp under the
// context "change".
using SayPhrase = QString (*)(const char *phrase);
// Says a moment as that reader is used to see it; toText() in the trail.
using SayMoment = QString (*)(Instant moment);

// describe(change) of change.h, which the trail keeps, in another language. Names stay as they are.
QString describe(const Change &change, SayPhrase say, SayMoment moment);
// What was there before it: "description of role editor: "Writes"", "It was not there."
QString describeBefore(const Change &change, SayPhrase say, SayMoment moment);

} // namespace rolewright
