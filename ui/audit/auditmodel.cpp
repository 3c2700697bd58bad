// SPDX-License-Identifier: Apache-2.0
#include "ui/audit/auditmodel.h"

#include "ui/widgets/coretext.h"
#include "ui/widgets/momentedit.h"

#include <algorithm>

namespace rolewright {

AuditModel::AuditModel(PolicyService &service, QObject *parent)
    : QAbstractTableModel(parent)
    , m_service(service)
{
}

void AuditModel::setQuery(const AuditQuery &query)
{
    beginResetModel();
    ++m_generation;
    m_query = query;
    m_query.limit = PageSize;
    m_events.clear();
    m_loading = false;
    m_atEnd = !m_service.isOpen() || !m_service.traits().versioned;
    endResetModel();
    loadMore();
}

void AuditModel::loadMore()
{
    if (!hasMore())
        return;
    m_loading = true;
    AuditQuery query = m_query;
    query.before = m_events.isEmpty() ? 0 : m_events.last().sequence;
    m_service.events(query, this, [this, generation = m_generation](const Result<QList<AuditEvent>> &events) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (!events) {
            m_atEnd = true;
            Q_EMIT failed(events.error());
            return;
        }
        m_atEnd = events->size() < PageSize;
        insert(m_events.size(), *events);
        Q_EMIT loaded();
    });
}

void AuditModel::appendNewer()
{
    if (m_loading || m_events.isEmpty()) {
        setQuery(m_query);
        return;
    }
    m_service.events(m_query, this,
                     [this, generation = m_generation](const Result<QList<AuditEvent>> &events) {
                         if (generation != m_generation)
                             return;
                         if (!events) {
                             Q_EMIT failed(events.error());
                             return;
                         }
                         const qint64 newest = m_events.first().sequence;
                         const auto known =
                             std::find_if(events->begin(), events->end(),
                                          [&](const AuditEvent &event) { return event.sequence <= newest; });
                         if (known == events->end() && !events->isEmpty()) {
                             setQuery(m_query); // more than a page came in between
                             return;
                         }
                         insert(0, events->mid(0, known - events->begin()));
                         Q_EMIT loaded();
                     });
}

void AuditModel::insert(qsizetype at, const QList<AuditEvent> &events)
{
    if (events.isEmpty())
        return;
    beginInsertRows({}, int(at), int(at + events.size()) - 1);
    if (at == m_events.size())
        m_events += events;
    else
        m_events = m_events.mid(0, at) + events + m_events.mid(at);
    endInsertRows();
}

int AuditModel::rowOf(qint64 sequence) const
{
    const auto at =
        std::lower_bound(m_events.begin(), m_events.end(), sequence,
                         [](const AuditEvent &event, qint64 wanted) { return event.sequence > wanted; });
    return at != m_events.end() && at->sequence == sequence ? int(at - m_events.begin()) : -1;
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Version)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const AuditEvent &event = m_events.at(index.row());
    QString text;
    switch (index.column()) {
    case When:
        text = shownTime({event.time.msecs / 1000 * 1000});
        break;
    case Who:
        text = event.actor;
        break;
    case What:
        text = summaryInWindowLanguage(event.summary);
        break;
    case Reason:
        text = event.reason;
        break;
    case Version:
        text = QString::number(event.version);
        break;
    }
    return role == Qt::ToolTipRole ? text.toHtmlEscaped() : text;
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case What:
        return tr("What");
    case Reason:
        return tr("Reason");
    case Version:
        return tr("Version");
    }
    return {};
}

} // namespace rolewright
