// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QPushButton;

namespace rolewright {

class ProblemText;

// What an operation requires as a policy document writes it. Read as one types; taken on Ctrl+Enter or Take
// over while nothing is wrong with it. What is typed stays until what the policy has differs from before.
class RequirementText : public QWidget
{
    Q_OBJECT

public:
    explicit RequirementText(Workspace &workspace, QWidget *parent = nullptr);

    void setOperation(OperationId operation); // also after the policy changed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void read();
    void take();
    void bringBack();
    static QString textOf(const std::optional<Requirement> &requirement);

    Workspace &m_workspace;
    OperationId m_operation;
    QString m_saved;
    std::optional<Requirement> m_read; // of what is typed, where nothing is wrong; none: unguarded
    ProblemText *m_text;
    QPushButton *m_take;
    QPushButton *m_back;
};

} // namespace rolewright
