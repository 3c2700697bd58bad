// SPDX-License-Identifier: Apache-2.0
// The editing half of MatrixModel.
#include "ui/matrix/matrixmodel.h"

namespace rolewright {

namespace {

constexpr qint64 CellMaximum = 100'000; // of one command; more is a slip of the hand
constexpr qsizetype ManyCells = 100; // a key that changes more says so

// A pattern or a wider grant gives it already, and only that can take it away.
bool canGive(const Cell &cell)
{
    return cell.shape == Cell::Shape::None || cell.shape == Cell::Shape::Inherited
        || cell.shape == Cell::Shape::Scoped;
}

} // namespace

bool MatrixModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    return edit(QItemSelection(index, index), value.toBool() ? Edit::Give : Edit::Take);
}

QList<MatrixModel::Place> MatrixModel::placesIn(const QItemSelection &cells, bool *tooMany) const
{
    *tooMany = false;
    QList<Place> places;
    QSet<quint64> seen; // a group row stands for lines that may be selected themselves
    for (const QItemSelectionRange &range : cells) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const Group *group = isGroup(row) ? &m_groups.at(groupIndex(row)) : nullptr;
            const int first = group ? group->first : m_rows.at(row);
            const int last = group ? group->first + group->count - 1 : first;
            for (int i = first; i <= last; ++i) {
                if (!m_matches.at(i))
                    continue;
                if (places.size() + range.width() > CellMaximum) {
                    *tooMany = true;
                    return {};
                }
                for (int column = range.left(); column <= range.right(); ++column) {
                    const Place place{m_lines.at(i).id, m_allColumns.at(m_columns.at(column)).id};
                    const qsizetype before = seen.size();
                    seen.insert(quint64(place.line) << 32 | place.column);
                    if (seen.size() > before)
                        places.append(place);
                }
            }
        }
    }
    return places;
}

QString MatrixModel::editText(Edit how) const
{
    if (cellKind() == Change::Kind::Assignment)
        return how == Edit::Take ? tr("&Unassign") : tr("&Assign");
    return how == Edit::Take ? tr("&Revoke") : tr("&Grant");
}

Result<QList<Change>> MatrixModel::changesFor(const QList<Place> &, bool) const
{
    return QList<Change>();
}

QString MatrixModel::textFor(const QList<Place> &, bool) const
{
    return {};
}

QString MatrixModel::refusal(Place place, const Cell &cell) const
{
    const bool give = canGive(cell);
    if (!m_workspace.session().isSignedIn() || (!give && cell.shape != Cell::Shape::Granted))
        return {};
    const Result<QList<Change>> changes = changesFor({place}, give);
    const Result<QList<Change>> complete = changes ? completed(m_workspace.policy(), *changes) : changes;
    return complete ? m_workspace.whyNot(*complete) : QString();
}

bool MatrixModel::edit(const QItemSelection &cells, Edit how)
{
    bool tooMany = false;
    const QList<Place> places = placesIn(cells, &tooMany);
    if (tooMany)
        refuseSoMany(CellMaximum);
    return !tooMany && change(places, how);
}

void MatrixModel::refuseSoMany(qint64 maximum) const
{
    m_workspace.show(
        {Message::Kind::Warning,
         tr("More than %L1 cells are selected. Select fewer to change them in one step.").arg(maximum),
         {},
         {}});
}

QList<AccessCell> MatrixModel::accessIn(const QItemSelection &cells) const
{
    constexpr qsizetype TestMaximum = 10'000; // of a block
    bool tooMany = false;
    const QList<Place> places = placesIn(cells, &tooMany);
    if (tooMany || places.size() > TestMaximum) {
        refuseSoMany(TestMaximum);
        return {};
    }
    QList<AccessCell> access;
    for (const Place &place : places)
        access.append(accessOf(place));
    return access;
}

bool MatrixModel::change(const QList<Place> &places, Edit how)
{
    // Space on one temporary assignment would lose its dates without saying so; Delete is plain enough.
    if (how == Edit::Toggle && places.size() == 1) {
        const Cell cell = cellOf(places.first());
        if (cell.temporary && !cell.pending) {
            refuse(places.first(), cell);
            return false;
        }
    }
    QList<Place> toGive;
    QList<Place> toTake;
    for (const Place &place : places) {
        const Cell cell = cellOf(place);
        if (cell.shape == Cell::Shape::Granted)
            toTake.append(place);
        else if (canGive(cell))
            toGive.append(place);
    }
    const bool give = how == Edit::Give || (how == Edit::Toggle && !toGive.isEmpty());
    const QList<Place> &chosen = give ? toGive : toTake;
    if (chosen.isEmpty()) {
        if (!places.isEmpty())
            refuse(places.first(), cellOf(places.first()));
        return false;
    }
    const QString text = textFor(chosen, give);
    if (!m_workspace.edit(text, changesFor(chosen, give)))
        return false;
    if (chosen.size() > ManyCells) {
        m_workspace.show({Message::Kind::Information,
                          tr("%L1 cells are changed at once: %2.").arg(chosen.size()).arg(text), tr("Undo"),
                          [workspace = &m_workspace] { workspace->undoStack().undo(); }});
    }
    return true;
}

bool MatrixModel::give(const QStringList &rows, const QStringList &columns)
{
    const QSet<QString> rowNames(rows.begin(), rows.end());
    const QSet<QString> columnNames(columns.begin(), columns.end());
    QList<quint32> columnIds;
    for (const Line &column : std::as_const(m_allColumns)) {
        if (columnNames.contains(column.name()))
            columnIds.append(column.id);
    }
    QList<Place> places;
    for (const Line &line : std::as_const(m_lines)) {
        if (!rowNames.contains(line.name()))
            continue;
        for (const quint32 column : std::as_const(columnIds))
            places.append({line.id, column});
    }
    return change(places, Edit::Give);
}

} // namespace rolewright
