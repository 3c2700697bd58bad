// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/filter/filterset.h"
#include "ui/shell/workspace.h"

#include <QAbstractTableModel>

namespace rolewright {

// The roles, the users or another kind of thing as a table: rows are ids in the order asked for, those that the filter matches.
// Follows the draft: what stays keeps its row and selection, only rows that come and go are inserted and
// removed. Nothing is kept a row but its id, so 100,000 of them filter and sort in some milliseconds; ordering so
// many by name is left to a worker when a store opens, and their rows come a moment later.
class PermutedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    quint32 idAt(int row) const { return m_rows.at(row); }
    int rowOf(quint32 id) const { return int(m_rows.indexOf(id)); } // -1 where it is not shown
    qsizetype total() const { return m_sorted.size(); } // without the filter
    quint32 idOf(const QString &key) const; // Id::None where there is none
    QString keyOf(quint32 id) const; // null where there is none
    // True while rows move because the policy or the filter did, not because somebody chose another one.
    bool isMoving() const { return m_moving; }

    FilterAxis axis() const; // what the rows are, for filters
    void setFilter(const FilterSet &filter);
    void setWatched(bool watched); // somebody looks: what takes long is counted, now and after each edit
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    // Rows can be dragged to where their names mean something.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

Q_SIGNALS:
    void counted();

protected:
    PermutedModel(Workspace &workspace, Change::Kind kind, QObject *parent);
    void start(); // once, by the constructor of the derived class

    const Policy &policy() const { return m_workspace.policy(); }
    const PolicyIndex &policyIndex() const { return m_workspace.index(); }

    // A thing's state, with "pending" where it, or what a user or a role has, is not as it is stored. What the user
    // or the role has is gone through.
    QString withPending(const QString &state, quint32 id) const;
    static QString widestState(const QStringList &states); // one of them, or "pending"

    // Besides headerData() of a view: Qt::UserRole is the widest text of a column that has but few.
    virtual void prepare(const QList<Change> &applied) = 0; // what the columns count at once
    // What they count on a worker, which ends in announceCount(): rows that it moves, shows or hides follow.
    virtual void count() {}
    void announceCount();
    virtual qint64 weight(quint32 id, int column) const = 0; // what a column other than the first sorts by

private:
    bool isPending(quint32 id) const;
    void countIfWatched();
    void showRows();
    void follow(const QList<Change> &applied);
    void updateSorted(const QList<Change> &applied);
    void sortAll(); // at once, or on a worker where that takes longer than a frame
    bool isPatched(); // m_sorted follows the policy where few keys are others
    void putInPlace(const BitSet &moved);
    void takeSorted(const QList<quint32> &ids);
    QList<quint32> wantedRows() const;
    void splice(const QList<quint32> &rows);
    void rearrange(const QList<quint32> &rows); // the same rows in another order

    Workspace &m_workspace;
    Change::Kind m_kind;
    FilterSet m_filter;
    int m_column = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_moving = false;
    bool m_watched = false;
    bool m_stale = true; // not counted since the last edit
    QList<quint32> m_sorted; // all, by key
    Policy m_sortedOf; // whose they are
    LatestJob<QList<quint32>> m_sorting; // many, for the first time: there are no rows until then
    QList<quint32> m_rows;
};

} // namespace rolewright
