// SPDX-License-Identifier: Apache-2.0
#include "core/decision/policyindex.h"

#include "core/decision/indexbuilder.h"

namespace rolewright {

using namespace Qt::StringLiterals;

PolicyIndex::PolicyIndex() : PolicyIndex(Policy()) {}

PolicyIndex::PolicyIndex(const Policy &policy) : m_policy(policy)
{
    auto data = std::make_shared<Data>();
    IndexBuilder(*data, m_policy).build();
    m_data = std::move(data);
}

PolicyIndex PolicyIndex::updated(const Policy &policy) const
{
    auto data = std::make_shared<Data>(*m_data);
    if (!IndexBuilder(*data, policy).update(m_policy))
        return PolicyIndex(policy);
    PolicyIndex index(*this);
    index.m_policy = policy;
    index.m_data = std::move(data);
    return index;
}

const PolicyIndex::Pair *PolicyIndex::pair(const QString &resource, const QString &action) const
{
    const quint32 number = m_data->pairNumber({resource, action, {}});
    if (number == ShardedIndex<PermissionName>::None)
        return nullptr;
    const Pair &pair = m_data->pairs.at(number);
    return pair.known ? &pair : nullptr;
}

SlotId PolicyIndex::slot(PermissionId permission) const
{
    return permission.value < quint32(m_data->slotOfPermission.size()) ? m_data->slotOfPermission.at(permission.value)
                                                                       : SlotId();
}

SlotId PolicyIndex::slot(const PermissionName &name) const
{
    const Pair *found = pair(name.resource, name.action);
    if (!found)
        return {};
    if (!name.hasScope())
        return found->unscoped;
    for (const Pair::Scoped &scoped : found->scoped) {
        if (scoped.scope == name.scope)
            return scoped.slot;
    }
    return {};
}

PermissionName PolicyIndex::nameOf(SlotId slot) const
{
    return m_data->slotNames.at(slot.value);
}

quint32 PolicyIndex::slotEnd() const
{
    return m_data->slotNames.size();
}

bool PolicyIndex::numbersSlotsLike(const PolicyIndex &other) const
{
    return m_data->slotNames.agreesWith(other.m_data->slotNames);
}

const BitSet &PolicyIndex::own(RoleId role) const
{
    return m_data->role(role).own;
}

const BitSet &PolicyIndex::effective(RoleId role) const
{
    return m_data->role(role).effective;
}

const BitSet &PolicyIndex::reach(RoleId role) const
{
    return m_data->role(role).reach;
}

const BitSet &PolicyIndex::reachAll(RoleId role) const
{
    return m_data->role(role).reachAll;
}

const QList<PermissionName> &PolicyIndex::patterns(RoleId role) const
{
    return m_data->role(role).patterns;
}

const BitSet &PolicyIndex::catalogue() const
{
    return m_data->catalogue;
}

const BitSet &PolicyIndex::holdable() const
{
    return m_data->holdable;
}

const CompiledRequirement *PolicyIndex::requirement(OperationId operation) const
{
    const auto found = m_data->requirements.constFind(operation.value);
    return found == m_data->requirements.cend() ? nullptr : &*found;
}

const QList<ConstraintId> &PolicyIndex::dynamicConstraints() const
{
    return m_data->dynamicConstraints;
}

QList<RoleId> PolicyIndex::assignedRoles(UserId user, Instant t) const
{
    QList<RoleId> roles;
    roles.reserve(16); // one allocation, which many decisions make
    m_policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        if (m_data->role(row.role).enabled && m_policy.isValidAt(row, t))
            roles.append(row.role);
    });
    return roles;
}

BitSet PolicyIndex::effective(UserId user, Instant t) const
{
    BitSet all;
    m_policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        if (m_policy.isValidAt(row, t))
            all.unite(effective(row.role)); // empty while the role is disabled
    });
    return all;
}

} // namespace rolewright
