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
            {{.shape = Shape::Covered}, Legend::tr("covered without scope")},
            {{.shape = Shape::None}, Legend::tr("not granted")},
            {{.shape = Shape::All}, Legend::tr("all of a group")},
            {{.shape = Shape::Some}, Legend::tr("some of a group")},
            {{.shape = Shape::Granted, .temporary = true}, Legend::tr("temporary")},
            {{.shape = Shape::Granted, .pending = true}, Legend::tr("pending")},
            {{.shape = Shape::Granted, .sensitive = true}, Legend::tr("sensitive")},
            {{.shape = Shape::Granted, .conflict = true}, Legend::tr("breaks separation of duty")},
            {{.shape = Shape::Granted, .dimmed = true}, Legend::tr("without effect now")}};
}

} // namespace

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    QStringList words;
    for (const Entry &entry : entries())
        words.append(entry.word);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
}

int Legend::side() const
{
    return fontMetrics().height() + 4;
}

// visit(entry, where), from left to right, line by line; returns the height.
template <class Visit>
int Legend::layOut(int width, Visit visit) const
{
    constexpr int Margin = 10;
    constexpr int Gap = 18;
    const int line = side() + 4;
    int x = Margin;
    int y = 4;
    for (const Entry &entry : entries()) {
        const int advance = side() + 3 + fontMetrics().horizontalAdvance(entry.word) + 2;
        if (x > Margin && x + advance > width) {
            x = Margin;
            y += line;
        }
        visit(entry, QRect(x, y, advance, side()));
        x += advance + Gap;
    }
    return y + line;
}

int Legend::heightForWidth(int width) const
{
    return layOut(width, [](const Entry &, const QRect &) {});
}

QSize Legend::sizeHint() const
{
    return {400, heightForWidth(400)};
}

QSize Legend::minimumSizeHint() const
{
    return {0, side() + 8};
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    layOut(width(), [&](const Entry &entry, const QRect &place) {
        m_painter.paint(&painter, QRect(place.topLeft(), QSize(side(), side())), entry.cell, palette());
        painter.setPen(mutedText(palette()));
        painter.drawText(place.adjusted(side() + 3, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, entry.word);
    });
}

} // namespace rolewright
