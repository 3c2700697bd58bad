// SPDX-License-Identifier: Apache-2.0
#include "ui/users/assignmentsmodel.h"

#include "core/base/text.h"
#include "ui/widgets/momentedit.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

void AssignmentsModel::set(const Policy &policy, UserId user, Instant now)
{
    QList<Row> rows;
    if (policy.users().contains(user)) {
        policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
            const Role &role = policy.roles().at(row.role);
            const Assignment assignment = policy.assignmentOf(row);
            const Validity &validity = assignment.validity;
            QString state = tr("in effect");
            if (validity.until <= now)
                state = tr("over");
            else if (now < validity.from)
                state = tr("not yet");
            else if (!role.enabled)
                state = tr("role disabled");
            if (!assignment.source.isEmpty())
                state += u", "_s + tr("from %1").arg(assignment.source);
            rows.append({role.name, assignment, state});
        });
    }
    std::sort(rows.begin(), rows.end(),
              [](const Row &a, const Row &b) { return lessByCodePoint(a.role, b.role); });
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int AssignmentsModel::rowOf(const QString &role) const
{
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.role == role; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

int AssignmentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AssignmentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AssignmentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const Row &row = m_rows.at(index.row());
    const Validity &validity = row.assignment.validity;
    switch (index.column()) {
    case RoleName:
        return row.role;
    case From:
        return validity.from == Instant::openStart() ? QString() : shownTime(validity.from);
    case Until:
        return validity.until == Instant::openEnd() ? QString() : shownTime(validity.until);
    case Now:
        return row.now;
    }
    return {};
}

QVariant AssignmentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RoleName:
        return tr("Role");
    case From:
        return tr("From");
    case Until:
        return tr("Until");
    case Now:
        return tr("Now");
    }
    return {};
}

} // namespace rolewright
