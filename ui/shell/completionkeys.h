// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace rolewright {

class Actions;

// While a field offers completions, their list has all keys, and the window's shortcuts would start nothing. This
// closes the list and starts the command whose keys they are, where the field itself makes nothing of them.
class CompletionKeys : public QObject
{
    Q_OBJECT

public:
    CompletionKeys(const Actions &actions, QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Actions &m_actions;
    QWidget *m_window;
};

} // namespace rolewright
