// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"
#include "core/edit/change.h"

namespace rolewright {

// Which change did it: the net effect of some changes, each gain and loss under the change that brought it about. What
// comes and goes again on the way is in none. Pure; any thread.

// A user who can perform operations as they could not before, or no longer can (with all roles, within a scope too).
struct OperationChange
{
    QString user;
    QStringList opened; // sorted
    QStringList closed;

    friend bool operator==(const OperationChange &, const OperationChange &) = default;
};
struct OperationImpact
{
    QList<OperationChange> changes; // ordered by user id
    qsizetype opened = 0; // (user, operation) pairs
    qsizetype closed = 0;

    friend bool operator==(const OperationImpact &, const OperationImpact &) = default;
};
// By name, so of any two policies. Linear in users, and in operations for each set of roles that somebody has. Nothing
// where it was cancelled.
std::optional<OperationImpact> operationImpact(const PolicyIndex &before, const PolicyIndex &after, Instant t,
                                               const CancelToken *cancel = nullptr);

struct Cause
{
    qsizetype change = 0; // its place in the list
    Impact impact; // what is gained or lost in the end, and last turned at this change

    friend bool operator==(const Cause &, const Cause &) = default;
};
// In the order of the changes; those without effect are left out. Together they are impact(before, after). The error
// is apply()'s, or Cancelled. Costs what each change touches, and one look at the roles; `progress`: changes done.
Result<QList<Cause>> impactByCause(const PolicyIndex &before, const QList<Change> &changes, Instant t,
                                   const CancelToken *cancel = nullptr,
                                   std::atomic<qint64> *progress = nullptr);

} // namespace rolewright
