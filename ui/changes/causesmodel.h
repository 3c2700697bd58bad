// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/causes.h"

#include <QAbstractItemModel>

namespace rolewright {

// Which change gives and takes what: a line a change with how many users gain and lose by it, below it the
// users, below each the permissions. A line is made when it is shown.
class CausesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { What, Gains, Loses, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void set(const QList<Change> &changes, const QList<Cause> &causes); // of these changes

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Change> m_changes;
    QList<Cause> m_causes;
};

} // namespace rolewright
