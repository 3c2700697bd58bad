// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/permutedmodel.h"

namespace rolewright {

// The draft's users, with how many roles are assigned to each and, for those that are seen, how many
// permissions of the catalogue they hold now.
class UsersModel : public PermutedModel
{
    Q_OBJECT

public:
    enum Column { UserId, Name, Roles, Permissions, State, ColumnCount };

    explicit UsersModel(Workspace &workspace, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    void prepare(const QList<Change> &applied) override;
    qint64 weight(quint32 id, int column) const override;

private:
    QList<qint32> m_roles; // by user id
};

} // namespace rolewright
