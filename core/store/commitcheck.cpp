// SPDX-License-Identifier: Apache-2.0
#include "core/store/commitcheck.h"

#include "core/decision/review.h"
#include "core/store/storeguard.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

Finding wrongText(const QString &place, const QString &problem)
{
    return {Severity::Error, u"invalid-text"_s, u"The %1 %2."_s.arg(place, problem), place, 0, 0};
}

tl::unexpected<Error> unrecordable(const Findings &problems)
{
    return failure(ErrorCode::Invalid, u"The changes cannot be recorded. Nothing was changed."_s, {},
                   problems);
}

// What people write goes into the trail for good: it must be text that reads back as it was written.
Findings problemsOf(const ChangeSet &changes, const CommitContext &context)
{
    Findings findings;
    const auto check = [&](const QString &place, const std::optional<QString> &problem) {
        if (problem)
            findings.append(wrongText(place, *problem));
    };
    check(u"reason"_s, problemOfDescription(changes.reason));
    check(u"actor"_s, problemOfValue(context.actor));
    check(u"origin"_s, problemOfValue(context.origin));
    return findings;
}

const QString OutcomeUnknown = u"outcome-unknown"_s;
const QString SignInNeeded = u"sign-in-needed"_s;

} // namespace

Error outcomeUnknown(const QString &what, const Error &after)
{
    Error error = after;
    error.code = ErrorCode::Unavailable;
    error.message = what + u": "_s + after.message;
    error.findings.append({Severity::Error,
                           OutcomeUnknown,
                           u"Look whether they are in the store before you apply them again."_s,
                           {},
                           0,
                           0});
    return error;
}

Error outcomeUnknown(const Error &after)
{
    return outcomeUnknown(
        u"The changes were applied to the file that was open, but it is no longer in its place"_s, after);
}

Error signInNeeded(const QString &place)
{
    return {
        ErrorCode::NotPermitted,
        u"Nobody is signed in to this store, and it lets nobody else in. Sign in with your name and password."_s,
        place,
        {{Severity::Error, SignInNeeded, u"It asks for a login and a password."_s, {}, 0, 0}}};
}

bool needsSignIn(const Error &error)
{
    return error.code == ErrorCode::NotPermitted && !error.findings.isEmpty()
        && error.findings.first().code == SignInNeeded;
}

bool isOutcomeUnknown(const Error &error)
{
    return std::any_of(error.findings.begin(), error.findings.end(),
                       [](const Finding &finding) { return finding.code == OutcomeUnknown; });
}

const PolicyIndex &CommitIndexes::before()
{
    if (!m_before)
        m_before.emplace(m_policy);
    return *m_before;
}

const PolicyIndex &CommitIndexes::after(const Policy &after)
{
    if (!m_after)
        m_after.emplace(before().updated(after));
    return *m_after;
}

Status recordable(const QString &place, const QString &text)
{
    const auto problem = problemOfDescription(text);
    return problem ? unrecordable({wrongText(place, *problem)}) : Status();
}

Result<CheckedCommit> checkedCommit(const Snapshot &head, const ChangeSet &changes,
                                    const CommitContext &context, CommitIndexes &indexes)
{
    if (head.version != changes.base) {
        return failure(
            ErrorCode::Conflict,
            u"The policy is at version %1 by now, and these changes were made on version %2. Nothing was "
            u"changed: bring them up to the newer version, look at them again and apply."_s.arg(head.version)
                .arg(changes.base));
    }
    if (const Findings problems = problemsOf(changes, context); !problems.isEmpty())
        return unrecordable(problems);
    Result<Policy> policy = checked(head.policy, changes.changes, context.time);
    if (!policy)
        return failure(policy.error());

    CheckedCommit commit{std::move(*policy), {}, {}};
    if (head.policy.tests().size() == 0)
        return commit;
    commit.brokenTests = brokenTests(indexes.before(), indexes.after(commit.policy), context.time);
    if (commit.brokenTests.isEmpty() || context.overrideTests)
        return commit;
    Findings findings;
    for (const QString &test : std::as_const(commit.brokenTests)) {
        findings.append({Severity::Error, u"test-would-fail"_s,
                         u"The test \"%1\" passes now and would fail."_s.arg(test), u"test "_s + test, 0, 0});
    }
    return failure(ErrorCode::Invalid,
                   u"The changes would make tests of the policy fail. Nothing was changed: mend the changes "
                   u"or the tests, "
                   u"or override the tests."_s,
                   {}, findings);
}

tl::unexpected<Error> noSuchVersion(qint64 version, qint64 newest, const QString &place)
{
    return failure(ErrorCode::Usage,
                   u"There is no version %1: the newest is %2, the first is 0."_s.arg(version).arg(newest),
                   place);
}

} // namespace rolewright
