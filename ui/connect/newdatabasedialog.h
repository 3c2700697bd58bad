// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/connect/growingdialog.h"
#include "ui/shell/guardsession.h"
#include "ui/shell/latestjob.h"

class QDialogButtonBox;
class QLineEdit;
class QProgressBar;

namespace rolewright {

class LocationFields;
class ProblemLabel;
class SecretField;

// Makes a store in a database that is there and empty: with the login that owns it, for a first administrator
// who gets a login of their own (createStore()). A worker does it; nothing is made where it is refused.
class NewDatabaseDialog : public GrowingDialog
{
    Q_OBJECT

public:
    explicit NewDatabaseDialog(QWidget *parent);

    void accept() override; // makes it
    void reject() override;

Q_SIGNALS:
    // As the first administrator opens it.
    void made(const QString &location, const QString &user, const rolewright::SharedSecret &password);

private:
    QString problem() const; // of who administers it; empty: none
    void finish(const Status &status, const QString &user, const SharedSecret &password);
    void setRunning(bool running);

    LocationFields *m_fields;
    SecretField *m_owner;
    QLineEdit *m_user;
    SecretField *m_first;
    SecretField *m_second;
    ProblemLabel *m_problem;
    QProgressBar *m_progress;
    QDialogButtonBox *m_buttons;
    LatestJob<Status> m_making;
    QString m_location;
    bool m_running = false;
};

} // namespace rolewright
