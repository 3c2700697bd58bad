// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/matrixmodel.h"

#include <QMimeData>

namespace rolewright {

// The rows and columns that a selection touches, with their heads, as tab-separated text and as an HTML
// table; states as words, nothing where nothing is held. A group stands for its lines. Pasted again it gives
// exactly what was copied. Null where that would be more than a clipboard
// should hold. The caller owns it.
QMimeData *copyOf(const MatrixModel &model, const QItemSelection &cells);

} // namespace rolewright
