// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/recoverycode.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rolewright {

class ProblemLabel;
class QrPicture;

// Sets up one-time codes for who is signed in: the secret as a picture and as text, and a code that shows
// that the authenticator has it.
class CodePane : public QWidget
{
    Q_OBJECT

public:
    explicit CodePane(Workspace &workspace, QWidget *parent = nullptr);

    void start(); // with a new secret
    void refuse(const QString &problem); // another code may do; empty: nothing was wrong
    const QStringList &recoveryCodes() const { return m_recovery.codes; }
    void forget();

Q_SIGNALS:
    void accepted(const rolewright::SharedSecret &seed, const QString &code, const QByteArrayList &recovery);
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void submit();
    void giveUp();
    void updateState();

    Workspace &m_workspace;
    SharedSecret m_seed;
    RecoveryCodes m_recovery;
    QrPicture *m_picture;
    QLineEdit *m_text;
    QLineEdit *m_code;
    ProblemLabel *m_problem;
    QPushButton *m_set;
    bool m_busy = false;
};

} // namespace rolewright
