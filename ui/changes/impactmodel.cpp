// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/impactmodel.h"

namespace rolewright {

namespace {

constexpr quintptr UserLevel = 0; // a permission has its user's row + 1

} // namespace

void ImpactModel::set(const Impact &impact)
{
    if (impact == m_impact)
        return;
    beginResetModel();
    m_impact = impact;
    endResetModel();
}

QModelIndex ImpactModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : UserLevel);
}

QModelIndex ImpactModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == UserLevel)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, UserLevel);
}

int ImpactModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_impact.changes.size());
    if (parent.internalId() != UserLevel || parent.column() != 0)
        return 0;
    const AccessChange &change = m_impact.changes.at(parent.row());
    return int(change.gained.size() + change.lost.size());
}

int ImpactModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ImpactModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != Who)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (index.internalId() == UserLevel) {
        const AccessChange &change = m_impact.changes.at(index.row());
        if (index.column() == Who)
            return change.name == change.user ? change.user : tr("%1 (%2)").arg(change.user, change.name);
        const qsizetype count = index.column() == Gains ? change.gained.size() : change.lost.size();
        return count > 0 ? tr("%L1").arg(count) : QString();
    }
    const AccessChange &change = m_impact.changes.at(qsizetype(index.internalId()) - 1);
    const bool gained = index.row() < change.gained.size();
    if (index.column() == Who)
        return gained ? change.gained.at(index.row()) : change.lost.at(index.row() - change.gained.size());
    if (index.column() == (gained ? Gains : Loses))
        return gained ? tr("gains") : tr("loses");
    return {};
}

QVariant ImpactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != Who)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who:
        return tr("User");
    case Gains:
        return tr("Gains");
    case Loses:
        return tr("Loses");
    }
    return {};
}

} // namespace rolewright
