// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

namespace rolewright {

// Writes entries of the trail to a file, off the GUI thread, and says how that went. The latest one wins.
class TrailExport : public QObject
{
    Q_OBJECT

public:
    explicit TrailExport(Workspace &workspace, QObject *parent = nullptr);

    void write(const QString &path, const AuditQuery &query); // everything that it finds
    void write(const QString &path, const QList<AuditEvent> &events);

private:
    void collect(const QString &path, AuditQuery query, quint64 run);

    Workspace &m_workspace;
    QList<AuditEvent> m_events; // so far
    LatestJob<Status> m_job;
    quint64 m_run = 0; // pages of an earlier export are dropped
};

} // namespace rolewright
