// SPDX-License-Identifier: Apache-2.0
// The half of MatrixModel that takes its lines and columns from the policy.
#include "ui/matrix/matrixmodel.h"

#include <algorithm>

namespace rolewright {

namespace {

constexpr int FoldedFrom = 1000; // lines; with more, groups start folded

// By characters, which is near enough and does not measure thousands of texts.
QStringList longest(QStringList labels)
{
    constexpr qsizetype Kept = 8;
    const auto end = labels.begin() + std::min(Kept, labels.size());
    std::partial_sort(labels.begin(), end, labels.end(),
                      [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return QStringList(labels.begin(), end);
}

} // namespace

void MatrixModel::reload()
{
    beginResetModel();
    m_stale = m_idle;
    if (m_stale) {
        m_lines.clear();
        m_allColumns.clear();
        m_groups.clear();
        m_groupOfLine.clear();
    } else {
        load();
    }
    arrangeRows();
    arrangeColumns();
    endResetModel();
    if (!m_stale)
        foldNew();
}

void MatrixModel::setIdle(bool idle)
{
    m_idle = idle;
    if (!idle && m_stale)
        reload();
}

// A large store shows its groups first.
void MatrixModel::foldNew()
{
    if (!m_foldsNew || m_lines.isEmpty())
        return;
    m_foldsNew = false;
    if (m_lines.size() >= FoldedFrom)
        setAllFolded(true);
}

void MatrixModel::load()
{
    m_lines = loadLines();
    m_allColumns = loadColumns();
    arrange(m_lines, m_rowArrangement);
    arrange(m_allColumns, m_columnArrangement);
    m_groups.clear();
    m_groupOfLine.clear();
    m_groupOfLine.reserve(m_lines.size());
    m_hasGroups = !m_lines.isEmpty() && !m_lines.first().group.isEmpty();
    for (int i = 0; i < m_lines.size(); ++i) {
        if (m_groups.isEmpty() || m_lines.at(i).group != m_groups.last().name)
            m_groups.append({m_lines.at(i).group, i, 0, 0});
        ++m_groups.last().count;
        m_groupOfLine.append(int(m_groups.size()) - 1);
    }
    QStringList rows;
    for (const Line &line : m_lines)
        rows.append(line.label);
    for (const Group &group : m_groups)
        rows.append(titleOf(group));
    QStringList columns;
    for (const Line &column : m_allColumns)
        columns.append(column.label);
    m_longestRows = longest(rows);
    m_longestColumns = longest(columns);
}

} // namespace rolewright
