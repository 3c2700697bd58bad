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
