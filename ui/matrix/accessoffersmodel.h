// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/access.h"

#include <QAbstractTableModel>

namespace rolewright {

// The ways to give access, one a row: what is done, what it adds, who else gains.
class AccessOffersModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Adds, Others, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const Policy &policy, const QList<AccessOffer> &offers);
    const AccessOffer &offerAt(int row) const { return m_offers.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Policy m_policy;
    QList<AccessOffer> m_offers;
};

} // namespace rolewright
