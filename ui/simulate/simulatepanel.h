// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/repair.h"
#include "core/decision/timeline.h"
#include "ui/opinion/opinionserver.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/treelines.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QTabWidget;
class QTreeView;

namespace rolewright {

class NameBar;
class OpinionPane;
class QuestionForm;
class RepairPane;
class VerdictView;

// "Can alice update this article, why, and what would turn it?" Asked anew at each edit of the question and
// of the draft: the verdict at once, the explanation and the repairs from workers, the newest one wins.
class SimulatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SimulatePanel(Workspace &workspace, QWidget *parent = nullptr);

    void ask(const QString &user, const QString &action, const QString &type);
    void ask(const Request &request);
    void askOperation(const QString &user, const QString &operation);

    OpinionServer &opinionServer() { return m_server; } // that the questions go to, too

    // What is shown, for copying.
    QString asText() const;
    QByteArray asJson() const;

private:
    QWidget *makeExplanation();
    void askNow();
    void showVerdict();
    struct Why
    {
        Explanation explanation;
        std::optional<NextChange> next;
    };
    void showWhy(const Why &why);
    void showTurn();
    QString comparison(Instant now) const;
    QString offeredRole() const; // of the current line; empty
    void assignOffered();
    void repair(const Repair &repair);
    QWidget *makeSaving();
    void saveAsTest(const QString &name);
    void updateButtons();

    Workspace &m_workspace;
    OpinionServer m_server;
    QuestionForm *m_form;
    VerdictView *m_verdict;
    OpinionPane *m_opinion;
    TreeLinesModel *m_lines;
    QTreeView *m_tree;
    QPushButton *m_assign;
    QPushButton *m_save;
    QPushButton *m_copy;
    NameBar *m_testName;
    RepairPane *m_repairs;
    QTabWidget *m_tabs;
    LatestJob<Why> m_explaining;
    QTimer m_turning; // to the next moment at which the shown answer is another
    PolicyIndex m_index; // that answered m_request
    Request m_request;
    Decision m_decision;
    std::optional<Why> m_why; // of m_request
};

} // namespace rolewright
