// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/policyrows.h"

#include "core/exchange/policyjson.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Runs steps until one fails; later ones are then skipped.
class Steps
{
public:
    template <class... Values>
    void run(Statement &statement, const Values &...values)
    {
        if (m_status)
            m_status = statement.run(values...);
    }
    const Status &status() const { return m_status; }

private:
    Status m_status;
};

template <class Entity>
QString addedAs(Change::Kind kind, const QString &key, const Entity &entity)
{
    Change change;
    change.verb = Change::Verb::Add;
    change.kind = kind;
    change.key = key;
    change.to = entity;
    JsonWriter json(JsonWriter::Layout::OneLine);
    write(json, change);
    return QString::fromUtf8(json.take());
}

// First every row that goes or changes is removed, then every one that comes or has changed is inserted:
// names that are swapped never meet.
template <class TableType, class Insert>
Status saveTable(Database &database, const char *name, const TableType &before, const TableType &after,
                 Insert insert)
{
    Steps steps;
    Statement remove(database, u"DELETE FROM %1 WHERE id = ?"_s.arg(QLatin1StringView(name)));
    TableType::forEachDifference(before, after, [&](auto id, const auto *was, const auto *) {
        if (was)
            steps.run(remove, id.value);
    });
    TableType::forEachDifference(before, after, [&](auto id, const auto *, const auto *is) {
        if (is)
            insert(steps, id.value, *is);
    });
    return steps.status();
}

Status savePermissions(Database &database, const Policy &before, const Policy &after)
{
    Statement insert(database, u"INSERT INTO permission VALUES (?, ?, ?, ?, ?, ?)"_s);
    return saveTable(database, "permission", before.permissions(), after.permissions(),
                     [&](Steps &steps, quint32 id, const Permission &p) {
                         steps.run(insert, id, p.name.resource, p.name.action, p.name.scope, p.description,
                                   p.sensitive);
                     });
}

Status saveRoles(Database &database, const Policy &before, const Policy &after)
{
    Statement insert(database, u"INSERT INTO role VALUES (?, ?, ?, ?)"_s);
    return saveTable(database, "role", before.roles(), after.roles(),
                     [&](Steps &steps, quint32 id, const Role &role) {
                         steps.run(insert, id, role.name, role.description, role.enabled);
                     });
}

Status saveUsers(Database &database, const Policy &before, const Policy &after)
{
    Steps attributes;
    Statement forget(database, u"DELETE FROM user_attribute WHERE user = ?"_s);
    Statement attribute(database, u"INSERT INTO user_attribute VALUES (?, ?, ?)"_s);
    Policy::Users::forEachDifference(before.users(), after.users(),
                                     [&](UserId id, const User *was, const User *is) {
                                         if (was)
                                             attributes.run(forget, id.value);
                                         if (is) {
                                             for (const auto &[key, value] : is->attributes.asKeyValueRange())
                                                 attributes.run(attribute, id.value, key, value);
                                         }
                                     });
    if (!attributes.status())
        return attributes.status();
    Statement insert(database, u"INSERT INTO user VALUES (?, ?, ?, ?, ?)"_s);
    return saveTable(database, "user", before.users(), after.users(),
                     [&](Steps &steps, quint32 id, const User &user) {
                         steps.run(insert, id, user.id, user.name, user.active, user.source);
                     });
}

Status saveConstraints(Database &database, const Policy &before, const Policy &after)
{
    Steps members;
    Statement forget(database, u"DELETE FROM separation_role WHERE separation = ?"_s);
    Statement member(database, u"INSERT INTO separation_role VALUES (?, ?)"_s);
    Policy::Constraints::forEachDifference(before.constraints(), after.constraints(),
                                           [&](ConstraintId id, const Constraint *was, const Constraint *is) {
                                               if (was)
                                                   members.run(forget, id.value);
                                               for (const RoleId role : is ? is->roles : QList<RoleId>())
                                                   members.run(member, id.value, role.value);
                                           });
    if (!members.status())
        return members.status();
    Statement insert(database, u"INSERT INTO separation VALUES (?, ?, ?, ?, ?)"_s);
    return saveTable(database, "separation", before.constraints(), after.constraints(),
                     [&](Steps &steps, quint32 id, const Constraint &constraint) {
                         steps.run(insert, id, constraint.name, constraint.kind == Constraint::Kind::Dynamic,
                                   constraint.limit, constraint.mode == Constraint::Mode::Record);
                     });
}

Status saveOperations(Database &database, const Policy &before, const Policy &after)
{
    Statement insert(database, u"INSERT INTO operation VALUES (?, ?, ?)"_s);
    return saveTable(database, "operation", before.operations(), after.operations(),
                     [&](Steps &steps, quint32 id, const Operation &operation) {
                         steps.run(insert, id, operation.name,
                                   addedAs(Change::Kind::Operation, operation.name, operation));
                     });
}

Status saveTests(Database &database, const Policy &before, const Policy &after)
{
    Statement insert(database, u"INSERT INTO policy_test VALUES (?, ?, ?, ?, ?)"_s);
    return saveTable(database, "policy_test", before.tests(), after.tests(),
                     [&](Steps &steps, quint32 id, const PolicyTest &test) {
                         steps.run(insert, id, test.name, test.request, test.expected.decision,
                                   test.expected.reason);
                     });
}

// Few, and without a key: written whole.
Status saveAdministration(Database &database, const Policy &before, const Policy &after)
{
    if (before.delegations() == after.delegations() && before.approvals() == after.approvals())
        return {};
    if (Status status = database.run("DELETE FROM administration"); !status)
        return status;
    Steps steps;
    Statement insert(database, u"INSERT INTO administration (value) VALUES (?)"_s);
    for (const Delegation &delegation : after.delegations())
        steps.run(insert, addedAs(Change::Kind::Delegation, {}, delegation));
    for (const Approval &approval : after.approvals())
        steps.run(insert, addedAs(Change::Kind::Approval, {}, approval));
    return steps.status();
}

// Pools only grow: `after` was made from `before`.
Status savePools(Database &database, const Policy &before, const Policy &after)
{
    Steps steps;
    Statement pattern(database, u"INSERT INTO pattern VALUES (?, ?, ?, ?)"_s);
    for (quint32 i = before.patterns().size(); i < after.patterns().size(); ++i) {
        const PermissionName &name = after.patterns().at(i);
        steps.run(pattern, i, name.resource, name.action, name.scope);
    }
    Statement validity(database, u"INSERT INTO validity VALUES (?, ?, ?)"_s);
    for (quint32 i = before.validities().size(); i < after.validities().size(); ++i) {
        const auto [from, until] = after.validities().at(i);
        steps.run(validity, i, from == Instant::openStart() ? std::nullopt : std::optional(from.msecs),
                  until == Instant::openEnd() ? std::nullopt : std::optional(until.msecs));
    }
    Statement source(database, u"INSERT INTO source VALUES (?, ?)"_s);
    for (quint32 i = before.sources().size(); i < after.sources().size(); ++i)
        steps.run(source, i, after.sources().at(i));
    return steps.status();
}

template <class Row, class Remove, class Insert>
void saveRelation(const Relation<Row> &before, const Relation<Row> &after, Remove remove, Insert insert)
{
    Relation<Row>::forEachDifference(before, after, [&](const Row *was, const Row *is) {
        if (was)
            remove(*was);
        if (is)
            insert(*is);
    });
}

Status saveRelations(Database &database, const Policy &before, const Policy &after)
{
    Steps steps;
    Statement removeGrant(database, u"DELETE FROM role_grant WHERE role = ? AND granted = ?"_s);
    Statement insertGrant(database, u"INSERT INTO role_grant VALUES (?, ?)"_s);
    saveRelation(
        before.grants(), after.grants(),
        [&](const GrantRow &row) { steps.run(removeGrant, row.role.value, row.grant.value); },
        [&](const GrantRow &row) { steps.run(insertGrant, row.role.value, row.grant.value); });

    Statement removeInheritance(database, u"DELETE FROM inheritance WHERE senior = ? AND junior = ?"_s);
    Statement insertInheritance(database, u"INSERT INTO inheritance VALUES (?, ?)"_s);
    saveRelation(
        before.inheritance(), after.inheritance(),
        [&](const InheritanceRow &row) { steps.run(removeInheritance, row.senior.value, row.junior.value); },
        [&](const InheritanceRow &row) { steps.run(insertInheritance, row.senior.value, row.junior.value); });

    Statement removeAssignment(database, u"DELETE FROM assignment WHERE user = ? AND role = ?"_s);
    Statement insertAssignment(database, u"INSERT INTO assignment VALUES (?, ?, ?, ?)"_s);
    saveRelation(
        before.assignments(), after.assignments(),
        [&](const AssignmentRow &row) { steps.run(removeAssignment, row.user.value, row.role.value); },
        [&](const AssignmentRow &row) {
            steps.run(insertAssignment, row.user.value, row.role.value, row.validity, row.source);
        });
    return steps.status();
}

} // namespace

Status savePolicy(Database &database, const Policy &before, const Policy &after)
{
    for (Status (*save)(Database &, const Policy &, const Policy &) :
         {savePermissions, saveRoles, saveUsers, saveConstraints, saveOperations, saveTests,
          saveAdministration, savePools, saveRelations}) {
        if (Status status = save(database, before, after); !status)
            return status;
    }
    return {};
}

} // namespace rolewright
