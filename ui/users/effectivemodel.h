// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

#include <QAbstractTableModel>

namespace rolewright {

// What one user holds, each with the shortest way to it; those that the filter matches.
class EffectiveModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { PermissionText, Through, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<WhatCan> &held);
    void setFilter(const QString &filter);
    qsizetype total() const { return m_held.size(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void updateRows();

    QList<WhatCan> m_held;
    QString m_filter;
    QList<qsizetype> m_rows;
};

} // namespace rolewright
