// SPDX-License-Identifier: Apache-2.0
#include "core/decision/heldweights.h"

#include <QSet>

namespace rolewright {

namespace {

// visit(the line, what it has or is had by) for each held cell of the matrix, each once.
template <class Visit>
void forEachGrant(const PolicyIndex &index, bool rolesFirst, Visit visit)
{
    const Policy &policy = index.policy();
    QList<quint32> grants(index.slotEnd(), 0);
    policy.permissions().forEach(
        [&](PermissionId id, const Permission &) { grants[index.slot(id).value] = GrantId::of(id).value; });
    const auto say = [&](quint32 role, quint32 grant) {
        if (rolesFirst)
            visit(role, grant);
        else
            visit(grant, role);
    };
    policy.roles().forEach([&](RoleId role, const Role &) {
        BitSet held = index.effective(role);
        held.intersect(index.catalogue());
        held.forEach([&](quint32 slot) { say(role.value, grants.at(slot)); });
    });
    policy.grants().forEach([&](const GrantRow &row) {
        if (row.grant.isPattern())
            say(row.role.value, row.grant.value);
    });
}

template <class Visit>
void forEachAssigned(const PolicyIndex &index, bool rolesFirst, Instant t, Visit visit)
{
    const Policy &policy = index.policy();
    UserId user;
    BitSet roles;
    const auto say = [&] {
        roles.forEach([&](quint32 role) {
            if (rolesFirst)
                visit(role, user.value);
            else
                visit(user.value, role);
        });
        roles = BitSet();
    };
    policy.assignments().forEach([&](const AssignmentRow &row) { // ordered by user
        if (row.user != user)
            say();
        user = row.user;
        if (!policy.isValidAt(row, t))
            return;
        roles.set(row.role.value); // shown also where it gives nothing
        roles.unite(index.reach(row.role));
    });
    say();
}

template <class Visit>
void forEachHeld(const PolicyIndex &index, HeldAxis axis, Instant t, Visit visit)
{
    if (axis == HeldAxis::Grants || axis == HeldAxis::RolesByGrants)
        forEachGrant(index, axis == HeldAxis::RolesByGrants, visit);
    else
        forEachAssigned(index, axis == HeldAxis::RolesByUsers, t, visit);
}

bool isCancelled(const CancelToken *cancel)
{
    return cancel && cancel->load(std::memory_order_relaxed);
}

} // namespace

QHash<quint32, double> heldCounts(const PolicyIndex &index, HeldAxis axis, Instant t,
                                  const CancelToken *cancel)
{
    QHash<quint32, double> counts;
    forEachHeld(index, axis, t, [&](quint32 line, quint32) {
        if (!isCancelled(cancel))
            ++counts[line];
    });
    return counts;
}

QHash<quint32, double> heldSimilarities(const PolicyIndex &index, HeldAxis axis, quint32 reference, Instant t,
                                        const CancelToken *cancel)
{
    QSet<quint32> own; // patterns have high numbers: no bit set
    forEachHeld(index, axis, t, [&](quint32 line, quint32 other) {
        if (line == reference)
            own.insert(other);
    });
    struct Seen
    {
        double all = 0;
        double common = 0;
    };
    QHash<quint32, Seen> seen;
    forEachHeld(index, axis, t, [&](quint32 line, quint32 other) {
        if (isCancelled(cancel))
            return;
        Seen &each = seen[line];
        ++each.all;
        each.common += own.contains(other);
    });
    QHash<quint32, double> weights;
    weights.reserve(seen.size() + 1);
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        weights.insert(it.key(), it->common / (it->all + double(own.size()) - it->common));
    weights.insert(reference, 1);
    return weights;
}

} // namespace rolewright
