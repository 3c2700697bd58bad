// SPDX-License-Identifier: Apache-2.0
#include "core/edit/relationdifference.h"

#include <QSet>

namespace rolewright {

namespace {

// Rows that may differ: of one lineage those in chunks that are not shared, else all.
template <class Row, class Same>
void candidates(bool sameLineage, const Relation<Row> &before, const Relation<Row> &after, QList<Row> &gone,
                QList<Row> &come, Same same)
{
    if (sameLineage) {
        const auto visit = [&](const Row *was, const Row *is) {
            if (was)
                gone.append(*was);
            if (is)
                come.append(*is);
        };
        Relation<Row>::forEachDifference(before, after, visit, same);
    } else {
        before.forEach([&](const Row &row) { gone.append(row); });
        after.forEach([&](const Row &row) { come.append(row); });
    }
}

// Splits the candidates into rows that only one side has, and rows that both have: those are given to
// both(before, after). `rowBefore` is a row of `after` in the ids of `before`, or nothing where those
// have none.
template <class Row, class RowBefore, class Both>
void pairUp(QList<Row> &gone, QList<Row> &come, RowBefore rowBefore, Both both)
{
    if (gone.isEmpty() || come.isEmpty())
        return;
    QHash<quint64, qsizetype> indexes;
    indexes.reserve(gone.size());
    for (qsizetype i = 0; i < gone.size(); ++i)
        indexes.insert(gone.at(i).key(), i);
    QList<bool> isPaired(gone.size(), false);
    come.removeIf([&](const Row &row) {
        const std::optional<quint64> key = rowBefore(row);
        const auto it = key ? indexes.constFind(*key) : indexes.cend();
        if (it == indexes.cend())
            return false;
        isPaired[*it] = true;
        both(gone.at(*it), row);
        return true;
    });
    qsizetype index = 0;
    gone.removeIf([&](const Row &) { return isPaired.at(index++); });
}

NamedRow named(const Policy &policy, const AssignmentRow &row)
{
    return {policy.users().at(row.user).id, policy.roles().at(row.role).name, policy.assignmentOf(row)};
}

} // namespace

RelationDifferences::RelationDifferences(const TableDifferences &tables)
    : m_tables(tables)
{
    compareGrants();
    compareInheritance();
    compareAssignments();
    compareMembers();
    for (RowDifference *rows : {&grants, &inheritance, &assignments, &members}) {
        std::sort(rows->gone.begin(), rows->gone.end());
        std::sort(rows->come.begin(), rows->come.end());
    }
    std::sort(moved.begin(), moved.end(), [](const Moved &a, const Moved &b) { return a.row < b.row; });
}

void RelationDifferences::compareGrants()
{
    QList<GrantRow> gone;
    QList<GrantRow> come;
    candidates(m_tables.sameLineage, m_tables.before.grants(), m_tables.after.grants(), gone, come,
               [&](GrantRow was, GrantRow is) {
                   return was == is
                       && (!was.grant.isPattern()
                           || m_tables.before.nameOf(was.grant) == m_tables.after.nameOf(is.grant));
               });
    pairUp(
        gone, come,
        [&](const GrantRow &row) -> std::optional<quint64> {
            const RoleId role = m_tables.roles.idBefore(row.role);
            const GrantId grant = row.grant.isPattern()
                ? m_tables.before.grantId(m_tables.after.nameOf(row.grant))
                : GrantId::of(m_tables.permissions.idBefore(row.grant.permission()));
            return role.isValid() && grant.isValid() ? std::optional(GrantRow{role, grant}.key())
                                                     : std::nullopt;
        },
        [](const GrantRow &, const GrantRow &) {});
    for (const GrantRow &row : std::as_const(gone))
        grants.gone.append({m_tables.before.roles().at(row.role).name, m_tables.before.textOf(row.grant)});
    for (const GrantRow &row : std::as_const(come))
        grants.come.append({m_tables.after.roles().at(row.role).name, m_tables.after.textOf(row.grant)});
}

void RelationDifferences::compareInheritance()
{
    QList<InheritanceRow> gone;
    QList<InheritanceRow> come;
    candidates(m_tables.sameLineage, m_tables.before.inheritance(), m_tables.after.inheritance(), gone, come,
               [](InheritanceRow was, InheritanceRow is) { return was == is; });
    pairUp(
        gone, come,
        [&](const InheritanceRow &row) -> std::optional<quint64> {
            const RoleId senior = m_tables.roles.idBefore(row.senior);
            const RoleId junior = m_tables.roles.idBefore(row.junior);
            if (!senior.isValid() || !junior.isValid())
                return {};
            return InheritanceRow{senior, junior}.key();
        },
        [](const InheritanceRow &, const InheritanceRow &) {});
    for (const InheritanceRow &row : std::as_const(gone))
        inheritance.gone.append(
            {m_tables.before.roles().at(row.senior).name, m_tables.before.roles().at(row.junior).name});
    for (const InheritanceRow &row : std::as_const(come))
        inheritance.come.append(
            {m_tables.after.roles().at(row.senior).name, m_tables.after.roles().at(row.junior).name});
}

void RelationDifferences::compareAssignments()
{
    QList<AssignmentRow> gone;
    QList<AssignmentRow> come;
    candidates(m_tables.sameLineage, m_tables.before.assignments(), m_tables.after.assignments(), gone, come,
               [&](const AssignmentRow &was, const AssignmentRow &is) {
                   return was.key() == is.key()
                       && m_tables.before.assignmentOf(was) == m_tables.after.assignmentOf(is);
               });
    pairUp(
        gone, come,
        [&](const AssignmentRow &row) -> std::optional<quint64> {
            const UserId user = m_tables.users.idBefore(row.user);
            const RoleId role = m_tables.roles.idBefore(row.role);
            if (!user.isValid() || !role.isValid())
                return {};
            return AssignmentRow{user, role}.key();
        },
        [&](const AssignmentRow &was, const AssignmentRow &is) {
            const Assignment before = m_tables.before.assignmentOf(was);
            if (before != m_tables.after.assignmentOf(is))
                moved.append({named(m_tables.after, is), before});
        });
    for (const AssignmentRow &row : std::as_const(gone))
        assignments.gone.append(named(m_tables.before, row));
    for (const AssignmentRow &row : std::as_const(come))
        assignments.come.append(named(m_tables.after, row));
}

void RelationDifferences::compareMembers()
{
    for (const auto &pair : std::as_const(m_tables.constraints.kept)) {
        const Constraint &was = m_tables.before.constraints().at(pair.before);
        const Constraint &is = m_tables.after.constraints().at(pair.after);
        QSet<RoleId> stay;
        for (const RoleId role : is.roles) {
            const RoleId before = m_tables.roles.idBefore(role);
            if (before.isValid() && was.roles.contains(before))
                stay.insert(before);
            else
                members.come.append({is.name, m_tables.after.roles().at(role).name});
        }
        for (const RoleId role : was.roles) {
            if (!stay.contains(role))
                members.gone.append({was.name, m_tables.before.roles().at(role).name});
        }
    }
}

} // namespace rolewright
