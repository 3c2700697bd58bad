// SPDX-License-Identifier: Apache-2.0
#include "core/decision/review.h"

#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

namespace {

// One side's slots, in a numbering that both sides share.
struct Side
{
    const PolicyIndex &index;
    QList<quint32> common; // by slot; empty where the numbers are the same already

    bool isActive(UserId user) const
    {
        const User *found = index.policy().users().find(user);
        return found && found->active;
    }

    BitSet held(UserId user, Instant t) const
    {
        return isActive(user) ? index.effective(user, t) : BitSet();
    }

    BitSet holdable(BitSet bits) const
    {
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
    Pool<PermissionName> names; // of the common numbers, where they are not those of the sides
    bool sameSlots;
    bool sameHoldable;
    Instant t;
    Impact impact;

    Comparison(const PolicyIndex &a, const PolicyIndex &b, Instant at)
        : before {a, {}}
        , after {b, {}}
        , sameSlots(a.numbersSlotsLike(b))
        , sameHoldable(sameSlots && a.holdable() == b.holdable())
        , t(at)
    {
        if (sameSlots)
            return;
        for (Side *side : {&before, &after}) {
            for (quint32 slot = 0; slot < side->index.slotEnd(); ++slot)
                side->common.append(names.intern(side->index.nameOf({slot})));
        }
    }

    PermissionName nameOf(quint32 number) const
    {
        if (!sameSlots)
            return names.at(number);
        return (number < after.index.slotEnd() ? after : before).index.nameOf({number});
    }

    QStringList texts(const BitSet &bits, const BitSet &without) const
    {
        QStringList list;
        bits.forEachMissingIn(without, [&](quint32 number) { list.append(nameOf(number).toText()); });
        sortByCodePoint(list);
        return list;
    }

    void compare(UserId was, UserId is)
    {
        BitSet held = before.held(was, t);
        BitSet holds = after.held(is, t);
        if (sameHoldable && held == holds)
            return;
        held = before.holdable(held);
        holds = after.holdable(holds);
        if (held == holds)
            return;
        const User *user = after.index.policy().users().find(is);
        if (!user)
            user = &before.index.policy().users().at(was);
        AccessChange change {user->id, user->name, texts(holds, held), texts(held, holds)};
        impact.gaining += change.gained.isEmpty() ? 0 : 1;
        impact.losing += change.lost.isEmpty() ? 0 : 1;
        impact.changes.append(std::move(change));
    }
};

// Users whom the difference between two policies of one lineage can touch.
BitSet touchedUsers(const Comparison &comparison)
{
    BitSet users;
    const PolicyIndex &before = comparison.before.index;
    const PolicyIndex &after = comparison.after.index;
    const Policy &a = before.policy();
    const Policy &b = after.policy();
    Policy::Users::forEachDifference(a.users(), b.users(),
                                     [&](UserId id, const User *, const User *) { users.set(id.value); });
    // Two that went their own ways from one base may have given one number to two validities.
    Relation<AssignmentRow>::forEachDifference(
        a.assignments(), b.assignments(),
        [&](const AssignmentRow *was, const AssignmentRow *is) { users.set((was ? was : is)->user.value); },
        [&](const AssignmentRow &was, const AssignmentRow &is) {
            return was.key() == is.key() && a.validityOf(was) == b.validityOf(is);
        });
    // A permission that left the catalogue is lost although no role's bits need to differ.
    BitSet roles;
    for (quint32 id = 0; id < std::max(a.roles().end(), b.roles().end()); ++id) {
        if (!comparison.sameHoldable || !(before.effective({id}) == after.effective({id})))
            roles.set(id);
    }
    if (roles.isEmpty())
        return users;
    b.assignments().forEach([&](const AssignmentRow &row) {
        if (roles.test(row.role.value))
            users.set(row.user.value);
    });
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
        touchedUsers(comparison).forEach([&](quint32 id) { users.append(UserId {id}); });
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
