// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"

#include "core/edit/fields.h"
#include "core/edit/nameuse.h"
#include "core/edit/relationdifference.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

class Differ
{
public:
    Differ(const Policy &before, const Policy &after, bool sameLineage)
        : m_before(before)
        , m_after(after)
        , m_tables{before, after, sameLineage}
        , m_relations(m_tables)
        , m_newRoles(m_tables.roles.renames())
        , m_newPermissions(m_tables.permissions.renames())
    {
    }

    QList<Change> changes()
    {
        compareTexts();

        relations(Kind::Grant, Verb::Remove, m_relations.grants.gone);
        relations(Kind::Inheritance, Verb::Remove, m_relations.inheritance.gone);
        relations(Kind::Assignment, Verb::Remove, m_relations.assignments.gone);
        relations(Kind::Member, Verb::Remove, m_relations.members.gone);
        for (const Delegation &delegation : std::as_const(m_delegationsGone))
            m_changes.append({Verb::Remove, Kind::Delegation, {}, {}, {}, delegation, {}});
        for (const Approval &approval : std::as_const(m_approvalsGone))
            m_changes.append({Verb::Remove, Kind::Approval, {}, {}, {}, approval, {}});
        blankOperations();

        entitiesThatGo(Kind::Test, m_tables.tests);
        entitiesThatGo(Kind::Operation, m_tables.operations);
        entitiesThatGo(Kind::Constraint, m_tables.constraints);
        entitiesThatGo(Kind::User, m_tables.users);
        entitiesThatGo(Kind::Role, m_tables.roles);
        entitiesThatGo(Kind::Permission, m_tables.permissions);

        if (m_tables.sameLineage) {
            renames(Kind::Permission, m_newPermissions);
            renames(Kind::Role, m_newRoles);
            renames(Kind::User, m_tables.users.renames());
            renames(Kind::Constraint, m_tables.constraints.renames());
            renames(Kind::Operation, m_tables.operations.renames());
            renames(Kind::Test, m_tables.tests.renames());
        }

        entitiesThatCome(Kind::Permission, m_tables.permissions);
        entitiesThatCome(Kind::Role, m_tables.roles);
        entitiesThatCome(Kind::User, m_tables.users);
        entitiesThatCome(Kind::Constraint, m_tables.constraints);
        entitiesThatCome(Kind::Operation, m_tables.operations);
        entitiesThatCome(Kind::Test, m_tables.tests);

        fields(Kind::Ownership, {}, {}, m_before.ownership(), m_after.ownership());
        fieldsOfKept(Kind::Permission, m_tables.permissions);
        fieldsOfKept(Kind::Role, m_tables.roles);
        fieldsOfKept(Kind::User, m_tables.users);
        fieldsOfKept(Kind::Constraint, m_tables.constraints);
        fieldsOfKept(Kind::Operation, m_tables.operations);
        fieldsOfKept(Kind::Test, m_tables.tests);
        for (const auto &moved : std::as_const(m_relations.moved))
            fields(Kind::Assignment, moved.row.key, moved.row.other, moved.was, moved.row.assignment);

        relations(Kind::Grant, Verb::Add, m_relations.grants.come);
        relations(Kind::Inheritance, Verb::Add, m_relations.inheritance.come);
        relations(Kind::Assignment, Verb::Add, m_relations.assignments.come);
        relations(Kind::Member, Verb::Add, m_relations.members.come);
        for (const Delegation &delegation : std::as_const(m_delegationsCome))
            m_changes.append({Verb::Add, Kind::Delegation, {}, {}, {}, {}, delegation});
        for (const Approval &approval : std::as_const(m_approvalsCome))
            m_changes.append({Verb::Add, Kind::Approval, {}, {}, {}, {}, approval});
        return m_changes;
    }

private:
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
        if (!m_tables.sameLineage || (m_newRoles.isEmpty() && m_newPermissions.isEmpty()))
            return;
        // A rename rewrites operations that are the same before and after, too.
        QSet<OperationId> listed;
        for (const auto &pair : std::as_const(m_tables.operations.kept))
            listed.insert(pair.before);
        m_before.operations().forEach([&](OperationId id, const Operation &operation) {
            const bool isSame = !listed.contains(id) && m_after.operations().contains(id);
            if (isSame && operation.required
                && (saysTakenOver(*operation.required) || isRenamed(*operation.required)))
                m_tables.operations.kept.append({id, id});
        });
        m_tables.operations.sortKept();
    }
    bool isRenamed(const Requirement &requirement) const
    {
        return renamed(requirement, [this](Kind kind, const QString &name) { return newName(kind, name); })
            != requirement;
    }

    void blankOperations()
    {
        for (const auto &pair : std::as_const(m_tables.operations.kept)) {
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

    void relations(Kind kind, Verb verb, const QList<NamedRow> &rows)
    {
        m_changes.reserve(m_changes.size() + rows.size());
        for (const NamedRow &row : rows) {
            Change change{verb, kind, row.key, row.other, {}, {}, {}};
            if (kind == Kind::Assignment)
                (verb == Verb::Add ? change.to : change.was) = row.assignment;
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
    TableDifferences m_tables;
    RelationDifferences m_relations;
    QHash<QString, QString> m_newRoles; // from the name before
    QHash<QString, QString> m_newPermissions;
    QSet<QString> m_roleNamesTaken;
    QSet<QString> m_permissionNamesTaken;
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
