// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policyservice.h"

#include <QAbstractTableModel>

namespace rolewright {

// The audit trail as far as it was looked at, newest first: pages come from the store's reader thread as one
// scrolls.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, What, Reason, Version, ColumnCount };
    static constexpr int PageSize = 200;

    explicit AuditModel(PolicyService &service, QObject *parent = nullptr);

    void setQuery(const AuditQuery &query); // starts anew
    // The page asks for more, not the view through canFetchMore(): QTreeView would fetch a page at each layout,
    // that is, after each page, until it has all.
    bool hasMore() const { return !m_loading && !m_atEnd; }
    void loadMore(); // the next PageSize entries, older ones
    void appendNewer(); // what was recorded since; rows keep their place
    const AuditEvent &at(int row) const { return m_events.at(row); }
    int rowOf(qint64 sequence) const; // -1 where it is not loaded
    bool isLoading() const { return m_loading; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded(); // a page came, possibly empty
    void failed(const rolewright::Error &error);

private:
    void insert(qsizetype at, const QList<AuditEvent> &events);

    PolicyService &m_service;
    AuditQuery m_query;
    QList<AuditEvent> m_events;
    quint64 m_generation = 0; // answers to an older query are dropped
    bool m_loading = false;
    bool m_atEnd = true;
};

} // namespace rolewright
