// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/matrixmodel.h"

#include "ui/matrix/matrixorder.h"
#include "ui/shell/otherschanges.h"
#include "ui/shell/plaintext.h"

#include <algorithm>
#include <limits>

namespace rolewright {

using namespace Qt::StringLiterals;

MatrixModel::MatrixModel(Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::changed, this, [this](const QList<Change> &applied) {
        forget();
        if (applied.isEmpty())
            followAll();
        else
            touch(effectOf(applied));
    });
    // Which cells are pending depends on the stored version.
    connect(&workspace, &Workspace::baseChanged, this, [this] {
        forget();
        touch({.allRows = true, .allColumns = true});
    });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        forget();
        m_folded.clear();
        for (const Qt::Orientation axis : {Qt::Vertical, Qt::Horizontal}) {
            // Of the other store: its ids mean nothing here.
            arrangement(axis).weighing.cancel();
            arrangement(axis).order = Order::Name;
            arrangement(axis).like.clear();
            arrangement(axis).weights = {};
            arrangement(axis).pinned.clear();
        }
        m_foldsNew = true;
        if (m_stale || m_lines.isEmpty())
            reload();
        else
            foldNew();
    });
}

int MatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString MatrixModel::wordsOf(const Cell &cell) const
{
    return cell.toText(cellKind() == Change::Kind::Assignment ? Cell::Of::Assignment : Cell::Of::Grant);
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const int column = index.column();
    switch (role) {
    case CellRole:
        return cell(row, column).key();
    case Qt::AccessibleTextRole:
        return u"%1, %2: %3"_s.arg(columnName(column), rowName(row), wordsOf(cell(row, column)));
    case Qt::ToolTipRole: {
        QString text = u"%1 · %2\n%3"_s.arg(columnName(column), rowName(row), wordsOf(cell(row, column)));
        if (const QString why = explanation(row, column); !why.isEmpty())
            text += u'\n' + why;
        if (!isGroup(row)) {
            const Place place{m_lines.at(m_rows.at(row)).id, m_allColumns.at(m_columns.at(column)).id};
            if (const QString refused = refusal(place, cellOf(place)); !refused.isEmpty())
                text += u'\n' + refused;
            if (const QString others = othersText(row, column); !others.isEmpty())
                text += u'\n' + others;
        }
        return asPlainText(text);
    }
    default:
        return {};
    }
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal) {
        if (section < 0 || section >= m_columns.size())
            return {};
        const Line &column = m_allColumns.at(m_columns.at(section));
        if (role == Qt::DisplayRole)
            return column.label;
        return role == Qt::ToolTipRole ? QVariant(asPlainText(headToolTip(column.id))) : QVariant();
    }
    if (section < 0 || section >= m_rows.size())
        return {};
    if (role == Qt::DisplayRole)
        return isGroup(section) ? titleOf(m_groups.at(groupIndex(section)))
                                : m_lines.at(m_rows.at(section)).label;
    if (role == Qt::ToolTipRole)
        return asPlainText(isGroup(section)
                               ? tr("%1: %Ln shown", nullptr, groupSize(section)).arg(rowName(section))
                               : rowName(section));
    return {};
}

Cell MatrixModel::cell(int row, int column) const
{
    const quint32 id = m_allColumns.at(m_columns.at(column)).id;
    if (isGroup(row))
        return groupCell(m_groups.at(groupIndex(row)), id);
    const Place place{m_lines.at(m_rows.at(row)).id, id};
    Cell cell = cellOf(place);
    cell.others = !m_marked.isEmpty() && isMarked(place);
    return cell;
}

void MatrixModel::follow(const OthersChanges &others)
{
    m_others = &others;
    connect(&others, &OthersChanges::changed, this, &MatrixModel::markOthers);
    // Their policy may come after the news of it.
    connect(&m_workspace, &Workspace::baseChanged, this, &MatrixModel::markOthers);
}

void MatrixModel::markOthers()
{
    const QSet<quint64> before = std::exchange(m_marked, {});
    const std::optional<Change::Kind> kind = cellKind();
    for (const Change &change : m_others->all()) {
        if (change.kind != kind)
            continue;
        // A grant is its role's, in a column; an assignment its user's, in a row.
        const bool isGrant = *kind == Change::Kind::Grant;
        const quint32 line = idOf(Qt::Vertical, isGrant ? change.other : change.key);
        const quint32 column = idOf(Qt::Horizontal, isGrant ? change.key : change.other);
        m_marked.insert(quint64(line) << 32 | column);
    }
    if (before != m_marked)
        touch({.allRows = true, .allColumns = true});
}

QString MatrixModel::othersText(int row, int column) const
{
    if (!m_others || m_marked.isEmpty() || !cellKind())
        return {};
    const bool isGrant = *cellKind() == Change::Kind::Grant;
    return isGrant ? m_others->textOf(*cellKind(), columnName(column), rowName(row))
                   : m_others->textOf(*cellKind(), rowName(row), columnName(column));
}

bool MatrixModel::isHeld(int row, int column) const
{
    return isGroup(row) ? cell(row, column).isHeld()
                        : isHeldAt({m_lines.at(m_rows.at(row)).id, m_allColumns.at(m_columns.at(column)).id});
}

Cell MatrixModel::groupCell(const Group &group, quint32 column) const
{
    Cell sum;
    int held = 0;
    for (int i = group.first; i < group.first + group.count; ++i) {
        if (!m_matches.at(i))
            continue;
        const Cell cell = cellOf({m_lines.at(i).id, column});
        held += cell.isHeld() && cell.shape != Cell::Shape::Scoped;
        sum.pending = sum.pending || cell.pending;
        sum.others = sum.others || (!m_marked.isEmpty() && isMarked({m_lines.at(i).id, column}));
        sum.conflict = sum.conflict || cell.conflict;
        sum.dimmed = sum.dimmed || (cell.dimmed && cell.isHeld());
    }
    if (held > 0)
        sum.shape = held == group.shown ? Cell::Shape::All : Cell::Shape::Some;
    return sum;
}

int MatrixModel::groupIndex(int row) const
{
    const int line = m_rows.at(row);
    return line < 0 ? -1 - line : m_groupOfLine.at(line);
}

int MatrixModel::groupSize(int row) const
{
    return m_groups.at(groupIndex(row)).shown;
}

int MatrixModel::groupRow(int row) const
{
    while (row >= 0 && !isGroup(row))
        --row;
    return row;
}

QString MatrixModel::rowName(int row) const
{
    return isGroup(row) ? titleOf(m_groups.at(groupIndex(row))) : m_lines.at(m_rows.at(row)).name();
}

QString MatrixModel::columnName(int column) const
{
    return m_allColumns.at(m_columns.at(column)).name();
}

int MatrixModel::rowOf(const QString &name) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!isGroup(row) && m_lines.at(m_rows.at(row)).isNamed(name))
            return row;
    }
    return -1;
}

int MatrixModel::columnOf(const QString &name) const
{
    for (int column = 0; column < m_columns.size(); ++column) {
        if (m_allColumns.at(m_columns.at(column)).isNamed(name))
            return column;
    }
    return -1;
}

MatrixModel::Mark MatrixModel::rowMark(int row) const
{
    return isGroup(row) ? Mark() : lineMark(m_lines.at(m_rows.at(row)).id);
}

MatrixModel::Mark MatrixModel::columnMark(int column) const
{
    return headMark(m_allColumns.at(m_columns.at(column)).id);
}

QString MatrixModel::explanation(int row, int column) const
{
    if (isGroup(row))
        return {};
    const Place place{m_lines.at(m_rows.at(row)).id, m_allColumns.at(m_columns.at(column)).id};
    return explain(place, cellOf(place));
}

MatrixModel::Why MatrixModel::why(int row, int column) const
{
    Why why{u"%1 · %2: %3"_s.arg(columnName(column), rowName(row), wordsOf(cell(row, column))), {}};
    if (isGroup(row))
        why.lines = {
            {tr("Unfold the group and choose one of its rows to see why."), TreeLine::Mark::Hint, {}, {}}};
    else
        why.lines = whyLines({m_lines.at(m_rows.at(row)).id, m_allColumns.at(m_columns.at(column)).id});
    return why;
}

void MatrixModel::touch(const Effect &effect)
{
    if (effect.reload) {
        reload();
        return;
    }
    const int none = std::numeric_limits<int>::max();
    int top = effect.allRows ? 0 : none;
    int bottom = effect.allRows ? int(m_rows.size()) - 1 : -1;
    for (int row = 0; row < m_rows.size() && !effect.allRows; ++row) {
        const int line = m_rows.at(row);
        const QString &group = m_groups.at(groupIndex(row)).name;
        const bool hit = effect.groups.contains(group) || (group == pinnedGroup() && !effect.groups.isEmpty())
            || (line >= 0 && effect.lines.contains(m_lines.at(line).id));
        if (hit) {
            top = std::min(top, row);
            bottom = row;
        }
    }
    int left = effect.allColumns ? 0 : none;
    int right = effect.allColumns ? int(m_columns.size()) - 1 : -1;
    for (int column = 0; column < m_columns.size() && !effect.allColumns; ++column) {
        if (effect.columns.contains(m_allColumns.at(m_columns.at(column)).id)) {
            left = std::min(left, column);
            right = column;
        }
    }
    if (top <= bottom && left <= right) {
        Q_EMIT dataChanged(index(top, left), index(bottom, right));
        Q_EMIT headerDataChanged(Qt::Vertical, top, bottom);
        Q_EMIT headerDataChanged(Qt::Horizontal, left, right);
    }
}

} // namespace rolewright
