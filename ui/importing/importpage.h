// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/importing/importpreview.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListView;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace rolewright {

class ChangesModel;
class FindingListModel;
class ImpactModel;
class ImportOptions;

// The preview of an import: what would change, who would gain and lose, what is wrong, each with its place;
// nothing happens before Import, which makes it pending as one undo step. All the work is done on a worker,
// newest wins, and again whenever an option or the draft changes.
class ImportPage : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPage(Workspace &workspace, QWidget *parent = nullptr);

    void open(const QString &path);
    void cancel();
    bool isOpen() const { return !m_path.isEmpty(); }

Q_SIGNALS:
    void finished(bool imported); // or given up

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makePreview();
    QWidget *makeButtons();
    void takeFile(const Result<QByteArray> &bytes);
    void start();
    void take(const Result<ImportPreview> &preview);
    void showPreview(const ImportPreview &preview);
    void showError(const Error &error);
    void clear();
    void accept(); // Import
    void tellStage();
    void setBusy(bool busy);
    QString fileName() const;

    Workspace &m_workspace;
    QString m_path;
    QByteArray m_bytes;
    LatestJob<Result<QByteArray>> m_reading;
    LatestJob<Result<ImportPreview>> m_previewing;
    std::shared_ptr<ImportProgress> m_progress;
    std::optional<PreparedEdit> m_edit; // what Import would do
    QTimer m_stageTimer;

    QLabel *m_title;
    QLabel *m_what; // "A table of 165,179 rows"
    ImportOptions *m_options;
    QWidget *m_preview;
    ChangesModel *m_changes;
    QLabel *m_changesTitle;
    QTreeView *m_changesView;
    ImpactModel *m_impact;
    QLabel *m_impactTitle;
    FindingListModel *m_findings;
    QLabel *m_findingsTitle;
    QListView *m_findingsView;
    QProgressBar *m_bar;
    QLabel *m_stage;
    QPushButton *m_import;
    QPushButton *m_cancel;
};

} // namespace rolewright
