// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/replacing.h"

#include <QAbstractTableModel>
#include <QSet>

namespace rolewright {

// What a replacement would rename, a line each, with a check mark where it can be; unchecked ones stay.
class ReplaceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Was, Is, Problem, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<ReplacedName> &names); // those that stay unchecked are the ones of the same key
    QList<ReplacedName> chosen() const;
    int problemCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    QList<ReplacedName> m_names;
    QSet<QString> m_left; // keys of those that are not wanted
};

} // namespace rolewright
