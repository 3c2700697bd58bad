// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/trailarchive.h"
#include "ui/shell/workspace.h"

#include <QTimer>
#include <QWidget>

#include <atomic>

class QLabel;
class QProgressBar;
class QPushButton;

namespace rolewright {

// Holds archives against the trail of the open store: that they are as they were written, go on from each
// other, and the trail from them. An installation that had not seen the archiving sees it by that
// (StoreGuard::seeArchive()). The files are read on a worker; while that lasts, this shows how far it is,
// with Cancel. The latest one wins.
class ArchiveCheck : public QWidget
{
    Q_OBJECT

public:
    explicit ArchiveCheck(Workspace &workspace, QWidget *parent = nullptr);

    // `done` hears the state of the trail with what is wrong with the archives, and which they are: none
    // where what is wrong is found in the trail itself. An error is shown, and Cancel says nothing.
    using Done = std::function<void(const TrailState &trail, const QList<ArchiveState> &archives)>;
    void start(const QStringList &paths, const Done &done);
    void cancel();
    bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void runningChanged();

private:
    struct Run
    {
        QStringList paths;
        std::optional<Anchor> anchor;
        HeldArchives archives;
        std::atomic<qint64> bytes = 0; // of all of them
        std::atomic<qint64> read = 0;
        Done done;
    };
    using Runs = std::shared_ptr<Run>;
    void findAnchor(const Runs &run);
    void read(const Runs &run);
    void verify(const Runs &run, bool again);
    void hold(const Runs &run, const TrailState &trail);
    void see(const Runs &run, const TrailState &trail);
    void finish(const Runs &run, const TrailState &trail);
    void fail(const Error &error);
    void setRun(const Runs &run);
    bool isLatest(const Runs &run) const { return run == m_run; }

    Workspace &m_workspace;
    LatestJob<Result<std::shared_ptr<HeldArchives>>> m_reading;
    Runs m_run;
    QTimer m_tick;
    QLabel *m_what;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
};

} // namespace rolewright
