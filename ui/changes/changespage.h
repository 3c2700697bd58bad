// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/changes/changesmodel.h"
#include "ui/changes/draftreview.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/treelines.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace rolewright {

class ConflictsPane;
class EffectsView;

// The draft before it is applied: what changes, each of which can be taken back; who gains and who loses;
// what is not good about it; why; and Apply. The review is made on a worker, newest wins, while the page is
// seen.
class ChangesPage : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesPage(Workspace &workspace, QWidget *parent = nullptr);

    void focusReason();
    void focusOverride(); // of the tests that would fail, once it is known which
    void apply(); // what the button does; nothing where it is disabled

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeChanges();
    QWidget *makeEffects();
    QWidget *makeApply();
    void refresh();
    void showChanges();
    void showChanges(const QList<Change> &changes, const QList<ChangesModel::Group> &groups);
    void startReview();
    void showSides();
    void showReview(const std::optional<DraftReview> &review);
    void takeBackSelected();
    void updateState();
    QString obstacle() const; // why the draft cannot be applied; empty: it can

    Workspace &m_workspace;
    ConflictsPane *m_conflicts;
    ChangesModel *m_changes;
    TreeLinesModel *m_findings;
    LatestJob<std::optional<DraftReview>> m_reviewing;
    LatestJob<QList<AccessChange>> m_beginning; // the first rows, while the rest is worked out
    LatestJob<QList<ChangesModel::Group>> m_grouping;
    DraftReview m_review;
    bool m_stale = true;
    bool m_overrideWanted = false;
    QLabel *m_changesTitle;
    QLineEdit *m_filter;
    QTreeView *m_changesView;
    QPushButton *m_takeBack;
    EffectsView *m_effects;
    QLabel *m_findingsTitle;
    QTreeView *m_findingsView;
    QLineEdit *m_reason;
    QCheckBox *m_override;
    QLabel *m_obstacle;
    QProgressBar *m_progress;
    QPushButton *m_discard;
    QPushButton *m_apply;
};

} // namespace rolewright
