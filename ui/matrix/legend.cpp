// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/legend.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace rolewright {

namespace {

constexpr int Margin = 10;
constexpr int Gap = 18;
constexpr int Top = 4;
constexpr int LinesMaximum = 2; // that it takes unasked

} // namespace

Legend::Legend(QWidget *parent)
    : QWidget(parent)
    , m_toggle(new QToolButton(this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_toggle->setAutoRaise(true);
    m_toggle->setText(QStringLiteral("…"));
    m_toggle->setCheckable(true);
    m_toggle->setAccessibleName(tr("The whole legend"));
    connect(m_toggle, &QToolButton::clicked, this, [this](bool whole) { chooseFolded(!whole); });
}

void Legend::show(const QList<LegendEntry> &entries)
{
    m_entries = entries;
    QStringList words;
    for (const LegendEntry &entry : entries)
        words.append(entry.word);
    setAccessibleName(tr("Legend: %1").arg(words.join(QStringLiteral(", "))));
    placeToggle();
    updateGeometry();
    update();
}

void Legend::chooseFolded(std::optional<bool> folded)
{
    m_chosen = folded;
    placeToggle();
    updateGeometry();
    update();
}

int Legend::side() const
{
    return fontMetrics().height() + 4;
}

int Legend::lineHeight() const
{
    return side() + 4;
}

// visit(entry, where), from left to right whichever way one reads, line by line; returns the height of all
// lines.
template <class Visit>
int Legend::layOut(int width, Visit visit) const
{
    int x = Margin;
    int y = Top;
    for (const LegendEntry &entry : m_entries) {
        const int advance = side() + 3 + fontMetrics().horizontalAdvance(entry.word) + 2;
        const int end = y == Top ? width - m_toggle->sizeHint().width() : width;
        if (x > Margin && x + advance > end) {
            x = Margin;
            y += lineHeight();
        }
        visit(entry, QRect(x, y, advance, side()));
        x += advance + Gap;
    }
    return y + lineHeight();
}

bool Legend::isFolded(int width) const
{
    const int all = layOut(width, [](const LegendEntry &, const QRect &) {});
    return m_chosen.value_or(all > Top + LinesMaximum * lineHeight());
}

int Legend::heightForWidth(int width) const
{
    return isFolded(width) ? Top + lineHeight() : layOut(width, [](const LegendEntry &, const QRect &) {});
}

QSize Legend::sizeHint() const
{
    return {400, heightForWidth(400)};
}

QSize Legend::minimumSizeHint() const
{
    return {0, Top + lineHeight()};
}

void Legend::placeToggle()
{
    const int all = layOut(width(), [](const LegendEntry &, const QRect &) {});
    const bool folded = isFolded(width());
    m_toggle->setVisible(all > Top + lineHeight());
    m_toggle->setChecked(!folded);
    m_toggle->setToolTip(folded ? tr("Show the whole legend") : tr("Show one line of the legend"));
    const QSize size = m_toggle->sizeHint();
    const QRect place(width() - size.width(), Top, size.width(), side());
    m_toggle->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void Legend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeToggle();
}

void Legend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        placeToggle();
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    layOut(width(), [&](const LegendEntry &entry, const QRect &where) {
        if (where.bottom() >= height())
            return; // folded away
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), where);
        const auto part = [&](const QRect &logical) {
            return QStyle::visualRect(layoutDirection(), place, logical);
        };
        m_painter.paint(&painter, part(QRect(place.topLeft(), QSize(side(), side()))), entry.cell, palette());
        painter.setPen(mutedText(palette()));
        painter.drawText(part(place.adjusted(side() + 3, 0, 0, 0)), Qt::AlignVCenter | Qt::AlignLeft,
                         entry.word);
    });
}

} // namespace rolewright
