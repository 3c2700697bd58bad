// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollArea>

namespace rolewright {

// A page as large as the room there is, which scrolls where that is less than the page can do with. Unlike a
// QScrollArea that resizes its widget, it lets a page with wrapped lines shrink to its minimum first. Its own
// size never follows what the page shows.
class PageScroll : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageScroll(QWidget *page, QWidget *parent = nullptr); // takes it

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    bool m_fitting = false;
};

} // namespace rolewright
