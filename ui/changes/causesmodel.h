// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/causes.h"

#include <QAbstractItemModel>

namespace rolewright {

// The effect of some changes, ready to be shown.
struct ShownCauses
{
    QList<Change> changes;
    QList<Cause> causes; // of these changes, without what is renamed
    QList<qsizetype> keeping; // by cause: users who keep what it renames
};

// Which change gives and takes what: a line a change with how many users gain and lose by it, below it the
// users, below each the permissions. A line is made when it is shown.
class CausesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { What, Gains, Loses, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void set(const ShownCauses &shown);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    ShownCauses m_shown;
};

} // namespace rolewright
