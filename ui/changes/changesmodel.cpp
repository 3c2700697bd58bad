// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/changesmodel.h"

#include "ui/shell/latestjob.h"
#include "ui/shell/plaintext.h"
#include "ui/widgets/changetext.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr GroupLevel = 0; // a change has its group's row + 1

} // namespace

QList<ChangesModel::Group> ChangesModel::grouped(const QList<Change> &changes, const QStringList &words)
{
    QList<Group> groups;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const QString text = words.isEmpty() ? QString() : textOf(changes.at(i));
        if (!std::all_of(words.begin(), words.end(),
                         [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); }))
            continue;
        const Change::Kind kind = changes.at(i).kind;
        auto group =
            std::find_if(groups.begin(), groups.end(), [&](const Group &g) { return g.kind == kind; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {kind, {}});
        group->positions.append(i);
    }
    std::sort(groups.begin(), groups.end(),
              [](const Group &a, const Group &b) { return a.kind < b.kind; });
    return groups;
}

void ChangesModel::set(const QList<Change> &changes, const QList<Group> &groups)
{
    beginResetModel();
    QList<Change> before = std::exchange(m_changes, changes);
    m_groups = groups;
    m_notes.clear();
    endResetModel();
    freeOnWorker(std::move(before));
}

void ChangesModel::setNotes(const QHash<qsizetype, Note> &notes)
{
    if (m_notes.isEmpty() && notes.isEmpty())
        return;
    m_notes = notes;
    for (int group = 0; group < m_groups.size(); ++group) {
        const int count = int(m_groups.at(group).positions.size());
        Q_EMIT dataChanged(createIndex(0, 0, quintptr(group) + 1), createIndex(count - 1, 0, quintptr(group) + 1));
    }
}

qsizetype ChangesModel::positionOf(const QModelIndex &index) const
{
    return m_groups.at(qsizetype(index.internalId()) - 1).positions.at(index.row());
}

QList<qsizetype> ChangesModel::positions(const QModelIndexList &indexes) const
{
    QList<qsizetype> all;
    for (const QModelIndex &index : indexes) {
        if (index.internalId() == GroupLevel)
            all.append(m_groups.at(index.row()).positions);
        else
            all.append(m_groups.at(qsizetype(index.internalId()) - 1).positions.at(index.row()));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

QModelIndex ChangesModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : GroupLevel);
}

QModelIndex ChangesModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == GroupLevel)
        return {};
    return createIndex(int(child.internalId()) - 1, 0, GroupLevel);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == GroupLevel && parent.column() == 0
        ? int(m_groups.at(parent.row()).positions.size())
        : 0;
}

int ChangesModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isGroup = index.internalId() == GroupLevel;
    const Note note = isGroup ? Note() : m_notes.value(positionOf(index));
    if (role == Qt::DecorationRole && !note.icon.isNull())
        return note.icon;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    QString text = isGroup ? titleOf(m_groups.at(index.row())) : textOf(m_changes.at(positionOf(index)));
    if (role == Qt::DisplayRole)
        return note.text.isEmpty() ? text : tr("%1 (%2)").arg(text, note.text);
    if (!note.why.isEmpty())
        text += u'\n' + note.why;
    return asPlainText(text);
}

QString ChangesModel::titleOf(const Group &group) const
{
    const auto count = [&](const QString &title) {
        return tr("%1 (%L2)").arg(title).arg(group.positions.size());
    };
    switch (group.kind) {
    case Change::Kind::Permission:
        return count(tr("Permissions"));
    case Change::Kind::Role:
        return count(tr("Roles"));
    case Change::Kind::User:
        return count(tr("Users"));
    case Change::Kind::Constraint:
        return count(tr("Constraints"));
    case Change::Kind::Operation:
        return count(tr("Operations"));
    case Change::Kind::Test:
        return count(tr("Tests"));
    case Change::Kind::Grant:
        return count(tr("Grants"));
    case Change::Kind::Inheritance:
        return count(tr("Inheritance"));
    case Change::Kind::Assignment:
        return count(tr("Assignments"));
    case Change::Kind::Member:
        return count(tr("Roles of constraints"));
    case Change::Kind::Delegation:
        return count(tr("Delegations"));
    case Change::Kind::Approval:
        return count(tr("Approvals"));
    case Change::Kind::Ownership:
        return count(tr("Ownership"));
    }
    return {};
}

} // namespace rolewright
