// SPDX-License-Identifier: Apache-2.0
#include "ui/constraints/casesmodel.h"

#include "core/validation/separation.h"
#include "ui/widgets/treelines.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

TreeLine::Mark markOf(SeparationCase::Kind kind)
{
    switch (kind) {
    case SeparationCase::Kind::Refused:
        return TreeLine::Mark::No;
    case SeparationCase::Kind::Stands:
    case SeparationCase::Kind::RoleAlone:
        return TreeLine::Mark::Warning;
    case SeparationCase::Kind::Recorded:
    case SeparationCase::Kind::Session:
        break;
    }
    return TreeLine::Mark::Hint;
}

} // namespace

void CasesModel::set(const Policy &policy, const QList<SeparationCase> &cases)
{
    const bool same = cases == m_cases;
    // Nothing but names can have changed: the selection stays.
    if (!same)
        beginResetModel();
    m_policy = policy;
    m_cases = cases;
    if (!same)
        endResetModel();
    else if (!cases.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString CasesModel::whoAt(int row) const
{
    const SeparationCase &each = m_cases.at(row);
    return each.kind == SeparationCase::Kind::RoleAlone ? m_policy.roles().at(each.role).name
                                                        : m_policy.users().at(each.user).id;
}

qsizetype CasesModel::refused() const
{
    return std::count_if(m_cases.begin(), m_cases.end(), [](const SeparationCase &each) {
        return each.kind == SeparationCase::Kind::Refused;
    });
}

int CasesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cases.size());
}

int CasesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString CasesModel::outcome(const SeparationCase &each) const
{
    switch (each.kind) {
    case SeparationCase::Kind::Refused:
        return tr("refused when it is applied");
    case SeparationCase::Kind::Stands:
        return tr("stands already");
    case SeparationCase::Kind::Recorded:
        return tr("recorded only");
    case SeparationCase::Kind::Session:
        return m_policy.constraints().at(each.constraint).mode == Constraint::Mode::Record
            ? tr("recorded when all roles act")
            : tr("must say which role acts");
    case SeparationCase::Kind::RoleAlone:
        return m_policy.constraints().at(each.constraint).kind == Constraint::Kind::Static
            ? tr("by inheritance: nobody can be given it")
            : tr("by inheritance: nobody can act in it");
    }
    return {};
}

QVariant CasesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SeparationCase &each = m_cases.at(index.row());
    if (role == Qt::DecorationRole && index.column() == Outcome)
        return iconOf(markOf(each.kind), QGuiApplication::palette());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case ConstraintName:
        return m_policy.constraints().at(each.constraint).name;
    case Who:
        return (each.kind == SeparationCase::Kind::RoleAlone ? tr("role %1") : tr("user %1"))
            .arg(whoAt(index.row()));
    case Has:
        return listed(m_policy, each.roles);
    case Outcome:
        return outcome(each);
    }
    return {};
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ConstraintName:
        return tr("Constraint");
    case Who:
        return tr("Who");
    case Has:
        return tr("Has, also by inheritance");
    case Outcome:
        return tr("What happens");
    }
    return {};
}

} // namespace rolewright
