// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/permutedmodel.h"

#include "core/base/text.h"
#include "core/edit/entitychange.h"
#include "core/edit/fields.h"
#include "ui/widgets/namedrag.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace rolewright {

namespace {

constexpr qsizetype AtOnceMaximum = 2000; // to sort or put in place on the GUI thread

QList<quint32> idsByKey(const Policy &policy, Change::Kind kind)
{
    return withTable(policy, kind, [](const auto &table) {
        QList<quint32> ids;
        ids.reserve(table.size());
        for (const auto id : table.idsByKey())
            ids.append(id.value);
        return ids;
    });
}

qsizetype sizeOf(const Policy &policy, Change::Kind kind)
{
    return withTable(policy, kind, [](const auto &table) { return qsizetype(table.size()); });
}

bool sameSet(const QList<quint32> &a, const QList<quint32> &b)
{
    if (a.size() != b.size())
        return false;
    BitSet seen;
    for (const quint32 id : a)
        seen.set(id);
    return std::all_of(b.begin(), b.end(), [&](quint32 id) { return seen.test(id); });
}

} // namespace

PermutedModel::PermutedModel(Workspace &workspace, Change::Kind kind, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
    , m_kind(kind)
{
}

QString PermutedModel::widestState(const QStringList &states)
{
    QString widest = tr("pending");
    for (const QString &state : states)
        widest = state.size() > widest.size() ? state : widest;
    return widest;
}

QString PermutedModel::withPending(const QString &state, quint32 id) const
{
    if (!isPending(id))
        return state;
    return state.isEmpty() ? tr("pending") : tr("%1, pending").arg(state);
}

bool PermutedModel::isPending(quint32 id) const
{
    const PolicyDraft &draft = m_workspace.draft();
    return draft.isDirty() && isChanged(draft.base(), draft.policy(), m_kind, id);
}

void PermutedModel::start()
{
    const auto reload = [this] {
        const QScopedValueRollback moving(m_moving, true);
        beginResetModel();
        prepare({});
        sortAll();
        m_rows = wantedRows();
        endResetModel();
        m_stale = true;
        countIfWatched();
    };
    connect(&m_workspace, &Workspace::storeChanged, this, reload);
    connect(&m_workspace, &Workspace::changed, this, &PermutedModel::follow);
    connect(&m_workspace, &Workspace::baseChanged, this, [this] {
        if (!m_rows.isEmpty()) // what was pending is stored now
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
    });
    reload();
}

void PermutedModel::sortAll()
{
    if (isPatched())
        return;
    m_sortedOf = policy();
    if (sizeOf(policy(), m_kind) <= AtOnceMaximum) {
        m_sorting.cancel();
        m_sorted = idsByKey(policy(), m_kind);
        return;
    }
    // Those that are still there keep their rows so long.
    m_sorted.removeIf([this](quint32 id) { return keyOf(id).isNull(); });
    m_sorting.start([sorted = policy(), kind = m_kind](const CancelToken &) { return idsByKey(sorted, kind); },
                    [this](const QList<quint32> &ids) { takeSorted(ids); });
}

void PermutedModel::takeSorted(const QList<quint32> &ids)
{
    const QScopedValueRollback moving(m_moving, true);
    beginResetModel();
    m_sorted = ids;
    m_rows = wantedRows();
    endResetModel();
}

bool PermutedModel::isPatched()
{
    if (m_sorting.isRunning() || m_sorted.isEmpty())
        return false;
    BitSet moved;
    qsizetype count = 0;
    withTable(policy(), m_kind, [&](const auto &now) {
        using Entities = std::decay_t<decltype(now)>;
        withTable(std::as_const(m_sortedOf), m_kind, [&](const auto &before) {
            if constexpr (std::is_same_v<std::decay_t<decltype(before)>, Entities>)
                Entities::forEachDifference(before, now, [&](auto id, const auto *was, const auto *is) {
                    if (was && is && rolewright::keyOf(*was) == rolewright::keyOf(*is))
                        return;
                    moved.set(id.value);
                    ++count;
                });
        });
    });
    if (count > AtOnceMaximum)
        return false;
    m_sortedOf = policy();
    if (count > 0)
        putInPlace(moved);
    return true;
}

void PermutedModel::putInPlace(const BitSet &moved)
{
    m_sorted.removeIf([&](quint32 id) { return moved.test(id); });
    QList<std::pair<QString, quint32>> come;
    moved.forEach([&](quint32 id) {
        if (const QString key = keyOf(id); !key.isNull())
            come.append({key, id});
    });
    std::sort(come.begin(), come.end(), [](const auto &a, const auto &b) { return lessByCodePoint(a.first, b.first); });
    QList<quint32> merged;
    merged.reserve(m_sorted.size() + come.size());
    qsizetype taken = 0;
    for (const auto &[key, id] : std::as_const(come)) {
        const auto at = std::lower_bound(
            m_sorted.cbegin() + taken, m_sorted.cend(), key,
            [this](quint32 other, const QString &k) { return lessByCodePoint(keyOf(other), k); });
        const qsizetype until = at - m_sorted.cbegin();
        merged.append(m_sorted.mid(taken, until - taken));
        merged.append(id);
        taken = until;
    }
    merged.append(m_sorted.mid(taken));
    m_sorted = merged;
}

quint32 PermutedModel::idOf(const QString &key) const
{
    return withTable(policy(), m_kind, [&](const auto &table) { return table.idOf(key).value; });
}

QString PermutedModel::keyOf(quint32 id) const
{
    return withTable(policy(), m_kind, [&](const auto &table) {
        const auto *entity = table.find({id});
        return entity ? rolewright::keyOf(*entity) : QString();
    });
}

FilterAxis PermutedModel::axis() const
{
    switch (m_kind) {
    case Change::Kind::Permission:
        return FilterAxis::Permission;
    case Change::Kind::Role:
        return FilterAxis::Role;
    case Change::Kind::User:
        return FilterAxis::User;
    case Change::Kind::Constraint:
        return FilterAxis::Constraint;
    case Change::Kind::Operation:
        return FilterAxis::Operation;
    default:
        Q_ASSERT(m_kind == Change::Kind::Test);
        return FilterAxis::Test;
    }
}

void PermutedModel::setFilter(const FilterSet &filter)
{
    if (filter == m_filter)
        return;
    const bool follows = filter.filter() == m_filter.filter(); // an edit made more of it fit
    m_filter = filter;
    if (follows) {
        showRows();
        return;
    }
    const QScopedValueRollback moving(m_moving, true);
    beginResetModel();
    m_rows = wantedRows();
    endResetModel();
}

void PermutedModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || (column == m_column && order == m_order))
        return;
    m_column = column;
    m_order = order;
    rearrange(wantedRows());
}

int PermutedModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

Qt::ItemFlags PermutedModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList PermutedModel::mimeTypes() const
{
    return {draggedNamesType()};
}

QMimeData *PermutedModel::mimeData(const QModelIndexList &indexes) const
{
    DraggedNames dragged{m_kind, {}};
    for (const QModelIndex &index : indexes) {
        if (index.column() == 0)
            dragged.names.append(keyOf(idAt(index.row())));
    }
    return dragged.names.isEmpty() ? nullptr : mimeDataOf(dragged);
}

void PermutedModel::follow(const QList<Change> &applied)
{
    const QScopedValueRollback moving(m_moving, true);
    prepare(applied);
    updateSorted(applied);
    showRows();
    m_stale = true;
    countIfWatched();
}

void PermutedModel::setWatched(bool watched)
{
    m_watched = watched;
    countIfWatched();
}

void PermutedModel::countIfWatched()
{
    if (!m_watched || !m_stale)
        return;
    m_stale = false;
    count();
}

void PermutedModel::announceCount()
{
    showRows();
    Q_EMIT counted();
}

void PermutedModel::showRows()
{
    const QScopedValueRollback moving(m_moving, true);
    if (const QList<quint32> rows = wantedRows(); sameSet(rows, m_rows))
        rearrange(rows);
    else
        splice(rows);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
}

void PermutedModel::updateSorted(const QList<Change> &applied)
{
    const bool mayMove = applied.isEmpty() || std::any_of(applied.begin(), applied.end(), [this](const Change &change) {
        return change.kind == m_kind && change.verb != Change::Verb::Set;
    });
    if (mayMove)
        sortAll();
}

QList<quint32> PermutedModel::wantedRows() const
{
    QList<quint32> rows;
    if (m_filter.isEmpty()) {
        rows = m_sorted;
    } else {
        for (const quint32 id : m_sorted) {
            if (m_filter.matches(id))
                rows.append(id);
        }
    }
    if (m_column > 0) {
        // Weighed once each: some weights are worth more than a comparison.
        QList<std::pair<qint64, quint32>> weighed;
        weighed.reserve(rows.size());
        for (const quint32 id : std::as_const(rows))
            weighed.append(
                {m_order == Qt::AscendingOrder ? weight(id, m_column) : -weight(id, m_column), id});
        std::stable_sort(weighed.begin(), weighed.end(),
                         [](const auto &a, const auto &b) { return a.first < b.first; });
        std::transform(weighed.begin(), weighed.end(), rows.begin(),
                       [](const auto &row) { return row.second; });
    } else if (m_order == Qt::DescendingOrder) {
        std::reverse(rows.begin(), rows.end());
    }
    return rows;
}

void PermutedModel::rearrange(const QList<quint32> &rows)
{
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before)
        after.append(index(int(rows.indexOf(m_rows.at(old.row()))), old.column()));
    m_rows = rows;
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

// Between what both have in common at the front and at the back, the old rows go and the new ones come.
void PermutedModel::splice(const QList<quint32> &rows)
{
    const auto front = std::mismatch(m_rows.cbegin(), m_rows.cend(), rows.cbegin(), rows.cend());
    const qsizetype first = front.first - m_rows.cbegin();
    qsizetype back = 0;
    while (back < std::min(m_rows.size(), rows.size()) - first
           && m_rows.at(m_rows.size() - 1 - back) == rows.at(rows.size() - 1 - back))
        ++back;
    const qsizetype gone = m_rows.size() - first - back;
    const qsizetype come = rows.size() - first - back;
    if (gone > 0) {
        beginRemoveRows({}, int(first), int(first + gone) - 1);
        m_rows.remove(first, gone);
        endRemoveRows();
    }
    if (come > 0) {
        beginInsertRows({}, int(first), int(first + come) - 1);
        m_rows = rows;
        endInsertRows();
    }
}

} // namespace rolewright
