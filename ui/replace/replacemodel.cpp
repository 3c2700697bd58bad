// SPDX-License-Identifier: Apache-2.0
#include "ui/replace/replacemodel.h"

#include "ui/shell/plaintext.h"
#include "ui/widgets/coretext.h"

#include <algorithm>

namespace rolewright {

void ReplaceModel::set(const QList<ReplacedName> &names)
{
    if (names == m_names)
        return;
    beginResetModel();
    m_names = names;
    endResetModel();
    Q_EMIT chosenChanged();
}

QList<ReplacedName> ReplaceModel::chosen() const
{
    QList<ReplacedName> names;
    std::copy_if(m_names.begin(), m_names.end(), std::back_inserter(names), [this](const ReplacedName &name) {
        return name.problem.isEmpty() && !m_left.contains(name.key);
    });
    return names;
}

int ReplaceModel::problemCount() const
{
    return int(std::count_if(m_names.begin(), m_names.end(),
                             [](const ReplacedName &name) { return !name.problem.isEmpty(); }));
}

int ReplaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size());
}

int ReplaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReplaceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ReplacedName &name = m_names.at(index.row());
    const bool can = name.problem.isEmpty();
    if (role == Qt::CheckStateRole && index.column() == Was)
        return int(can && !m_left.contains(name.key) ? Qt::Checked : Qt::Unchecked);
    if (role == Qt::ToolTipRole)
        return asPlainText(data(index, Qt::DisplayRole).toString());
    if (role != Qt::DisplayRole)
        return {};
    // A display name alone does not say whose it is.
    const bool display = name.newKey == name.key && name.was != name.key && can;
    switch (index.column()) {
    case Was:
        return display ? tr("%1 · %2").arg(name.key, name.was) : name.key;
    case Is:
        return display || name.newKey == name.key ? name.is : name.newKey;
    case Problem:
        return inWindowLanguage(name.problem);
    }
    return {};
}

bool ReplaceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    if (value.toInt() == Qt::Checked)
        m_left.remove(m_names.at(index.row()).key);
    else
        m_left.insert(m_names.at(index.row()).key);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
    return true;
}

Qt::ItemFlags ReplaceModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Was && m_names.at(index.row()).problem.isEmpty())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ReplaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Was ? tr("Now") : section == Is ? tr("Becomes") : tr("Why not");
}

} // namespace rolewright
