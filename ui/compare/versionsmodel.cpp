// SPDX-License-Identifier: Apache-2.0
#include "ui/compare/versionsmodel.h"

#include "ui/shell/plaintext.h"
#include "ui/widgets/momentedit.h"

#include <algorithm>

namespace rolewright {

void VersionsModel::set(const QList<VersionInfo> &versions)
{
    if (versions == m_versions)
        return;
    beginResetModel();
    m_versions = versions;
    endResetModel();
}

int VersionsModel::rowOf(qint64 version) const
{
    const auto found = std::find_if(m_versions.begin(), m_versions.end(),
                                    [version](const VersionInfo &info) { return info.version == version; });
    return found == m_versions.end() ? -1 : int(found - m_versions.begin());
}

int VersionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

int VersionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && (index.column() == Version || index.column() == Changes))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const VersionInfo &info = m_versions.at(index.row());
    if (role == Qt::ToolTipRole && index.column() == Reason)
        return asPlainText(info.reason);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Version:
        return QString::number(info.version);
    case When:
        return shownTime(info.time);
    case Who:
        return info.actor;
    case Changes:
        return tr("%L1").arg(info.changes);
    case Reason:
        return info.reason.simplified();
    }
    return {};
}

QVariant VersionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Version || section == Changes))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Version:
        return tr("Version");
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case Changes:
        return tr("Changes");
    case Reason:
        return tr("Reason");
    }
    return {};
}

} // namespace rolewright
