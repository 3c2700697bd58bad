// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policystore.h"

#include <QAbstractTableModel>

namespace rolewright {

// The versions of a store, newest first: number, time, who, how many changes, why.
class VersionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Version, When, Who, Changes, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<VersionInfo> &versions);
    qint64 versionAt(int row) const { return m_versions.at(row).version; }
    int rowOf(qint64 version) const; // -1 where there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<VersionInfo> m_versions;
};

} // namespace rolewright
