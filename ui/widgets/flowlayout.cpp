// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/flowlayout.h"

#include <QApplication>
#include <QFont>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace rolewright {

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setSpacing(QApplication::style()->pixelMetric(QStyle::PM_LayoutHorizontalSpacing));
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[index].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[index].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return layOut({0, 0, width, 0}, false);
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize hint = item->sizeHint();
        size = {size.width() + (size.isEmpty() ? 0 : spacing()) + hint.width(),
                std::max(size.height(), hint.height())};
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo({item->minimumSize().width(), item->sizeHint().height()});
    }
    return size.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    layOut(rect, true);
}

QWidget *labelledField(const QString &label, QWidget *field)
{
    auto *both = new QWidget;
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    auto *title = new QLabel(label);
    title->setBuddy(field);
    QFont apart; // the underline of a mnemonic parts letters, which are measured together
    apart.setKerning(false);
    title->setFont(apart);
    row->addWidget(title);
    row->addWidget(field, 1);
    return both;
}

// Row by row; returns the height.
int FlowLayout::layOut(const QRect &rect, bool apply) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    const bool mirrored = parentWidget() && parentWidget()->isRightToLeft();
    int y = room.y();
    std::size_t i = 0;
    while (i < m_items.size()) {
        // How many fit.
        std::size_t end = i;
        int width = 0;
        int height = 0;
        int growing = 0;
        for (; end < m_items.size(); ++end) {
            const auto &item = m_items[end];
            if (int(end) == m_break && end > i)
                break;
            if (item->isEmpty())
                continue;
            const QSize hint = item->sizeHint();
            const int wanted = width + (width > 0 ? spacing() : 0) + hint.width();
            if (width > 0 && wanted > room.width())
                break;
            width = wanted;
            height = std::max(height, hint.height());
            growing += item->expandingDirections().testFlag(Qt::Horizontal);
        }
        const int left = std::max(0, room.width() - width);
        int x = room.x();
        for (; i < end; ++i) {
            const auto &item = m_items[i];
            if (m_gap == int(i) && growing == 0)
                x += left;
            if (item->isEmpty())
                continue;
            QSize hint =
                item->sizeHint().boundedTo({std::max(room.width(), item->minimumSize().width()), height});
            if (item->expandingDirections().testFlag(Qt::Horizontal))
                hint.rwidth() += left / growing;
            if (apply) {
                const QRect place(x, y + (height - hint.height()) / 2, hint.width(), hint.height());
                item->setGeometry(
                    mirrored ? place.translated(room.left() + room.right() - place.left() - place.right(), 0)
                             : place);
            }
            x += hint.width() + spacing();
        }
        if (height > 0)
            y += height + spacing();
    }
    return std::max(0, y - spacing() - room.y()) + contentsMargins().top() + contentsMargins().bottom();
}

} // namespace rolewright
