// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

#include <QAbstractItemModel>

namespace rolewright {

// Who gains and who loses: a line a user with how much, below it the permissions.
class ImpactModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Who, Gains, Loses, ColumnCount };

    using QAbstractItemModel::QAbstractItemModel;

    void set(const Impact &impact);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Impact m_impact;
};

} // namespace rolewright
