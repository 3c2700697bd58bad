// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/causesmodel.h"

#include "ui/shell/latestjob.h"
#include "ui/widgets/changetext.h"

namespace rolewright {

namespace {

// What an index remembers: nothing for a cause; of a user the cause; of a permission the user, too; each + 1.
constexpr int CauseShift = 32;

quintptr idOf(const QModelIndex &parent)
{
    if (!parent.isValid())
        return 0;
    return parent.internalId() == 0 ? quintptr(parent.row() + 1) << CauseShift
                                    : parent.internalId() | quintptr(parent.row() + 1);
}

int causeOf(quintptr id)
{
    return int(id >> CauseShift) - 1;
}

int userOf(quintptr id)
{
    return int(id & 0xffffffffu) - 1; // -1: of a user, whose row says it
}

} // namespace

void CausesModel::set(const ShownCauses &shown)
{
    beginResetModel();
    freeOnWorker(std::exchange(m_shown, shown));
    endResetModel();
}

QModelIndex CausesModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, idOf(parent)) : QModelIndex();
}

QModelIndex CausesModel::parent(const QModelIndex &child) const
{
    const quintptr id = child.isValid() ? child.internalId() : 0;
    if (id == 0)
        return {};
    if (userOf(id) < 0)
        return createIndex(causeOf(id), 0, quintptr(0));
    return createIndex(userOf(id), 0, id >> CauseShift << CauseShift);
}

int CausesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_shown.causes.size());
    if (parent.column() != 0)
        return 0;
    const quintptr id = parent.internalId();
    if (id == 0)
        return int(m_shown.causes.at(parent.row()).impact.changes.size());
    if (userOf(id) >= 0)
        return 0;
    const AccessChange &access = m_shown.causes.at(causeOf(id)).impact.changes.at(parent.row());
    return int(access.gained.size() + access.lost.size());
}

int CausesModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant CausesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() != What)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const auto keeping = [this](int cause, const QString &text) {
        const int users = int(m_shown.keeping.at(cause));
        return users == 0 ? text : tr("%1: %Ln user(s) keep it", nullptr, users).arg(text);
    };
    const auto number = [](qsizetype count) { return count > 0 ? tr("%L1").arg(count) : QString(); };
    const quintptr id = index.internalId();
    if (id == 0) {
        const Cause &cause = m_shown.causes.at(index.row());
        if (index.column() == What)
            return keeping(index.row(), textOf(m_shown.changes.at(cause.change)));
        return number(index.column() == Gains ? cause.impact.gaining : cause.impact.losing);
    }
    if (userOf(id) < 0) {
        const AccessChange &access = m_shown.causes.at(causeOf(id)).impact.changes.at(index.row());
        if (index.column() == What)
            return access.name == access.user ? access.user : tr("%1 (%2)").arg(access.user, access.name);
        return number(index.column() == Gains ? access.gained.size() : access.lost.size());
    }
    const AccessChange &access = m_shown.causes.at(causeOf(id)).impact.changes.at(userOf(id));
    const bool gained = index.row() < access.gained.size();
    if (index.column() == What)
        return gained ? access.gained.at(index.row()) : access.lost.at(index.row() - access.gained.size());
    if (index.column() == (gained ? Gains : Loses))
        return gained ? tr("gains") : tr("loses");
    return {};
}

QVariant CausesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section != What)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Change");
    case Gains:
        return tr("Gain");
    case Loses:
        return tr("Lose");
    }
    return {};
}

} // namespace rolewright
