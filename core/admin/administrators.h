// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/decision/policyindex.h"
#include "core/edit/change.h"

#include <functional>

namespace rolewright {

// Can this user sign in?
using HasCredentials = std::function<bool(UserId)>;

// The users who administer for good (semantics.md, section 9): active, with credentials, and by the engine's
// decision allowed `rolewright/administration:update` and `rolewright/user:assign` without scope, through
// enabled roles and assignments that have begun and have no end. Ordered by id. Linear in the assignments.
QList<UserId> administrators(const PolicyIndex &index, const HasCredentials &hasCredentials, Instant now);

// The guard "never without an administrator": NotPermitted where a policy has none, or where an approval that
// it asks for has no two people to play its parts. For a guarded store, on the policy that a change set leads
// to.
Status keepsAdministrators(const PolicyIndex &after, const HasCredentials &hasCredentials, Instant now);

// What makes a user an administrator who has none of that yet: the user, a role with every right of Rolewright, and the
// assignment without an end; nothing where the user is one. The changes are complete.
QList<Change> makingAdministrator(const Policy &policy, const QString &user, Instant now);

// The changes of an import, without those that would take away the administrators of the policy and the roles that they
// administer through, where no administrator would be left otherwise (interfaces.md: a document keeps them unless it
// brings its own). As they are where they cannot be kept so.
QList<Change> keepingAdministrators(const Policy &policy, const QList<Change> &changes, Instant now);

} // namespace rolewright
