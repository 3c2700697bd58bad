// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/comparison.h"
#include "core/edit/change.h"

namespace rolewright {

// The changes that give `to` what `from` has of those things, and take from it what `from` has not; both are
// roles, or both users (semantics.md, section 2). `toLeft`: the left side of the comparison is `to`.
//
// What `from` has itself, `to` gets itself. Of a role, what `from` has through others and `to` still lacks then
// is granted to it; what `to` would still have through others is left, and counted. Of a user, roles are given
// and taken, permissions follow; those that do not are counted.
struct TakeOver
{
    QList<Change> changes;
    qsizetype left = 0; // things that stay different
};
TakeOver takeOverOfRole(const PolicyIndex &index, const QString &to, const QList<ComparedThing> &things,
                        bool toLeft);
TakeOver takeOverOfUser(const PolicyIndex &index, const QString &to, const QList<ComparedThing> &things,
                        bool toLeft);

} // namespace rolewright
