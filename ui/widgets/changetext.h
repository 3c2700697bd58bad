// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"

namespace rolewright {

// describe(change) in the language of the window, for lists and labels; what is recorded stays English.
QString textOf(const Change &change);

} // namespace rolewright
