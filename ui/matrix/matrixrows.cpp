// SPDX-License-Identifier: Apache-2.0
// The half of MatrixModel that says which rows and columns there are: filters and folded groups.
#include "ui/matrix/matrixmodel.h"

#include "ui/matrix/matrixorder.h"

namespace rolewright {

void MatrixModel::arrangeRows()
{
    m_rows.clear();
    m_rows.reserve(m_lines.size() + m_groups.size());
    m_matches.fill(true, m_lines.size());
    m_shownLines = 0;
    auto *const matches = m_matches.data();
    const bool isFiltered = !m_rowFilter.isEmpty();
    for (int g = 0; g < m_groups.size(); ++g) {
        Group &group = m_groups[g];
        group.shown = 0;
        for (int i = group.first; i < group.first + group.count && isFiltered; ++i) {
            matches[i] = m_rowFilter.matches(m_lines.at(i).id);
            group.shown += matches[i];
        }
        if (!isFiltered)
            group.shown = group.count;
        m_shownLines += group.shown;
        if (group.shown == 0)
            continue;
        if (m_hasGroups)
            m_rows.append(-1 - g);
        if (isFoldedGroup(group))
            continue;
        for (int i = group.first; i < group.first + group.count; ++i) {
            if (matches[i])
                m_rows.append(i);
        }
    }
}

void MatrixModel::arrangeColumns()
{
    m_columns.clear();
    for (int i = 0; i < m_allColumns.size(); ++i) {
        if (m_columnFilter.matches(m_allColumns.at(i).id))
            m_columns.append(i);
    }
}

void MatrixModel::setRowFilter(const FilterSet &filter)
{
    if (filter == m_rowFilter)
        return;
    beginResetModel();
    if (!(filter.filter() == m_rowFilter.filter()))
        m_foldedInFilter.clear();
    m_rowFilter = filter;
    arrangeRows();
    endResetModel();
}

void MatrixModel::setColumnFilter(const FilterSet &filter)
{
    if (filter == m_columnFilter)
        return;
    beginResetModel();
    m_columnFilter = filter;
    arrangeColumns();
    endResetModel();
}

bool MatrixModel::isFoldedGroup(const Group &group) const
{
    return m_hasGroups && folds().contains(group.name);
}

bool MatrixModel::isFolded(int row) const
{
    return isGroup(row) && isFoldedGroup(m_groups.at(groupIndex(row)));
}

void MatrixModel::setFolded(int row, bool folded)
{
    row = groupRow(row);
    if (row < 0 || isFolded(row) == folded)
        return;
    const Group &group = m_groups.at(groupIndex(row));
    if (folded) {
        beginRemoveRows({}, row + 1, row + group.shown);
        folds().insert(group.name);
        m_rows.remove(row + 1, group.shown);
        endRemoveRows();
    } else {
        beginInsertRows({}, row + 1, row + group.shown);
        folds().remove(group.name);
        QList<int> lines;
        for (int i = group.first; i < group.first + group.count; ++i) {
            if (m_matches.at(i))
                lines.append(i);
        }
        m_rows = m_rows.mid(0, row + 1) + lines + m_rows.mid(row + 1);
        endInsertRows();
    }
    // The sign on the group's head.
    Q_EMIT headerDataChanged(Qt::Vertical, row, row);
}

void MatrixModel::setAllFolded(bool folded)
{
    beginResetModel();
    folds().clear();
    if (folded) {
        for (const Group &group : m_groups) {
            if (group.name != pinnedGroup())
                folds().insert(group.name);
        }
    }
    arrangeRows();
    endResetModel();
}

int MatrixModel::revealRow(const QString &name)
{
    for (const Line &line : m_lines) {
        if (!line.isNamed(name) || !folds().contains(line.group))
            continue;
        for (int row = 0; row < m_rows.size(); ++row) {
            if (isGroup(row) && m_groups.at(groupIndex(row)).name == line.group)
                setFolded(row, false);
        }
    }
    return rowOf(name);
}

} // namespace rolewright
