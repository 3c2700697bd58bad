// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/guard.h"
#include "core/edit/change.h"

namespace rolewright {

// Everything that can be done to a guarded store, each with the right that it needs (semantics.md, section
// 9). What is not in here cannot be done. Pure; any thread.
struct AdminOperation
{
    enum class Confirmation { Never, Depends, Always }; // a second one; Depends: on what the change touches
    enum class Trail { Refusals, Always }; // what of it becomes an event
    // By whom: a client does it with what it read, and says so; what the guard does it records itself.
    enum class Done { ByGuard, ByClient };

    QString name; // as the trail calls it: "grant.add", "policy.export"
    PermissionName right; // none: whoever is signed in
    Confirmation confirmation = Confirmation::Never;
    bool isDelegable = false; // the right counts with scope `delegated` too
    Trail trail = Trail::Always;
    Done done = Done::ByGuard;
};
const QList<AdminOperation> &adminOperations();
// Null where there is none of that name.
const AdminOperation *findAdminOperation(const QString &name);
// "role.add" for a change that adds a role; what the trail calls it.
QString operationName(const Change &change);

// May the caller do what is no change of the policy? NotPermitted, with the reason of the decision as the
// finding's code, where not; `name` is in the registry.
Status mayPerform(const PolicyIndex &index, const Caller &caller, const QString &name, Instant now);
// The same for a kind of change: could any one of them be the caller's, if only by a delegation? Which are, reviewed()
// says.
Status mayEver(const PolicyIndex &index, const Caller &caller, const QString &name, Instant now);

// The engine's answer for one right; `isCovered`: a delegation covers what is to be done.
Decision decideRight(const PolicyIndex &index, const Caller &caller, const PermissionName &right,
                     const QString &thing, bool isCovered, Instant now);

} // namespace rolewright
