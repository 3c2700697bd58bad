// SPDX-License-Identifier: Apache-2.0
#include "ui/catalogue/cataloguemodel.h"

namespace rolewright {

using namespace Qt::StringLiterals;

CatalogueModel::CatalogueModel(Workspace &workspace, QObject *parent)
    : PermutedModel(workspace, Change::Kind::Permission, parent)
{
    start();
}

std::optional<PermissionUsage> CatalogueModel::usageOf(quint32 id) const
{
    return id < quint32(m_usage.size()) ? std::optional(m_usage.at(id)) : std::nullopt;
}

int CatalogueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CatalogueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool counts = index.column() >= Roles && index.column() <= Users;
    if (role == Qt::TextAlignmentRole && counts)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const quint32 id = idAt(index.row());
    const Permission *permission = policy().permissions().find(PermissionId{id});
    if (!permission)
        return {}; // gone already, the row follows
    if (role == Qt::ToolTipRole)
        return (index.column() == State ? stateOf(id) : permission->description).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    if (counts)
        return usageOf(id) ? tr("%L1").arg(weight(id, index.column())) : u"…"_s;
    return index.column() == Name ? permission->name.toText() : stateOf(id);
}

QVariant CatalogueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section >= Roles && section <= Users)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::UserRole && section == State)
        return widestState({tr("sensitive")});
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Roles:
            return tr("Roles that grant it by its name");
        case ByPattern:
            return tr("Roles that grant it by a pattern");
        case Users:
            return tr("Users who hold it now");
        case State:
            return tr("Unused: no role grants it and no operation asks for it");
        }
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Permission");
    case Roles:
        return tr("Roles");
    case ByPattern:
        return tr("Pattern");
    case Users:
        return tr("Users");
    case State:
        return tr("State");
    }
    return {};
}

QString CatalogueModel::stateOf(quint32 id) const
{
    QStringList words;
    if (policy().permissions().at(PermissionId{id}).sensitive)
        words.append(tr("sensitive"));
    if (const auto usage = usageOf(id); usage && usage->isUnused())
        words.append(tr("unused"));
    return withPending(words.join(u", "_s), id);
}

void CatalogueModel::prepare(const QList<Change> &applied)
{
    // In another store ids mean something else; here a permission that comes is past the end.
    if (applied.isEmpty())
        m_usage.clear();
}

void CatalogueModel::count()
{
    m_counting.start(
        [index = policyIndex()](const CancelToken &cancel) {
            return permissionUsage(index, Instant::now(), &cancel);
        },
        [this](const QList<PermissionUsage> &usage) {
            m_usage = usage;
            announceCount();
        });
}

qint64 CatalogueModel::weight(quint32 id, int column) const
{
    const PermissionUsage usage = usageOf(id).value_or(PermissionUsage());
    switch (column) {
    case Roles:
        return usage.roles;
    case ByPattern:
        return usage.rolesByPattern;
    case Users:
        return usage.users;
    case State: // sensitive, then unused
        return (policy().permissions().at(PermissionId{id}).sensitive ? 2 : 0)
            + (usageOf(id) && usage.isUnused());
    default:
        return 0;
    }
}

} // namespace rolewright
