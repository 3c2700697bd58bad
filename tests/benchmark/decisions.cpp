// SPDX-License-Identifier: Apache-2.0
#include "decisions.h"

#include "ratios.h"
#include "scenario.h"

#include "core/decision/decide.h"
#include "core/decision/review.h"
#include "core/edit/apply.h"

#include <benchmark/benchmark.h>

#include <QHash>

#include <memory>
#include <random>

namespace rolewright::bench {

using namespace Qt::StringLiterals;

namespace {

// A check by names, and the least that any engine must do for it: look up two names, test a bit a role.
void addCheck()
{
    struct Floor
    {
        QHash<QString, QList<quint32>> rolesOfUser;
        QHash<PermissionName, quint32> bitOfPermission;
        QList<QList<quint64>> bits;
    };
    struct Data
    {
        PolicyIndex index;
        QList<Request> requests;
        Floor floor;
        qsizetype next = 0;
        qsizetype nextFloor = 0;
    };
    auto data = std::make_shared<Data>();
    const Policy policy = withUsers(gcpPolicy(), 10'000);
    data->index = PolicyIndex(policy);
    policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
        data->floor.bitOfPermission.insert(permission.name, data->index.slot(id).value);
    });
    policy.users().forEach([&](UserId id, const User &user) {
        QList<quint32> roles;
        policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) { roles.append(row.role.value); });
        data->floor.rolesOfUser.insert(user.id, roles);
    });
    data->floor.bits.resize(policy.roles().end());
    policy.roles().forEach([&](RoleId id, const Role &) {
        QList<quint64> words(data->index.slotEnd() / 64 + 1);
        data->index.effective(id).forEach([&](quint32 bit) { words[bit / 64] |= quint64(1) << (bit % 64); });
        data->floor.bits[id.value] = words;
    });
    std::mt19937 random(3);
    for (int i = 0; i < 20'000; ++i) {
        Request request;
        request.subject = policy.users().at({quint32(random() % policy.users().end())}).id;
        const PermissionName &name = policy.permissions().at({quint32(random() % policy.permissions().end())}).name;
        request.action = name.action;
        request.resourceType = name.resource;
        request.resource = u"1"_s;
        data->requests.append(request);
    }
    const auto ours = [data] {
        benchmark::DoNotOptimize(decide(data->index, data->requests.at(data->next), Instant {}));
        data->next = (data->next + 1) % data->requests.size();
    };
    const auto floor = [data] {
        const Request &request = data->requests.at(data->nextFloor);
        data->nextFloor = (data->nextFloor + 1) % data->requests.size();
        const auto roles = data->floor.rolesOfUser.constFind(request.subject);
        const quint32 bit = data->floor.bitOfPermission.value({request.resourceType, request.action, {}});
        bool allowed = false;
        for (const quint32 role : *roles) {
            if (data->floor.bits.at(role).at(bit / 64) >> (bit % 64) & 1) {
                allowed = true;
                break;
            }
        }
        benchmark::DoNotOptimize(allowed);
    };
    addPair({"check by names", 3, ours, floor});
}

// One edit (a grant of a widely inherited role, on and off) until the compiled policy and the list of who gains or
// loses are consistent, and the bit operations that it needs: each inheriting role's set ORed anew, each of their
// users' sets ORed anew before and after.
void addEdit()
{
    struct Data
    {
        Policy policy;
        PolicyIndex index;
        RoleId role;
        GrantId grant;
        Policy other;
        bool on = false;
        QList<BitSet> floorBits;
        QList<QList<quint32>> floorUsers;
    };
    auto data = std::make_shared<Data>();
    data->policy = withUsers(gcpPolicy(), 10'000);
    data->role = {7};
    // Fifty roles inherit it.
    for (quint32 senior = 100; senior < 150; ++senior)
        data->policy.inheritance().insert({{senior}, data->role});
    data->policy.permissions().forEach([&](PermissionId id, const Permission &) {
        if (!data->grant.isValid() && !data->policy.grants().find(data->role.value, id.value))
            data->grant = GrantId::of(id);
    });
    data->index = PolicyIndex(data->policy);

    QList<quint32> touched {data->role.value};
    for (quint32 senior = 100; senior < 150; ++senior)
        touched.append(senior);
    for (const quint32 role : std::as_const(touched))
        data->floorBits.append(data->index.effective({role}));
    QHash<quint32, bool> users;
    data->policy.assignments().forEach([&](const AssignmentRow &row) {
        if (touched.contains(row.role.value))
            users.insert(row.user.value, true);
    });
    for (auto user = users.keyBegin(); user != users.keyEnd(); ++user) {
        QList<quint32> roles;
        data->policy.assignments().forEachOf(*user, [&](const AssignmentRow &row) { roles.append(row.role.value); });
        data->floorUsers.append(roles);
    }
    const auto ours = [data] {
        Policy next = data->policy;
        if (data->on)
            next.grants().remove(data->role.value, data->grant.value);
        else
            next.grants().insert({data->role, data->grant});
        data->on = !data->on;
        const PolicyIndex after = data->index.updated(next);
        benchmark::DoNotOptimize(impact(data->index, after, Instant {}, true));
        data->policy = next;
        data->index = after;
    };
    const auto floor = [data] {
        BitSet own = data->floorBits.first();
        for (const BitSet &bits : std::as_const(data->floorBits)) {
            BitSet effective = bits;
            effective.unite(own);
            benchmark::DoNotOptimize(effective);
        }
        for (int side = 0; side < 2; ++side) {
            for (const QList<quint32> &roles : std::as_const(data->floorUsers)) {
                BitSet held;
                for (const quint32 role : roles)
                    held.unite(data->index.effective({role}));
                benchmark::DoNotOptimize(held);
            }
        }
    };
    addPair({"one edit: matrix and effect", 3, ours, floor});
}

} // namespace

void addDecisions()
{
    addCheck();
    addEdit();
}

} // namespace rolewright::bench
