// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/mutants.h"

#include <QSet>

#include <optional>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

template <class Row, class Change>
void rewrite(Relation<Row> &relation, Change change) // change(row): what stands instead, if anything
{
    QList<Row> rows;
    relation.forEach([&](const Row &row) {
        if (const std::optional<Row> kept = change(row))
            rows.append(*kept);
    });
    relation.assign(rows);
}

template <class Table, class Change>
void rewriteAll(Table &table, Change change)
{
    for (const auto id : table.idsByKey()) {
        auto entity = table.at(id);
        change(entity);
        table.replace(id, entity);
    }
}

} // namespace

const QList<Mutant> &mutants()
{
    static const QList<Mutant> all{
        {"inheritance is forgotten",
         [](Policy &policy) {
             rewrite(policy.inheritance(),
                     [](const InheritanceRow &) { return std::optional<InheritanceRow>(); });
         }},
        {"inheritance flows from senior to junior",
         [](Policy &policy) {
             rewrite(policy.inheritance(), [](const InheritanceRow &row) {
                 return std::optional(InheritanceRow{row.junior, row.senior});
             });
         }},
        {"patterns are forgotten",
         [](Policy &policy) {
             rewrite(policy.grants(), [](const GrantRow &row) {
                 return row.grant.isPattern() ? std::nullopt : std::optional(row);
             });
         }},
        {"scopes hold always",
         [](Policy &policy) {
             QSet<std::pair<quint32, quint32>> seen;
             QList<GrantRow> rows;
             policy.grants().forEach([&](const GrantRow &row) {
                 PermissionName name = policy.nameOf(row.grant);
                 name.scope.clear();
                 const GrantId unscoped = policy.internGrant(name);
                 const GrantRow wider{row.role, unscoped.isValid() ? unscoped : row.grant};
                 if (const std::pair key(wider.role.value, wider.grant.value); !seen.contains(key)) {
                     seen.insert(key);
                     rows.append(wider);
                 }
             });
             policy.grants().assign(rows);
         }},
        {"a denial does not win", // over what another role grants: the constraints are the denials
         [](Policy &policy) {
             for (const ConstraintId id : policy.constraints().idsByKey())
                 policy.constraints().remove(id);
         }},
        {"disabled roles give",
         [](Policy &policy) { rewriteAll(policy.roles(), [](Role &role) { role.enabled = true; }); }},
        {"inactive users act",
         [](Policy &policy) { rewriteAll(policy.users(), [](User &user) { user.active = true; }); }},
        {"nobody owns anything",
         [](Policy &policy) {
             policy.setOwnership({policy.ownership().property, u"no such attribute"_s});
         }},
        {"assignments last for ever",
         [](Policy &policy) {
             rewrite(policy.assignments(), [](AssignmentRow row) {
                 row.validity = 0;
                 return std::optional(row);
             });
         },
         true},
        {"operations ask nothing",
         [](Policy &policy) {
             rewriteAll(policy.operations(), [](Operation &operation) {
                 if (operation.required)
                     operation.required = Requirement{Requirement::Kind::Authenticated, {}, {}, {}};
             });
         },
         true},
    };
    return all;
}

} // namespace rolewright
