// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/legend.h"

#include "ui/shell/theme.h"

#include <QPainter>

namespace rolewright {

namespace {

struct Entry
{
    Cell cell;
    QString word;
};

QList<Entry> entries()
{
    using Shape = Cell::Shape;
    return {{{.shape = Shape::Granted}, Legend::tr("granted")},
            {{.shape = Shape::Inherited}, Legend::tr("inherited")},
            {{.shape = Shape::Pattern}, Legend::tr("by pattern")},
            {{.shape = Shape::Scoped}, Legend::tr("some scope only")},
            {{.shape = Shape::None}, Legend::tr("not granted")},
            {{.shape = Shape::Granted, .pending = true}, Legend::tr("pending")},
            {{.shape = Shape::Granted, .sensitive = true}, Legend::tr("sensitive")},
            {{.shape = Shape::Granted, .temporary = true}, Legend::tr("temporary")}};
}

} // namespace

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    QStringList words;
    for (const Entry &entry : entries())
        words.append(entry.word);
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
}

QSize Legend::sizeHint() const
{
    return {400, fontMetrics().height() + 14};
}

QSize Legend::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = fontMetrics().height() + 4;
    int x = 10;
    for (const Entry &entry : entries()) {
        const int width = fontMetrics().horizontalAdvance(entry.word);
        if (x + side + width > this->width())
            break;
        m_painter.paint(&painter, QRect(x, (height() - side) / 2, side, side), entry.cell, palette());
        painter.setPen(mutedText(palette()));
        painter.drawText(QRect(x + side + 3, 0, width + 2, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         entry.word);
        x += side + width + 18;
    }
}

} // namespace rolewright
