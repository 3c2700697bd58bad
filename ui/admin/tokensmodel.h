// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/storeguard.h"

#include <QAbstractTableModel>

namespace rolewright {

// The tokens of applications that a store has, in its order.
class TokensModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { User, Name, Scope, Created, Ends, LastUse, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void set(const QList<ApplicationToken> &tokens, Instant now);
    const ApplicationToken &at(int row) const { return m_tokens.at(row); }
    int rowOf(qint64 id) const; // -1 where there is none
    static QString nameOfScope(const QString &scope);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<ApplicationToken> m_tokens;
    Instant m_now;
};

} // namespace rolewright
