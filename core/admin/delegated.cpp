// SPDX-License-Identifier: Apache-2.0
#include "core/admin/delegated.h"

#include "core/edit/fields.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

} // namespace

Delegated::Delegated(const PolicyIndex &before, const Caller &caller, Instant now)
    : m_before(before)
    , m_name(caller.subject)
{
    Request request;
    request.subject = caller.subject;
    request.roles = caller.roles;
    request.time = caller.time;
    const Session session = openSession(before, request, now);
    m_user = session.user;
    if (session.refused)
        return;
    const Policy &policy = before.policy();
    BitSet effective;
    for (const RoleId role : session.active)
        effective.unite(before.reach(role));
    for (const Delegation &delegation : policy.delegations()) {
        if (!effective.test(policy.roles().idOf(delegation.role).value))
            continue;
        Scope scope{{}, {}, delegation.users};
        for (const QString &role : delegation.assign)
            scope.roles.insert(policy.roles().idOf(role));
        for (const QString &grant : delegation.grant) {
            if (const Result<PermissionName> name = parseGrant(grant))
                scope.grants.append(*name);
        }
        m_scopes.append(scope);
    }
}

bool Delegated::isOwn(UserId user, const QString &name) const
{
    return user == m_user || name == m_name;
}

bool Delegated::isOwnRole(const Policy &policy, RoleId role) const
{
    bool own = false;
    m_before.policy().assignments().forEachOf(m_user.value, [&](const AssignmentRow &row) {
        own = own || m_before.reachAll(row.role).test(role.value);
    });
    if (own)
        return true;
    // What the change set itself has brought about meanwhile.
    QSet<RoleId> seen;
    QList<RoleId> open;
    policy.assignments().forEachOf(m_user.value, [&](const AssignmentRow &row) { open.append(row.role); });
    while (!open.isEmpty()) {
        const RoleId next = open.takeLast();
        if (next == role)
            return true;
        if (seen.contains(next))
            continue;
        seen.insert(next);
        policy.inheritance().forEachOf(next.value,
                                       [&](const InheritanceRow &row) { open.append(row.junior); });
    }
    return false;
}

bool Delegated::touches(const Scope &scope, const User &user)
{
    if (!scope.users)
        return true;
    const auto value = user.attributes.constFind(scope.users->attribute);
    return value != user.attributes.cend() && *value == scope.users->equals;
}

bool Delegated::coversAssignment(const Policy &policy, const Change &change) const
{
    const UserId id = policy.users().idOf(change.key);
    const User *user = policy.users().find(id);
    const RoleId role = policy.roles().idOf(change.other);
    if (!user || !role.isValid() || isOwn(id, change.key))
        return false;
    return std::any_of(m_scopes.begin(), m_scopes.end(), [&](const Scope &scope) {
        return scope.roles.contains(role) && touches(scope, *user);
    });
}

bool Delegated::coversGrant(const Policy &policy, const Change &change) const
{
    const RoleId role = policy.roles().idOf(change.key);
    const Result<PermissionName> grant = parseGrant(change.other);
    if (!grant || !role.isValid() || isOwnRole(policy, role))
        return false;
    return std::any_of(m_scopes.begin(), m_scopes.end(), [&](const Scope &scope) {
        return scope.roles.contains(role)
            && std::any_of(scope.grants.begin(), scope.grants.end(),
                           [&](const PermissionName &given) { return rolewright::covers(given, *grant); });
    });
}

bool Delegated::coversUser(const Policy &policy, const Change &change) const
{
    const UserId id = policy.users().idOf(change.key);
    const User *before = policy.users().find(id);
    if (isOwn(id, change.key))
        return false;
    std::optional<User> after;
    if (change.verb == Verb::Add) {
        const User *added = std::get_if<User>(&change.to);
        if (!added)
            return false;
        after = *added;
        before = &*after;
    } else if (!before) {
        return false;
    } else {
        after = *before;
        if (change.verb == Verb::Set && !setField(*after, change.field, change.to))
            return false;
        const QString *name = change.verb == Verb::Rename ? std::get_if<QString>(&change.to) : nullptr;
        if (name && *name == m_name)
            return false;
    }
    // Who may be touched must not be led out of somebody's reach, nor into one's own.
    return std::any_of(m_scopes.begin(), m_scopes.end(),
                       [&](const Scope &scope) { return touches(scope, *before) && touches(scope, *after); });
}

bool Delegated::covers(const Policy &policy, const Change &change) const
{
    if (m_scopes.isEmpty())
        return false;
    switch (change.kind) {
    case Kind::Assignment:
        return coversAssignment(policy, change);
    case Kind::Grant:
        return coversGrant(policy, change);
    case Kind::User:
        return coversUser(policy, change);
    default:
        return false;
    }
}

} // namespace rolewright
