// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/elidedname.h"

#include "ui/shell/plaintext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QToolTip>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int Rounding = 1; // styles lay text out in parts of a pixel, and cut what is over by one

int roomFor(const QStyleOptionViewItem &option)
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    return style->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget).width() - 2 * margin
        - Rounding;
}

} // namespace

QString elidedName(const QString &name, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(name) <= width)
        return name;
    // Ids that are addresses of one organisation end alike.
    if (name.indexOf(u'@') > 0)
        return metrics.elidedText(name, Qt::ElideRight, width);
    // With its dots at the right, which the end has at its left: a font without the one sign has three.
    QString front = metrics.elidedText(name, Qt::ElideRight, width / 3);
    while (front.endsWith(u'…') || front.endsWith(u'.'))
        front.chop(1);
    return front
        + metrics.elidedText(name.sliced(front.size()), Qt::ElideLeft,
                             width - metrics.horizontalAdvance(front));
}

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text = shortened(item.text, item.fontMetrics, roomFor(item));
    if (item.direction == Qt::RightToLeft) {
        // In its own direction: or settings:* would read *:settings, which is another pattern.
        constexpr QChar FirstStrongIsolate(0x2068);
        constexpr QChar PopDirectionalIsolate(0x2069);
        item.text = FirstStrongIsolate + item.text + PopDirectionalIsolate;
    }
    item.textElideMode =
        Qt::ElideRight; // a pixel that a style takes for itself must not bring a second ellipsis
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
}

QSize NameDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(Rounding, 0);
}

bool NameDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    if (item.fontMetrics.horizontalAdvance(item.text) > roomFor(item)) {
        if (text.isEmpty())
            text = asPlainText(item.text);
        else
            text = item.text.toHtmlEscaped() + u"<br>"_s
                + (Qt::mightBeRichText(text) ? text : text.toHtmlEscaped());
    }
    QToolTip::showText(event->globalPos(), text, view, view->visualRect(index)); // empty: hides the last one
    return true;
}

} // namespace rolewright
