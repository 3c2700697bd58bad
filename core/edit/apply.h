// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/edit/change.h"
#include "core/policy/policy.h"

namespace rolewright {

// Applies complete changes in order: each `was` must be what the policy has, names must exist or be free.
// Validates each change by itself (names, values, references), not the whole; see checked(). On failure the
// error is Invalid or, where a `was` differs, Conflict, with a finding whose place is "/changes/3"; the
// policy is left as it was.
Status apply(Policy &policy, const QList<Change> &changes);

// apply(), then everything that a store must refuse: validate() and newViolations(). What commits go through.
Result<Policy> checked(const Policy &policy, const QList<Change> &changes, Instant now);

// Fills in what a hand-written list leaves out: a missing `was`; the changes that go with a deletion, in
// front of it. A deletion is refused while an operation, or an approval's `by`, still names the thing: which,
// says the finding.
//  - a role takes its grants, inheritance, assignments and constraint memberships; a constraint that it
//  leaves
//    with fewer than two roles goes too, and a limit above the number of roles left is lowered to it;
//    delegations of the role go, and those that may assign it lose that.
//  - a permission takes the grants that name it; a user the assignments.
// Where a `was` is given and differs, the error is Conflict. A Set that changes nothing is left out. The
// place of a finding counts the changes as they were given.
Result<QList<Change>> completed(const Policy &policy, const QList<Change> &changes);

QList<Change> inverted(const QList<Change> &changes); // in reverse order

// Commands as complete changes, ready for a draft. Each is what completed() makes of the obvious change.
Result<QList<Change>> deletion(const Policy &policy, Change::Kind kind, const QString &key);
// Also rewrites what names the thing in tests, `access` that would no longer be known, and a display name
// that was the id.
Result<QList<Change>> renaming(const Policy &policy, Change::Kind kind, const QString &from,
                               const QString &to);
// A new role (or user) with the grants and juniors (or assignments) of another.
Result<QList<Change>> cloning(const Policy &policy, Change::Kind kind, const QString &from,
                              const QString &to);

// What makes the assignment valid then and no other time, whether it is there or not; nothing where it is so.
QList<Change> assigning(const Policy &policy, UserId user, RoleId role, const Validity &validity);

} // namespace rolewright
