// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/workspace.h"

#include <QAbstractTableModel>
#include <QStringMatcher>

namespace rolewright {

// The roles or the users as a table: rows are ids in the order asked for, those that the filter matches.
// Follows the draft: what stays keeps its row and selection, only rows that come and go are inserted and
// removed. Nothing is kept a row but its id, so 100,000 of them filter and sort in some milliseconds.
class PermutedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    quint32 idAt(int row) const { return m_rows.at(row); }
    int rowOf(quint32 id) const { return int(m_rows.indexOf(id)); } // -1 where it is not shown
    qsizetype total() const { return m_sorted.size(); } // without the filter
    // True while rows move because the policy or the filter did, not because somebody chose another one.
    bool isMoving() const { return m_moving; }

    void setFilter(const QString &text);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int rowCount(const QModelIndex &parent = {}) const override;
    // Rows can be dragged to where their names mean something.
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

protected:
    PermutedModel(Workspace &workspace, Change::Kind kind, QObject *parent);
    void start(); // once, by the constructor of the derived class

    const Policy &policy() const { return m_workspace.policy(); }
    const PolicyIndex &policyIndex() const { return m_workspace.index(); }

    virtual QList<quint32> idsByKey() const = 0;
    virtual quint32 idOf(const QString &key) const = 0; // Id::None where there is none
    virtual QString keyOf(quint32 id) const = 0; // null where there is none
    virtual bool matches(quint32 id, const QStringMatcher &filter) const = 0;
    virtual void prepare(const QList<Change> &applied) = 0; // what the columns count
    virtual qint64 weight(quint32 id, int column) const = 0; // what a column other than the first sorts by

private:
    void follow(const QList<Change> &applied);
    void updateSorted(const QList<Change> &applied);
    QList<quint32> wantedRows() const;
    void splice(const QList<quint32> &rows);
    void rearrange(const QList<quint32> &rows); // the same rows in another order

    Workspace &m_workspace;
    Change::Kind m_kind;
    QString m_filter;
    int m_column = 0;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_moving = false;
    QList<quint32> m_sorted; // all, by key
    QList<quint32> m_rows;
};

} // namespace rolewright
