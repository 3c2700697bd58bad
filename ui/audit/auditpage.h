// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class AuditFilter;
class AuditModel;
class EventDetails;
class Timeline;
class TrailExport;

// Who did what to what, when and why: the trail of the open store, newest first, and whether it is intact.
class AuditPage : public QWidget
{
    Q_OBJECT

public:
    explicit AuditPage(Workspace &workspace, QWidget *parent = nullptr);

    void showThing(const QString &target); // "role/editor"
    // The chosen entries, or all that the filter lets through where at most one is chosen; newest first.
    void withChosen(const std::function<void(const QList<AuditEvent> &)> &take);
    void exportTo(const QString &path); // JSON Lines where the name ends with .jsonl, else CSV

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeList();
    void query();
    void restoreSelection();
    void verify();
    void loadTimeline();
    void takeSelection();
    void askWhereTo();
    void showTrail(const Result<TrailState> &state);

    Workspace &m_workspace;
    AuditFilter *m_filter;
    Timeline *m_timeline;
    AuditModel *m_model;
    TrailExport *m_export;
    QTreeView *m_view;
    QLabel *m_empty;
    EventDetails *m_details;
    QLabel *m_trail;
    QPushButton *m_verify;
    QPushButton *m_exportButton;
    qint64 m_selected = 0; // sequence
    qint64 m_verified = 0;
    bool m_stale = true;
};

} // namespace rolewright
