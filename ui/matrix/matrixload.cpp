// SPDX-License-Identifier: Apache-2.0
// The half of MatrixModel that takes its lines and columns from the policy.
#include "ui/matrix/matrixmodel.h"

#include <algorithm>

namespace rolewright {

namespace {

constexpr int FoldedFrom = 1000; // lines; with more, groups start folded

// Keeps the longest labels; by characters, which is near enough and does not measure thousands of texts.
class Longest
{
public:
    void add(const QString &label)
    {
        constexpr qsizetype Kept = 8;
        if (m_labels.size() == Kept && label.size() <= m_labels.last().size())
            return;
        const auto at =
            std::upper_bound(m_labels.cbegin(), m_labels.cend(), label,
                             [](const QString &a, const QString &b) { return a.size() > b.size(); });
        m_labels.insert(at - m_labels.cbegin(), label);
        if (m_labels.size() > Kept)
            m_labels.removeLast();
    }
    const QStringList &labels() const { return m_labels; }

private:
    QStringList m_labels; // longest first
};

template <class Table>
bool same(const Table &a, const Table &b)
{
    bool same = true;
    Table::forEachDifference(a, b, [&](auto, const auto *, const auto *) { same = false; });
    return same;
}

} // namespace

bool MatrixLoaded::hasPermissionsOf(const Policy &policy) const
{
    return same(permissions, policy.permissions());
}

bool MatrixLoaded::hasRolesOf(const Policy &policy) const
{
    return same(roles, policy.roles());
}

// Anything may be another. What others apply is mostly cells, and thousands of heads stay.
void MatrixModel::followAll()
{
    if (m_idle || m_stale || !isCurrent(m_loaded))
        reload();
    else
        touch({.allRows = true, .allColumns = true});
}

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
    m_loaded = {m_workspace.policy().permissions(), m_workspace.policy().roles()};
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
    Longest rows;
    for (const Line &line : std::as_const(m_lines))
        rows.add(line.label);
    for (const Group &group : std::as_const(m_groups))
        rows.add(titleOf(group));
    Longest columns;
    for (const Line &column : std::as_const(m_allColumns))
        columns.add(column.label);
    m_longestRows = rows.labels();
    m_longestColumns = columns.labels();
}

} // namespace rolewright
