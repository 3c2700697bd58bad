// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/admin/keyring.h"

#include <QWidget>

class QFormLayout;
class QLabel;
class QPushButton;

namespace rolewright {

class CompletionField;
class KeyChoiceField;
class ProblemLabel;
class SecretField;

// A new password, twice, and whose it is. Says what is wrong with it before it is used.
class PasswordPane : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordPane(Workspace &workspace, QWidget *parent = nullptr);

    // `user` empty: to be typed. `what` says what will happen, `act` is the button.
    // `asksKeys`: also where the keys are to be kept of a store that becomes sealed by it.
    void open(const QString &user, const QString &what, const QString &act, bool asksKeys = false);
    KeyChoice keys() const;
    void setBusy(bool busy);

Q_SIGNALS:
    void accepted(const QString &user, const rolewright::SharedSecret &password);
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void updateState();
    QString problem() const; // with what is typed so far; a sentence

    Workspace &m_workspace;
    QLabel *m_what;
    QFormLayout *m_form;
    CompletionField *m_user;
    SecretField *m_first;
    SecretField *m_second;
    KeyChoiceField *m_keys;
    ProblemLabel *m_problem;
    QPushButton *m_act;
    QPushButton *m_cancel;
    bool m_busy = false;
};

} // namespace rolewright
