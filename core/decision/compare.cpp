// SPDX-License-Identifier: Apache-2.0
#include "core/decision/pathsearch.h"
#include "core/decision/review.h"

#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

bool isCancelled(const CancelToken *cancel)
{
    return cancel && cancel->load(std::memory_order_relaxed);
}

GrantPath pathTo(const PolicyIndex &index, const QList<RoleId> &from, const Goal &goal, bool scoped)
{
    const auto enabled = [&](RoleId role) { return index.policy().roles().at(role).enabled; };
    return findPaths(index, from, enabled, scoped ? goal.scopeMisses : goal.hits, 1).value(0);
}

// One side: what is held, and from where.
struct Holder
{
    QList<RoleId> roles;
    BitSet bits;

    GrantPath path(const PolicyIndex &index, const PermissionName &name) const
    {
        return pathTo(index, roles, permissionGoal(index, name), false);
    }
};

Holder holderOf(const PolicyIndex &index, UserId user, Instant t)
{
    Holder holder;
    if (!index.policy().users().at(user).active)
        return holder;
    holder.roles = index.assignedRoles(user, t);
    holder.bits = index.effective(user, t);
    holder.bits.intersect(index.holdable());
    return holder;
}

Holder holderOf(const PolicyIndex &index, RoleId role)
{
    Holder holder {{role}, index.effective(role)};
    holder.bits.intersect(index.holdable());
    return holder;
}

std::optional<AccessComparison> compare(const PolicyIndex &index, const Holder &left, const Holder &right,
                                        const CancelToken *cancel)
{
    BitSet either = left.bits;
    either.unite(right.bits);
    QList<std::pair<QString, quint32>> rows;
    either.forEach([&](quint32 slot) { rows.append({index.nameOf({slot}).toText(), slot}); });
    std::sort(rows.begin(), rows.end(),
              [](const auto &a, const auto &b) { return lessByCodePoint(a.first, b.first); });
    AccessComparison comparison;
    for (const auto &[text, slot] : std::as_const(rows)) {
        if (isCancelled(cancel))
            return {};
        const PermissionName name = index.nameOf({slot});
        if (!right.bits.test(slot))
            comparison.onlyLeft.append({name, left.path(index, name)});
        else if (!left.bits.test(slot))
            comparison.onlyRight.append({name, right.path(index, name)});
        else
            comparison.both.append({name, left.path(index, name), right.path(index, name)});
    }
    return comparison;
}

// Everything that a scope could make true, so that what a scope lets a user do shows.
Request withEveryScope(const PolicyIndex &index, const User &user, Request request)
{
    const Ownership &ownership = index.policy().ownership();
    const QString owner = ownership.attribute == u"id" ? user.id : user.attributes.value(ownership.attribute);
    if (!owner.isEmpty())
        request.properties[ownership.property] = owner;
    for (quint32 slot = 0; slot < index.slotEnd(); ++slot) {
        const QString scope = index.nameOf({slot}).scope;
        if (!scope.isEmpty() && !request.relations.contains(scope))
            request.relations.append(scope);
    }
    return request;
}

} // namespace

QString toText(RoleGiving::How how)
{
    return how == RoleGiving::How::Direct ? u"direct"_s : how == RoleGiving::How::Pattern ? u"pattern"_s : u"inherited"_s;
}

QList<WhatCan> whatGives(const PolicyIndex &index, RoleId role)
{
    return compare(index, holderOf(index, role), Holder(), nullptr)->onlyLeft;
}

std::optional<AccessComparison> compare(const PolicyIndex &index, UserId left, UserId right, Instant t,
                                        const CancelToken *cancel)
{
    return compare(index, holderOf(index, left, t), holderOf(index, right, t), cancel);
}

std::optional<AccessComparison> compare(const PolicyIndex &index, RoleId left, RoleId right, const CancelToken *cancel)
{
    return compare(index, holderOf(index, left), holderOf(index, right), cancel);
}

QList<RoleGiving> whichRoles(const PolicyIndex &index, const QString &action, const QString &type,
                             const CancelToken *cancel)
{
    QList<RoleGiving> found;
    const PolicyIndex::Pair *pair = index.pair(type, action);
    if (!pair)
        return found;
    const Goal goal = accessGoal(index, *pair, false, {});
    for (const RoleId role : index.policy().roles().idsByKey()) {
        if (isCancelled(cancel))
            return found;
        const BitSet &bits = index.effective(role);
        RoleGiving giving;
        giving.role = index.policy().roles().at(role).name;
        const bool unscoped = bits.test(pair->unscoped.value);
        if (!unscoped) {
            for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped) {
                if (bits.test(scoped.slot.value))
                    giving.scopes.append(scoped.scope);
            }
            if (giving.scopes.isEmpty())
                continue;
            sortByCodePoint(giving.scopes);
        }
        giving.path = pathTo(index, {role}, goal, !unscoped);
        if (giving.path.roles.size() > 1)
            giving.how = RoleGiving::How::Inherited;
        else if (giving.path.grant.contains(u'*'))
            giving.how = RoleGiving::How::Pattern;
        found.append(giving);
    }
    return found;
}

QList<OperationAccess> whichOperations(const PolicyIndex &index, UserId user, Instant t, const CancelToken *cancel)
{
    QList<OperationAccess> found;
    Request request;
    request.subject = index.policy().users().at(user).id;
    request.action = u"perform"_s;
    request.resourceType = u"operation"_s;
    request.time = t;
    Request scoped = withEveryScope(index, index.policy().users().at(user), request);
    for (const OperationId id : index.policy().operations().idsByKey()) {
        if (isCancelled(cancel))
            return found;
        request.resource = scoped.resource = index.policy().operations().at(id).name;
        const Decision decision = decide(index, request, t);
        // No session with all roles: some of them may well do.
        if (decision.allowed || decision.reason == Reason::DynamicSeparation)
            found.append({request.resource, decision.reason});
        else if (decide(index, scoped, t).allowed)
            found.append({request.resource, Reason::GrantedByScope});
    }
    return found;
}

} // namespace rolewright
