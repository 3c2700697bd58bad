// SPDX-License-Identifier: Apache-2.0
// What goes up from role to role: bits that come, and everything once more where some may have gone.
#include "core/decision/indexbuilder.h"

#include <map>

namespace rolewright {

// New bits of a role's own go up to all that inherit it, and stop where nothing is new.
void IndexBuilder::spread(RoleId role, QList<SlotId> fresh)
{
    RoleData &entry = data.role(role);
    for (const SlotId slot : fresh)
        entry.own.set(slot.value);
    QList<std::pair<RoleId, QList<SlotId>>> work {{role, std::move(fresh)}};
    while (!work.isEmpty()) {
        const auto [current, slots] = work.takeLast();
        const RoleData &old = std::as_const(data).role(current);
        if (!old.enabled)
            continue;
        QList<SlotId> novel;
        for (const SlotId slot : slots) {
            if (!old.effective.test(slot.value))
                novel.append(slot);
        }
        if (novel.isEmpty())
            continue;
        RoleData &target = data.role(current);
        for (const SlotId slot : std::as_const(novel))
            target.effective.set(slot.value);
        for (const RoleId senior : std::as_const(target.seniors))
            work.append({senior, novel});
    }
}

void IndexBuilder::rankAll()
{
    // Kahn's algorithm from the juniors up; the roles of a cycle come last, in the order of ids.
    QHash<quint32, qsizetype> missing;
    QList<RoleId> ready;
    policy.roles().forEach([&](RoleId id, const Role &) {
        const qsizetype juniors = std::as_const(data).role(id).juniors.size();
        if (juniors == 0)
            ready.append(id);
        else
            missing.insert(id.value, juniors);
    });
    quint32 rank = 0;
    const auto setRank = [&](RoleId id) {
        if (std::as_const(data).role(id).rank != rank)
            data.role(id).rank = rank;
        ++rank;
    };
    for (qsizetype i = 0; i < ready.size(); ++i) {
        const RoleId id = ready.at(i);
        setRank(id);
        for (const RoleId senior : std::as_const(data).role(id).seniors) {
            const auto found = missing.find(senior.value);
            if (found != missing.end() && --*found == 0) {
                ready.append(senior);
                missing.erase(found);
            }
        }
    }
    QList<quint32> cyclic = missing.keys();
    data.isRanked = cyclic.isEmpty();
    std::sort(cyclic.begin(), cyclic.end());
    for (const quint32 id : std::as_const(cyclic))
        setRank({id});
}

bool IndexBuilder::rankAbove(const InheritanceRow &row)
{
    const RoleData &senior = std::as_const(data).role(row.senior);
    const quint32 below = std::as_const(data).role(row.junior).rank;
    if (senior.rank > below)
        return true;
    if (!senior.seniors.isEmpty())
        return false;
    data.role(row.senior).rank = below + 1;
    return true;
}

void IndexBuilder::computeReach(RoleId role)
{
    const bool exists = policy.roles().contains(role);
    BitSet reach;
    BitSet reachAll;
    if (exists)
        reachAll.set(role.value);
    const RoleData &entry = std::as_const(data).role(role);
    if (entry.enabled)
        reach.set(role.value);
    for (const RoleId junior : entry.juniors) {
        const RoleData &below = std::as_const(data).role(junior);
        reachAll.unite(below.reachAll);
        if (entry.enabled)
            reach.unite(below.reach);
    }
    RoleData &target = data.role(role);
    target.reach = reach;
    target.reachAll = reachAll;
}

// effective = own | juniors' effective, juniors first, stopping where nothing changes.
void IndexBuilder::recompute(QList<RoleId> dirty, bool reachToo)
{
    std::multimap<quint32, RoleId> work;
    for (const RoleId role : std::as_const(dirty))
        work.emplace(std::as_const(data).role(role).rank, role);
    while (!work.empty()) {
        const auto [rank, role] = *work.begin();
        // The same role may have been put in by several of its juniors.
        for (auto range = work.equal_range(rank); range.first != range.second;)
            range.first = range.first->second == role ? work.erase(range.first) : std::next(range.first);
        const RoleData &old = std::as_const(data).role(role);
        BitSet effective;
        if (old.enabled) {
            effective = old.own;
            for (const RoleId junior : old.juniors)
                effective.unite(std::as_const(data).role(junior).effective);
        }
        bool changed = !(effective == old.effective);
        if (changed)
            data.role(role).effective = effective;
        if (reachToo) {
            const BitSet reach = std::as_const(data).role(role).reach;
            const BitSet reachAll = std::as_const(data).role(role).reachAll;
            computeReach(role);
            const RoleData &now = std::as_const(data).role(role);
            changed = changed || !(now.reach == reach) || !(now.reachAll == reachAll);
        }
        if (!changed)
            continue;
        const QList<RoleId> seniors = std::as_const(data).role(role).seniors;
        for (const RoleId senior : seniors) {
            const quint32 above = std::as_const(data).role(senior).rank;
            if (above > rank)
                work.emplace(above, senior);
        }
    }
}

} // namespace rolewright
