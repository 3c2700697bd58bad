// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/wrappingtree.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace rolewright {

namespace {

// QTreeView wraps what it paints, but asks for heights without saying how wide a line is.
class WrappingDelegate : public QStyledItemDelegate
{
public:
    explicit WrappingDelegate(QTreeView *view)
        : QStyledItemDelegate(view)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem line = option;
        initStyleOption(&line, index);
        int depth = m_view->rootIsDecorated() ? 1 : 0;
        for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
            ++depth;
        const int margin = m_view->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &line, m_view) + 1;
        const int icon = line.icon.isNull() ? 0 : line.decorationSize.width() + 2 * margin;
        const int width = m_view->viewport()->width() - depth * m_view->indentation() - icon - 2 * margin;
        constexpr int Narrowest = 80;
        constexpr int Unbounded = 1 << 20;
        const QRect text = line.fontMetrics.boundingRect({0, 0, std::max(width, Narrowest), Unbounded},
                                                         Qt::TextWordWrap, line.text);
        constexpr int Air = 4;
        return {width, std::max(text.height(), line.icon.isNull() ? 0 : line.decorationSize.height()) + Air};
    }

private:
    QTreeView *m_view;
};

} // namespace

WrappingTree::WrappingTree(QWidget *parent)
    : QTreeView(parent)
{
    setHeaderHidden(true);
    setWordWrap(true);
    setIndentation(14);
    setItemDelegate(new WrappingDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
}

void WrappingTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

} // namespace rolewright
