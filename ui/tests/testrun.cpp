// SPDX-License-Identifier: Apache-2.0
#include "ui/tests/testrun.h"

#include <QSet>

namespace rolewright {

std::optional<TestRun> runOfTests(const PolicyIndex &base, const PolicyIndex &draft, Instant now,
                                  const CancelToken &cancel)
{
    QSet<QString> passing;
    for (const TestOutcome &outcome : runTests(base, now, &cancel)) {
        if (outcome.passed)
            passing.insert(outcome.test);
    }
    TestRun run;
    for (const TestOutcome &outcome : runTests(draft, now, &cancel)) {
        const TestState state = outcome.passed ? TestState::Passes
            : passing.contains(outcome.test)   ? TestState::WouldBreak
                                               : TestState::Fails;
        run.results.insert(outcome.test, {state, outcome.decision});
        run.failing += !outcome.passed;
        run.breaking += state == TestState::WouldBreak;
    }
    run.untested = untestedPermissions(draft);
    if (cancel)
        return {};
    return run;
}

} // namespace rolewright
