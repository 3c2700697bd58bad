// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

namespace rolewright {

// Who and what uses one permission of the catalogue.
struct PermissionUsage
{
    qint32 roles = 0; // that grant it by its name, also disabled ones
    qint32 rolesByPattern = 0; // that grant it through one of their own patterns, likewise
    qint32 users = 0; // that hold it at the time, with all their roles
    bool isRequired = false; // an operation names it, or asks for access to its resource and action

    bool isUnused() const { return roles == 0 && rolesByPattern == 0 && !isRequired; }
    friend bool operator==(const PermissionUsage &, const PermissionUsage &) = default;
};

// By permission id. Linear in grants and assignments, and in patterns x permissions; users with the same
// roles are counted together. Nothing where it was cancelled.
QList<PermissionUsage> permissionUsage(const PolicyIndex &index, Instant t,
                                       const CancelToken *cancel = nullptr);

// Who could perform an operation at the time, with all their roles.
struct Performers
{
    qsizetype always = 0; // users
    qsizetype ownThings = 0; // further ones, on what they own
    qsizetype chosenRoles = 0; // further ones, once they say which of their roles act

    friend bool operator==(const Performers &, const Performers &) = default;
};
// Asks decide() once a user. What was counted so far where it was cancelled.
Performers performersOf(const PolicyIndex &index, const QString &operation, Instant t,
                        const CancelToken *cancel = nullptr);

} // namespace rolewright
