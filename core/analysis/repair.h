// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"
#include "core/edit/change.h"

namespace rolewright {

// The smallest changes that turn a decision (issue: simulate access). Each proposal has been tried: applied, it turns
// what decide() says, no part of it does, and no enforced static constraint is broken by it. Pure; any thread.

// One way to the other answer.
struct Repair
{
    QList<Change> changes; // complete: what a draft takes as one command; empty where only the session changes
    QStringList activate; // roles that the session has to activate as well
    QStringList drop; // roles that the session must not have active
    Impact impact; // who gains or loses what, this user included
    // (user, permission) pairs gained (of an allow; lost, of a deny) beside the permission that was asked for.
    qsizetype beside = 0;
    qsizetype others = 0; // users other than the subject among those

    friend bool operator==(const Repair &, const Repair &) = default;
};

struct RepairPlan
{
    Decision decision; // as it is
    // Least beside first, then fewest changes. Empty where nothing of this kind turns it: an unknown user, permission
    // or operation, one without requirement, a public one.
    QList<Repair> repairs;
    bool bounded = false; // the search ended at its limits: there may be more

    friend bool operator==(const RepairPlan &, const RepairPlan &) = default;
};

struct RepairLimits
{
    qsizetype changes = 4; // in one proposal
    qsizetype tries = 600; // policies that are made and asked
    qsizetype choices = 10; // roles considered at one place, those that give least first
    qsizetype proposals = 20;
};

// For a denied request, what would allow it: assign a role, grant, inherit, extend an assignment or make it begin,
// enable a role, activate the user; and for the session, activate or drop a role. For an allowed one, what would deny
// it: take an assignment, an inheritance or a grant off every granting path, or deactivate the user. Nothing where it
// was cancelled.
std::optional<RepairPlan> repairs(const PolicyIndex &index, const Request &request, Instant now,
                                  const RepairLimits &limits = {}, const CancelToken *cancel = nullptr);

// "assign editor to alice; activate editor": one line for lists.
QString describe(const Repair &repair);

} // namespace rolewright
