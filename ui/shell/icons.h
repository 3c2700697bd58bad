// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QPalette>

namespace rolewright {

// The icon of resources/icons with that name, drawn in the palette's text colour. Ask again after
// the palette has changed.
QIcon icon(const QString &name, const QPalette &palette);
QIcon icon(const QString &name, const QColor &color);

} // namespace rolewright
