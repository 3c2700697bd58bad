// SPDX-License-Identifier: Apache-2.0
#include "explanations.h"

#include "ratios.h"

#include "core/analysis/causes.h"
#include "core/analysis/repair.h"
#include "core/decision/explain.h"
#include "core/decision/impact.h"
#include "core/decision/replay.h"

#include <benchmark/benchmark.h>

#include <QSet>

#include <memory>
#include <random>

namespace rolewright::bench {

using namespace Qt::StringLiterals;

namespace {

// Roles of twenty grants, each inheriting two older ones but for every fourth; users of ten roles.
Policy largePolicy(quint32 users, quint32 roles, quint32 permissions)
{
    Policy policy;
    std::mt19937 random(5);
    for (quint32 i = 0; i < permissions; ++i)
        policy.permissions().insert({{u"type%1"_s.arg(i / 10), u"action%1"_s.arg(i % 10), {}}, {}, false});
    QList<GrantRow> grants;
    QList<InheritanceRow> inheritance;
    for (quint32 i = 0; i < roles; ++i) {
        policy.roles().insert({u"role%1"_s.arg(i), {}, true});
        QSet<quint32> granted;
        while (granted.size() < 20)
            granted.insert(quint32(random() % permissions));
        for (const quint32 permission : std::as_const(granted))
            grants.append(GrantRow{{i}, GrantId::of({permission})});
        if (i % 4 != 0)
            inheritance.append(InheritanceRow{{i}, {i - 1}});
    }
    policy.grants().assign(grants);
    policy.inheritance().assign(inheritance);
    QList<AssignmentRow> assignments;
    for (quint32 i = 0; i < users; ++i) {
        const QString id = u"user%1"_s.arg(i);
        policy.users().insert({id, id, true, {}, {}});
        QSet<quint32> assigned;
        while (assigned.size() < 10)
            assigned.insert(quint32(random() % roles));
        for (const quint32 role : std::as_const(assigned))
            assignments.append(AssignmentRow{{i}, {role}, 0, 0});
    }
    policy.assignments().assign(assignments);
    for (quint32 i = 0; i < 100; ++i) {
        const QString name = policy.permissions().at({i * 7 % permissions}).name.toText();
        policy.operations().insert(
            {u"operation%1"_s.arg(i), {}, Requirement{Requirement::Kind::AnyPermission, {name}, {}, {}}});
    }
    return policy;
}

// Requests with one answer, in turn.
struct Requests
{
    PolicyIndex index;
    QList<Request> list;
    qsizetype at = 0;

    const Request &next()
    {
        at = (at + 1) % list.size();
        return list.at(at);
    }
};

std::shared_ptr<Requests> requestsOf(const PolicyIndex &index, bool allowed)
{
    auto requests = std::make_shared<Requests>();
    requests->index = index;
    std::mt19937 random(7);
    const Policy &policy = index.policy();
    while (requests->list.size() < 500) {
        Request request;
        const quint32 user = quint32(random() % policy.users().end());
        request.subject = policy.users().at({user}).id;
        PermissionName name = policy.permissions().at({quint32(random() % policy.permissions().end())}).name;
        if (allowed) { // one that a role of the user has
            const QList<RoleId> roles = index.assignedRoles({user}, Instant{});
            policy.grants().forEachOf(roles.at(qsizetype(random() % quint64(roles.size()))).value,
                                      [&](const GrantRow &row) { name = policy.nameOf(row.grant); });
        }
        request.action = name.action;
        request.resourceType = name.resource;
        request.resource = u"1"_s;
        if (decide(index, request, Instant{}).allowed == allowed)
            requests->list.append(request);
    }
    return requests;
}

void addExplaining(const PolicyIndex &index)
{
    const auto check = [](const std::shared_ptr<Requests> &requests) {
        return [requests] { benchmark::DoNotOptimize(decide(requests->index, requests->next(), Instant{})); };
    };
    const auto explaining = [](const std::shared_ptr<Requests> &requests, RoleOffers offers) {
        return [requests, offers] {
            benchmark::DoNotOptimize(explain(requests->index, requests->next(), Instant{}, offers));
        };
    };
    const auto allowed = requestsOf(index, true);
    const auto denied = requestsOf(index, false);
    addPair({"explain an allow, 10,000 roles", 30, explaining(allowed, RoleOffers::Ranked), check(allowed)});
    addPair({"explain a denial, near misses", 150, explaining(denied, RoleOffers::None), check(denied)});
    // The floor of the ranking: a bit test a role, and one pass over the bits of those that give it.
    const auto floor = [denied] {
        const PolicyIndex &large = denied->index;
        const Request &request = denied->next();
        const SlotId slot = large.pair(request.resourceType, request.action)->unscoped;
        const BitSet held = large.effective(large.policy().users().idOf(request.subject), Instant{});
        qsizetype adds = 0;
        for (quint32 role = 0; role < large.policy().roles().end(); ++role) {
            if (large.effective({role}).test(slot.value))
                adds += large.effective({role}).countMissingIn(held, large.catalogue());
        }
        benchmark::DoNotOptimize(adds);
    };
    addPair({"explain a denial, with the ranking", 4, explaining(denied, RoleOffers::Ranked), floor});
    addPair({"repairs of a denial, beside explaining it", 600,
             [denied] { benchmark::DoNotOptimize(repairs(denied->index, denied->next(), Instant{})); },
             explaining(denied, RoleOffers::Ranked)});
}

// A grant of a role that others inherit comes and goes; the floor computes what everybody has anew, before
// and after.
void addEffect()
{
    struct Data
    {
        PolicyIndex before;
        PolicyIndex after;
    };
    auto data = std::make_shared<Data>();
    Policy policy = largePolicy(100'000, 10'000, 10'000);
    data->before = PolicyIndex(policy);
    for (quint32 permission = 0; permission < 10'000; ++permission) {
        if (policy.grants().insert({{4}, GrantId::of({permission})}))
            break;
    }
    data->after = data->before.updated(policy);
    const auto ours = [data] {
        benchmark::DoNotOptimize(impact(data->before, data->after, Instant{}, true));
    };
    const auto floor = [data] {
        qsizetype differing = 0;
        for (quint32 user = 0; user < 100'000; ++user)
            differing +=
                data->before.effective({user}, Instant{}) == data->after.effective({user}, Instant{}) ? 0 : 1;
        benchmark::DoNotOptimize(differing);
    };
    addPair({"effect of one edit, 100,000 x 10,000", 2, ours, floor});
    // A frame of 16 ms beside the 300 ms or more that all of it takes.
    addPair({"the first 100 rows of that", 0.05,
             [data] { benchmark::DoNotOptimize(firstChanges(data->before, data->after, Instant{}, 100)); }, floor});
}

void addOperationEffect(const PolicyIndex &index)
{
    auto data = std::make_shared<std::pair<PolicyIndex, PolicyIndex>>(index, index);
    Policy policy = index.policy();
    policy.grants().insert({{4}, GrantId::of({7})});
    data->second = index.updated(policy);
    const auto floor = [data] {
        Request request;
        request.resourceType = u"operation"_s;
        request.action = u"perform"_s;
        for (const PolicyIndex *side : {&data->first, &data->second}) {
            for (quint32 user = 0; user < side->policy().users().end(); ++user) {
                request.subject = side->policy().users().at({user}).id;
                for (quint32 operation = 0; operation < 100; ++operation) {
                    request.resource = side->policy().operations().at({operation}).name;
                    benchmark::DoNotOptimize(decide(*side, request, Instant{}));
                }
            }
        }
    };
    addPair({"effect on 100 operations, 1,000 users", 0.5,
             [data] { benchmark::DoNotOptimize(operationImpact(data->first, data->second, Instant{})); },
             floor});
}

// A million lines an iteration: at a million a second, ours is at most 1,000,000 us. The floor decides what is read already,
// once. Of a log that never asks the same twice, and of one that does.
void addReplay(const PolicyIndex &index)
{
    const auto requests = requestsOf(index, false);
    const auto lines = std::make_shared<QList<QByteArray>>();
    std::mt19937 random(9);
    const Policy &policy = index.policy();
    constexpr int Lines = 1'000'000;
    for (int i = 0; i < Lines; ++i) {
        Request request;
        request.subject = policy.users().at({quint32(random() % policy.users().end())}).id;
        const PermissionName &name = policy.permissions().at({quint32(random() % policy.permissions().end())}).name;
        request.action = name.action;
        request.resourceType = name.resource;
        request.resource = QString::number(i);
        lines->append(toJson(request).toUtf8());
    }
    const auto replaying = [requests, lines](qsizetype distinct) {
        return [requests, lines, distinct] {
            qsizetype at = 0;
            const ReplayStreams streams {
                [&]() -> Result<std::optional<ReplayLine>> {
                    if (at == Lines)
                        return std::optional<ReplayLine>();
                    return std::optional(ReplayLine {lines->at(at++ % distinct), false, false});
                },
                [](qint64, const Request &, const ReplayOutcome &) {}, [](qint64, const Error &) {}, {}};
            benchmark::DoNotOptimize(replay(requests->index, requests->index, Instant{}, streams));
        };
    };
    const auto floor = [requests] {
        for (int i = 0; i < Lines; ++i)
            benchmark::DoNotOptimize(decide(requests->index, requests->next(), Instant{}));
    };
    addPair({"replay of 1,000,000 lines, all different", 4, replaying(lines->size()), floor});
    addPair({"replay of 1,000,000 lines, of 500 kinds", 2, replaying(500), floor});
}

} // namespace

void addExplanations()
{
    const PolicyIndex index(largePolicy(1'000, 10'000, 10'000));
    addExplaining(index);
    addOperationEffect(index);
    addReplay(index);
    addEffect();
}

} // namespace rolewright::bench
