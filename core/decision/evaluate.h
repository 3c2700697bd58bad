// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

namespace rolewright {

// The inside of decide(), for those who explain it: sections 4.1 and 4.2 for a session that is open.

// decide() of a request that is no operation, for those who have looked up its subject (invalid: unknown) and what it asks
// for (null: not known).
Decision decideAccess(const PolicyIndex &index, const Request &request, Instant now, UserId user,
                      const PolicyIndex::Pair *pair);
bool asksOperation(const Request &request);

// The role bits of one slot, ORed over the session's active roles.
bool holds(const PolicyIndex &index, const Session &session, SlotId slot);

// A scope that holds between subject and resource. `own` means ownership only, whatever the relations say.
bool scopeHolds(const QString &scope, bool owned, const QStringList &relations);

Decision evaluateAccess(const PolicyIndex &index, const Session &session, const PolicyIndex::Pair &pair, bool owned,
                        const QStringList &relations);

bool evaluate(const PolicyIndex &index, const Session &session, const CompiledRequirement &requirement, bool owned,
              const QStringList &relations);

// Met, not met, or met if the subject owned the resource.
Decision evaluateOperation(const PolicyIndex &index, const Session &session, const CompiledRequirement &requirement,
                           bool owned, const QStringList &relations);

// The enforced dynamic constraints that these roles would break together (section 5).
QList<ConstraintId> brokenConstraints(const PolicyIndex &index, const QList<RoleId> &active);

// Of the roles that these bring, those that stand in such a constraint. Bits are RoleId values.
BitSet breaching(const PolicyIndex &index, const QList<RoleId> &active);

// A denial for want of any effective role says so.
Decision withNoRole(const Session &session, Decision decision);

} // namespace rolewright
