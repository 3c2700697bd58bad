// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/changes/draftreview.h"
#include "ui/changes/requestsmodel.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/treelines.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace rolewright {

class ChangesModel;
class ConfirmationBar;
class EffectsView;
class Requests;

// Mine, and those that wait for me: each with what it changes, who gains and loses by it, what speaks against
// it; to approve, refuse or take back, with a reason.
class RequestsPane : public QWidget
{
    Q_OBJECT

public:
    RequestsPane(Workspace &workspace, Requests &requests, QWidget *parent = nullptr);

    void select(qint64 request);

Q_SIGNALS:
    void broughtBack(); // into the draft

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Review
    {
        QString problem; // it does not apply to the policy of now
        PolicyIndex after;
        DraftReview review;
    };

    QWidget *makeDetails();
    QWidget *makeButtons();
    void takeRequests();
    void showRequest();
    void showReview(const std::optional<Review> &review);
    void approve();
    void refuse();
    void bringBack();
    void done();
    void updateState();
    const RequestsModel::Line *line() const; // the chosen one

    Workspace &m_workspace;
    Requests &m_requests;
    RequestsModel *m_model;
    ChangesModel *m_changes;
    TreeLinesModel *m_findings;
    LatestJob<std::optional<Review>> m_reviewing;
    qint64 m_selected = 0;
    bool m_running = false;
    QLabel *m_empty;
    QTreeView *m_view;
    QWidget *m_details;
    QLabel *m_title;
    QTreeView *m_changesView;
    EffectsView *m_effects;
    QTreeView *m_findingsView;
    ConfirmationBar *m_confirmation;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
    QPushButton *m_approve;
    QPushButton *m_refuse;
    QPushButton *m_bringBack;
};

} // namespace rolewright
