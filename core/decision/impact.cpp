// SPDX-License-Identifier: Apache-2.0
#include "core/decision/impact.h"

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

// What can be held on one side only: where it comes and goes, something is gained or lost although no role's bits need
// to differ.
BitSet holdableOnOneSide(const PolicyIndex &before, const PolicyIndex &after)
{
    BitSet bits;
    before.holdable().forEachMissingIn(after.holdable(), [&](quint32 slot) { bits.set(slot); });
    after.holdable().forEachMissingIn(before.holdable(), [&](quint32 slot) { bits.set(slot); });
    return bits;
}

BitSet touchedRoles(const Comparison &comparison)
{
    const PolicyIndex &before = comparison.before.index;
    const PolicyIndex &after = comparison.after.index;
    const BitSet oneSided =
        comparison.sameSlots && !comparison.sameHoldable ? holdableOnOneSide(before, after) : BitSet();
    BitSet roles;
    for (quint32 id = 0; id < std::max(before.policy().roles().end(), after.policy().roles().end()); ++id) {
        const BitSet &held = before.effective({id});
        const BitSet &holds = after.effective({id});
        if (!comparison.sameSlots || !(held == holds) || held.intersects(oneSided))
            roles.set(id);
    }
    return roles;
}

// Users whom the difference between two policies of one lineage can touch. `holders` gets the assignments that are new.
BitSet touchedUsers(const Comparison &comparison, RoleUsers *holders)
{
    BitSet users;
    const Policy &a = comparison.before.index.policy();
    const Policy &b = comparison.after.index.policy();
    Policy::Users::forEachDifference(a.users(), b.users(),
                                     [&](UserId id, const User *, const User *) { users.set(id.value); });
    // Two that went their own ways from one base may have given one number to two validities.
    Relation<AssignmentRow>::forEachDifference(
        a.assignments(), b.assignments(),
        [&](const AssignmentRow *was, const AssignmentRow *is) {
            users.set((was ? was : is)->user.value);
            if (holders && is)
                holders->add(*is);
        },
        [&](const AssignmentRow &was, const AssignmentRow &is) {
            return was.key() == is.key() && a.validityOf(was) == b.validityOf(is);
        });
    const BitSet roles = touchedRoles(comparison);
    if (roles.isEmpty())
        return users;
    if (holders) {
        roles.forEach([&](quint32 role) {
            for (const quint32 user : holders->of({role}))
                users.set(user);
        });
        return users;
    }
    b.assignments().forEach([&](const AssignmentRow &row) {
        if (roles.test(row.role.value))
            users.set(row.user.value);
    });
    return users;
}

bool compareTouched(Comparison &comparison, RoleUsers *holders, const CancelToken *cancel)
{
    QList<UserId> users;
    touchedUsers(comparison, holders).forEach([&](quint32 id) { users.append(UserId {id}); });
    for (const UserId user : std::as_const(users)) {
        if (cancel && cancel->load(std::memory_order_relaxed))
            return false;
        comparison.compare(user, user);
    }
    return true;
}

Impact finished(Comparison &comparison)
{
    std::sort(comparison.impact.changes.begin(), comparison.impact.changes.end(),
              [](const AccessChange &a, const AccessChange &b) { return lessByCodePoint(a.user, b.user); });
    return std::move(comparison.impact);
}

} // namespace

std::optional<Impact> impact(const PolicyIndex &before, const PolicyIndex &after, Instant t, bool sameLineage,
                             const CancelToken *cancel)
{
    Comparison comparison(before, after, t);
    const auto cancelled = [&] { return cancel && cancel->load(std::memory_order_relaxed); };
    if (sameLineage) {
        if (!compareTouched(comparison, nullptr, cancel))
            return {};
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
    return finished(comparison);
}

std::optional<Impact> impact(const PolicyIndex &before, const PolicyIndex &after, Instant t, RoleUsers &holders,
                             const CancelToken *cancel)
{
    Comparison comparison(before, after, t);
    if (!compareTouched(comparison, &holders, cancel))
        return {};
    return finished(comparison);
}

QList<AccessChange> firstChanges(const PolicyIndex &before, const PolicyIndex &after, Instant t, qsizetype maximum,
                                 const CancelToken *cancel)
{
    Comparison comparison(before, after, t);
    QList<std::pair<QString, UserId>> users;
    touchedUsers(comparison, nullptr).forEach([&](quint32 id) {
        const User *user = after.policy().users().find(UserId {id});
        users.append({(user ? *user : before.policy().users().at({id})).id, UserId {id}});
    });
    // Sorted as far as they are looked at.
    const auto less = [](const auto &a, const auto &b) { return lessByCodePoint(a.first, b.first); };
    QList<AccessChange> &found = comparison.impact.changes;
    for (qsizetype at = 0; at < users.size() && found.size() < maximum; at += maximum) {
        if (cancel && cancel->load(std::memory_order_relaxed))
            return {};
        const qsizetype end = std::min(users.size(), at + maximum);
        std::partial_sort(users.begin() + at, users.begin() + end, users.end(), less);
        for (qsizetype i = at; i < end && found.size() < maximum; ++i)
            comparison.compare(users.at(i).second, users.at(i).second);
    }
    return std::move(found);
}

RoleUsers::RoleUsers(const Policy &policy)
{
    policy.assignments().forEach([this](const AssignmentRow &row) { add(row); });
}

void RoleUsers::add(const AssignmentRow &row)
{
    if (row.role.value >= quint32(m_users.size()))
        m_users.resize(row.role.value + 1);
    m_users[row.role.value].append(row.user.value);
}

} // namespace rolewright
