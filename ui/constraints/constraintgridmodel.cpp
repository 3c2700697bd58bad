// SPDX-License-Identifier: Apache-2.0
#include "ui/constraints/constraintgridmodel.h"

#include "core/base/text.h"

#include <QStringMatcher>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

QList<Change> membership(const Policy &policy, const QString &constraint, const QString &role, bool isMember)
{
    using Verb = Change::Verb;
    const Constraint &is = policy.constraints().at(policy.constraints().idOf(constraint));
    QList<Change> changes{
        {isMember ? Verb::Add : Verb::Remove, Change::Kind::Member, constraint, role, {}, {}, {}}};
    const qint64 left = is.roles.size() - 1;
    if (!isMember && left >= 2 && is.limit > left)
        changes.append({Verb::Set, Change::Kind::Constraint, constraint, {}, u"limit"_s, {}, left});
    return changes;
}

ConstraintGridModel::ConstraintGridModel(Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::changed, this, &ConstraintGridModel::follow);
    connect(&workspace, &Workspace::storeChanged, this, &ConstraintGridModel::reload);
    reload();
}

void ConstraintGridModel::setFilter(const QString &text)
{
    m_filter = toNfc(text.trimmed());
    reload();
}

void ConstraintGridModel::setMembersOnly(bool membersOnly)
{
    m_membersOnly = membersOnly;
    reload();
}

void ConstraintGridModel::follow(const QList<Change> &applied)
{
    const bool reshapes =
        applied.isEmpty() || std::any_of(applied.begin(), applied.end(), [this](const Change &change) {
            const bool isOne = change.kind == Change::Kind::Role || change.kind == Change::Kind::Constraint;
            return (isOne && change.verb != Change::Verb::Set)
                || (change.kind == Change::Kind::Member && m_membersOnly);
        });
    if (reshapes)
        reload();
    else if (!m_roles.isEmpty() && !m_constraints.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ConstraintGridModel::reload()
{
    const Policy &policy = m_workspace.policy();
    BitSet members;
    policy.constraints().forEach([&](ConstraintId, const Constraint &constraint) {
        for (const RoleId role : constraint.roles)
            members.set(role.value);
    });
    const QStringMatcher filter(m_filter, Qt::CaseInsensitive);
    QList<RoleId> roles = policy.roles().idsByKey();
    roles.removeIf([&](RoleId role) {
        return (m_membersOnly && !members.test(role.value))
            || (!m_filter.isEmpty() && filter.indexIn(policy.roles().at(role).name) < 0);
    });
    // A new constraint, a new role or a filter: rows that stay are few enough to be asked again.
    beginResetModel();
    m_roles = roles;
    m_constraints = policy.constraints().idsByKey();
    endResetModel();
}

int ConstraintGridModel::columnOf(const QString &constraint) const
{
    return int(m_constraints.indexOf(m_workspace.policy().constraints().idOf(constraint)));
}

QString ConstraintGridModel::roleAt(int row) const
{
    const Role *role = m_workspace.policy().roles().find(m_roles.at(row));
    return role ? role->name : QString();
}

QString ConstraintGridModel::constraintAt(int column) const
{
    const Constraint *constraint = m_workspace.policy().constraints().find(m_constraints.at(column));
    return constraint ? constraint->name : QString();
}

bool ConstraintGridModel::isMember(int row, int column) const
{
    const Constraint *constraint = m_workspace.policy().constraints().find(m_constraints.at(column));
    return constraint
        && std::binary_search(constraint->roles.begin(), constraint->roles.end(), m_roles.at(row));
}

QString ConstraintGridModel::sentence(int row, int column) const
{
    return (isMember(row, column) ? tr("%1 belongs to %2") : tr("%1 does not belong to %2"))
        .arg(roleAt(row), constraintAt(column));
}

int ConstraintGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_roles.size());
}

int ConstraintGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_constraints.size());
}

QVariant ConstraintGridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::CheckStateRole:
        return isMember(index.row(), index.column()) ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return sentence(index.row(), index.column()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return sentence(index.row(), index.column());
    }
    return {};
}

bool ConstraintGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const bool member = value.toInt() == Qt::Checked;
    if (member == isMember(index.row(), index.column()))
        return true;
    const QString constraint = constraintAt(index.column());
    const QString name = roleAt(index.row());
    return m_workspace.edit(
        (member ? tr("Add %1 to constraint %2") : tr("Take %1 out of constraint %2")).arg(name, constraint),
        membership(m_workspace.policy(), constraint, name, member));
}

Qt::ItemFlags ConstraintGridModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && !m_workspace.isReadOnly())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant ConstraintGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const QString name = orientation == Qt::Horizontal ? constraintAt(section) : roleAt(section);
    if (role == Qt::DisplayRole)
        return name;
    return role == Qt::ToolTipRole ? name.toHtmlEscaped() : QVariant();
}

} // namespace rolewright
