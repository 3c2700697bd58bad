// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/pagescroll.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>

namespace rolewright {

PageScroll::PageScroll(QWidget *page, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(page);
    setWidget(page);
    page->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    page->installEventFilter(this);
    // A pane that opens below what is seen takes the focus, and has to be seen. What somebody clicks on is
    // seen.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        if (!now || !widget() || !widget()->isAncestorOf(now) || QApplication::mouseButtons() != Qt::NoButton)
            return;
        QTimer::singleShot(0, now, [this, now] { // once it is laid out
            if (widget() && now->hasFocus() && now->height() < viewport()->height())
                ensureWidgetVisible(now);
        });
    });
}

QSize PageScroll::sizeHint() const
{
    constexpr int Characters = 44;
    return {fontMetrics().averageCharWidth() * Characters, fontMetrics().height() * 24};
}

QSize PageScroll::minimumSizeHint() const
{
    constexpr int Characters = 24;
    return {fontMetrics().averageCharWidth() * Characters, fontMetrics().height() * 6};
}

void PageScroll::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

bool PageScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return QScrollArea::eventFilter(watched, event);
}

void PageScroll::fit()
{
    if (m_fitting || !widget())
        return;
    m_fitting = true;
    const QSize least = widget()->minimumSizeHint();
    const auto heightFor = [&](int width) {
        const QLayout *layout = widget()->layout();
        return layout && layout->hasHeightForWidth() ? layout->minimumHeightForWidth(width) : least.height();
    };
    // The room without scroll bars; each takes from the other's.
    QSize room = maximumViewportSize();
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    if (heightFor(std::max(room.width(), least.width())) > room.height())
        room.rwidth() -= bar;
    if (least.width() > room.width())
        room.rheight() -= bar;
    const int width = std::max(room.width(), least.width());
    widget()->resize(width, std::max(room.height(), heightFor(width)));
    m_fitting = false;
}

} // namespace rolewright
