// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/foldingsplitter.h"

#include <QEvent>
#include <QLayout>

namespace rolewright {

namespace {

QSize leastOf(const QWidget *part)
{
    return part->minimumSizeHint().expandedTo(part->minimumSize());
}

} // namespace

FoldingSplitter::FoldingSplitter(QWidget *parent)
    : QSplitter(parent)
{
    setChildrenCollapsible(false);
}

void FoldingSplitter::setShares(const QList<int> &shares)
{
    m_shares = shares;
    setSizes(shares);
}

void FoldingSplitter::foldBelow(int characters)
{
    m_foldBelow = characters;
    fold();
}

QSize FoldingSplitter::minimumSizeHint() const
{
    QSize least = QSplitter::minimumSizeHint();
    if (orientation() == Qt::Horizontal) {
        // It can do with less: it folds.
        least.setWidth(0);
        for (int i = 0; i < count(); ++i)
            least.setWidth(std::max(least.width(), leastOf(widget(i)).width()));
    }
    return least;
}

void FoldingSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    fold();
}

bool FoldingSplitter::event(QEvent *event)
{
    const bool done = QSplitter::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return done;
}

void FoldingSplitter::fold()
{
    int wanted = handleWidth() * (count() - 1);
    for (int i = 0; i < count(); ++i) {
        if (!widget(i)->isHidden())
            wanted += leastOf(widget(i)).width();
    }
    wanted = std::max(wanted, m_foldBelow * fontMetrics().averageCharWidth());
    const Qt::Orientation fitting = width() < wanted ? Qt::Vertical : Qt::Horizontal;
    if (fitting == orientation())
        return;
    setOrientation(fitting);
    setSizes(fitting == Qt::Horizontal && !m_shares.isEmpty() ? m_shares : QList<int>(count(), 1000));
    updateGeometry();
}

} // namespace rolewright
