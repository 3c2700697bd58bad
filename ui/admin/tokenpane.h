// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QCheckBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;

namespace rolewright {

class CompletionField;
class ProblemLabel;

// What a new token of an application is to be. Asks; the page makes it.
class TokenPane : public QWidget
{
    Q_OBJECT

public:
    explicit TokenPane(Workspace &workspace, QWidget *parent = nullptr);

    void open(const ApplicationToken *replaces = nullptr); // another one in its place
    qint64 replaces() const { return m_replaces; } // 0: none
    void setBusy(bool busy);

Q_SIGNALS:
    void accepted(const rolewright::ApplicationToken &token); // without id, hash and time
    void givenUp();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ApplicationToken token() const;
    QString problem() const; // a sentence; empty: none
    QString remark() const; // what stands in the way of its use, not of its making
    void submit();
    void updateState();

    Workspace &m_workspace;
    QLabel *m_what;
    CompletionField *m_user;
    QLineEdit *m_name;
    QList<QCheckBox *> m_scopes; // as tokenScopes()
    QDateEdit *m_until;
    ProblemLabel *m_problem;
    QLabel *m_remark;
    QPushButton *m_make;
    qint64 m_replaces = 0;
    bool m_busy = false;
};

} // namespace rolewright
