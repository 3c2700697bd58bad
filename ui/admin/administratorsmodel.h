// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/store/storeguard.h"

#include <QAbstractTableModel>

namespace rolewright {

// Who can sign in to the store, with what, and whether they administer for good (administrators.h).
class AdministratorsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { User, With, Administers, ColumnCount };

    struct Line
    {
        CredentialState state;
        bool administers = false;
        bool active = true;
    };
    // Pure; linear in the assignments: for a worker.
    static QList<Line> lined(const QList<CredentialState> &states, const PolicyIndex &index, Instant now);

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<Line> &lines);
    const Line &at(int row) const { return m_lines.at(row); }
    int rowOf(const QString &user) const; // -1 where there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Line> m_lines;
};

} // namespace rolewright
