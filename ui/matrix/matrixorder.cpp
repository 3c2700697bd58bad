// SPDX-License-Identifier: Apache-2.0
// The ordering half of MatrixModel: what rows and columns come in which order, and which lines a row stands
// for.
#include "ui/matrix/matrixorder.h"

#include "ui/matrix/matrixmodel.h"

#include <algorithm>
#include <numeric>

namespace rolewright {

using namespace Qt::StringLiterals;

Change::Kind MatrixModel::kindOf(Qt::Orientation axis) const
{
    switch (axis == Qt::Vertical ? rowAxis() : columnAxis()) {
    case FilterAxis::Permission:
        return Change::Kind::Permission;
    case FilterAxis::Role:
        return Change::Kind::Role;
    case FilterAxis::User:
        return Change::Kind::User;
    default:
        break; // no matrix is about others
    }
    return Change::Kind::Role;
}

QString MatrixModel::titleOf(const Group &group) const
{
    return group.name == pinnedGroup() ? tr("Pinned") : group.name;
}

// Groups stay together; they are ordered by the best of their lines.
void MatrixModel::arrange(QList<Line> &lines, const Arrangement &by)
{
    if (by.order == Order::Name && by.pinned.isEmpty())
        return;
    struct Key
    {
        qsizetype pin = 0;
        double groupWeight = 0;
        int group = 0; // in the order of names
        double weight = 0;
    };
    QHash<QString, qsizetype> pins;
    for (const QString &name : by.pinned)
        pins.insert(name, pins.size());
    QList<Key> keys(lines.size());
    QList<double> best;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        Key &key = keys[i];
        const bool sameGroup = i > 0 && lines.at(i).group == lines.at(i - 1).group;
        key.weight = by.weights.value(lines.at(i).id, -1);
        key.pin = pins.value(lines.at(i).name, pins.size());
        if (!sameGroup)
            best.append(key.weight);
        key.group = int(best.size()) - 1;
        best[key.group] = std::max(best.at(key.group), key.weight);
    }
    for (qsizetype i = 0; i < lines.size(); ++i)
        keys[i].groupWeight = lines.at(i).group.isEmpty() ? 0 : best.at(keys.at(i).group);
    QList<qsizetype> order(lines.size());
    std::iota(order.begin(), order.end(), 0);
    const bool grouped = !lines.isEmpty() && !lines.first().group.isEmpty();
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        const Key &left = keys.at(a);
        const Key &right = keys.at(b);
        if (left.pin != right.pin)
            return left.pin < right.pin;
        if (left.groupWeight != right.groupWeight)
            return left.groupWeight > right.groupWeight;
        if (grouped && left.group != right.group)
            return left.group < right.group;
        return left.weight > right.weight;
    });
    QList<Line> arranged;
    arranged.reserve(lines.size());
    for (const qsizetype i : std::as_const(order)) {
        arranged.append(lines.at(i));
        if (grouped && keys.at(i).pin < pins.size()) {
            arranged.last().group = pinnedGroup();
            arranged.last().label = arranged.last().name;
        }
    }
    lines = arranged;
}

void MatrixModel::sortBy(Qt::Orientation axis, Order order, const QString &like)
{
    Arrangement &now = arrangement(axis);
    const std::optional<HeldAxis> held = heldAxis(axis);
    now.weighing.cancel();
    if (order == Order::Name || !held) {
        now.order = Order::Name;
        now.weights.clear();
        reload();
        return;
    }
    quint32 reference = RoleId::None;
    for (const Line &line : axis == Qt::Vertical ? std::as_const(m_lines) : std::as_const(m_allColumns)) {
        if (line.name == like)
            reference = line.id;
    }
    if (order == Order::Similar && reference == RoleId::None)
        return;
    now.weighing.start(
        [index = m_workspace.index(), held = *held, order, reference](const CancelToken &cancel) {
            return order == Order::Held
                ? heldCounts(index, held, Instant::now(), &cancel)
                : heldSimilarities(index, held, reference, Instant::now(), &cancel);
        },
        [this, axis, order](const QHash<quint32, double> &weights) {
            arrangement(axis).order = order;
            arrangement(axis).weights = weights;
            reload();
        });
}

void MatrixModel::setPinned(Qt::Orientation axis, const QStringList &names)
{
    if (names == arrangement(axis).pinned)
        return;
    arrangement(axis).pinned = names;
    reload();
}

QList<int> MatrixModel::linesIn(const QItemSelection &cells) const
{
    QSet<int> rows;
    for (const QItemSelectionRange &range : cells) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.insert(row);
    }
    QList<int> sorted(rows.begin(), rows.end());
    std::sort(sorted.begin(), sorted.end());
    QList<int> lines;
    QSet<int> seen; // a group row stands for lines that may be selected themselves
    const auto add = [&](int line) {
        if (m_matches.at(line) && !seen.contains(line)) {
            seen.insert(line);
            lines.append(line);
        }
    };
    for (const int row : std::as_const(sorted)) {
        if (isGroup(row)) {
            const Group &group = m_groups.at(groupIndex(row));
            for (int line = group.first; line < group.first + group.count; ++line)
                add(line);
        } else {
            add(m_rows.at(row));
        }
    }
    return lines;
}

QString MatrixModel::copyText(int line, int column) const
{
    const Place place{m_lines.at(line).id, m_allColumns.at(m_columns.at(column)).id};
    return textOf(place, cellOf(place));
}

QString MatrixModel::textOf(Place, const Cell &cell) const
{
    return cell.isHeld() || cell.pending ? cell.toText() : QString();
}

} // namespace rolewright
