// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"

namespace rolewright {

// What stands at a place of a filter's text, for completion: these characters, and what could be there.
struct FilterCursor
{
    enum class Kind { Word, Key, Value }; // a name or property; of `user.KEY`; of a property or attribute
    Kind kind = Kind::Word;
    FilterProperty property = FilterProperty::Name; // of Value
    QString attribute = {}; // of Value of the property Attribute
    qsizetype place = 0;
    qsizetype length = 0; // up to the cursor
    QString typed = {}; // without marks
    bool completable = true; // not in the middle of a regular expression

    friend bool operator==(const FilterCursor &, const FilterCursor &) = default;
};

FilterCursor cursorIn(const QString &text, FilterAxis axis, qsizetype place);

} // namespace rolewright
