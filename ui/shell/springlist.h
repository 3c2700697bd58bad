// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QObject>

class QListWidget;

namespace rolewright {

// Lets what is dragged open pages: a name held over a line of the list for a moment chooses it, so that a
// role goes from its page to the matrix. Nothing is dropped on the list itself.
class SpringList : public QObject
{
    Q_OBJECT

public:
    SpringList(QListWidget *list, QObject *parent);

    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    QListWidget *m_list;
    QBasicTimer m_timer;
    int m_row = -1;
};

} // namespace rolewright
