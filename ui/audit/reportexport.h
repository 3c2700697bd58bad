// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/trailreport.h"
#include "ui/shell/workspace.h"

namespace rolewright {

class Printing;

// Writes entries of the trail as a report for those who have not got the store (trailreport.h): as JSON, or
// as a PDF with the JSON of the same name beside it, which is what can be checked. Off the GUI thread; the
// latest one wins.
class ReportExport : public QObject
{
    Q_OBJECT

public:
    explicit ReportExport(Workspace &workspace, QObject *parent = nullptr);

    // Whose keys sign what is written; null: nobody's.
    void setKeys(const std::function<std::shared_ptr<const StoreKeys>()> &keys) { m_keys = keys; }

    // `filter` and the period as they were asked for; `state`: of the trail, as the page says it.
    struct Asked
    {
        AuditQuery query;
        QString state;
        QList<AuditEvent> events; // newest first
    };
    void write(const QString &path, const Asked &asked);

private:
    void seal(const QString &path, const Asked &asked, const QList<AuditEvent> &newest);
    void finish(const QString &path, const TrailReport &report, const ReportSeal &seal);

    Workspace &m_workspace;
    std::function<std::shared_ptr<const StoreKeys>()> m_keys;
    Printing *m_printing;
    LatestJob<Result<ReportSeal>> m_job;
    quint64 m_run = 0;
};

} // namespace rolewright
