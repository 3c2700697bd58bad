// SPDX-License-Identifier: Apache-2.0
#include "core/store/commitcheck.h"

#include "core/decision/review.h"

namespace rolewright {

using namespace Qt::StringLiterals;

Result<CheckedCommit> checkedCommit(const Snapshot &head, const ChangeSet &changes,
                                    const CommitContext &context)
{
    if (head.version != changes.base) {
        return failure(
            ErrorCode::Conflict,
            u"The policy is at version %1 by now, and these changes were made on version %2. Nothing was "
            u"changed: bring them up to the newer version, look at them again and apply."_s.arg(head.version)
                .arg(changes.base));
    }
    Result<Policy> policy = checked(head.policy, changes.changes, context.time);
    if (!policy)
        return failure(policy.error());

    CheckedCommit commit{std::move(*policy), {}};
    if (head.policy.tests().size() == 0)
        return commit;
    const PolicyIndex before(head.policy);
    commit.brokenTests = brokenTests(before, before.updated(commit.policy), context.time);
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
