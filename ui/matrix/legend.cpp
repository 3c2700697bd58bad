// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/legend.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QStyle>

namespace rolewright {

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Legend::show(const QList<LegendEntry> &entries)
{
    m_entries = entries;
    QStringList words;
    for (const LegendEntry &entry : entries)
        words.append(entry.word);
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

int Legend::side() const
{
    return fontMetrics().height() + 4;
}

// visit(entry, where), from left to right whichever way one reads, line by line; returns the height.
template <class Visit>
int Legend::layOut(int width, Visit visit) const
{
    constexpr int Margin = 10;
    constexpr int Gap = 18;
    const int line = side() + 4;
    int x = Margin;
    int y = 4;
    for (const LegendEntry &entry : m_entries) {
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
    return layOut(width, [](const LegendEntry &, const QRect &) {});
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
    painter.setLayoutDirection(layoutDirection());
    layOut(width(), [&](const LegendEntry &entry, const QRect &where) {
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), where);
        const auto part = [&](const QRect &logical) { return QStyle::visualRect(layoutDirection(), place, logical); };
        m_painter.paint(&painter, part(QRect(place.topLeft(), QSize(side(), side()))), entry.cell, palette());
        painter.setPen(mutedText(palette()));
        painter.drawText(part(place.adjusted(side() + 3, 0, 0, 0)), Qt::AlignVCenter | Qt::AlignLeft, entry.word);
    });
}

} // namespace rolewright
