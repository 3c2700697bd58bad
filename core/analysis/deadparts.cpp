// SPDX-License-Identifier: Apache-2.0
// What does nothing any more.
#include "core/analysis/analyzer.h"
#include "core/base/text.h"
#include "core/edit/nameuse.h"

namespace rolewright {

using namespace Qt::StringLiterals;

using Kind = Change::Kind;

void Analyzer::findInactiveUsers()
{
    for (const UserId id : m_users) {
        const User &user = m_policy.users().at(id);
        if (user.active)
            continue;
        QStringList names;
        QList<Change> mend;
        m_policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
            names.append(nameOf(row.role));
            mend.append(withoutAssignment(user, row.role));
        });
        if (names.isEmpty())
            continue;
        sortByCodePoint(names);
        report(u"inactive-user"_s, u"user "_s + user.id,
               u"User %1 is inactive and is assigned %2 still, and has it again when made active."_s.arg(
                   user.id, some(names)),
               mend);
    }
}

void Analyzer::findAssignmentsOver()
{
    for (const UserId id : m_users) {
        const User &user = m_policy.users().at(id);
        QStringList names;
        QList<Change> mend;
        m_policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
            if (!user.active || m_policy.validityOf(row).until > m_at)
                return;
            names.append(nameOf(row.role));
            mend.append(withoutAssignment(user, row.role));
        });
        if (names.isEmpty())
            continue;
        sortByCodePoint(names);
        report(
            u"assignment-over"_s, u"user "_s + user.id,
            u"User %1 is assigned %2 until a time that is over. To take it away changes nothing for them."_s
                .arg(user.id, some(names)),
            mend);
    }
}

void Analyzer::findDisabledRoles()
{
    QHash<RoleId, QStringList> holders;
    for (const UserId id : m_users) {
        m_policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
            if (!isEnabled(row.role) && m_policy.users().at(id).active
                && m_policy.validityOf(row).until > m_at)
                holders[row.role].append(m_policy.users().at(id).id);
        });
    }
    for (const RoleId role : m_roles) {
        if (const QStringList users = holders.value(role); !users.isEmpty())
            report(u"disabled-role"_s, u"role "_s + nameOf(role),
                   u"Role %1 is disabled, and gives nothing to whom it is assigned: %2."_s.arg(nameOf(role),
                                                                                               some(users)));
    }
}

void Analyzer::findIdleRoles()
{
    if (m_policy.users().size() == 0)
        return; // a catalogue of roles, to be merged into another policy
    BitSet assigned;
    m_policy.assignments().forEach([&](const AssignmentRow &row) {
        if (m_policy.users().at(row.user).active && m_policy.validityOf(row).contains(m_at))
            assigned.set(row.role.value);
    });
    BitSet held;
    assigned.forEach([&](quint32 role) { held.unite(m_index.reach(RoleId{role})); });
    for (const RoleId role : m_roles) {
        if (isEnabled(role) && !held.test(role.value))
            report(u"idle-role"_s, u"role "_s + nameOf(role),
                   u"No active user has the role %1, by assignment or inheritance. Assign it, or delete it."_s
                       .arg(nameOf(role)));
    }
}

void Analyzer::findEmptyRoles()
{
    QSet<QString> named;
    const auto add = [&](Kind kind, const QString &name, bool) {
        if (kind == Kind::Role)
            named.insert(name);
    };
    m_policy.operations().forEach([&](OperationId, const Operation &operation) {
        if (operation.required)
            forEachName(*operation.required, add);
    });
    for (const Approval &approval : m_policy.approvals())
        forEachName(approval, add);
    for (const Delegation &delegation : m_policy.delegations())
        forEachName(delegation, add);
    m_policy.constraints().forEach([&](ConstraintId, const Constraint &constraint) {
        for (const RoleId role : constraint.roles)
            named.insert(nameOf(role));
    });
    for (const RoleId role : m_roles) {
        if (isEnabled(role) && m_index.effective(role).isEmpty() && !named.contains(nameOf(role)))
            report(u"empty-role"_s, u"role "_s + nameOf(role),
                   u"Role %1 gives nothing, and no operation, constraint or approval names it. Grant it "
                   "something, or delete it."_s.arg(nameOf(role)));
    }
}

void Analyzer::findUngranted()
{
    BitSet given;
    for (const RoleId role : m_roles)
        given.unite(m_index.effective(role));
    QMap<QString, QStringList> byResource;
    m_policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
        if (!given.test(m_index.slot(id).value))
            byResource[permission.name.resource].append(permission.name.toText());
    });
    for (QStringList &names : byResource) {
        sortByCodePoint(names);
        report(u"ungranted"_s, u"permission "_s + names.first(),
               u"No enabled role gives %1. Grant it, or take it out of the catalogue."_s.arg(some(names)));
    }
}

} // namespace rolewright
