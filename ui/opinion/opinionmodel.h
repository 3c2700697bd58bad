// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/opinion/opinionrun.h"

#include <QAbstractTableModel>

namespace rolewright {

// The questions that are not answered alike.
class OpinionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Subject, Action, Resource, Here, There, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<OpinionRow> &rows);
    const OpinionRow &rowAt(int row) const { return m_rows.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<OpinionRow> m_rows;
};

} // namespace rolewright
