// SPDX-License-Identifier: Apache-2.0
#include "ui/admin/administratorsmodel.h"

#include "core/admin/administrators.h"

#include <QSet>

namespace rolewright {

QList<AdministratorsModel::Line> AdministratorsModel::lined(const QList<CredentialState> &states,
                                                            const PolicyIndex &index, Instant now)
{
    const auto &users = index.policy().users();
    QSet<UserId> able;
    for (const CredentialState &state : states)
        able.insert(users.idOf(state.user));
    const QList<UserId> all = administrators(
        index, [&](UserId user) { return able.contains(user); }, now);
    QList<Line> lines;
    for (const CredentialState &state : states) {
        const UserId id = users.idOf(state.user);
        const auto *user = users.find(id);
        lines.append({state, all.contains(id), user && user->active});
    }
    return lines;
}

void AdministratorsModel::set(const QList<Line> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int AdministratorsModel::rowOf(const QString &user) const
{
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).state.user == user)
            return row;
    }
    return -1;
}

int AdministratorsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int AdministratorsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant AdministratorsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const Line &line = m_lines.at(index.row());
    switch (index.column()) {
    case User:
        return line.state.user;
    case With:
        return line.state.hasCode
            ? tr("password and code, %Ln recovery code(s) left", nullptr, line.state.recoveryCodes)
            : tr("password");
    case Administers:
        return !line.active    ? tr("no: the user is not active")
            : line.administers ? tr("everything, for good")
                               : tr("what the roles give");
    default:
        return {};
    }
}

QVariant AdministratorsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case User:
        return tr("User");
    case With:
        return tr("Signs in with");
    case Administers:
        return tr("Administers");
    default:
        return {};
    }
}

} // namespace rolewright
