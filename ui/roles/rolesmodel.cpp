// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/rolesmodel.h"

#include <algorithm>

namespace rolewright {

RolesModel::RolesModel(Workspace &workspace, QObject *parent)
    : PermutedModel(workspace, Change::Kind::Role, parent)
{
    start();
}

int RolesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RolesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && (index.column() == Users || index.column() == Permissions))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const quint32 id = idAt(index.row());
    const Role *entity = policy().roles().find(RoleId{id});
    if (!entity)
        return {}; // gone already, the row follows
    if (role == Qt::ToolTipRole)
        return entity->description.toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return entity->name;
    case Users:
    case Permissions:
        return tr("%L1").arg(weight(id, index.column()));
    case State:
        return withPending(entity->enabled ? QString() : tr("disabled"), id);
    }
    return {};
}

QVariant RolesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Users || section == Permissions))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::UserRole && section == State)
        return widestState({tr("disabled")});
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Role");
    case Users:
        return tr("Users");
    case Permissions:
        return tr("Permissions");
    case State:
        return tr("State");
    }
    return {};
}

void RolesModel::prepare(const QList<Change> &applied)
{
    const bool counts =
        applied.isEmpty() || std::any_of(applied.begin(), applied.end(), [](const Change &change) {
            return change.kind == Change::Kind::Assignment || change.kind == Change::Kind::Role;
        });
    if (!counts)
        return;
    m_users.fill(0, policy().roles().end());
    policy().assignments().forEach([this](const AssignmentRow &row) { ++m_users[row.role.value]; });
}

qint64 RolesModel::weight(quint32 id, int column) const
{
    switch (column) {
    case Users:
        return m_users.value(id);
    case Permissions:
        return policyIndex().effective(RoleId{id}).countMissingIn(BitSet(), policyIndex().holdable());
    case State:
        return policy().roles().at(RoleId{id}).enabled ? 1 : 0;
    default:
        return 0;
    }
}

} // namespace rolewright
