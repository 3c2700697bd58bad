// SPDX-License-Identifier: Apache-2.0
#include "ui/keys/keysmodel.h"

#include "ui/shell/actions.h"

#include <QAction>
#include <QFont>

namespace rolewright {

KeysModel::KeysModel(Actions &actions, QObject *parent)
    : QAbstractTableModel(parent)
    , m_actions(actions)
{
    load();
    // The window may go while the dialog is still there.
    connect(&actions, &QObject::destroyed, this, [this] {
        beginResetModel();
        m_rows.clear();
        endResetModel();
    });
    connect(&actions, &Actions::keysChanged, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    });
}

void KeysModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text.trimmed();
    load();
    endResetModel();
}

void KeysModel::load()
{
    m_rows.clear();
    for (QAction *action : m_actions.all()) {
        if (Actions::titleOf(action).contains(m_filter, Qt::CaseInsensitive)
            || Actions::keysOf(action).contains(m_filter, Qt::CaseInsensitive))
            m_rows.append(action);
    }
}

int KeysModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int KeysModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeysModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QAction *action = m_rows.at(index.row());
    const bool isOwn = m_actions.hasOwnKeys(action);
    if (role == Qt::FontRole && isOwn) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    if (index.column() == Title)
        return isOwn ? tr("%1 (changed)").arg(Actions::titleOf(action)) : Actions::titleOf(action);
    return Actions::allKeysOf(action);
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Title ? tr("Command") : tr("Keys");
}

} // namespace rolewright
