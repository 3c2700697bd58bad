// SPDX-License-Identifier: Apache-2.0
#include "ui/constraints/memberdelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace rolewright {

namespace {

constexpr int Side = 12;

QRect shapeIn(const QRect &cell)
{
    return {cell.center().x() - Side / 2, cell.center().y() - Side / 2, Side, Side};
}

bool isMember(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

} // namespace

void MemberDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.features &= ~QStyleOptionViewItem::HasCheckIndicator;
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const bool isSelected = cell.state & QStyle::State_Selected;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(cell.palette.brush(isSelected ? QPalette::HighlightedText : QPalette::Text));
    if (isMember(index))
        painter->drawRect(shapeIn(cell.rect));
    else
        painter->drawEllipse(QRectF(shapeIn(cell.rect)).center(), 1.5, 1.5);
    painter->restore();
}

bool MemberDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (!(model->flags(index) & Qt::ItemIsUserCheckable))
        return false;
    bool toggles = false;
    if (event->type() == QEvent::KeyPress) {
        toggles = static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        toggles = mouse->button() == Qt::LeftButton
            && shapeIn(option.rect).adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint());
    }
    return toggles
        && model->setData(index, isMember(index) ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace rolewright
