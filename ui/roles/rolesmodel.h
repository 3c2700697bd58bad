// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/permutedmodel.h"

namespace rolewright {

// The draft's roles, with how many users are assigned and how many permissions each gives.
class RolesModel : public PermutedModel
{
    Q_OBJECT

public:
    enum Column { Name, Users, Permissions, State, ColumnCount };

    explicit RolesModel(Workspace &workspace, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    void prepare(const QList<Change> &applied) override;
    qint64 weight(quint32 id, int column) const override;

private:
    QList<qint32> m_users; // by role id
};

} // namespace rolewright
