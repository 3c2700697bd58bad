// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/finding.h"
#include "core/decision/review.h"
#include "core/edit/change.h"

namespace rolewright {

// What is not good about a policy that is valid: who has more than the policy needs to say (least privilege),
// what separation of duty forbids and stands (semantics.md, section 5), what does nothing any more, and every
// warning.

struct AnalyzedFinding
{
    Finding finding; // its place is a thing, such as "role editor"
    QList<Change> mend; // what is said twice or does nothing, taken away; empty: a person has to decide

    friend bool operator==(const AnalyzedFinding &, const AnalyzedFinding &) = default;
};

// The codes that findings can have: those of warnings(), and
//   redundant-grant       a role grants what an inherited role, or another grant of its own, gives already
//   redundant-assignment  a user has a role that another role of theirs brings for as long
//   sensitive-by-pattern  a pattern gives a sensitive permission that the role does not name
//   same-roles            enabled roles that give exactly the same
//   inactive-user         a user who is inactive and has roles still
//   assignment-over       assignments of an active user that have ended
//   disabled-role         a role that is disabled and assigned still
//   idle-role             a role that no active user has, by assignment or inheritance
//   empty-role            a role that gives nothing, and that nothing names
//   ungranted             permissions that no enabled role gives
const QStringList &analyzedCodes();

// Separation of duty first, then least privilege, then what is dead, then the other warnings; within these by
// name.
//
// All mends, or any of them, change no decision at t or later as long as nothing else is edited. Pure; any
// thread. Linear in the policy, but for the assignments of one user with each other, and the patterns and
// inherited roles of a role with what it grants. Nothing where it was cancelled.
std::optional<QList<AnalyzedFinding>> analyze(const PolicyIndex &index, Instant t,
                                              const CancelToken *cancel = nullptr);

} // namespace rolewright
