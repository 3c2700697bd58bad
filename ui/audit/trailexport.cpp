// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/trailexport.h"

#include "ui/audit/trailfile.h"
#include "ui/shell/draftkeeper.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageSize = 5'000;

} // namespace

TrailExport::TrailExport(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::storeChanged, this, [this] { ++m_run; });
}

void TrailExport::write(const QString &path, const AuditQuery &query)
{
    m_events.clear();
    AuditQuery paged = query;
    paged.limit = PageSize;
    paged.before = 0;
    collect(path, paged, ++m_run);
}

void TrailExport::collect(const QString &path, AuditQuery query, quint64 run)
{
    m_workspace.service().events(
        query, this, [this, path, query, run](const Result<QList<AuditEvent>> &page) {
            if (run != m_run)
                return;
            if (!page) {
                m_workspace.show(toMessage(page.error()));
                return;
            }
            m_events += *page;
            if (page->size() < PageSize) {
                write(path, std::exchange(m_events, {}));
                return;
            }
            AuditQuery next = query;
            next.before = page->last().sequence;
            collect(path, next, run);
        });
}

void TrailExport::write(const QString &path, const QList<AuditEvent> &events)
{
    ++m_run;
    m_job.start(
        [path, events](const CancelToken &) {
            return writeDurably(path, path.endsWith(u".jsonl"_s, Qt::CaseInsensitive)
                                    ? trailAsJsonLines(events)
                                    : trailAsCsv(events));
        },
        [this, path, count = int(events.size())](const Status &written) {
            if (written)
                m_workspace.show({Message::Kind::Information,
                                  tr("%Ln entry(s) of the trail are in %1.", nullptr, count).arg(path),
                                  {},
                                  {}});
            else
                m_workspace.show(toMessage(written.error()));
        });
}

} // namespace rolewright
