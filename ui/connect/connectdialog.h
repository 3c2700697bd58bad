// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QDialog>

class QDialogButtonBox;
class QProgressBar;

namespace rolewright {

class LocationFields;

// Asks for a store in a database and opens it. Stays until it is open, and says why it could not be; who
// signs in is asked in the window then.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectDialog(Workspace &workspace, QWidget *parent);

    LocationFields &fields() { return *m_fields; }
    void accept() override; // opens it
    void reject() override; // also while it is opened

private:
    void setRunning(bool running);

    Workspace &m_workspace;
    LocationFields *m_fields;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QString m_problem; // what the workspace said last
    bool m_running = false;
};

} // namespace rolewright
