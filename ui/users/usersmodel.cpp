// SPDX-License-Identifier: Apache-2.0
#include "ui/users/usersmodel.h"

#include <algorithm>

namespace rolewright {

UsersModel::UsersModel(Workspace &workspace, QObject *parent)
    : PermutedModel(workspace, Change::Kind::User, parent)
{
    start();
}

int UsersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsersModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && (index.column() == Roles || index.column() == Permissions))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const quint32 id = idAt(index.row());
    const User *user = policy().users().find(rolewright::UserId{id});
    if (!user)
        return {}; // gone already, the row follows
    switch (index.column()) {
    case UserId:
        return user->id;
    case Name:
        return user->name;
    case Roles:
    case Permissions:
        return tr("%L1").arg(weight(id, index.column()));
    case State:
        return withPending(user->active ? QString() : tr("inactive"), id);
    }
    return {};
}

QVariant UsersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Roles || section == Permissions))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::UserRole && section == State)
        return widestState({tr("inactive")});
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case UserId:
        return tr("User");
    case Name:
        return tr("Name");
    case Roles:
        return tr("Roles");
    case Permissions:
        return tr("Permissions");
    case State:
        return tr("State");
    }
    return {};
}

void UsersModel::prepare(const QList<Change> &applied)
{
    const bool counts =
        applied.isEmpty() || std::any_of(applied.begin(), applied.end(), [](const Change &change) {
            return change.kind == Change::Kind::Assignment || change.kind == Change::Kind::User;
        });
    if (!counts)
        return;
    m_roles.fill(0, policy().users().end());
    policy().assignments().forEach([this](const AssignmentRow &row) { ++m_roles[row.user.value]; });
}

qint64 UsersModel::weight(quint32 id, int column) const
{
    const User &user = policy().users().at(rolewright::UserId{id});
    switch (column) {
    case Roles:
        return m_roles.value(id);
    case Permissions:
        return user.active ? policyIndex()
                                 .effective(rolewright::UserId{id}, Instant::now())
                                 .countMissingIn(BitSet(), policyIndex().holdable())
                           : 0;
    case State:
        return user.active ? 1 : 0;
    default:
        return 0;
    }
}

} // namespace rolewright
