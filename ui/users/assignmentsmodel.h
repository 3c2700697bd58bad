// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

#include <QAbstractTableModel>

namespace rolewright {

// The roles that are assigned to one user, by name, with their dates and what they come to now.
class AssignmentsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RoleName, From, Until, Now, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const Policy &policy, UserId user, Instant now);
    QString roleAt(int row) const { return m_rows.at(row).role; }
    Assignment assignmentAt(int row) const { return m_rows.at(row).assignment; }
    int rowOf(const QString &role) const; // -1 where it is not assigned

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString role;
        Assignment assignment;
        QString now;

        friend bool operator==(const Row &, const Row &) = default;
    };
    QList<Row> m_rows;
};

} // namespace rolewright
