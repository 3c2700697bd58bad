// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/operations/requirementedit.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QAction;
class QComboBox;
class QTreeView;

namespace rolewright {

class CompletionField;
class ProblemLabel;
class TreeLinesModel;

// What an operation requires as a tree, edited line by line: each step that the rules allow is one edit of
// the draft; what they refuse is said below the field, and stays in it.
class RequirementBuilder : public QWidget
{
    Q_OBJECT

public:
    explicit RequirementBuilder(Workspace &workspace, QWidget *parent = nullptr);

    void setOperation(OperationId operation); // also after the policy changed

private:
    struct Choice
    {
        Requirement::Kind kind;
        bool own;
        QString text;
        QString placeholder; // of the name; empty: there is none
    };
    static QList<Choice> choices();

    void makeFields();
    void makeActions();
    QAction *addAction(const QString &text, const QKeySequence &keys, std::function<RequirementEdit()> edit);
    void show(const std::optional<Requirement> &requirement);
    void goTo(const RequirementSpot &spot);
    RequirementSpot current() const;
    const Choice &choice() const;
    QStringList suggestions(const QString &typed) const;
    void add();
    bool edit(const RequirementEdit &edited,
              const QString &hint = {}); // hint: what to do where it is refused
    void setProblem(const QString &problem);
    void updateState();

    Workspace &m_workspace;
    const QList<Choice> m_choices;
    OperationId m_operation;
    std::optional<Requirement> m_requirement;
    QComboBox *m_kind;
    CompletionField *m_name;
    ProblemLabel *m_problem;
    TreeLinesModel *m_model;
    QTreeView *m_view;
    QAction *m_add;
    struct Step
    {
        QAction *action;
        std::function<RequirementEdit()> edit;
    };
    QList<Step> m_steps; // what can be done with the current line
};

} // namespace rolewright
