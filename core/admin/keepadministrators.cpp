// SPDX-License-Identifier: Apache-2.0
#include "core/admin/administrators.h"
#include "core/edit/apply.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

// Those who administer, and the roles that they do it through.
class Kept
{
public:
    Kept(const Policy &policy, const QList<UserId> &users)
    {
        QList<RoleId> open;
        for (const UserId user : users) {
            m_users.insert(policy.users().at(user).id);
            policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
                if (policy.validityOf(row).until == Instant::openEnd())
                    open.append(row.role);
            });
        }
        QSet<RoleId> seen;
        while (!open.isEmpty()) {
            const RoleId role = open.takeLast();
            if (seen.contains(role))
                continue;
            seen.insert(role);
            m_roles.insert(policy.roles().at(role).name);
            policy.inheritance().forEachOf(role.value,
                                           [&](const InheritanceRow &row) { open.append(row.junior); });
        }
    }

    bool isLostBy(const Change &change) const
    {
        const bool takes =
            change.verb == Verb::Remove || change.verb == Verb::Rename || change.verb == Verb::Set;
        if (!takes)
            return false;
        switch (change.kind) {
        case Kind::User:
            return m_users.contains(change.key) && (change.verb != Verb::Set || change.field == "active"_L1);
        case Kind::Role:
            return m_roles.contains(change.key) && (change.verb != Verb::Set || change.field == "enabled"_L1);
        case Kind::Grant: // those of the catalogue may go with their permissions
            return m_roles.contains(change.key) && isBuiltInResource(change.other);
        case Kind::Inheritance:
            return m_roles.contains(change.key) && m_roles.contains(change.other);
        case Kind::Assignment:
            return m_users.contains(change.key) && m_roles.contains(change.other);
        default:
            return false;
        }
    }

private:
    QSet<QString> m_users;
    QSet<QString> m_roles;
};

bool hasAdministrator(const Policy &policy, Instant now)
{
    return !administrators(
                PolicyIndex(policy), [](UserId) { return true; }, now)
                .isEmpty();
}

} // namespace

QList<Change> keepingAdministrators(const Policy &policy, const QList<Change> &changes, Instant now)
{
    Policy after = policy;
    if (!apply(after, changes) || hasAdministrator(after, now))
        return changes;
    const Kept kept(policy,
                    administrators(
                        PolicyIndex(policy), [](UserId) { return true; }, now));
    QList<Change> left;
    for (const Change &change : changes) {
        if (!kept.isLostBy(change))
            left.append(change);
    }
    after = policy;
    return apply(after, left) ? left : changes;
}

} // namespace rolewright
