// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QSpinBox;

namespace rolewright {

class CompletionField;
class InheritanceGraph;
class InheritanceTree;
class ProblemLabel;
struct Inheriting;

// Where a role stands among the others: as a tree to edit, and as a graph.
class InheritancePane : public QWidget
{
    Q_OBJECT

public:
    explicit InheritancePane(Workspace &workspace, QWidget *parent = nullptr);

    void setRole(RoleId role); // invalid: none

Q_SIGNALS:
    void roleRequested(const QString &role);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeTree();
    QWidget *makeGraph();
    void refresh();
    void add(bool asJunior);
    void remove(const Inheriting &inheriting);
    void move(const Inheriting &from, const Inheriting &to);
    void say();
    void updateButtons();

    Workspace &m_workspace;
    RoleId m_role;
    bool m_stale = true; // drawn when it is looked at
    InheritanceTree *m_tree;
    CompletionField *m_field;
    QPushButton *m_inherit;
    QPushButton *m_beInherited;
    QPushButton *m_remove;
    ProblemLabel *m_problem;
    InheritanceGraph *m_graph;
    QSpinBox *m_depth;
    QLabel *m_extent;
};

} // namespace rolewright
