// SPDX-License-Identifier: Apache-2.0
#include "ui/palette/hitdelegate.h"

#include "ui/palette/hitmodel.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QPainter>

namespace rolewright {

namespace {

constexpr int Margin = 10;
constexpr int LineMargin = 4;

} // namespace

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QWidget *widget = item.widget;
    (widget ? widget->style() : QApplication::style())
        ->drawControl(QStyle::CE_ItemViewItem, &item, painter, widget);

    const bool selected = item.state & QStyle::State_Selected;
    QRect area = option.rect.adjusted(Margin, 0, -Margin, 0);
    const QFontMetrics &metrics = item.fontMetrics;
    const QString detail =
        metrics.elidedText(index.data(HitModel::DetailRole).toString(), Qt::ElideRight, area.width() / 2);
    painter->save();
    painter->setFont(item.font);
    painter->setPen(selected ? item.palette.color(QPalette::HighlightedText) : mutedText(item.palette));
    painter->drawText(area, int(QStyle::visualAlignment(item.direction, Qt::AlignRight | Qt::AlignVCenter)),
                      detail);
    const int taken = detail.isEmpty() ? 0 : metrics.horizontalAdvance(detail) + 2 * Margin;
    item.direction == Qt::RightToLeft ? area.setLeft(area.left() + taken)
                                      : area.setRight(area.right() - taken);
    painter->setPen(item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(area, int(QStyle::visualAlignment(item.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                      metrics.elidedText(index.data().toString(), Qt::ElideMiddle, area.width()));
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, option.fontMetrics.height() + 2 * LineMargin};
}

} // namespace rolewright
