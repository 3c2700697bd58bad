// SPDX-License-Identifier: Apache-2.0
#include "core/edit/takeover.h"

#include "core/edit/apply.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;
using Side = ComparedThing::Side;

struct Sides
{
    const Side &from;
    const Side &to;
};

Sides sidesOf(const ComparedThing &thing, bool toLeft)
{
    return toLeft ? Sides{thing.right, thing.left} : Sides{thing.left, thing.right};
}

Change relation(bool add, Kind kind, const QString &key, const QString &other)
{
    return {add ? Verb::Add : Verb::Remove, kind, key, other, {}, {}, {}};
}

Change assignment(const QString &user, const QString &role, const Validity &validity)
{
    return {Verb::Add, Kind::Assignment, user, role, {}, {}, Assignment{validity, {}}};
}

// The policy with the changes, compiled; nothing where they do not apply, such as a cycle that the draft
// will refuse and explain.
std::optional<PolicyIndex> after(const PolicyIndex &index, const QList<Change> &changes)
{
    const Result<QList<Change>> complete = completed(index.policy(), changes);
    if (!complete)
        return {};
    Policy policy = index.policy();
    if (const Status status = apply(policy, *complete); !status)
        return {};
    return index.updated(policy);
}

bool holds(const PolicyIndex &index, RoleId role, const QString &grant)
{
    const Result<PermissionName> name = parseGrant(grant);
    const SlotId slot = name ? index.slot(*name) : SlotId();
    return slot.isValid() && index.effective(role).test(slot.value);
}

} // namespace

TakeOver takeOverOfRole(const PolicyIndex &index, const QString &to, const QList<ComparedThing> &things,
                        bool toLeft)
{
    TakeOver result;
    for (const ComparedThing &thing : things) {
        const auto [from, target] = sidesOf(thing, toLeft);
        if (from.own == target.own)
            continue;
        const Kind kind = thing.kind == ComparedThing::Kind::Junior ? Kind::Inheritance : Kind::Grant;
        if (kind == Kind::Inheritance && thing.name == to) {
            ++result.left; // no role inherits itself
            continue;
        }
        result.changes.append(relation(from.own, kind, to, thing.name));
    }
    const std::optional<PolicyIndex> then = after(index, result.changes);
    if (!then)
        return result;
    const RoleId role = then->policy().roles().idOf(to);
    for (const ComparedThing &thing : things) {
        const auto [from, target] = sidesOf(thing, toLeft);
        if (from.own || thing.kind != ComparedThing::Kind::Grant)
            continue;
        const bool has = holds(*then, role, thing.name);
        if (from.has && !has)
            result.changes.append(relation(true, Kind::Grant, to, thing.name));
        else if (!from.has && has)
            ++result.left;
    }
    return result;
}

TakeOver takeOverOfUser(const PolicyIndex &index, const QString &to, const QList<ComparedThing> &things,
                        bool toLeft)
{
    TakeOver result;
    for (const ComparedThing &thing : things) {
        const auto [from, target] = sidesOf(thing, toLeft);
        if (thing.kind == ComparedThing::Kind::Permission)
            continue;
        if (from.own && !target.own) {
            result.changes.append(assignment(to, thing.name, from.validity.value_or(Validity())));
        } else if (!from.own && target.own) {
            result.changes.append(relation(false, Kind::Assignment, to, thing.name));
        } else if (from.own && from.validity && target.validity && *from.validity != *target.validity) {
            Change change{Verb::Set, Kind::Assignment, to, thing.name, u"from"_s, {}, from.validity->from};
            if (from.validity->from != target.validity->from)
                result.changes.append(change);
            change.field = u"until"_s;
            change.to = from.validity->until;
            if (from.validity->until != target.validity->until)
                result.changes.append(change);
        }
    }
    // What another of them brings needs nothing of its own.
    const std::optional<PolicyIndex> then = after(index, result.changes);
    if (!then)
        return result;
    const Instant now = Instant::now();
    const UserId user = then->policy().users().idOf(to);
    BitSet reached;
    for (const RoleId role : then->assignedRoles(user, now))
        reached.unite(then->reach(role));
    const BitSet held = then->effective(user, now);
    for (const ComparedThing &thing : things) {
        const auto [from, target] = sidesOf(thing, toLeft);
        if (thing.kind == ComparedThing::Kind::Permission) {
            const Result<PermissionName> name = parseGrant(thing.name);
            const SlotId slot = name ? then->slot(*name) : SlotId();
            result.left += (slot.isValid() && held.test(slot.value)) != from.has;
        } else if (!from.own && from.has != reached.test(then->policy().roles().idOf(thing.name).value)) {
            if (from.has)
                result.changes.append(assignment(to, thing.name, {}));
            else
                ++result.left;
        }
    }
    return result;
}

} // namespace rolewright
