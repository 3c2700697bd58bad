// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

#include <QTimer>

namespace rolewright {

// Signs out who has touched neither key nor mouse for as long as the settings say. What is pending stays.
class IdleLock : public QObject
{
    Q_OBJECT

public:
    IdleLock(Workspace &workspace, Settings &settings, QObject *parent);

    void setMinutes(int minutes); // 0: never

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void restart();

    Workspace &m_workspace;
    Settings &m_settings;
    QTimer m_timer;
};

} // namespace rolewright
