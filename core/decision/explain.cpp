// SPDX-License-Identifier: Apache-2.0
#include "core/decision/explain.h"

#include "core/base/text.h"
#include "core/decision/evaluate.h"
#include "core/decision/pathsearch.h"

#include <algorithm>
#include <array>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What is shown of the paths found, and whether that is all.
QList<GrantPath> atMost(QList<GrantPath> paths, bool &more)
{
    more = paths.size() > Explanation::PathMaximum;
    paths.resize(std::min(paths.size(), Explanation::PathMaximum));
    return paths;
}

// Everything that explaining one request needs again and again.
struct Explainer
{
    const PolicyIndex &index;
    const Request &request;
    Instant t;
    Session session;
    RoleOffers ranking = RoleOffers::Ranked;
    bool owned = false;

    const Policy &policy() const { return index.policy(); }
    bool enabled(RoleId role) const { return policy().roles().at(role).enabled; }

    QList<GrantPath> granting(const Goal &goal, qsizetype maximum) const
    {
        return findPaths(
            index, session.active, [&](RoleId role) { return enabled(role); }, goal.hits, maximum);
    }

    std::optional<GrantPath> shortest(RoleId from, const std::function<bool(RoleId)> &passable,
                                      const std::function<QList<Hit>(RoleId)> &hits) const
    {
        const QList<GrantPath> paths = findPaths(index, {from}, passable, hits, 1);
        return paths.isEmpty() ? std::nullopt : std::optional(paths.first());
    }

    QList<NearMiss> nearMisses(const Goal &goal) const;
    QList<RoleOffer> offers(const Goal &goal) const;
    QList<RoleOffer> offers(const CompiledRequirement &requirement) const;
    RequirementNode explain(const Requirement &requirement, const CompiledRequirement &compiled) const;
    void explainLeaf(RequirementNode &leaf, const Goal &goal) const;

private:
    template <class Satisfies>
    QList<RoleOffer> offersThat(const QList<SlotId> &asked, Satisfies satisfies) const;
};

QList<NearMiss> Explainer::nearMisses(const Goal &goal) const
{
    QList<NearMiss> misses;
    const auto isEnabled = [&](RoleId role) { return enabled(role); };
    const auto anyRole = [](RoleId) { return true; };
    const auto add = [&](NearMiss::Kind kind, const GrantPath &path) -> NearMiss & {
        misses.append({kind, path.roles, path.grant, {}, {}});
        return misses.last();
    };
    policy().assignments().forEachOf(session.user.value, [&](const AssignmentRow &row) {
        const Validity &validity = policy().validityOf(row);
        const auto path = shortest(row.role, isEnabled, goal.hits);
        const auto blocked = path ? std::nullopt : shortest(row.role, anyRole, goal.hits);
        const auto &way = path ? path : blocked;
        if (!way)
            return;
        if (validity.until <= t)
            add(NearMiss::Kind::AssignmentOver, *way).at = validity.until;
        else if (validity.from > t)
            add(NearMiss::Kind::AssignmentNotYet, *way).at = validity.from;
        else if (path && !session.active.contains(row.role))
            add(NearMiss::Kind::RoleNotActive, *way);
        if (blocked) // also where the assignment would have to be mended as well
            add(NearMiss::Kind::RoleDisabled, *way);
    });
    const auto owner = request.properties.find(policy().ownership().property);
    for (const RoleId role : session.active) {
        if (const auto path = shortest(role, isEnabled, goal.scopeMisses))
            add(NearMiss::Kind::ScopeNotSatisfied, *path).owner =
                owner == request.properties.end() ? QString() : owner->second;
    }
    return misses.mid(0, Explanation::PathMaximum);
}

template <class Satisfies>
QList<RoleOffer> Explainer::offersThat(const QList<SlotId> &asked, Satisfies satisfies) const
{
    if (ranking == RoleOffers::None)
        return {};
    BitSet known = index.effective(session.user, t); // with all assigned roles
    for (const SlotId slot : asked)
        known.set(slot.value);
    QList<RoleOffer> offers;
    policy().roles().forEach([&](RoleId id, const Role &role) {
        if (!role.enabled || session.active.contains(id) || !satisfies(id))
            return;
        QList<RoleId> together = session.active;
        together.append(id);
        if (brokenConstraints(index, together).isEmpty())
            offers.append({role.name, index.effective(id).countMissingIn(known, index.holdable())});
    });
    const auto less = [](const RoleOffer &a, const RoleOffer &b) {
        return a.adds != b.adds ? a.adds < b.adds : lessByCodePoint(a.role, b.role);
    };
    const auto end = offers.begin() + std::min(offers.size(), Explanation::PathMaximum);
    std::partial_sort(offers.begin(), end, offers.end(), less);
    offers.resize(end - offers.begin());
    return offers;
}

QList<RoleOffer> Explainer::offers(const Goal &goal) const
{
    return offersThat(goal.satisfying, [&](RoleId role) {
        return goal.role.isValid()
            ? index.reach(role).test(goal.role.value)
            : std::any_of(goal.satisfying.begin(), goal.satisfying.end(),
                          [&](SlotId slot) { return index.effective(role).test(slot.value); });
    });
}

QList<RoleOffer> Explainer::offers(const CompiledRequirement &requirement) const
{
    Session with = session;
    return offersThat({}, [&](RoleId role) {
        with.active = session.active;
        with.active.append(role);
        return evaluate(index, with, requirement, owned, request.relations);
    });
}

void Explainer::explainLeaf(RequirementNode &leaf, const Goal &goal) const
{
    leaf.paths = atMost(granting(goal, Explanation::PathMaximum + 1), leaf.more);
    leaf.met = !leaf.paths.isEmpty();
    if (!leaf.met) {
        leaf.nearMisses = nearMisses(goal);
        leaf.roles = offers(goal);
    }
}

RequirementNode Explainer::explain(const Requirement &requirement, const CompiledRequirement &compiled) const
{
    RequirementNode node;
    node.kind = requirement.kind;
    node.met = evaluate(index, session, compiled, owned, request.relations);
    const auto leaf = [&](const QString &name, bool own, const Goal &goal) {
        RequirementNode child;
        child.kind = requirement.kind;
        child.name = name;
        child.own = own;
        explainLeaf(child, goal);
        node.children.append(child);
    };
    const auto permission = [&](const QString &name) {
        const PermissionId id = policy().permissions().idOf(name);
        return id.isValid() ? policy().permissions().at(id).name : PermissionName();
    };
    for (const QString &name : requirement.names) {
        if (requirement.kind == Requirement::Kind::AnyRole) {
            leaf(name, false, roleGoal(policy().roles().idOf(name)));
        } else if (requirement.kind == Requirement::Kind::Access) {
            if (const PolicyIndex::Pair *pair = index.pair(compiled.access.resource, compiled.access.action))
                leaf(name, false, accessGoal(index, *pair, owned, request));
        } else {
            leaf(name, false, permissionGoal(index, permission(name)));
        }
    }
    for (const QString &name : requirement.own)
        leaf(name, true, ownGoal(index, permission(name), owned, request));
    for (qsizetype i = 0; i < requirement.children.size(); ++i)
        node.children.append(explain(requirement.children.at(i), compiled.children.at(i)));
    return node;
}

void explainRefusal(Explainer &explainer, Explanation &explanation)
{
    const PolicyIndex &index = explainer.index;
    const QList<RoleId> assigned = index.assignedRoles(explainer.session.user, explainer.t);
    if (explanation.decision.reason == Reason::RoleNotAuthorized) {
        // Why each role that was named cannot be activated.
        QStringList named = explainer.request.roles.value_or(QStringList());
        named.removeDuplicates();
        explainer.session.active = assigned;
        QList<NearMiss> &misses = explanation.nearMisses;
        for (const QString &name : std::as_const(named)) {
            const RoleId role = index.policy().roles().idOf(name);
            if (role.isValid() && misses.size() < Explanation::PathMaximum)
                misses.append(explainer.nearMisses(roleGoal(role)));
        }
        misses.resize(std::min(misses.size(), Explanation::PathMaximum));
    } else if (explanation.decision.reason == Reason::DynamicSeparation) {
        QList<RoleId> active = assigned;
        if (explainer.request.roles) {
            active.clear();
            for (const QString &name : *explainer.request.roles)
                active.append(index.policy().roles().idOf(name));
        }
        for (const ConstraintId id : brokenConstraints(index, active))
            explanation.constraints.append(index.policy().constraints().at(id).name);
    }
}

} // namespace

QString toText(NearMiss::Kind kind)
{
    static constexpr std::array texts{u"assignment-over", u"assignment-not-yet", u"role-disabled",
                                      u"role-not-active", u"scope-not-satisfied"};
    return QString::fromUtf16(texts.at(size_t(kind)));
}

Explanation explain(const PolicyIndex &index, const Request &request, Instant now, RoleOffers offers)
{
    const Policy &policy = index.policy();
    Explanation explanation;
    explanation.decision = decide(index, request, now);
    const OperationId operation = request.resourceType == u"operation" && request.action == u"perform"
        ? policy.operations().idOf(request.resource)
        : OperationId();
    const CompiledRequirement *compiled = operation.isValid() ? index.requirement(operation) : nullptr;
    const PolicyIndex::Pair *pair = index.pair(request.resourceType, request.action);
    if (explanation.decision.reason == Reason::Public && compiled)
        explanation.requirement =
            RequirementNode{Requirement::Kind::Public, {}, false, true, {}, {}, {}, {}, false};

    Explainer explainer{index,  request, request.time.value_or(now), openSession(index, request, now),
                        offers, false};
    if (explainer.session.refused && explanation.decision == *explainer.session.refused)
        explainRefusal(explainer, explanation);
    if (explainer.session.refused || explanation.decision.reason == Reason::Public || (!compiled && !pair))
        return explanation;
    explainer.owned = owns(policy, explainer.session.user, request);

    if (compiled) {
        explanation.requirement = explainer.explain(*policy.operations().at(operation).required, *compiled);
        if (!explanation.decision.allowed)
            explanation.roles = explainer.offers(*compiled);
        return explanation;
    }
    const Goal goal = accessGoal(index, *pair, explainer.owned, request);
    if (explanation.decision.allowed) {
        explanation.paths = atMost(explainer.granting(goal, Explanation::PathMaximum + 1), explanation.more);
    } else {
        explanation.nearMisses = explainer.nearMisses(goal);
        explanation.roles = explainer.offers(goal);
    }
    return explanation;
}

} // namespace rolewright
