// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace rolewright {

// A sentence of core as it stands there, or a part of one, under the context "core" of the translations; what
// may stand in it, besides names.
struct CoreSentence
{
    enum Part {
        Names = 0,
        Nested = 1, // its last part is another sentence of these
        FirstWord = 2, // its first part begins with a word of the context "change": a kind, a field
        Described = 4 // its first part, or the second of several, is what describe() says of a change
    };
    const char *text;
    int parts = Names;
};

std::span<const CoreSentence> policySentences(); // of core/validation, core/edit, core/admin
std::span<const CoreSentence> storeSentences(); // of core/store and core/security; the trail's own summaries
std::span<const CoreSentence> archiveSentences(); // of what leaves a store

} // namespace rolewright
