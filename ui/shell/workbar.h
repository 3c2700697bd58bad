// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rolewright {

// The line that tells of work that takes more than a second, with Cancel. One piece of work at a time: the
// newest.
class WorkBar : public QFrame
{
    Q_OBJECT

public:
    explicit WorkBar(QWidget *parent = nullptr);

    void start(const QString &text, std::function<void()> cancel);
    void end();

private:
    void cancel();

    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QTimer m_delay;
    std::function<void()> m_cancelling;
};

} // namespace rolewright
