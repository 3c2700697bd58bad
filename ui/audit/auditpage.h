// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QTimer>
#include <QWidget>

#include <atomic>

class QLabel;
class QPushButton;
class QTreeView;

namespace rolewright {

class ArchiveCheck;
class ArchivePane;
class AuditFilter;
class AuditModel;
class CheckpointCheck;
class ConfirmationBar;
class EventDetails;
class FacetsView;
class NewCheckpoint;
class ReportExport;
class Settings;
class ShownOnce;
class Timeline;
class TrailExport;

// Who did what to what, when and why: the trail of the open store, newest first, and whether it is intact.
class AuditPage : public QWidget
{
    Q_OBJECT

public:
    explicit AuditPage(Workspace &workspace, QWidget *parent = nullptr);

    void showThing(const QString &target); // "role/editor"
    void saveFiltersIn(Settings &settings); // offers to name them
    void signReportsWith(const std::function<std::shared_ptr<const StoreKeys>()> &keys); // null: nobody's
    void takeKeys(); // there are others, or none any more: what the seals are worth is looked at again
    QString filterLine() const; // of all its fields; empty: everything
    // The chosen entries, or all that the filter lets through where at most one is chosen; newest first.
    void withChosen(const std::function<void(const QList<AuditEvent> &)> &take);
    // JSON Lines where the name ends with .jsonl, a report with .json or .pdf, else CSV. In a guarded store it is
    // confirmed first, on this page.
    void exportTo(const QString &path);
    void checkAgainst(const QString &checkpoints); // a file of them
    void holdArchives(const QStringList &files); // against the trail

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeList();
    void query();
    void restoreSelection();
    void verify();
    void loadTimeline();
    void loadFacets();
    void takeSelection();
    void askWhereTo();
    QString sealOf(const TrailState &state) const;
    void showTrail(const Result<TrailState> &state);
    void writeTo(const QString &path);
    void showRights();
    void askCheckpoints();
    void makeCheckpoint();
    void showCheckpoints(); // whether they can be, and why not
    void askArchives();
    void showArchives(); // whether they can be held against it, and why not
    void offerArchive();
    void showArchiving(); // whether it can be, and why not
    void archive(Instant before, const QString &path);
    void giveUpArchiving();

    Workspace &m_workspace;
    AuditFilter *m_filter;
    Timeline *m_timeline;
    AuditModel *m_model;
    TrailExport *m_export;
    CheckpointCheck *m_check;
    NewCheckpoint *m_making;
    ReportExport *m_report;
    ConfirmationBar *m_confirmation;
    ArchivePane *m_archive;
    ArchiveCheck *m_archives;
    ShownOnce *m_checkpoint; // the new one
    QTreeView *m_view;
    QWidget *m_body; // list and details
    QLabel *m_empty;
    FacetsView *m_facets;
    EventDetails *m_details;
    QLabel *m_trail;
    QPushButton *m_verify;
    QPushButton *m_exportButton;
    QPushButton *m_archiveButton;
    QPushButton *m_checkpoints;
    QPushButton *m_archivesButton;
    QPushButton *m_newCheckpoint;
    std::shared_ptr<std::atomic_bool> m_archivingGivenUp; // of the one that is on its way
    QStringList m_heldArchives; // files that the trail was found to go on from
    std::optional<TrailState> m_state; // of the one that is shown, where it is intact
    std::function<std::shared_ptr<const StoreKeys>()> m_keys; // null: nobody's
    qint64 m_selected = 0; // sequence
    qint64 m_verified = 0;
    QTimer m_facetsPause;
    bool m_counting = false; // the store is at it; asked for again since: m_countAgain
    bool m_countAgain = false;
    bool m_stale = true;
};

} // namespace rolewright
