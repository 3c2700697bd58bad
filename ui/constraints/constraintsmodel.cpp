// SPDX-License-Identifier: Apache-2.0
#include "ui/constraints/constraintsmodel.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

QString kindText(Constraint::Kind kind)
{
    return kind == Constraint::Kind::Static ? ConstraintsModel::tr("static")
                                            : ConstraintsModel::tr("dynamic");
}

std::optional<QString> problemOfConstraint(const Constraint &constraint)
{
    if (constraint.roles.size() < 2)
        return ConstraintsModel::tr("It needs at least two roles; until then it cannot be applied.");
    if (constraint.limit < 2 || constraint.limit > constraint.roles.size())
        return ConstraintsModel::tr(
            "Its limit is above the number of its roles; until that is mended it cannot "
            "be applied.");
    return {};
}

ConstraintsModel::ConstraintsModel(Workspace &workspace, QObject *parent)
    : PermutedModel(workspace, Change::Kind::Constraint, parent)
    , m_workspace(workspace)
{
    start();
}

int ConstraintsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConstraintsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && (index.column() == Limit || index.column() == Broken))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    const quint32 id = idAt(index.row());
    const Constraint *constraint = policy().constraints().find(ConstraintId{id});
    if (!constraint || role != Qt::DisplayRole)
        return {}; // gone already, the row follows
    switch (index.column()) {
    case Name:
        return constraint->name;
    case Kind:
        return kindText(constraint->kind);
    case Limit:
        return tr("%L1 of %L2").arg(constraint->limit).arg(constraint->roles.size());
    case Broken:
        return m_counted ? tr("%L1").arg(weight(id, Broken)) : u"…"_s;
    case State:
        if (problemOfConstraint(*constraint))
            return tr("unfinished");
        return constraint->mode == Constraint::Mode::Record ? tr("record only") : QString();
    }
    return {};
}

QVariant ConstraintsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Limit || section == Broken))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::UserRole && section == Kind)
        return kindText(Constraint::Kind::Dynamic);
    if (role == Qt::UserRole && section == State)
        return tr("record only");
    if (role == Qt::ToolTipRole && section == Limit)
        return tr("Nobody may hold this many of its roles together");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Constraint");
    case Kind:
        return tr("Kind");
    case Limit:
        return tr("Conflict at");
    case Broken:
        return tr("Broken");
    case State:
        return tr("State");
    }
    return {};
}

void ConstraintsModel::prepare(const QList<Change> &applied)
{
    // What names things that are gone must not be shown; counts may stay until they are known again.
    m_cases.removeIf([this](const SeparationCase &each) {
        const Constraint *constraint = policy().constraints().find(each.constraint);
        const bool isThere = each.kind == SeparationCase::Kind::RoleAlone
            ? policy().roles().contains(each.role)
            : policy().users().contains(each.user);
        return !constraint || !isThere
            || std::any_of(each.roles.begin(), each.roles.end(),
                           [this](RoleId role) { return !policy().roles().contains(role); });
    });
    if (applied.isEmpty()) {
        m_cases.clear();
        m_counted = false;
    }
}

void ConstraintsModel::count()
{
    m_reviewing.start(
        [index = policyIndex(), stored = m_workspace.draft().base()](const CancelToken &cancel) {
            return reviewSeparation(index, stored, Instant::now(), &cancel);
        },
        [this](const QList<SeparationCase> &cases) {
            m_cases = cases;
            m_counted = true;
            announceCount();
        });
}

qint64 ConstraintsModel::weight(quint32 id, int column) const
{
    const Constraint &constraint = policy().constraints().at(ConstraintId{id});
    switch (column) {
    case Kind:
        return int(constraint.kind);
    case Limit:
        return constraint.limit;
    case Broken:
        return std::count_if(m_cases.begin(), m_cases.end(),
                             [id](const SeparationCase &each) { return each.constraint.value == id; });
    case State:
        return problemOfConstraint(constraint) ? 2 : int(constraint.mode);
    default:
        return 0;
    }
}

} // namespace rolewright
