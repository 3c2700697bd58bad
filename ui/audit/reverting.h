// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

namespace rolewright {

// Takes what some versions did back in the draft, as one undo step: each change set's inverse, newest first,
// carried over everything that came after it. What was changed again since is left out and said. Versions come
// from the store one by one and are worked off on a snapshot, off the GUI thread; asking again starts anew.
class Reverting : public QObject
{
    Q_OBJECT

public:
    explicit Reverting(Workspace &workspace, QObject *parent = nullptr);

    void revert(QList<qint64> versions); // in any order
    bool isRunning() const { return m_running; }

private:
    void next(quint64 run);
    void take(const Rebased &rebased);
    void fail(const Error &error);

    Workspace &m_workspace;
    QList<qint64> m_versions; // newest first
    qsizetype m_done = 0;
    Policy m_start; // the draft's when it was asked
    Policy m_policy; // with what was taken back so far
    QList<Conflict> m_conflicts;
    LatestJob<Rebased> m_job;
    LatestJob<QList<Change>> m_comparing;
    quint64 m_run = 0; // answers to an earlier question are dropped
    bool m_running = false;
};

} // namespace rolewright
