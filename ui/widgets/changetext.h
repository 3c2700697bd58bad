// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"

#include <optional>

namespace rolewright {

// describe(change) in the language of the window, for lists and labels; what is recorded stays English.
QString textOf(const Change &change);
QString textBefore(const Change &change); // what was there before it
// The same of what describe() has said in English, where the change is not at hand. Nothing where it is no
// such text, or where a name in it can be read in two ways.
std::optional<QString> describedInWindowLanguage(const QString &english);

} // namespace rolewright
