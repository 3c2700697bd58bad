// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/bitset.h"
#include "core/validation/validate.h"

namespace rolewright {

// Static separation of duty (semantics.md, section 5) of one policy: which roles of the static constraints
// each role is or inherits, disabled or not. Works on a cyclic inheritance too. Linear in the inheritance for
// each of those roles to make; a user costs the assignments, and the constraints that those bring a role of.
class Separation
{
public:
    explicit Separation(const Policy &policy);

    bool isEmpty() const { return m_bits.isEmpty(); } // no role is in a static constraint
    // Of one user, at or over a limit; assignments that are over do not count.
    QList<Violation> violationsOf(UserId user, Instant now) const;
    QList<Violation> violations(Instant now) const; // by user id
    // The roles of the constraint that the user has or inherits.
    QList<RoleId> rolesOf(UserId user, const Constraint &constraint, Instant now) const;

private:
    QList<Violation> violationsOf(UserId user, const BitSet &held) const;
    BitSet heldBy(UserId user, Instant now) const;
    QList<RoleId> rolesIn(const BitSet &held, const Constraint &constraint) const;

    const Policy &m_policy;
    QHash<RoleId, quint32> m_bits; // of roles in static constraints
    QList<QList<ConstraintId>> m_constraintsOf; // by bit: those that have the role
    QHash<RoleId, BitSet> m_brings; // for roles that bring any
};

// "a, b and c", in the order of their names.
QString listed(const Policy &policy, const QList<RoleId> &roles);

} // namespace rolewright
