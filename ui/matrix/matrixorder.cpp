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

namespace {

// Linear: a hundred thousand users are ordered within a frame. The lines come in the order of their names.
void arrangeFlat(QList<MatrixLine> &lines, const MatrixArrangement &by)
{
    quint32 end = 0; // of the ids
    for (const MatrixLine &line : std::as_const(lines))
        end = std::max(end, line.id + 1);
    QList<qsizetype> placeOf(end, -1);
    for (qsizetype i = 0; i < lines.size(); ++i)
        placeOf[lines.at(i).id] = i;
    QList<MatrixLine> arranged;
    arranged.reserve(lines.size());
    const auto take = [&](qsizetype place) {
        if (place < 0)
            return;
        arranged.append(lines.at(place));
        placeOf[lines.at(place).id] = -1;
    };
    for (const QString &name : by.pinned) {
        const auto found = std::lower_bound(
            lines.cbegin(), lines.cend(), name,
            [](const MatrixLine &line, const QString &wanted) { return lessByCodePoint(line.name(), wanted); });
        if (found != lines.cend() && found->isNamed(name))
            take(placeOf.at(found->id));
    }
    for (const quint32 id : by.weights.ids)
        take(placeOf.value(id, -1));
    for (qsizetype i = 0; i < lines.size(); ++i)
        take(placeOf.at(lines.at(i).id));
    lines = arranged;
}

MatrixWeights weighed(const Policy &policy, Change::Kind kind, const QHash<quint32, double> &weights)
{
    MatrixWeights result{weights, {}};
    if (kind == Change::Kind::Permission)
        return result; // in groups
    struct Entry
    {
        double weight;
        QString name;
        quint32 id;
    };
    QList<Entry> entries;
    entries.reserve(weights.size());
    for (auto weight = weights.cbegin(); weight != weights.cend(); ++weight) {
        const quint32 id = weight.key();
        entries.append({weight.value(),
                        kind == Change::Kind::User ? policy.users().at({id}).id : policy.roles().at({id}).name, id});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
        return a.weight != b.weight ? a.weight > b.weight : lessByCodePoint(a.name, b.name);
    });
    result.ids.reserve(entries.size());
    for (const Entry &entry : std::as_const(entries))
        result.ids.append(entry.id);
    return result;
}

} // namespace

// Groups stay together; they are ordered by the best of their lines.
void MatrixModel::arrange(QList<Line> &lines, const Arrangement &by)
{
    if (by.order == Order::Name && by.pinned.isEmpty())
        return;
    if (lines.isEmpty() || lines.first().group.isEmpty()) {
        arrangeFlat(lines, by);
        return;
    }
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
        key.weight = by.weights.of.value(lines.at(i).id, -1);
        key.pin = pins.isEmpty() ? 0 : pins.value(lines.at(i).name(), pins.size());
        if (!sameGroup)
            best.append(key.weight);
        key.group = int(best.size()) - 1;
        best[key.group] = std::max(best.at(key.group), key.weight);
    }
    for (qsizetype i = 0; i < lines.size(); ++i)
        keys[i].groupWeight = best.at(keys.at(i).group);
    QList<qsizetype> order(lines.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) {
        const Key &left = keys.at(a);
        const Key &right = keys.at(b);
        if (left.pin != right.pin)
            return left.pin < right.pin;
        if (left.groupWeight != right.groupWeight)
            return left.groupWeight > right.groupWeight;
        if (left.group != right.group)
            return left.group < right.group;
        return left.weight > right.weight;
    });
    QList<Line> arranged;
    arranged.reserve(lines.size());
    for (const qsizetype i : std::as_const(order)) {
        arranged.append(lines.at(i));
        if (keys.at(i).pin < pins.size()) {
            Line &line = arranged.last();
            line.given = line.name();
            line.label = line.given;
            line.group = pinnedGroup();
        }
    }
    lines = arranged;
}

quint32 MatrixModel::idOf(Qt::Orientation axis, const QString &name) const
{
    const Policy &policy = m_workspace.policy();
    switch (kindOf(axis)) {
    case Change::Kind::User:
        return policy.users().idOf(name).value;
    case Change::Kind::Permission: {
        const Result<PermissionName> grant = parseGrant(name);
        return grant ? policy.grantId(*grant).value : GrantId().value;
    }
    default:
        return policy.roles().idOf(name).value;
    }
}

void MatrixModel::sortBy(Qt::Orientation axis, Order order, const QString &like)
{
    Arrangement &now = arrangement(axis);
    const std::optional<HeldAxis> held = heldAxis(axis);
    now.weighing.cancel();
    if (order == Order::Name || !held) {
        now.order = Order::Name;
        now.like.clear();
        now.weights = {};
        reload();
        return;
    }
    const quint32 reference = order == Order::Similar ? idOf(axis, like) : RoleId::None;
    if (order == Order::Similar && reference == RoleId::None)
        return;
    now.weighing.start(
        [index = m_workspace.index(), held = *held, order, reference, kind = kindOf(axis)](const CancelToken &cancel) {
            return weighed(index.policy(), kind,
                           order == Order::Held
                               ? heldCounts(index, held, Instant::now(), &cancel)
                               : heldSimilarities(index, held, reference, Instant::now(), &cancel));
        },
        [this, axis, order, like](const MatrixWeights &weights) {
            arrangement(axis).order = order;
            arrangement(axis).like = order == Order::Similar ? like : QString();
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
    return cell.isHeld() || cell.pending ? wordsOf(cell) : QString();
}

} // namespace rolewright
