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

// The names of one end of many rows: each made once, ranked in their order.
class RankedNames
{
public:
    template <class NameOf>
    RankedNames(QList<quint32> ids, NameOf nameOf)
    {
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        QList<std::pair<QString, quint32>> names;
        names.reserve(ids.size());
        for (const quint32 id : std::as_const(ids))
            names.append({nameOf(id), id});
        std::sort(names.begin(), names.end(),
                  [](const auto &a, const auto &b) { return lessByCodePoint(a.first, b.first); });
        for (const auto &[name, id] : std::as_const(names)) {
            m_ranks.insert(id, quint32(m_names.size()));
            m_names.append(name);
        }
    }
    quint32 rank(quint32 id) const { return m_ranks.value(id); }
    const QString &name(quint32 rank) const { return m_names.at(rank); }

private:
    QHash<quint32, quint32> m_ranks;
    QStringList m_names;
};

// The rows by name, sorted: numbers are sorted, not texts.
template <class Row, class FirstName, class SecondName>
QList<NamedRow> named(const QList<Row> &rows, FirstName firstName, SecondName secondName)
{
    QList<quint32> first;
    QList<quint32> second;
    for (const Row &row : rows) {
        first.append(quint32(row.key() >> 32));
        second.append(quint32(row.key()));
    }
    const RankedNames firstNames(first, firstName);
    const RankedNames secondNames(second, secondName);
    QList<quint64> order;
    order.reserve(rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i)
        order.append(quint64(firstNames.rank(first.at(i))) << 32 | secondNames.rank(second.at(i)));
    std::sort(order.begin(), order.end());
    QList<NamedRow> result;
    result.reserve(rows.size());
    for (const quint64 ranks : std::as_const(order))
        result.append({firstNames.name(quint32(ranks >> 32)), secondNames.name(quint32(ranks))});
    return result;
}

QList<NamedRow> named(const Policy &policy, const QList<GrantRow> &rows)
{
    return named(
        rows, [&](quint32 id) { return policy.roles().at({id}).name; },
        [&](quint32 id) { return policy.textOf({id}); });
}

QList<NamedRow> named(const Policy &policy, const QList<InheritanceRow> &rows)
{
    const auto name = [&](quint32 id) { return policy.roles().at({id}).name; };
    return named(rows, name, name);
}

QList<NamedRow> named(const Policy &policy, const QList<AssignmentRow> &rows)
{
    QList<NamedRow> result;
    result.reserve(rows.size());
    for (const AssignmentRow &row : rows)
        result.append(named(policy, row));
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace

RelationDifferences::RelationDifferences(const TableDifferences &tables)
    : m_tables(tables)
{
    compareGrants();
    compareInheritance();
    compareAssignments();
    compareMembers();
    std::sort(members.gone.begin(), members.gone.end());
    std::sort(members.come.begin(), members.come.end());
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
    grants = {named(m_tables.before, gone), named(m_tables.after, come)};
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
    inheritance = {named(m_tables.before, gone), named(m_tables.after, come)};
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
    assignments = {named(m_tables.before, gone), named(m_tables.after, come)};
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
