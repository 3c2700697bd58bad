// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/repair.h"

#include "core/analysis/repairsteps.h"
#include "core/base/text.h"
#include "core/decision/impact.h"
#include "core/edit/apply.h"
#include "core/validation/validate.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Steps = QList<RepairStep>;

// A policy and a request after some steps.
struct State
{
    PolicyIndex index;
    Request request;
};

struct Proposal
{
    Steps steps;
    State state;
};

class Search
{
public:
    Search(const PolicyIndex &index, const Request &request, Instant t, const RepairLimits &limits, const CancelToken *cancel)
        : m_index(index)
        , m_request(request)
        , m_t(t)
        , m_limits(limits)
        , m_cancel(cancel)
        , m_allowed(decide(index, request, t).allowed)
    {
    }

    bool bounded() const { return m_bounded; }

    // Breadth first, so that what is found earlier is smaller; nothing is searched below a proposal. Steps that do not
    // turn it alone are followed by others. Nothing where it was cancelled.
    std::optional<QList<Proposal>> run()
    {
        QList<Proposal> found;
        QList<Steps> level {Steps {}};
        for (qsizetype size = 1; size <= m_limits.changes && !level.isEmpty(); ++size) {
            QList<Steps> next;
            QList<Steps> tried;
            for (const Steps &steps : std::as_const(level)) {
                const std::optional<State> state = stateAfter(steps);
                if (!state)
                    continue;
                for (const RepairStep &step : stepsFrom(*state)) {
                    if (m_cancel && m_cancel->load(std::memory_order_relaxed))
                        return {};
                    if (m_tries >= m_limits.tries) {
                        m_bounded = true;
                        return found;
                    }
                    const Steps longer = steps + Steps {step};
                    if (steps.contains(step) || hasOneOf(found, longer) || isAmong(tried, longer))
                        continue;
                    tried.append(longer);
                    std::optional<State> turned = turns(longer);
                    if (!turned)
                        next.append(longer);
                    else if (isMinimal(longer))
                        found.append({longer, std::move(*turned)});
                }
            }
            level = next;
        }
        m_bounded = m_bounded || !level.isEmpty();
        return found;
    }

private:
    std::optional<State> stateAfter(const Steps &steps) const
    {
        QList<Change> changes;
        Request request = m_request;
        request.time = m_t;
        for (const RepairStep &step : steps) {
            if (step.kind == RepairStep::Kind::Change)
                changes.append(step.change);
            else if (!changeSession(request, step))
                return {};
        }
        if (changes.isEmpty())
            return State {m_index, request};
        Policy policy = m_index.policy();
        if (!apply(policy, changes))
            return {};
        return State {m_index.updated(policy), request};
    }

    // Without `roles` the session has all that are assigned; dropping one of them says which remain.
    bool changeSession(Request &request, const RepairStep &step) const
    {
        if (step.kind == RepairStep::Kind::Drop && !request.roles) {
            request.roles.emplace();
            const UserId user = m_index.policy().users().idOf(request.subject);
            for (const RoleId role : m_index.assignedRoles(user, m_t))
                request.roles->append(m_index.policy().roles().at(role).name);
        }
        if (step.kind == RepairStep::Kind::Drop)
            return request.roles->removeAll(step.role) > 0;
        if (request.roles && !request.roles->contains(step.role))
            request.roles->append(step.role);
        return true;
    }

    Steps stepsFrom(const State &state)
    {
        return m_allowed ? stepsToDeny(state.index, state.request, m_t)
                         : stepsToAllow(state.index, state.request, m_t, m_limits, &m_bounded);
    }

    std::optional<State> turns(const Steps &steps)
    {
        ++m_tries;
        std::optional<State> state = stateAfter(steps);
        return state && decide(state->index, state->request, m_t).allowed != m_allowed ? std::move(state) : std::nullopt;
    }

    bool isMinimal(const Steps &steps)
    {
        for (quint32 part = 1; part + 1 < (1u << steps.size()); ++part) {
            Steps some;
            for (qsizetype i = 0; i < steps.size(); ++i) {
                if (part >> i & 1)
                    some.append(steps.at(i));
            }
            if (turns(some))
                return false;
        }
        return true;
    }

    static bool contains(const Steps &all, const Steps &some)
    {
        return std::all_of(some.begin(), some.end(), [&](const RepairStep &step) { return all.contains(step); });
    }
    static bool hasOneOf(const QList<Proposal> &found, const Steps &steps)
    {
        return std::any_of(found.begin(), found.end(), [&](const Proposal &one) { return contains(steps, one.steps); });
    }
    static bool isAmong(const QList<Steps> &tried, const Steps &steps)
    {
        return std::any_of(tried.begin(), tried.end(),
                           [&](const Steps &one) { return one.size() == steps.size() && contains(steps, one); });
    }

    const PolicyIndex &m_index;
    const Request &m_request;
    const Instant m_t;
    const RepairLimits &m_limits;
    const CancelToken *m_cancel;
    const bool m_allowed;
    qsizetype m_tries = 0;
    bool m_bounded = false;
};

// What the request asks for, as the permissions that its answer turns on.
bool isAskedFor(const QString &permission, const Request &request)
{
    const QString access = PermissionName {request.resourceType, request.action, {}}.toText();
    return permission == access || permission.startsWith(access + u':');
}

void count(Repair &repair, const Request &request, bool allowed)
{
    for (const AccessChange &change : std::as_const(repair.impact.changes)) {
        const QStringList &list = allowed ? change.lost : change.gained;
        const bool isSubject = change.user == request.subject;
        repair.others += isSubject || list.isEmpty() ? 0 : 1;
        for (const QString &permission : list)
            repair.beside += isSubject && isAskedFor(permission, request) ? 0 : 1;
    }
}

Repair repairOf(const Steps &steps)
{
    Repair repair;
    for (const RepairStep &step : steps) {
        if (step.kind == RepairStep::Kind::Change)
            repair.changes.append(step.change);
        else
            (step.kind == RepairStep::Kind::Activate ? repair.activate : repair.drop).append(step.role);
    }
    return repair;
}

} // namespace

std::optional<RepairPlan> repairs(const PolicyIndex &index, const Request &request, Instant now,
                                  const RepairLimits &limits, const CancelToken *cancel)
{
    RepairPlan plan;
    plan.decision = decide(index, request, now);
    const Instant t = request.time.value_or(now);
    Search search(index, request, t, limits, cancel);
    const std::optional<QList<Proposal>> found = search.run();
    if (!found)
        return {};
    plan.bounded = search.bounded();
    RoleUsers holders(index.policy());
    for (const auto &[steps, state] : *found) {
        Repair repair = repairOf(steps);
        if (!repair.changes.isEmpty()) {
            if (hasErrors(newViolations(index.policy(), state.index.policy(), now)))
                continue;
            std::optional<Impact> effect = impact(index, state.index, t, holders, cancel);
            if (!effect)
                return {};
            repair.impact = *effect;
        }
        count(repair, request, plan.decision.allowed);
        plan.repairs.append(repair);
    }
    std::stable_sort(plan.repairs.begin(), plan.repairs.end(), [](const Repair &a, const Repair &b) {
        const auto size = [](const Repair &r) { return r.changes.size() + r.activate.size() + r.drop.size(); };
        return std::pair(a.beside, size(a)) < std::pair(b.beside, size(b));
    });
    if (plan.repairs.size() > limits.proposals) {
        plan.repairs.resize(limits.proposals);
        plan.bounded = true;
    }
    return plan;
}

QString describe(const Repair &repair)
{
    QStringList parts;
    for (const Change &change : repair.changes)
        parts.append(describe(change));
    for (const QString &role : repair.activate)
        parts.append(u"activate %1 in the session"_s.arg(role));
    for (const QString &role : repair.drop)
        parts.append(u"leave %1 out of the session"_s.arg(role));
    return parts.join(u"; "_s);
}

} // namespace rolewright
