// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

class QFontMetrics;

namespace rolewright {

// A name in at most `width` logical pixels. What is too long loses its middle: long names of one policy begin
// alike, so two thirds of the room are their ends'. Does not cut what one sees as one character. Empty where
// nothing fits.
QString elidedName(const QString &name, const QFontMetrics &metrics, int width);

// The names in a list, elided like that. Where one is, or the model has more to say, a tool tip says all of
// it.
class NameDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // What of the text of a line is shown in so many logical pixels.
    virtual QString shortened(const QString &text, const QFontMetrics &metrics, int width) const
    {
        return elidedName(text, metrics, width);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace rolewright
