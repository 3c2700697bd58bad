// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/decision/guard.h"
#include "core/edit/change.h"

namespace rolewright {

// What governs a change set in a guarded store (semantics.md, section 9). Pure; any thread.
struct ChangeReview
{
    struct Sensitive
    {
        qsizetype change = 0; // its index
        QString why; // a sentence
        friend bool operator==(const Sensitive &, const Sensitive &) = default;
    };

    // What the caller may not do, each with "/changes/<index>" as its place and the reason of the decision
    // (section 4) as its code; one without place where the caller may do nothing at all.
    Findings refusals;
    QList<Sensitive> sensitive; // what asks for a second confirmation
    QList<Approval> approvals; // those of the policy that the change set waits for
};

// Each of the complete changes is mapped to the right that it needs, which the engine decides on the policy
// before them: what a change set gives its author counts from the next one on. The right under which each
// stands is in adminregistry.h; besides,
//  - what gives or takes rights under rolewright/ needs `administration:update`, unless a delegation names
//  just that;
//  - renaming a permission that roles hold needs `role:grant`;
//  - an approval's own removal waits for that approval.
// Fails where the changes do not apply to the policy. A few look-ups a change.
Result<ChangeReview> reviewed(const PolicyIndex &before, const Caller &caller, const QList<Change> &changes,
                              Instant now);
// The same for changes that come on top of a draft of `before`: what one would be told when the draft is applied.
Result<ChangeReview> reviewed(const PolicyIndex &before, const Policy &draft, const Caller &caller,
                              const QList<Change> &changes, Instant now);

// NotPermitted with the refusals, where there are any.
Status mayApply(const ChangeReview &review, const QString &caller);
Status mayApply(const PolicyIndex &before, const Caller &caller, const QList<Change> &changes, Instant now);

// What a second confirmation is bound to: 32 bytes (SHA-256) of the version it was made on, the reason and
// the changes, and whether failing tests are overridden. Another version, order or word gives another.
QByteArray confirmationDigest(const ChangeSet &changes, bool overridesTests);

// The same for an operation that is no change of the policy, and what it is done to: "policy.export", "users.json".
QByteArray operationDigest(const QString &operation, const QString &what);

} // namespace rolewright
