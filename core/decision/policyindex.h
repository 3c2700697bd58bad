// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/bitset.h"
#include "core/policy/policy.h"

#include <compare>
#include <memory>

namespace rolewright {

// A number for a (resource, action, scope) that some request can ask about: every permission of the catalogue and
// built-in right; for each known (resource, action) the one without scope; and each scope that a pattern brings in.
struct SlotId
{
    quint32 value = 0xffffffffu;
    bool isValid() const { return value != 0xffffffffu; }
    friend constexpr auto operator<=>(SlotId, SlotId) = default;
    friend constexpr bool operator==(SlotId, SlotId) = default;
};

// A requirement with its names looked up; what the policy does not have is never held.
struct CompiledRequirement
{
    Requirement::Kind kind = Requirement::Kind::Authenticated;
    QList<SlotId> permissions;
    struct Own
    {
        SlotId slot;
        SlotId unscoped; // where the permission has a scope: who holds this need not own
    };
    QList<Own> own;
    QList<RoleId> roles;
    PermissionName access; // of `access`
    QList<CompiledRequirement> children;
};

// A policy compiled for decisions: two bit sets of slots a role (its own grants; with all it inherits through enabled
// roles), and which roles each role brings. Immutable to its readers; copies are cheap and may go to other threads.
// In a policy with an inheritance cycle, which cannot be stored, what flows round the cycle may be missing.
//
// `updated()` follows an edit incrementally: its cost is that of what the edit touches; many permissions that come, go
// or are renamed at once cost a rebuild. Semantics.md sections 1 and 3.
class PolicyIndex
{
public:
    PolicyIndex();
    explicit PolicyIndex(const Policy &policy); // linear in grants x covered slots
    PolicyIndex updated(const Policy &policy) const; // of one lineage; the same answers as PolicyIndex(policy)

    const Policy &policy() const { return m_policy; }

    // A known (resource, action): some permission of the catalogue has it, or it is built in.
    struct Pair
    {
        struct Scoped
        {
            QString scope;
            SlotId slot;
        };
        SlotId unscoped;
        QList<Scoped> scoped;
        bool known = true; // false: its last permission went; its bits are followed still, pair() does not give it
    };
    // Null where it is not known. O(1).
    const Pair *pair(const QString &resource, const QString &action) const;
    // Of a permission of the catalogue.
    SlotId slot(PermissionId permission) const;
    SlotId slot(const PermissionName &name) const; // invalid where there is none
    PermissionName nameOf(SlotId slot) const;
    quint32 slotEnd() const; // one past the highest
    bool numbersSlotsLike(const PolicyIndex &other) const; // what both have stands under the same numbers

    // The slots that a role's own grants cover / that it effectively gives; empty while it is disabled.
    const BitSet &own(RoleId role) const;
    const BitSet &effective(RoleId role) const;
    // The role and all it inherits through enabled roles; empty while it is disabled. Bits are RoleId values.
    const BitSet &reach(RoleId role) const;
    // The role and all it inherits, disabled or not: what static separation of duty counts (section 5).
    const BitSet &reachAll(RoleId role) const;

    // The patterns (and rights under `rolewright/`) among a role's own grants.
    const QList<PermissionName> &patterns(RoleId role) const;
    // The permissions of the catalogue, as slots.
    const BitSet &catalogue() const;
    // Those and Rolewright's own rights: what can be gained or lost.
    const BitSet &holdable() const;
    // Null where the operation has no requirement.
    const CompiledRequirement *requirement(OperationId operation) const;
    // The dynamic constraints in mode enforce.
    const QList<ConstraintId> &dynamicConstraints() const;

    // The enabled roles assigned to the user at t, ordered by id: "Assigned" of section 3 without the disabled ones.
    QList<RoleId> assignedRoles(UserId user, Instant t) const;
    // What those roles give together.
    BitSet effective(UserId user, Instant t) const;

private:
    friend struct IndexBuilder;
    struct Data;

    Policy m_policy;
    std::shared_ptr<const Data> m_data;
};

} // namespace rolewright
