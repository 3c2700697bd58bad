// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"

#include "core/edit/fields.h"
#include "core/edit/nameuse.h"
#include "core/edit/tabledifference.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

// A row of a relation as the names of its two ends.
struct NamedRow
{
    QString key;
    QString other;
    Change::Value value = {}; // of an assignment

    friend bool operator<(const NamedRow &a, const NamedRow &b)
    {
        return a.key != b.key ? lessByCodePoint(a.key, b.key) : lessByCodePoint(a.other, b.other);
    }
};

struct RowDifference
{
    QList<NamedRow> gone;
    QList<NamedRow> come;
};

class Differ
{
public:
    Differ(const Policy &before, const Policy &after, bool sameLineage)
        : m_before(before)
        , m_after(after)
        , m_sameLineage(sameLineage)
        , m_permissions(before.permissions(), after.permissions(), sameLineage)
        , m_roles(before.roles(), after.roles(), sameLineage)
        , m_users(before.users(), after.users(), sameLineage)
        , m_constraints(before.constraints(), after.constraints(), sameLineage)
        , m_operations(before.operations(), after.operations(), sameLineage)
        , m_tests(before.tests(), after.tests(), sameLineage)
        , m_newRoles(m_roles.renames())
        , m_newPermissions(m_permissions.renames())
    {
    }

    QList<Change> changes()
    {
        compareRows();
        compareMembers();
        compareTexts();

        relations(Kind::Grant, Verb::Remove, m_grants.gone);
        relations(Kind::Inheritance, Verb::Remove, m_inheritance.gone);
        relations(Kind::Assignment, Verb::Remove, m_assignments.gone);
        relations(Kind::Member, Verb::Remove, m_members.gone);
        for (const Delegation &delegation : std::as_const(m_delegationsGone))
            m_changes.append({Verb::Remove, Kind::Delegation, {}, {}, {}, delegation, {}});
        for (const Approval &approval : std::as_const(m_approvalsGone))
            m_changes.append({Verb::Remove, Kind::Approval, {}, {}, {}, approval, {}});
        blankOperations();

        entitiesThatGo(Kind::Test, m_tests);
        entitiesThatGo(Kind::Operation, m_operations);
        entitiesThatGo(Kind::Constraint, m_constraints);
        entitiesThatGo(Kind::User, m_users);
        entitiesThatGo(Kind::Role, m_roles);
        entitiesThatGo(Kind::Permission, m_permissions);

        if (m_sameLineage) {
            renames(Kind::Permission, m_newPermissions);
            renames(Kind::Role, m_newRoles);
            renames(Kind::User, m_users.renames());
            renames(Kind::Constraint, m_constraints.renames());
            renames(Kind::Operation, m_operations.renames());
            renames(Kind::Test, m_tests.renames());
        }

        entitiesThatCome(Kind::Permission, m_permissions);
        entitiesThatCome(Kind::Role, m_roles);
        entitiesThatCome(Kind::User, m_users);
        entitiesThatCome(Kind::Constraint, m_constraints);
        entitiesThatCome(Kind::Operation, m_operations);
        entitiesThatCome(Kind::Test, m_tests);

        fields(Kind::Ownership, {}, {}, m_before.ownership(), m_after.ownership());
        fieldsOfKept(Kind::Permission, m_permissions);
        fieldsOfKept(Kind::Role, m_roles);
        fieldsOfKept(Kind::User, m_users);
        fieldsOfKept(Kind::Constraint, m_constraints);
        fieldsOfKept(Kind::Operation, m_operations);
        fieldsOfKept(Kind::Test, m_tests);
        std::sort(m_validities.begin(), m_validities.end(),
                  [](const auto &a, const auto &b) { return a.first < b.first; });
        for (const auto &[row, was] : std::as_const(m_validities))
            fields(Kind::Assignment, row.key, row.other, was, std::get<Assignment>(row.value));

        relations(Kind::Grant, Verb::Add, m_grants.come);
        relations(Kind::Inheritance, Verb::Add, m_inheritance.come);
        relations(Kind::Assignment, Verb::Add, m_assignments.come);
        relations(Kind::Member, Verb::Add, m_members.come);
        for (const Delegation &delegation : std::as_const(m_delegationsCome))
            m_changes.append({Verb::Add, Kind::Delegation, {}, {}, {}, {}, delegation});
        for (const Approval &approval : std::as_const(m_approvalsCome))
            m_changes.append({Verb::Add, Kind::Approval, {}, {}, {}, {}, approval});
        return m_changes;
    }

private:
    // Rows that may differ: of one lineage those in chunks that are not shared, else all.
    template <class Row, class Same>
    void candidates(const Relation<Row> &before, const Relation<Row> &after, QList<Row> &gone,
                    QList<Row> &come, Same same) const
    {
        if (m_sameLineage) {
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
    static void pairUp(QList<Row> &gone, QList<Row> &come, RowBefore rowBefore, Both both)
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

    void compareRows()
    {
        QList<GrantRow> grantsGone;
        QList<GrantRow> grantsCome;
        candidates(
            m_before.grants(), m_after.grants(), grantsGone, grantsCome, [&](GrantRow was, GrantRow is) {
                return was == is
                    && (!was.grant.isPattern() || m_before.nameOf(was.grant) == m_after.nameOf(is.grant));
            });
        pairUp(
            grantsGone, grantsCome,
            [&](const GrantRow &row) -> std::optional<quint64> {
                const RoleId role = m_roles.idBefore(row.role);
                const GrantId grant = row.grant.isPattern()
                    ? m_before.grantId(m_after.nameOf(row.grant))
                    : GrantId::of(m_permissions.idBefore(row.grant.permission()));
                return role.isValid() && grant.isValid() ? std::optional(GrantRow{role, grant}.key())
                                                         : std::nullopt;
            },
            [](const GrantRow &, const GrantRow &) {});
        for (const GrantRow &row : std::as_const(grantsGone))
            m_grants.gone.append({m_before.roles().at(row.role).name, m_before.textOf(row.grant)});
        for (const GrantRow &row : std::as_const(grantsCome))
            m_grants.come.append({m_after.roles().at(row.role).name, m_after.textOf(row.grant)});

        QList<InheritanceRow> inheritanceGone;
        QList<InheritanceRow> inheritanceCome;
        candidates(m_before.inheritance(), m_after.inheritance(), inheritanceGone, inheritanceCome,
                   [](InheritanceRow was, InheritanceRow is) { return was == is; });
        pairUp(
            inheritanceGone, inheritanceCome,
            [&](const InheritanceRow &row) -> std::optional<quint64> {
                const RoleId senior = m_roles.idBefore(row.senior);
                const RoleId junior = m_roles.idBefore(row.junior);
                if (!senior.isValid() || !junior.isValid())
                    return {};
                return InheritanceRow{senior, junior}.key();
            },
            [](const InheritanceRow &, const InheritanceRow &) {});
        for (const InheritanceRow &row : std::as_const(inheritanceGone))
            m_inheritance.gone.append(
                {m_before.roles().at(row.senior).name, m_before.roles().at(row.junior).name});
        for (const InheritanceRow &row : std::as_const(inheritanceCome))
            m_inheritance.come.append(
                {m_after.roles().at(row.senior).name, m_after.roles().at(row.junior).name});

        QList<AssignmentRow> assignmentsGone;
        QList<AssignmentRow> assignmentsCome;
        candidates(m_before.assignments(), m_after.assignments(), assignmentsGone, assignmentsCome,
                   [&](const AssignmentRow &was, const AssignmentRow &is) {
                       return was.key() == is.key() && m_before.assignmentOf(was) == m_after.assignmentOf(is);
                   });
        pairUp(
            assignmentsGone, assignmentsCome,
            [&](const AssignmentRow &row) -> std::optional<quint64> {
                const UserId user = m_users.idBefore(row.user);
                const RoleId role = m_roles.idBefore(row.role);
                if (!user.isValid() || !role.isValid())
                    return {};
                return AssignmentRow{user, role}.key();
            },
            [&](const AssignmentRow &was, const AssignmentRow &is) {
                const Assignment before = m_before.assignmentOf(was);
                if (before != m_after.assignmentOf(is))
                    m_validities.append({named(m_after, is), before});
            });
        for (const AssignmentRow &row : std::as_const(assignmentsGone))
            m_assignments.gone.append(named(m_before, row));
        for (const AssignmentRow &row : std::as_const(assignmentsCome))
            m_assignments.come.append(named(m_after, row));
    }

    static NamedRow named(const Policy &policy, const AssignmentRow &row)
    {
        return {policy.users().at(row.user).id, policy.roles().at(row.role).name, policy.assignmentOf(row)};
    }

    void compareMembers()
    {
        for (const auto &pair : std::as_const(m_constraints.kept)) {
            const Constraint &was = m_before.constraints().at(pair.before);
            const Constraint &is = m_after.constraints().at(pair.after);
            QSet<RoleId> stay;
            for (const RoleId role : is.roles) {
                const RoleId before = m_roles.idBefore(role);
                if (before.isValid() && was.roles.contains(before))
                    stay.insert(before);
                else
                    m_members.come.append({is.name, m_after.roles().at(role).name});
            }
            for (const RoleId role : was.roles) {
                if (!stay.contains(role))
                    m_members.gone.append({was.name, m_before.roles().at(role).name});
            }
        }
    }

    QString newName(Kind kind, const QString &name) const
    {
        const QHash<QString, QString> &names = kind == Kind::Role ? m_newRoles : m_newPermissions;
        return names.value(name, name);
    }
    // A name that a rename brings and that something says already, meaning a thing that goes: a rename onto
    // it would mix up the two, so what says it steps aside first.
    bool isTakenOver(Kind kind, const QString &name) const
    {
        const QSet<QString> &names = kind == Kind::Role ? m_roleNamesTaken : m_permissionNamesTaken;
        return names.contains(name);
    }
    template <class Thing>
    bool saysTakenOver(const Thing &thing) const
    {
        bool found = false;
        forEachName(thing, [&](Kind kind, const QString &name, bool isAccess) {
            found = found || (!isAccess && isTakenOver(kind, name));
        });
        return found;
    }

    template <class Thing>
    void compareLists(const QList<Thing> &before, const QList<Thing> &after, QList<Thing> &gone,
                      QList<Thing> &come) const
    {
        const auto toNew = [this](Kind kind, const QString &name) { return newName(kind, name); };
        come = after;
        for (const Thing &thing : before) {
            if (saysTakenOver(thing) || !come.removeOne(renamed(thing, toNew)))
                gone.append(thing);
        }
    }

    void compareTexts()
    {
        for (const QString &name : std::as_const(m_newRoles)) {
            if (!m_newRoles.contains(name))
                m_roleNamesTaken.insert(name);
        }
        for (const QString &name : std::as_const(m_newPermissions)) {
            if (!m_newPermissions.contains(name))
                m_permissionNamesTaken.insert(name);
        }
        compareLists(m_before.delegations(), m_after.delegations(), m_delegationsGone, m_delegationsCome);
        compareLists(m_before.approvals(), m_after.approvals(), m_approvalsGone, m_approvalsCome);
        if (!m_sameLineage || (m_newRoles.isEmpty() && m_newPermissions.isEmpty()))
            return;
        // A rename rewrites operations that are the same before and after, too.
        QSet<OperationId> listed;
        for (const auto &pair : std::as_const(m_operations.kept))
            listed.insert(pair.before);
        m_before.operations().forEach([&](OperationId id, const Operation &operation) {
            const bool isSame = !listed.contains(id) && m_after.operations().contains(id);
            if (isSame && operation.required
                && (saysTakenOver(*operation.required) || isRenamed(*operation.required)))
                m_operations.kept.append({id, id});
        });
        m_operations.sortKept();
    }
    bool isRenamed(const Requirement &requirement) const
    {
        return renamed(requirement, [this](Kind kind, const QString &name) { return newName(kind, name); })
            != requirement;
    }

    void blankOperations()
    {
        for (const auto &pair : std::as_const(m_operations.kept)) {
            const Operation &was = m_before.operations().at(pair.before);
            if (!was.required || !saysTakenOver(*was.required))
                continue;
            m_blank.insert(pair.before);
            m_changes.append({Verb::Set,
                              Kind::Operation,
                              was.name,
                              {},
                              u"requires"_s,
                              was.required,
                              std::optional<Requirement>()});
        }
    }

    void relations(Kind kind, Verb verb, QList<NamedRow> &rows)
    {
        std::sort(rows.begin(), rows.end());
        m_changes.reserve(m_changes.size() + rows.size());
        for (const NamedRow &row : std::as_const(rows)) {
            Change change{verb, kind, row.key, row.other, {}, {}, {}};
            (verb == Verb::Add ? change.to : change.was) = row.value;
            m_changes.append(std::move(change));
        }
    }

    template <class IdType, class Entity>
    void entitiesThatGo(Kind kind, const TableDifference<IdType, Entity> &table)
    {
        for (const IdType id : table.gone) {
            const Entity &entity = table.before.at(id);
            m_changes.append({Verb::Remove, kind, keyOf(entity), {}, {}, valueOf(m_before, entity), {}});
        }
    }
    template <class IdType, class Entity>
    void entitiesThatCome(Kind kind, const TableDifference<IdType, Entity> &table)
    {
        for (const IdType id : table.come) {
            const Entity &entity = table.after.at(id);
            m_changes.append({Verb::Add, kind, keyOf(entity), {}, {}, {}, valueOf(m_after, entity)});
        }
    }

    void rename(Kind kind, const QString &from, const QString &to)
    {
        m_changes.append({Verb::Rename, kind, from, {}, {}, {}, to});
    }
    QString temporaryName(Kind kind) const
    {
        const QString form = kind == Kind::Permission ? u"temporary:%1"_s : u"temporary %1"_s;
        for (int number = 1;; ++number) {
            const QString name = form.arg(number);
            if (!exists(m_before, kind, name) && !exists(m_after, kind, name))
                return name;
        }
    }
    // Each name is free when it is taken: a chain from its far end, a cycle through a temporary name.
    void renames(Kind kind, const QHash<QString, QString> &names)
    {
        QStringList order = names.keys();
        sortByCodePoint(order);
        QSet<QString> done;
        for (const QString &start : std::as_const(order)) {
            QStringList chain;
            QString name = start;
            while (names.contains(name) && !done.contains(name)) {
                done.insert(name);
                chain.append(name);
                name = names.value(name);
            }
            if (chain.isEmpty())
                continue;
            const bool isCycle = name == start;
            const QString temporary = isCycle ? temporaryName(kind) : QString();
            if (isCycle)
                rename(kind, start, temporary);
            for (qsizetype i = chain.size() - 1; i > 0; --i)
                rename(kind, chain.at(i), names.value(chain.at(i)));
            rename(kind, isCycle ? temporary : start, names.value(start));
        }
    }

    template <class Entity>
    void fields(Kind kind, const QString &key, const QString &other, const Entity &was, const Entity &is)
    {
        for (const QString &field : fieldsOf(kind)) {
            Change::Value before = fieldOf(was, field);
            Change::Value after = fieldOf(is, field);
            if (before != after)
                m_changes.append({Verb::Set, kind, key, other, field, std::move(before), std::move(after)});
        }
    }
    template <class IdType, class Entity>
    void fieldsOfKept(Kind kind, const TableDifference<IdType, Entity> &table)
    {
        for (const auto &pair : table.kept) {
            const Entity &is = table.after.at(pair.after);
            Entity was = table.before.at(pair.before);
            if constexpr (std::is_same_v<Entity, Operation>) {
                if (m_blank.contains(pair.before))
                    was.required.reset();
                else if (was.required)
                    was.required = renamed(*was.required, [this](Kind named, const QString &name) {
                        return newName(named, name);
                    });
            }
            fields(kind, keyOf(is), {}, was, is);
        }
    }

    const Policy &m_before;
    const Policy &m_after;
    bool m_sameLineage;
    TableDifference<PermissionId, Permission> m_permissions;
    TableDifference<RoleId, Role> m_roles;
    TableDifference<UserId, User> m_users;
    TableDifference<ConstraintId, Constraint> m_constraints;
    TableDifference<OperationId, Operation> m_operations;
    TableDifference<TestId, PolicyTest> m_tests;
    QHash<QString, QString> m_newRoles; // from the name before
    QHash<QString, QString> m_newPermissions;
    QSet<QString> m_roleNamesTaken;
    QSet<QString> m_permissionNamesTaken;
    RowDifference m_grants;
    RowDifference m_inheritance;
    RowDifference m_assignments;
    RowDifference m_members;
    QList<std::pair<NamedRow, Assignment>> m_validities; // as it is after, as it was before
    QList<Delegation> m_delegationsGone;
    QList<Delegation> m_delegationsCome;
    QList<Approval> m_approvalsGone;
    QList<Approval> m_approvalsCome;
    QSet<OperationId> m_blank; // set to require nothing first
    QList<Change> m_changes;
};

} // namespace

QList<Change> difference(const Policy &before, const Policy &after)
{
    return Differ(before, after, true).changes();
}

QList<Change> differenceByName(const Policy &before, const Policy &after)
{
    return Differ(before, after, false).changes();
}

} // namespace rolewright
