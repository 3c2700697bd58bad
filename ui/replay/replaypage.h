// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/replay/replaymodel.h"
#include "ui/shell/workspace.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTreeView;

namespace rolewright {

// Past requests (AuthZEN, JSON Lines) decided under a stored version and under the draft: how many differ and
// how, and the lines, a page at a time. A worker reads the log; Cancel stops it within a line.
class ReplayPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReplayPage(Workspace &workspace, QWidget *parent = nullptr);

    void open(const QString &path); // and replays it
    void setPageSize(qsizetype rows) { m_pageSize = rows; }

Q_SIGNALS:
    void questionAsked(const rolewright::Request &request);
    void finished(); // also where it failed

private:
    QLayout *makeHead();
    QWidget *makeBody();
    QLayout *makeFoot();
    void pickLog();
    void loadBefore();
    void run(bool wholeLog);
    void present(const Result<ReplayRun> &run, bool wholeLog);
    void cancel();
    void showProgress();
    void showCounts();
    void turn(bool forward);
    void updateState();
    ReplayFilter filter() const;

    Workspace &m_workspace;
    ReplayModel *m_model;
    QString m_path;
    qsizetype m_pageSize = 1000;
    std::optional<PolicyIndex> m_before; // of the version asked for, once it is there
    QList<ReplayPlace> m_pages; // the beginnings of those up to the shown one
    std::optional<ReplayPlace> m_next;
    std::optional<ReplayCounts> m_counts;
    std::optional<quint64> m_revision; // of the draft that was replayed, while its base is the same
    std::shared_ptr<ReplayProgress> m_progress;
    LatestJob<Result<ReplayRun>> m_running;
    LatestJob<PolicyIndex> m_indexing;
    quint64 m_loading = 0; // the newest request for a version
    QTimer m_timer;
    QSpinBox *m_version;
    QLabel *m_file;
    QListWidget *m_classes;
    QTreeView *m_view;
    QLabel *m_state;
    QProgressBar *m_bar;
    QPushButton *m_again;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_forward;
    QPushButton *m_ask;
};

} // namespace rolewright
