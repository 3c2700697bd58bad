// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/matrix/cell.h"

#include <QHash>
#include <QPalette>
#include <QPixmap>

namespace rolewright {

// The line below and behind a cell. Filled: drawn as lines, the grid takes longer than all that stands in it.
void paintGrid(QPainter *painter, const QRect &cell, const QPalette &palette);

// Draws cells. Each of the few hundred looks that occur is drawn once for a palette, size and pixel ratio,
// then copied. Shape says it first, colour second.
class CellPainter
{
public:
    // Where the shape stands in a cell of that size.
    static QRect shapeRect(const QSize &cell);

    void paint(QPainter *painter, const QRect &rect, const Cell &cell, const QPalette &palette);

private:
    QPixmap render(const Cell &cell) const;

    QHash<quint32, QPixmap> m_looks;
    QPalette m_palette;
    QSize m_size;
    qreal m_ratio = 0;
};

} // namespace rolewright
