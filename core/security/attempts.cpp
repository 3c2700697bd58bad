// SPDX-License-Identifier: Apache-2.0
#include "core/security/attempts.h"

#include <algorithm>

namespace rolewright {

bool mayTry(const Attempts &attempts, Instant now, qint64 longestWait)
{
    const qint64 left = attempts.notBefore.msecs - now.msecs;
    return left <= 0 || left > longestWait;
}

Attempts tried(const Attempts &attempts, Instant now, qint64 longestWait)
{
    const qint64 failures = attempts.failures + 1;
    const qint64 doublings = std::clamp<qint64>(failures - FreeAttempts - 1, 0, 30);
    const qint64 wait = failures <= FreeAttempts ? 0 : std::min(longestWait, qint64(1000) << doublings);
    return {failures, now, {now.msecs + wait}};
}

Attempts forgiven(const Attempts &attempts, Instant now)
{
    return {std::max<qint64>(attempts.failures - 1, 0), attempts.last, now};
}

} // namespace rolewright
