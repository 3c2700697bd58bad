// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/decision/review.h"

namespace rolewright {

// How users can be given a permission of the catalogue, and what would take it from them: the proposals of "Give
// access..." in Users x Permissions. Pure; any thread.

struct AccessOffer
{
    enum class Way {
        Assign, // the role to those of the users who do not have it
        Grant, // the permission to a role that all of them have
    };
    static constexpr qsizetype NameMaximum = 20;

    Way way = Way::Assign;
    RoleId role;
    qsizetype adds = 0; // further permissions, as RoleOffer has it; of several users, the most that one of them would get
    qsizetype others = 0; // further users who would gain the permission
    QStringList who; // the first of them by id

    friend bool operator==(const AccessOffer &, const AccessOffer &) = default;
};
// Roles to assign first, those that add the fewest further permissions first, then roles to grant it to, those that
// give it to the fewest others first; then by name. Not offered: disabled roles, and what would break a separation of
// duty that is enforced. O(roles x users), and for grants O(assignments); empty where it was cancelled.
QList<AccessOffer> accessOffers(const PolicyIndex &index, const QList<UserId> &users, PermissionId permission, Instant t,
                                const CancelToken *cancel = nullptr);

// What taking a permission from a user means: the assignments that give it (without scope or, where it is held for
// some scope only, for that), and what else goes with them.
struct AccessRemoval
{
    QList<RoleId> roles; // assigned, by name
    QStringList alsoLost; // permissions of the catalogue, sorted

    friend bool operator==(const AccessRemoval &, const AccessRemoval &) = default;
};
AccessRemoval accessRemoval(const PolicyIndex &index, UserId user, PermissionId permission, Instant t);

} // namespace rolewright
