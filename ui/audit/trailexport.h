// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

namespace rolewright {

// Gets entries of the trail and writes them to a file, off the GUI thread, and says how that went. The latest one
// wins.
class TrailExport : public QObject
{
    Q_OBJECT

public:
    explicit TrailExport(Workspace &workspace, QObject *parent = nullptr);

    using Taker = std::function<void(const QList<AuditEvent> &)>;
    void collect(const AuditQuery &query, const Taker &take); // everything that it finds, newest first
    void write(const QString &path, const QList<AuditEvent> &events);

private:
    void page(const AuditQuery &query, const Taker &take, quint64 run);

    Workspace &m_workspace;
    QList<AuditEvent> m_events; // so far
    LatestJob<Status> m_job;
    quint64 m_run = 0; // pages of an earlier export are dropped
};

} // namespace rolewright
