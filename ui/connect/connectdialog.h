// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/connect/growingdialog.h"
#include "ui/shell/workspace.h"

class QDialogButtonBox;
class QProgressBar;
class QPushButton;

namespace rolewright {

class LocationFields;

// Asks for a store in a database or on a server and opens it. Stays until it is open, and says why it could
// not be; a certificate that nobody vouches for is shown, and can be trusted by its fingerprint. Who signs in
// is asked in the window then.
class ConnectDialog : public GrowingDialog
{
    Q_OBJECT

public:
    ConnectDialog(Workspace &workspace, QWidget *parent);

    LocationFields &fields() { return *m_fields; }
    void accept() override; // opens it
    void reject() override; // also while it is opened

private:
    void fail(const Error &error);
    void setRunning(bool running);

    Workspace &m_workspace;
    LocationFields *m_fields;
    QPushButton *m_trust;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    QString m_shown; // fingerprint of the certificate that was refused
    bool m_running = false;
};

} // namespace rolewright
