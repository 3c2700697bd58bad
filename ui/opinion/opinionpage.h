// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/opinion/opinionmodel.h"
#include "ui/opinion/opinionserver.h"
#include "ui/shell/workspace.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeView;

namespace rolewright {

// The policy's tests, a log of requests or cells of a matrix, asked of another decision point too: what is not
// answered alike is listed with both answers. A worker asks; Cancel stops it within a second.
class OpinionPage : public QWidget
{
    Q_OBJECT

public:
    OpinionPage(Workspace &workspace, OpinionServer &server, QWidget *parent = nullptr);

    void compareCells(const QList<AccessCell> &cells);
    void compareLog(const QString &path);
    void compareTests();

Q_SIGNALS:
    void questionAsked(const rolewright::Request &request);
    void finished(); // also where it failed

private:
    QLayout *makeHead();
    void makeView();
    QLayout *makeFoot();
    void pickLog();
    void run();
    void present(const OpinionRun &run);
    void cancel();
    void reset();
    void showProgress();
    void updateState();
    QString summary() const;

    Workspace &m_workspace;
    OpinionServer &m_server;
    OpinionModel *m_model;
    QString m_path;
    QList<AccessCell> m_cells;
    std::optional<OpinionRun> m_run; // the newest, without its rows
    bool m_cancelled = false;
    std::optional<quint64> m_revision; // of the draft that was compared
    std::shared_ptr<OpinionProgress> m_progress;
    LatestJob<OpinionRun> m_running;
    QTimer m_timer;
    QComboBox *m_source;
    QPushButton *m_choose;
    QTreeView *m_view;
    QLabel *m_state;
    QProgressBar *m_bar;
    QPushButton *m_compare;
    QPushButton *m_cancel;
    QPushButton *m_ask;
};

} // namespace rolewright
