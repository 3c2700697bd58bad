// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/repair.h"
#include "ui/shell/latestjob.h"
#include "ui/widgets/treelines.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class WorkBar;

// The smallest changes that would turn the answer, those that give (or take) least beside first, each with
// who else is concerned. Searched for by a worker, and only while the pane is shown; the newest question
// wins.
class RepairPane : public QWidget
{
    Q_OBJECT

public:
    explicit RepairPane(QWidget *parent = nullptr);

    void ask(const PolicyIndex &draft, const Request &request, Instant now);
    void setHint(const QString &hint); // nothing to search, and why
    void setReadOnly(bool readOnly);

    QString text() const; // what is shown, a line each

Q_SIGNALS:
    void chosen(const rolewright::Repair &repair);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Question
    {
        PolicyIndex index;
        Request request;
        Instant now;
    };

    void search();
    void stop(); // by hand
    void take(const std::optional<RepairPlan> &plan);
    void choose();
    void say(const QString &hint);
    const Repair *current() const;
    void updateButton();

    std::optional<Question> m_question;
    bool m_searched = false; // m_question, or a search for it is under way
    RepairPlan m_plan;
    LatestJob<std::optional<RepairPlan>> m_job;
    TreeLinesModel *m_lines;
    QTreeView *m_tree;
    QLabel *m_hint;
    WorkBar *m_work;
    QPushButton *m_again;
    QPushButton *m_choose;
    bool m_readOnly = false;
};

} // namespace rolewright
