// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/comparison.h"

#include <QAbstractTableModel>

namespace rolewright {

// Two things side by side, a line each of what either has; those that are asked for.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Name, Left, Difference, Right, ColumnCount };
    enum class Shown { Differences, OnlyLeft, OnlyRight, Both, All };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QString &left, const QString &right, const QList<ComparedThing> &things);
    void setShown(Shown shown);
    const QList<ComparedThing> &things() const { return m_things; }
    const ComparedThing &thingAt(int row) const { return m_things.at(m_rows.at(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool isShown(const ComparedThing &thing) const;
    void updateRows();

    QString m_left;
    QString m_right;
    QList<ComparedThing> m_things;
    Shown m_shown = Shown::Differences;
    QList<qsizetype> m_rows;
};

} // namespace rolewright
