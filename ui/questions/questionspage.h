// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/explain.h"
#include "ui/questions/answermodel.h"
#include "ui/shell/workspace.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class CompletionField;
class MomentEdit;
class TreeLinesModel;

// The reverse questions: who can do something, what can somebody do, which roles give something, which
// operations can somebody perform. Asked of the draft as one types and after every edit, by a worker; the
// newest wins. The ways that lead to the current row stand below; what is shown can be exported.
class QuestionsPage : public QWidget
{
    Q_OBJECT

public:
    enum class Question { WhoCan, WhatCan, WhichRoles, Operations };

    explicit QuestionsPage(Workspace &workspace, QWidget *parent = nullptr);

    void askAccess(Question question, const QString &action, const QString &type); // WhoCan, WhichRoles
    void askUser(Question question, const QString &user); // WhatCan, Operations
    void exportTo(const QString &path); // JSON where it ends so, else CSV; a message tells the outcome

Q_SIGNALS:
    void questionAsked(const rolewright::Request &request); // why the current row is there
    void roleRequested(const QString &role);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeHead();
    QWidget *makeWays();
    QLayout *makeFoot();
    Question question() const;
    bool isAboutUser() const;
    Instant moment() const;
    QString problem() const;
    void refresh();
    void start();
    void present(const std::optional<Answer> &answer); // nothing: the one that is shown
    std::optional<Request> requestOf(int row) const; // whose answer explains it; nothing for a role
    void showWays();
    void follow(); // the current row
    void pickExport();
    void say(const QString &text);

    Workspace &m_workspace;
    AnswerModel *m_model;
    TreeLinesModel *m_lines;
    QComboBox *m_question;
    QFormLayout *m_form;
    CompletionField *m_type;
    CompletionField *m_action;
    CompletionField *m_user;
    MomentEdit *m_time;
    QTreeView *m_view;
    QTreeView *m_ways;
    QLabel *m_state; // what is missing, or how many
    QPushButton *m_follow;
    QPushButton *m_export;
    Instant m_at; // of the answer shown
    bool m_stale = true;
    LatestJob<std::optional<Answer>> m_asking;
    LatestJob<Explanation> m_explaining;
    LatestJob<Status> m_exporting;
};

} // namespace rolewright
