// SPDX-License-Identifier: Apache-2.0
#include "core/decision/review.h"

#include "core/base/text.h"

#include <QHash>

#include <algorithm>

namespace rolewright {

namespace {

// One side's slots, in a numbering that both sides share.
struct Side
{
    const PolicyIndex &index;
    QList<quint32> common; // by slot; empty where the numbers are the same already

    BitSet held(UserId user, Instant t) const
    {
        BitSet bits;
        if (!user.isValid() || !index.policy().users().contains(user) || !index.policy().users().at(user).active)
            return bits;
        bits = index.effective(user, t);
        bits.intersect(index.holdable());
        if (common.isEmpty())
            return bits;
        BitSet mapped;
        bits.forEach([&](quint32 slot) { mapped.set(common.at(slot)); });
        return mapped;
    }
};

struct Comparison
{
    Side before;
    Side after;
    Pool<PermissionName> names;
    Instant t;
    Impact impact;

    Comparison(const PolicyIndex &a, const PolicyIndex &b, Instant at) : before {a, {}}, after {b, {}}, t(at)
    {
        bool same = true;
        for (quint32 slot = 0; same && slot < std::min(a.slotEnd(), b.slotEnd()); ++slot)
            same = a.nameOf({slot}) == b.nameOf({slot});
        for (const PolicyIndex *index : {&a, &b}) {
            Side &side = index == &a ? before : after;
            for (quint32 slot = 0; slot < index->slotEnd(); ++slot) {
                const quint32 number = names.intern(index->nameOf({slot}));
                if (!same)
                    side.common.append(number);
            }
        }
    }

    QStringList texts(const BitSet &bits, const BitSet &without) const
    {
        QStringList list;
        bits.forEachMissingIn(without, [&](quint32 number) { list.append(names.at(number).toText()); });
        sortByCodePoint(list);
        return list;
    }

    void compare(UserId was, UserId is)
    {
        const BitSet held = before.held(was, t);
        const BitSet holds = after.held(is, t);
        if (held == holds)
            return;
        const Policy &policy = is.isValid() && after.index.policy().users().contains(is) ? after.index.policy()
                                                                                          : before.index.policy();
        const User &user = policy.users().at(&policy == &after.index.policy() ? is : was);
        AccessChange change {user.id, user.name, texts(holds, held), texts(held, holds)};
        impact.gaining += change.gained.isEmpty() ? 0 : 1;
        impact.losing += change.lost.isEmpty() ? 0 : 1;
        impact.changes.append(std::move(change));
    }
};

// Users whom the difference between two policies of one lineage can touch.
BitSet touchedUsers(const PolicyIndex &before, const PolicyIndex &after, bool sameSlots)
{
    BitSet users;
    const Policy &a = before.policy();
    const Policy &b = after.policy();
    Policy::Users::forEachDifference(a.users(), b.users(),
                                     [&](UserId id, const User *, const User *) { users.set(id.value); });
    Relation<AssignmentRow>::forEachDifference(a.assignments(), b.assignments(),
                                               [&](const AssignmentRow *was, const AssignmentRow *is) {
        users.set((was ? was : is)->user.value);
    });
    BitSet roles;
    for (quint32 id = 0; id < std::max(a.roles().end(), b.roles().end()); ++id) {
        if (!sameSlots || !(before.effective({id}) == after.effective({id})))
            roles.set(id);
    }
    // A permission that left the catalogue is lost although no role's bits need to differ.
    if (!(before.holdable() == after.holdable())) {
        for (quint32 id = 0; id < std::max(a.roles().end(), b.roles().end()); ++id)
            roles.set(id);
    }
    if (roles.count() > 0) {
        b.assignments().forEach([&](const AssignmentRow &row) {
            if (roles.test(row.role.value))
                users.set(row.user.value);
        });
    }
    return users;
}

} // namespace

std::optional<Impact> impact(const PolicyIndex &before, const PolicyIndex &after, Instant t, bool sameLineage,
                             const CancelToken *cancel)
{
    Comparison comparison(before, after, t);
    const auto cancelled = [&] { return cancel && cancel->load(std::memory_order_relaxed); };
    if (sameLineage) {
        QList<UserId> users;
        touchedUsers(before, after, comparison.before.common.isEmpty()).forEach([&](quint32 id) {
            users.append(UserId {id});
        });
        for (const UserId user : std::as_const(users)) {
            if (cancelled())
                return {};
            comparison.compare(user, user);
        }
    } else {
        QList<std::pair<UserId, UserId>> pairs;
        before.policy().users().forEach([&](UserId id, const User &user) {
            pairs.append({id, after.policy().users().idOf(user.id)});
        });
        after.policy().users().forEach([&](UserId id, const User &user) {
            if (!before.policy().users().idOf(user.id).isValid())
                pairs.append({UserId(), id});
        });
        for (const auto &[was, is] : std::as_const(pairs)) {
            if (cancelled())
                return {};
            comparison.compare(was, is);
        }
    }
    std::sort(comparison.impact.changes.begin(), comparison.impact.changes.end(),
              [](const AccessChange &a, const AccessChange &b) { return lessByCodePoint(a.user, b.user); });
    return comparison.impact;
}

} // namespace rolewright
