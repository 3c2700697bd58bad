// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

#include <QHash>

namespace rolewright {

// WouldBreak: it passes on the stored version; applying the draft asks for an override (semantics.md, section
// 7).
enum class TestState : quint8 { Passes, Fails, WouldBreak };

// The tests of a draft, each decided.
struct TestRun
{
    struct Result
    {
        TestState state = TestState::Passes;
        Decision decision;
    };
    QHash<QString, Result> results; // by the test's name
    qsizetype failing = 0; // all that do not pass
    qsizetype breaking = 0; // those of them that pass on the stored version
    QStringList untested; // permissions of the catalogue, sorted
};

// Both sides at one moment. Pure, for a worker; a decision a test and side. Nothing where it was cancelled.
std::optional<TestRun> runOfTests(const PolicyIndex &base, const PolicyIndex &draft, Instant now,
                                  const CancelToken &cancel);

} // namespace rolewright
