// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace rolewright {

// The line under the menu that tells what happened, with at most one action. Never a box in the way.
// Information goes by itself, warnings and errors stay until closed or overtaken.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void look();

    Message m_message;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
    bool m_looking = false;
};

} // namespace rolewright
