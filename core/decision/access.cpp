// SPDX-License-Identifier: Apache-2.0
#include "core/decision/access.h"

#include "core/decision/evaluate.h"

#include <algorithm>

namespace rolewright {

namespace {

bool isCancelled(const CancelToken *cancel)
{
    return cancel && *cancel;
}

// Assigned, whatever the time: what static separation of duty counts, but for those that are over.
BitSet broughtBy(const PolicyIndex &index, UserId user, Instant t)
{
    const Policy &policy = index.policy();
    BitSet all;
    policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        if (policy.validityOf(row).until > t)
            all.unite(index.reachAll(row.role));
    });
    return all;
}

int countOf(const BitSet &roles, const Constraint &constraint)
{
    return int(std::count_if(constraint.roles.begin(), constraint.roles.end(),
                             [&](RoleId role) { return roles.test(role.value); }));
}

// Would the role, together with what the user has, break a separation of duty that is enforced?
bool breaksDuty(const PolicyIndex &index, UserId user, RoleId role, Instant t)
{
    if (index.policy().constraints().size() == 0)
        return false;
    QList<RoleId> together = index.assignedRoles(user, t);
    together.append(role);
    if (!brokenConstraints(index, together).isEmpty())
        return true;
    const BitSet before = broughtBy(index, user, t);
    BitSet after = before;
    after.unite(index.reachAll(role));
    bool breaks = false;
    index.policy().constraints().forEach([&](ConstraintId, const Constraint &constraint) {
        const int count = countOf(after, constraint);
        breaks = breaks
            || (constraint.kind == Constraint::Kind::Static && constraint.mode == Constraint::Mode::Enforce
                && count >= constraint.limit && count > countOf(before, constraint));
    });
    return breaks;
}

// The slots that an unscoped grant of it would bring, or the one of a scope.
BitSet slotsOf(const PolicyIndex &index, const PermissionName &name)
{
    BitSet slots;
    const PolicyIndex::Pair *pair = index.pair(name.resource, name.action);
    if (name.hasScope() || !pair) {
        slots.set(index.slot(name).value);
        return slots;
    }
    slots.set(pair->unscoped.value);
    for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped)
        slots.set(scoped.slot.value);
    return slots;
}

struct Wanted
{
    UserId user;
    QList<RoleId> assigned; // enabled, valid
    BitSet known; // held, and what is asked for
};

std::optional<AccessOffer> assigning(const PolicyIndex &index, const QList<Wanted> &users, RoleId role, Instant t)
{
    AccessOffer offer {AccessOffer::Way::Assign, role, 0, 0, {}};
    bool helps = false;
    for (const Wanted &wanted : users) {
        if (wanted.assigned.contains(role))
            continue;
        if (breaksDuty(index, wanted.user, role, t))
            return {};
        helps = true;
        offer.adds =
            std::max(offer.adds, index.effective(role).countMissingIn(wanted.known, index.holdable()));
    }
    return helps ? std::optional(offer) : std::nullopt;
}

// Those who have the role, by whatever senior, and not yet the slot.
void countOthers(const PolicyIndex &index, const BitSet &asked, SlotId slot, Instant t, AccessOffer &offer)
{
    const Policy &policy = index.policy();
    BitSet bringing; // roles that bring this one
    policy.roles().forEach([&](RoleId id, const Role &) {
        if (index.reach(id).test(offer.role.value))
            bringing.set(id.value);
    });
    QStringList names;
    UserId last;
    policy.assignments().forEach([&](const AssignmentRow &row) {
        if (row.user == last || !bringing.test(row.role.value) || !policy.isValidAt(row, t))
            return;
        last = row.user; // rows of one user stand together
        const User *user = policy.users().find(row.user);
        if (asked.test(row.user.value) || !user || !user->active)
            return;
        const QList<RoleId> assigned = index.assignedRoles(row.user, t);
        if (std::none_of(assigned.begin(), assigned.end(),
                         [&](RoleId role) { return index.effective(role).test(slot.value); }))
            names.append(user->id);
    });
    offer.others = names.size();
    const auto end = names.begin() + std::min(names.size(), AccessOffer::NameMaximum);
    std::partial_sort(names.begin(), end, names.end(),
                      [](const QString &a, const QString &b) { return lessByCodePoint(a, b); });
    offer.who = QStringList(names.begin(), end);
}

} // namespace

QList<AccessOffer> accessOffers(const PolicyIndex &index, const QList<UserId> &users, PermissionId permission, Instant t,
                                const CancelToken *cancel)
{
    const Policy &policy = index.policy();
    const PermissionName &name = policy.permissions().at(permission).name;
    const SlotId slot = index.slot(permission);
    const BitSet slots = slotsOf(index, name);
    QList<Wanted> wanted;
    BitSet asked; // users
    for (const UserId user : users) {
        Wanted each {user, index.assignedRoles(user, t), index.effective(user, t)};
        if (each.known.test(slot.value))
            continue;
        each.known.set(slot.value);
        asked.set(user.value);
        wanted.append(std::move(each));
    }
    QList<AccessOffer> offers;
    if (wanted.isEmpty())
        return offers;
    policy.roles().forEach([&](RoleId role, const Role &) {
        if (isCancelled(cancel) || !index.effective(role).test(slot.value)) // empty while it is disabled
            return;
        if (const auto offer = assigning(index, wanted, role, t))
            offers.append(*offer);
    });
    for (const RoleId role : std::as_const(wanted.first().assigned)) {
        const bool all = std::all_of(wanted.begin(), wanted.end(),
                                     [&](const Wanted &each) { return each.assigned.contains(role); });
        if (isCancelled(cancel) || !all)
            continue;
        AccessOffer offer {AccessOffer::Way::Grant, role, 0, 0, {}};
        for (const Wanted &each : std::as_const(wanted))
            offer.adds = std::max(offer.adds, slots.countMissingIn(each.known, index.holdable()));
        countOthers(index, asked, slot, t, offer);
        offers.append(offer);
    }
    if (isCancelled(cancel))
        return {};
    std::sort(offers.begin(), offers.end(), [&](const AccessOffer &a, const AccessOffer &b) {
        if (a.way != b.way)
            return a.way < b.way;
        if (a.others != b.others)
            return a.others < b.others;
        return a.adds != b.adds ? a.adds < b.adds
                                : lessByCodePoint(policy.roles().at(a.role).name, policy.roles().at(b.role).name);
    });
    return offers;
}

AccessRemoval accessRemoval(const PolicyIndex &index, UserId user, PermissionId permission, Instant t)
{
    const Policy &policy = index.policy();
    const BitSet held = index.effective(user, t);
    BitSet taken;
    taken.set(index.slot(permission).value);
    if (!held.intersects(taken))
        taken = slotsOf(index, policy.permissions().at(permission).name);
    AccessRemoval removal;
    BitSet left;
    for (const RoleId role : index.assignedRoles(user, t)) {
        if (index.effective(role).intersects(taken))
            removal.roles.append(role);
        else
            left.unite(index.effective(role));
    }
    std::sort(removal.roles.begin(), removal.roles.end(), [&](RoleId a, RoleId b) {
        return lessByCodePoint(policy.roles().at(a).name, policy.roles().at(b).name);
    });
    left.unite(taken);
    held.forEachMissingIn(left, [&](quint32 slot) {
        if (index.catalogue().test(slot))
            removal.alsoLost.append(index.nameOf({slot}).toText());
    });
    sortByCodePoint(removal.alsoLost);
    return removal;
}

} // namespace rolewright
