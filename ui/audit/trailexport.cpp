// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/trailexport.h"

#include "core/base/writefile.h"
#include "ui/audit/trailfile.h"

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

void TrailExport::collect(const AuditQuery &query, const Taker &take)
{
    m_events.clear();
    AuditQuery paged = query;
    paged.limit = PageSize;
    paged.before = 0;
    page(paged, take, ++m_run);
}

void TrailExport::page(const AuditQuery &query, const Taker &take, quint64 run)
{
    m_workspace.service().events(
        query, this, [this, query, take, run](const Result<QList<AuditEvent>> &found) {
            if (run != m_run)
                return;
            if (!found) {
                m_workspace.show(toMessage(found.error()));
                return;
            }
            m_events += *found;
            if (found->size() < PageSize) {
                take(std::exchange(m_events, {}));
                return;
            }
            AuditQuery next = query;
            next.before = found->last().sequence;
            page(next, take, run);
        });
}

void TrailExport::write(const QString &path, const QList<AuditEvent> &events)
{
    ++m_run;
    m_job.start(
        [path, events](const CancelToken &) {
            return writeOutput(path, path.endsWith(u".jsonl"_s, Qt::CaseInsensitive)
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
