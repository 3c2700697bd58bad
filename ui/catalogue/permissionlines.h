// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

namespace rolewright {

// A list of permissions as somebody types or pastes it: one a line, `article:{create,read}` for several, a
// description after a tab or two spaces. Braces with a comma inside stand for each of what they hold, in any segment.
struct PermissionLines
{
    static constexpr qsizetype Maximum = 100'000;

    struct Problem
    {
        int line = 0; // 0 is the first
        QString message; // a sentence

        friend bool operator==(const Problem &, const Problem &) = default;
    };

    QList<Permission> fresh; // that the catalogue has not, each once, in the order given
    qsizetype known = 0; // that it has, or that stand twice
    QList<Problem> problems; // by line
};

// Pure; any thread.
PermissionLines readPermissionLines(const QString &text, const Policy &policy, const CancelToken &cancel);

} // namespace rolewright
