// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/admin/passwordmemory.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace rolewright {

class KeyRing;
class ProblemLabel;
class SecretField;

// In the place of a guarded store's pages until somebody is signed in: the keys of a sealed one, who, the
// password, the code where one is asked for. What is wrong is never said; how long the next attempt has to wait is
// counted down. The password of a store on another machine is remembered in the keychain where the person asks for it,
// and else for the session only.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    SignInPage(Workspace &workspace, Settings &settings, KeyRing &keys, QWidget *parent = nullptr);

    void start(); // for the store that is open, with the field in focus that comes first
    // Who has typed the password already, for the store that is opened next.
    void expect(const QString &location, const QString &user, const SharedSecret &password);

private:
    void submit();
    void begin(); // without being asked, where that is possible
    void readRemembered();
    void settle(); // after a sign-in: what one sees
    void takeKeys();
    void acceptTrail();
    void record();
    void finish(const QString &user, const Status &status);
    void forget();
    void takeWait(const QString &user, Instant next);
    void countDown();
    void updateState();
    QString endOfSession() const;

    Workspace &m_workspace;
    Settings &m_settings;
    KeyRing &m_keys;
    QLabel *m_title;
    QLabel *m_location;
    QLabel *m_end;
    QFormLayout *m_form;
    QLineEdit *m_user;
    SecretField *m_password;
    SecretField *m_code;
    QCheckBox *m_remember;
    ProblemLabel *m_problem;
    QLabel *m_wait;
    QProgressBar *m_progress;
    QPushButton *m_signIn;
    QPushButton *m_close;
    QPushButton *m_accept; // where the trail is not the one that it was
    QLabel *m_notice;
    SharedSecret m_entered; // the password, while a code is asked for
    QTimer m_second;
    Instant m_next; // attempts before are not looked at
    QString m_waiting; // whose they are
    struct Expected
    {
        QString location;
        QString user;
        SharedSecret password;
    };
    std::optional<Expected> m_expected;
    std::optional<Expected> m_unrecorded; // signed in before the keys were looked for
    PasswordMemory m_memory;
    bool m_looking = false; // in the keychain
    bool m_running = false;
    bool m_early = false; // submitted while the keys are still looked for
};

} // namespace rolewright
