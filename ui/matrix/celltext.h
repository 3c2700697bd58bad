// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/cellplan.h"

namespace rolewright {

// What cells say as text, in a clipboard: written in the language of the window, read in that and in English.
// The accepted texts stand in resources/help/matrix.md.

// "granted, from 2026-01-01T00:00:00Z, until 2027-01-01T00:00:00Z"
QString withDates(const QString &text, const Validity &validity);

// Nothing where the text says nothing that a cell can be.
std::optional<CellState> readCellText(const QString &text);

} // namespace rolewright
