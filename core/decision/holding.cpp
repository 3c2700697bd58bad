// SPDX-License-Identifier: Apache-2.0
#include "core/decision/holding.h"

#include "core/base/text.h"
#include "core/decision/decide.h"

namespace rolewright {

namespace {

struct Held
{
    BitSet slots;
    Instant until = Instant::openEnd();
};

Held heldBy(const PolicyIndex &index, const QString &user, Instant t)
{
    Held held;
    Request request;
    request.subject = user;
    const Session session = openSession(index, request, t);
    if (session.user.isValid()) {
        const Policy &policy = index.policy();
        policy.assignments().forEachOf(session.user.value, [&](const AssignmentRow &row) {
            const Validity &validity = policy.validityOf(row);
            for (const Instant boundary : {validity.from, validity.until}) {
                if (boundary > t)
                    held.until = std::min(held.until, boundary);
            }
        });
    }
    for (const RoleId role : session.active)
        held.slots.unite(index.effective(role));
    return held;
}

// What a slot stands for, to who holds it: a permission of the catalogue, and for the things in its scope
// only.
struct Meaning
{
    PermissionName name;
    bool isListed = false;
    SlotId unscoped; // who holds this holds it for all things; invalid: it has no scope

    bool isScoped(const BitSet &held) const { return unscoped.isValid() && !held.test(unscoped.value); }
};

std::optional<Meaning> meaningOf(const PolicyIndex &index, quint32 slot)
{
    const PermissionName name = index.nameOf({slot});
    const PolicyIndex::Pair *pair = index.pair(name.resource, name.action);
    if (!pair || isBuiltInResource(name.resource))
        return {};
    return Meaning{name, index.catalogue().test(slot), name.hasScope() ? pair->unscoped : SlotId()};
}

// The same holdings as the same bits, for two policies that number their slots otherwise.
class Numbering
{
public:
    Numbering(const PolicyIndex &index, Pool<PermissionName> &names)
    {
        for (quint32 slot = 0; slot < index.slotEnd(); ++slot) {
            if (const std::optional<Meaning> meaning = meaningOf(index, slot))
                m_entries.append({slot, names.intern(meaning->name), *meaning});
        }
    }

    BitSet numbered(const BitSet &held) const
    {
        BitSet bits;
        for (const Entry &entry : m_entries) {
            if (!held.test(entry.slot))
                continue;
            if (entry.meaning.isListed)
                bits.set(2 * entry.number);
            if (entry.meaning.isScoped(held))
                bits.set(2 * entry.number + 1);
        }
        return bits;
    }

private:
    struct Entry
    {
        quint32 slot;
        quint32 number;
        Meaning meaning;
    };
    QList<Entry> m_entries;
};

} // namespace

Holding holdingOf(const PolicyIndex &index, const QString &user, Instant t)
{
    const Held held = heldBy(index, user, t);
    Holding holding;
    holding.until = held.until;
    held.slots.forEach([&](quint32 slot) {
        const std::optional<Meaning> meaning = meaningOf(index, slot);
        if (meaning && meaning->isListed)
            holding.permissions.append(meaning->name.toText());
        if (meaning && meaning->isScoped(held.slots))
            holding.scoped.append(meaning->name.toText());
    });
    sortByCodePoint(holding.permissions);
    sortByCodePoint(holding.scoped);
    return holding;
}

QStringList usersHoldingOtherwise(const PolicyIndex &before, const PolicyIndex &after, Instant t)
{
    const bool sameSlots = before.numbersSlotsLike(after) && before.catalogue() == after.catalogue();
    Pool<PermissionName> names;
    const Numbering was(before, names);
    const Numbering is(after, names);
    QStringList users;
    const auto compare = [&](const QString &user) {
        const Held held = heldBy(before, user, t);
        const Held holds = heldBy(after, user, t);
        const bool same = held.until == holds.until
            && ((sameSlots && held.slots == holds.slots)
                || was.numbered(held.slots) == is.numbered(holds.slots));
        if (!same)
            users.append(user);
    };
    before.policy().users().forEach([&](UserId, const User &user) { compare(user.id); });
    after.policy().users().forEach([&](UserId, const User &user) {
        if (!before.policy().users().idOf(user.id).isValid())
            compare(user.id);
    });
    sortByCodePoint(users);
    return users;
}

} // namespace rolewright
