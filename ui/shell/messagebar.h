// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace rolewright {

// The line that tells what happened, with at most one action. Never a box in the way: it lies over the bottom
// edge of the page, or over the top one where the pointer or the focus is at the bottom, makes way for the focus, and
// moves nothing. What it is to keep clear of, it covers only where it would cover the focus instead.
// Information goes by itself; warnings and errors stay until they are closed, overtaken, or about something
// that is over.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *over);

    void show(const Message &message);
    void leave(Message::About about); // it is over
    void pageChanged(); // what lies below it is another page: it need not be at the top any more
    void leaveUndone(); // what it told of an edit is not so any more
    void keepClearOf(QWidget *part); // of the page below it
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();
    void place(bool atTop);
    bool covers(const QWidget *focus) const;
    bool liesOn(const QWidget *part) const;
    void settle();

    Message m_message;
    QList<QWidget *> m_kept;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
    QElapsedTimer m_shown;
    bool m_atTop = false;
    bool m_looking = false;
};

} // namespace rolewright
