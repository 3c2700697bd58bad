// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"

namespace rolewright {

// How often somebody was guessed at, and until when no further guess is looked at. Kept in the store, by the
// name that was given, whether there is such a user or not: so it outlives a restart and tells nothing.
struct Attempts
{
    qint64 failures = 0; // since the last success
    Instant last; // when the last one was looked at
    Instant notBefore;

    friend bool operator==(const Attempts &, const Attempts &) = default;
};

// May another guess be looked at? A clock that was set back does not shorten the wait by more than it was set
// back, nor lengthen it past the longest.
bool mayTry(const Attempts &attempts, Instant now, qint64 longestWait);
// Counted before the guess is looked at, so that many at once are many. The first five wait for nothing; then
// a second, two, four ..., up to `longestWait` (milliseconds).
Attempts tried(const Attempts &attempts, Instant now, qint64 longestWait);

// The last of them was right, but showed only a part of what the user has set up: it alone does not count. Those
// before it, which may have guessed at the other part, do.
Attempts forgiven(const Attempts &attempts, Instant now);

constexpr qint64 FreeAttempts = 5; // that wait for nothing
constexpr qint64 LongestWait = 15 * 60 * 1000;
// Of the last administrator, whom nobody else could let in again.
constexpr qint64 LongestWaitOfTheLast = 30 * 1000;

} // namespace rolewright
