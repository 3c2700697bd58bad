// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

namespace rolewright {

// What the constraints of a draft come to (semantics.md, section 5): who breaks which, and what happens then.
struct SeparationCase
{
    enum class Kind {
        Refused, // static, enforced: the draft breaks it, or breaks it worse; a store refuses that
        Stands, // static, enforced: broken like that already in what is stored
        Recorded, // static, recorded only
        Session, // dynamic: the user must say which roles act
        RoleAlone, // some role has too many of the roles by inheritance: whoever gets it breaks the
                   // constraint
    };

    ConstraintId constraint;
    Kind kind = Kind::Refused;
    UserId user; // invalid for RoleAlone
    RoleId role; // of RoleAlone only
    QList<RoleId> roles; // of the constraint, that user or role has or inherits

    friend bool operator==(const SeparationCase &, const SeparationCase &) = default;
};

// By constraint, kind, and the user's or role's key. `stored` is what the draft was made on. Linear in the
// assignments; nothing where it was cancelled.
QList<SeparationCase> reviewSeparation(const PolicyIndex &draft, const Policy &stored, Instant now,
                                       const CancelToken *cancel = nullptr);

} // namespace rolewright
