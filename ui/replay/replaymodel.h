// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/replay/logreplay.h"

#include <QAbstractTableModel>

namespace rolewright {

// A page of what a replay found.
class ReplayModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Line, What, Subject, Action, Resource, Before, After, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<ReplayRow> &rows);
    const ReplayRow &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static QString textOf(ReplayClass kind);

private:
    QList<ReplayRow> m_rows;
};

} // namespace rolewright
