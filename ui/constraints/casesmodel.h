// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/validation/separationreview.h"

#include <QAbstractTableModel>

namespace rolewright {

// Who breaks which constraint, through which roles, and what that comes to. set() replaces all of it.
class CasesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ConstraintName, Who, Has, Outcome, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const Policy &policy, const QList<SeparationCase> &cases);
    const SeparationCase &caseAt(int row) const { return m_cases.at(row); }
    QString whoAt(int row) const; // a user's id or a role's name
    qsizetype refused() const; // how many a store would refuse

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString outcome(const SeparationCase &each) const;

    Policy m_policy; // the cases' own: ids mean the same as long as they are shown
    QList<SeparationCase> m_cases;
};

} // namespace rolewright
