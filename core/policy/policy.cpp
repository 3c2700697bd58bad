// SPDX-License-Identifier: Apache-2.0
#include "core/policy/policy.h"

#include <algorithm>
#include <tuple>

namespace rolewright {

namespace {

bool lessNames(const QStringList &a, const QStringList &b)
{
    return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                        [](const QString &x, const QString &y) { return lessByCodePoint(x, y); });
}

bool less(const Delegation &a, const Delegation &b)
{
    if (a.role != b.role)
        return lessByCodePoint(a.role, b.role);
    if (a.assign != b.assign)
        return lessNames(a.assign, b.assign);
    if (a.grant != b.grant)
        return lessNames(a.grant, b.grant);
    if (a.users.has_value() != b.users.has_value())
        return b.users.has_value();
    if (!a.users || *a.users == *b.users)
        return false;
    return a.users->attribute != b.users->attribute ? lessByCodePoint(a.users->attribute, b.users->attribute)
                                                    : lessByCodePoint(a.users->equals, b.users->equals);
}

bool less(const Approval &a, const Approval &b)
{
    return a.changes != b.changes ? lessNames(a.changes, b.changes) : lessByCodePoint(a.by, b.by);
}

template <class T>
bool insertSorted(QList<T> &list, const T &value)
{
    const auto at = std::lower_bound(list.cbegin(), list.cend(), value, [](const T &a, const T &b) { return less(a, b); });
    if (at != list.cend() && *at == value)
        return false;
    list.insert(at - list.cbegin(), value);
    return true;
}

} // namespace

Policy::Policy()
{
    // Number 0 of each pool is the default, so that a zeroed row means "always, no source".
    m_validities.intern(Validity());
    m_sources.intern(QString());
}

PermissionName Policy::nameOf(GrantId grant) const
{
    return grant.isPattern() ? m_patterns.at(grant.pattern()) : m_permissions.at(grant.permission()).name;
}

GrantId Policy::grantId(const PermissionName &name) const
{
    if (isPattern(name)) {
        const quint32 number = m_patterns.find(name);
        return number == ShardedIndex<PermissionName>::None ? GrantId() : GrantId::ofPattern(number);
    }
    const PermissionId permission = m_permissions.idOf(name.toText());
    return permission.isValid() ? GrantId::of(permission) : GrantId();
}

GrantId Policy::internGrant(const PermissionName &name)
{
    return isPattern(name) ? GrantId::ofPattern(m_patterns.intern(name)) : grantId(name);
}

AssignmentRow Policy::internAssignment(UserId user, RoleId role, const Assignment &assignment)
{
    return {user, role, m_validities.intern(assignment.validity), m_sources.intern(assignment.source)};
}

bool Policy::addDelegation(const Delegation &delegation)
{
    return insertSorted(m_delegations, delegation);
}

bool Policy::removeDelegation(const Delegation &delegation)
{
    return m_delegations.removeOne(delegation);
}

bool Policy::addApproval(const Approval &approval)
{
    return insertSorted(m_approvals, approval);
}

bool Policy::removeApproval(const Approval &approval)
{
    return m_approvals.removeOne(approval);
}

} // namespace rolewright
