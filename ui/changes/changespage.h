// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/changes/draftreview.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/treelines.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTabBar;
class QTreeView;

namespace rolewright {

class ConfirmationBar;
class ConflictsPane;
class EffectsView;
class NetChangesPane;
class Requests;
class RequestsPane;

// The draft before it is applied: what changes, each of which can be taken back; who gains and who loses;
// what is not good about it; why; and Apply. The review is made on a worker, newest wins, while the page is
// seen. In a guarded store it says beforehand what will ask for a second confirmation, and takes it, and what
// waits for a second person; a second tab has the requests.
class ChangesPage : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesPage(Workspace &workspace, QWidget *parent = nullptr);

    QWidget *applyPart() const { return m_applyPart; } // reason and buttons
    void focusReason();
    bool isReasonGiven() const; // or the person is at it, and leaves it empty
    void focusOverride(); // of the tests that would fail, once it is known which
    void apply(); // what the button does; nothing where it is disabled
    void showRequest(qint64 request);
    const Requests &requests() const { return *m_requests; }

Q_SIGNALS:
    void requestsChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeEffects();
    QWidget *makeApply();
    void makeTabs(QWidget *draft);
    void showTabs();
    void showRights();
    void askConfirmation(const QString &why);
    QString asks() const; // what applying will ask for, before it does
    void send(const SharedSecret &confirmation);
    bool needsApproval() const;
    QString confirmations() const; // why the draft asks for one; empty: it does not
    void refresh();
    void startReview();
    void showSides();
    void showReview(const std::optional<DraftReview> &review);
    void updateState();
    QString obstacle() const; // why the draft cannot be applied; empty: it can

    Workspace &m_workspace;
    ConflictsPane *m_conflicts;
    Requests *m_requests;
    RequestsPane *m_requestsPane;
    QTabBar *m_tabs;
    QStackedLayout *m_stack;
    NetChangesPane *m_changes;
    TreeLinesModel *m_findings;
    LatestJob<std::optional<DraftReview>> m_reviewing;
    LatestJob<Impact> m_beginning; // the first rows, while the rest is worked out
    DraftReview m_review;
    bool m_stale = true;
    bool m_overrideWanted = false;
    EffectsView *m_effects;
    QLabel *m_findingsTitle;
    QTreeView *m_findingsView;
    QWidget *m_applyPart;
    QLineEdit *m_reason;
    QCheckBox *m_override;
    QLabel *m_obstacle;
    QLabel *m_asks; // what applying will ask for
    ConfirmationBar *m_confirmation;
    QProgressBar *m_progress;
    QPushButton *m_discard;
    QPushButton *m_apply;
};

} // namespace rolewright
