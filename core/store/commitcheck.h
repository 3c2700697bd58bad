// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/store/policystore.h"

namespace rolewright {

// What every store asks of a change set before it writes it. Pure.
struct CheckedCommit
{
    Policy policy; // with the changes
    QStringList brokenTests; // that passed before; not empty only where that was overridden
    QStringList confirmed; // why a second confirmation was asked for, where the store asks for one; sentences
};

// The indexes of the policy before and after a commit: each is made when it is first asked for, and once for all
// that look at the commit.
class CommitIndexes
{
public:
    // `made`: the index of `before`, where there is one already.
    explicit CommitIndexes(const Policy &before, const std::optional<PolicyIndex> &made = {})
        : m_policy(before)
        , m_before(made)
    {
    }
    const PolicyIndex &before();
    const PolicyIndex &after(const Policy &after); // the same one each time
    const std::optional<PolicyIndex> &madeAfter() const { return m_after; } // as far as it was asked for

private:
    Policy m_policy;
    std::optional<PolicyIndex> m_before;
    std::optional<PolicyIndex> m_after;
};

// Conflict where `head` is not the version that the changes were made on; Invalid where the result would not
// be a valid policy, or where tests that pass would fail and the context does not override that
// (semantics.md, sections 6 and 7).
Result<CheckedCommit> checkedCommit(const Snapshot &head, const ChangeSet &changes,
                                    const CommitContext &context, CommitIndexes &indexes);

// Invalid where the text could not stand in the trail, which people read as it is; `place`: what it is.
Status recordable(const QString &place, const QString &text);

// For a commit whose changes are stored, but of which `after` says that they may not be where they should be.
Error outcomeUnknown(const Error &after);

// For a commit of which nobody can tell whether its changes were stored: `what` happened, a clause.
Error outcomeUnknown(const QString &what, const Error &after);
// The refusal of everything in a store that nobody is signed in to.
Error signInNeeded(const QString &place);

// "There is no version 9: the newest is 7."
tl::unexpected<Error> noSuchVersion(qint64 version, qint64 newest, const QString &place);

} // namespace rolewright
