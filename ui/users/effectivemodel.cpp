// SPDX-License-Identifier: Apache-2.0
#include "ui/users/effectivemodel.h"

namespace rolewright {

using namespace Qt::StringLiterals;

void EffectiveModel::set(const QList<WhatCan> &held)
{
    if (held == m_held)
        return;
    m_held = held;
    updateRows();
}

void EffectiveModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    updateRows();
}

void EffectiveModel::updateRows()
{
    beginResetModel();
    m_rows.clear();
    for (qsizetype i = 0; i < m_held.size(); ++i) {
        if (m_filter.isEmpty() || m_held.at(i).permission.toText().contains(m_filter, Qt::CaseInsensitive))
            m_rows.append(i);
    }
    endResetModel();
}

int EffectiveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int EffectiveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EffectiveModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const WhatCan &held = m_held.at(m_rows.at(index.row()));
    const QString permission = held.permission.toText();
    if (index.column() == PermissionText)
        return permission;
    const QString roles = held.path.roles.join(u" > "_s);
    return held.path.grant == permission ? roles : tr("%1, by %2").arg(roles, held.path.grant);
}

QVariant EffectiveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == PermissionText ? tr("Permission") : tr("Through");
}

} // namespace rolewright
