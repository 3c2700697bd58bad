// SPDX-License-Identifier: Apache-2.0
#include "core/decision/review.h"

#include "core/base/text.h"
#include "core/decision/evaluate.h"
#include "core/decision/pathsearch.h"

#include <QSet>

#include <algorithm>

namespace rolewright {

namespace {

bool isCancelled(const CancelToken *cancel)
{
    return cancel && cancel->load(std::memory_order_relaxed);
}

GrantPath shortestPath(const PolicyIndex &index, const QList<RoleId> &from, const Goal &goal)
{
    const auto enabled = [&](RoleId role) { return index.policy().roles().at(role).enabled; };
    return findPaths(index, from, enabled, goal.hits, 1).value(0);
}

// What a role gives of one (resource, action).
enum class Gift : quint8 { None, Scoped, Unscoped };

} // namespace

QList<WhoCan> whoCan(const PolicyIndex &index, const QString &action, const QString &type, Instant t,
                     const CancelToken *cancel)
{
    const PolicyIndex::Pair *pair = index.pair(type, action);
    if (!pair)
        return {};
    const Policy &policy = index.policy();
    QList<Gift> gifts(policy.roles().end(), Gift::None);
    policy.roles().forEach([&](RoleId id, const Role &) {
        const BitSet &bits = index.effective(id);
        const auto has = [&](const PolicyIndex::Pair::Scoped &scoped) { return bits.test(scoped.slot.value); };
        if (bits.test(pair->unscoped.value))
            gifts[id.value] = Gift::Unscoped;
        else if (std::any_of(pair->scoped.begin(), pair->scoped.end(), has))
            gifts[id.value] = Gift::Scoped;
    });
    QList<UserId> candidates;
    policy.assignments().forEach([&](const AssignmentRow &row) {
        if (gifts.at(row.role.value) != Gift::None && (candidates.isEmpty() || candidates.last() != row.user)
            && policy.isValidAt(row, t))
            candidates.append(row.user);
    });

    // Any scope: for finding the path of a scoped holder.
    Goal goal = accessGoal(index, *pair, false, {});
    const auto unscopedHits = goal.hits;
    QList<WhoCan> found;
    for (const UserId id : std::as_const(candidates)) {
        if (isCancelled(cancel))
            return found;
        const User &user = policy.users().at(id);
        Request request;
        request.subject = user.id;
        request.action = action;
        request.resourceType = type;
        request.time = t;
        const Decision decision = decide(index, request, t);
        if (decision.reason == Reason::UserInactive)
            continue;
        WhoCan entry {user.id, user.name, decision.reason, {}, {}};
        Session session;
        session.active = index.assignedRoles(id, t);
        if (decision.reason == Reason::ScopeNotSatisfied)
            entry.reason = Reason::GrantedByScope;
        if (!holds(index, session, pair->unscoped)) {
            for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped) {
                if (holds(index, session, scoped.slot))
                    entry.scopes.append(scoped.scope);
            }
            sortByCodePoint(entry.scopes);
            goal.hits = goal.scopeMisses;
        } else {
            goal.hits = unscopedHits;
        }
        entry.path = shortestPath(index, session.active, goal);
        found.append(entry);
    }
    std::sort(found.begin(), found.end(), [](const WhoCan &a, const WhoCan &b) { return lessByCodePoint(a.user, b.user); });
    return found;
}

QList<WhatCan> whatCan(const PolicyIndex &index, UserId user, Instant t, const CancelToken *cancel)
{
    QList<WhatCan> found;
    if (!index.policy().users().at(user).active)
        return found;
    const QList<RoleId> roles = index.assignedRoles(user, t);
    BitSet bits = index.effective(user, t);
    bits.intersect(index.holdable());
    bits.forEach([&](quint32 slot) {
        if (isCancelled(cancel))
            return;
        const PermissionName name = index.nameOf({slot});
        found.append({name, shortestPath(index, roles, permissionGoal(index, name))});
    });
    std::sort(found.begin(), found.end(), [](const WhatCan &a, const WhatCan &b) {
        return lessByCodePoint(a.permission.toText(), b.permission.toText());
    });
    return found;
}

QList<TestOutcome> runTests(const PolicyIndex &index, Instant now, const CancelToken *cancel)
{
    QList<TestOutcome> outcomes;
    for (const TestId id : index.policy().tests().idsByKey()) {
        if (isCancelled(cancel))
            break;
        const PolicyTest &test = index.policy().tests().at(id);
        const Result<Request> request = parseRequest(test.request.toUtf8());
        const Decision decision = request ? decide(index, *request, now) : Decision {false, Reason::MalformedRequest};
        const bool reasonFits = test.expected.reason.isEmpty() || test.expected.reason == toText(decision.reason);
        outcomes.append({test.name, request && decision.allowed == test.expected.decision && reasonFits, decision,
                         test.expected});
    }
    return outcomes;
}

QStringList brokenTests(const PolicyIndex &before, const PolicyIndex &after, Instant now)
{
    QSet<QString> passing;
    for (const TestOutcome &outcome : runTests(before, now)) {
        if (outcome.passed)
            passing.insert(outcome.test);
    }
    QStringList broken;
    for (const TestOutcome &outcome : runTests(after, now)) {
        if (!outcome.passed && passing.contains(outcome.test))
            broken.append(outcome.test);
    }
    return broken;
}

namespace {

struct Touched
{
    QSet<PermissionName> accesses; // with all their scopes
    QSet<QString> permissions;

    void add(const Requirement &requirement)
    {
        for (const QString &name : requirement.names + requirement.own) {
            if (requirement.kind == Requirement::Kind::Access) {
                if (const Result<PermissionName> access = parseAccess(name))
                    accesses.insert(*access);
            } else if (requirement.kind != Requirement::Kind::AnyRole) {
                permissions.insert(name);
            }
        }
        for (const Requirement &child : requirement.children)
            add(child);
    }
};

} // namespace

QStringList untestedPermissions(const PolicyIndex &index)
{
    const Policy &policy = index.policy();
    Touched touched;
    policy.tests().forEach([&](TestId, const PolicyTest &test) {
        const Result<Request> request = parseRequest(test.request.toUtf8());
        if (!request)
            return;
        touched.accesses.insert({request->resourceType, request->action, {}});
        if (request->resourceType != u"operation" || request->action != u"perform")
            return;
        const OperationId id = policy.operations().idOf(request->resource);
        if (id.isValid() && policy.operations().at(id).required)
            touched.add(*policy.operations().at(id).required);
    });
    QStringList untested;
    policy.permissions().forEach([&](PermissionId, const Permission &permission) {
        const QString text = permission.name.toText();
        if (!touched.accesses.contains(permission.name.withoutScope()) && !touched.permissions.contains(text))
            untested.append(text);
    });
    sortByCodePoint(untested);
    return untested;
}

} // namespace rolewright
