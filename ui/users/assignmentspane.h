// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace rolewright {

class AssignmentsModel;
class CompletionField;
class MomentEdit;
class ProblemLabel;

// The roles of one user: assign one, optionally from and until a date, change the dates, take it away.
class AssignmentsPane : public QWidget
{
    Q_OBJECT

public:
    explicit AssignmentsPane(Workspace &workspace, QWidget *parent = nullptr);

    void setUser(UserId user); // also after the policy changed
    qsizetype count() const;

private:
    void makeLayout();
    void showSelected();
    void assign();
    void removeSelected();
    void updateState();

    Workspace &m_workspace;
    UserId m_user;
    AssignmentsModel *m_model;
    QTreeView *m_view;
    CompletionField *m_role;
    MomentEdit *m_from;
    MomentEdit *m_until;
    ProblemLabel *m_problem;
    QPushButton *m_assign;
    QPushButton *m_remove;
};

} // namespace rolewright
