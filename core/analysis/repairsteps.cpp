// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/repairsteps.h"

#include "core/base/text.h"
#include "core/decision/evaluate.h"
#include "core/decision/explain.h"
#include "core/decision/pathsearch.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

RepairStep stepOf(Change change)
{
    return {RepairStep::Kind::Change, std::move(change), {}};
}

RepairStep setting(Kind kind, const QString &key, const QString &other, const QString &field, Change::Value was,
                   Change::Value to)
{
    return stepOf({Verb::Set, kind, key, other, field, std::move(was), std::move(to)});
}

void append(QList<RepairStep> &steps, const RepairStep &step)
{
    if (!steps.contains(step))
        steps.append(step);
}

// Finds steps towards allowing.
struct Finder
{
    const PolicyIndex &index;
    const Request &request;
    Instant t;
    const RepairLimits &limits;
    bool *bounded;
    UserId user;
    QList<RoleId> assigned; // enabled ones
    QList<RoleId> active; // of the session
    QList<RepairStep> steps;

    const Policy &policy() const { return index.policy(); }
    const QString &nameOf(RoleId role) const { return policy().roles().at(role).name; }

    std::optional<QList<RoleId>> pathThroughAny(RoleId from, const Goal &goal) const
    {
        const auto paths = findPaths(index, {from}, [](RoleId) { return true; }, goal.hits, 1);
        if (paths.isEmpty())
            return {};
        QList<RoleId> roles;
        for (const QString &name : paths.first().roles)
            roles.append(policy().roles().idOf(name));
        return roles;
    }

    bool satisfies(RoleId role, const Goal &goal) const
    {
        if (goal.role.isValid())
            return index.reach(role).test(goal.role.value);
        return std::any_of(goal.satisfying.begin(), goal.satisfying.end(),
                           [&](SlotId slot) { return index.effective(role).test(slot.value); });
    }

    // Those that give least beyond what the user has, at most `choices`.
    QList<RoleId> leastOf(QList<RoleId> roles)
    {
        const BitSet held = index.effective(user, t);
        QList<std::pair<qsizetype, RoleId>> ranked;
        for (const RoleId role : std::as_const(roles))
            ranked.append({index.effective(role).countMissingIn(held, index.holdable()), role});
        std::sort(ranked.begin(), ranked.end(), [&](const auto &a, const auto &b) {
            return a.first != b.first ? a.first < b.first : lessByCodePoint(nameOf(a.second), nameOf(b.second));
        });
        if (ranked.size() > limits.choices) {
            ranked.resize(limits.choices);
            *bounded = true;
        }
        roles.clear();
        for (const auto &[adds, role] : std::as_const(ranked))
            roles.append(role);
        return roles;
    }

    // What makes an assignment that is there count, or the disabled roles on the way; false where nothing is missing.
    bool mendAssignment(const AssignmentRow &row, const QList<RoleId> &path)
    {
        const QString &id = policy().users().at(user).id;
        const Validity &validity = policy().validityOf(row);
        const qsizetype before = steps.size();
        if (validity.until <= t)
            append(steps, setting(Kind::Assignment, id, nameOf(row.role), u"until"_s, validity.until, Instant::openEnd()));
        if (validity.from > t)
            append(steps, setting(Kind::Assignment, id, nameOf(row.role), u"from"_s, validity.from, t));
        for (const RoleId role : path) {
            if (!policy().roles().at(role).enabled)
                append(steps, setting(Kind::Role, nameOf(role), {}, u"enabled"_s, false, true));
        }
        return steps.size() != before;
    }

    void assign(RoleId role)
    {
        if (policy().assignments().find(user.value, role.value))
            return; // one that is over is extended
        append(steps, stepOf({Verb::Add, Kind::Assignment, policy().users().at(user).id, nameOf(role), {}, {}, Assignment {}}));
    }

    // A role the session may activate, that would do it.
    void activate(RoleId role)
    {
        if (request.roles && !request.roles->contains(nameOf(role)))
            append(steps, {RepairStep::Kind::Activate, {}, nameOf(role)});
    }

    void towards(const Goal &goal, const QList<PermissionName> &grants)
    {
        policy().assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
            if (const auto path = pathThroughAny(row.role, goal); path && !mendAssignment(row, *path))
                activate(row.role);
        });
        QList<RoleId> giving;
        policy().roles().forEach([&](RoleId id, const Role &role) {
            if (role.enabled && !active.contains(id) && satisfies(id, goal))
                giving.append(id);
        });
        giving = leastOf(giving);
        for (const RoleId role : std::as_const(giving)) {
            assign(role);
            for (const RoleId senior : std::as_const(active)) {
                if (!index.reachAll(role).test(senior.value))
                    append(steps, stepOf({Verb::Add, Kind::Inheritance, nameOf(senior), nameOf(role), {}, {}, {}}));
            }
        }
        BitSet reached;
        for (const RoleId role : std::as_const(active))
            reached.unite(index.reach(role));
        QList<RoleId> holders;
        reached.forEach([&](quint32 role) { holders.append(RoleId {role}); });
        for (const RoleId role : leastOf(holders)) {
            for (const PermissionName &grant : grants)
                append(steps, stepOf({Verb::Add, Kind::Grant, nameOf(role), grant.toText(), {}, {}, {}}));
        }
    }

    // The permissions of the catalogue (or a built-in right) that would do it, as grants.
    QList<PermissionName> grantsOf(const Goal &goal) const
    {
        QList<PermissionName> grants;
        for (const SlotId slot : goal.satisfying) {
            if (index.holdable().test(slot.value))
                grants.append(index.nameOf(slot));
        }
        return grants;
    }

    void towards(const Goal &goal) { towards(goal, grantsOf(goal)); }

    void towardsUnmet(const Requirement &requirement, const CompiledRequirement &compiled, const Session &session, bool owned)
    {
        if (evaluate(index, session, compiled, owned, request.relations))
            return;
        for (qsizetype i = 0; i < requirement.children.size(); ++i)
            towardsUnmet(requirement.children.at(i), compiled.children.at(i), session, owned);
        const auto permission = [&](const QString &name) {
            const PermissionId id = policy().permissions().idOf(name);
            return id.isValid() ? policy().permissions().at(id).name : PermissionName();
        };
        for (const QString &name : requirement.names) {
            if (requirement.kind == Requirement::Kind::AnyRole) {
                if (const RoleId role = policy().roles().idOf(name); role.isValid())
                    towards(roleGoal(role));
            } else if (requirement.kind == Requirement::Kind::Access) {
                if (const PolicyIndex::Pair *pair = index.pair(compiled.access.resource, compiled.access.action))
                    towards(accessGoal(index, *pair, owned, request));
            } else {
                towards(permissionGoal(index, permission(name)));
            }
        }
        for (const QString &name : requirement.own)
            towards(ownGoal(index, permission(name), owned, request));
    }

    // Roles named by the session that the user is not authorized for: give them, or do without.
    void mendSession()
    {
        for (const QString &name : *request.roles) {
            const RoleId role = policy().roles().idOf(name);
            if (std::any_of(assigned.begin(), assigned.end(), [&](RoleId a) { return index.reach(a).test(role.value); }))
                continue;
            append(steps, {RepairStep::Kind::Drop, {}, name});
            if (role.isValid())
                towards(roleGoal(role), {});
        }
    }
};

// Paths of the leaves that are met: cutting all of one leaf's is what makes it unmet.
void firstPaths(const RequirementNode &node, QList<GrantPath> &paths)
{
    if (!node.paths.isEmpty())
        paths.append(node.paths.first());
    for (const RequirementNode &child : node.children)
        firstPaths(child, paths);
}

} // namespace

QList<RepairStep> stepsToAllow(const PolicyIndex &index, const Request &request, Instant t, const RepairLimits &limits,
                               bool *bounded)
{
    const Policy &policy = index.policy();
    const Decision decision = decide(index, request, t);
    const UserId user = request.subjectType == u"user" ? policy.users().idOf(request.subject) : UserId();
    if (!user.isValid())
        return {};
    if (decision.reason == Reason::UserInactive)
        return {setting(Kind::User, request.subject, {}, u"active"_s, false, true)};
    Finder finder {index, request, t, limits, bounded, user, index.assignedRoles(user, t), {}, {}};
    if (decision.reason == Reason::RoleNotAuthorized) {
        finder.mendSession();
        return finder.steps;
    }
    if (decision.reason == Reason::DynamicSeparation) {
        // All that are assigned cannot act together: without some of them.
        for (const RoleId role : finder.assigned) {
            if (!request.roles || request.roles->contains(finder.nameOf(role)))
                append(finder.steps, {RepairStep::Kind::Drop, {}, finder.nameOf(role)});
        }
        return finder.steps;
    }
    const Session session = openSession(index, request, t);
    if (session.refused)
        return {};
    finder.active = session.active;
    const bool owned = owns(policy, user, request);
    if (request.resourceType == u"operation" && request.action == u"perform") {
        const OperationId operation = policy.operations().idOf(request.resource);
        const CompiledRequirement *compiled = operation.isValid() ? index.requirement(operation) : nullptr;
        if (compiled)
            finder.towardsUnmet(*policy.operations().at(operation).required, *compiled, session, owned);
    } else if (const PolicyIndex::Pair *pair = index.pair(request.resourceType, request.action)) {
        finder.towards(accessGoal(index, *pair, owned, request));
    }
    return finder.steps;
}

QList<RepairStep> stepsToDeny(const PolicyIndex &index, const Request &request, Instant t)
{
    const Policy &policy = index.policy();
    QList<RepairStep> steps;
    const Explanation explanation = explain(index, request, t);
    const UserId user = policy.users().idOf(request.subject);
    if (explanation.decision.reason == Reason::Public || !user.isValid())
        return steps;
    append(steps, setting(Kind::User, request.subject, {}, u"active"_s, true, false));
    QList<GrantPath> paths = explanation.paths.mid(0, 1);
    if (explanation.requirement)
        firstPaths(*explanation.requirement, paths);
    const auto enabled = [&](RoleId role) { return policy.roles().at(role).enabled; };
    for (GrantPath path : std::as_const(paths)) {
        const RoleId first = policy.roles().idOf(path.roles.first());
        if (request.roles) { // it may have been activated as a junior of what is assigned
            const auto above = findPaths(index, index.assignedRoles(user, t), enabled, roleGoal(first).hits, 1);
            if (!above.isEmpty())
                path.roles = above.first().roles + path.roles.mid(1);
        }
        const RoleId top = policy.roles().idOf(path.roles.first());
        if (const AssignmentRow *row = policy.assignments().find(user.value, top.value)) {
            append(steps, stepOf({Verb::Remove, Kind::Assignment, request.subject, path.roles.first(), {},
                                  policy.assignmentOf(*row), {}}));
        }
        for (qsizetype i = 0; i + 1 < path.roles.size(); ++i)
            append(steps, stepOf({Verb::Remove, Kind::Inheritance, path.roles.at(i), path.roles.at(i + 1), {}, {}, {}}));
        if (!path.grant.isEmpty())
            append(steps, stepOf({Verb::Remove, Kind::Grant, path.roles.last(), path.grant, {}, {}, {}}));
    }
    return steps;
}

} // namespace rolewright
