// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

#include <random>

namespace rolewright {

// Another one each run, printed, or that of the environment's ROLEWRIGHT_SEED.
quint32 testSeed();

// Change sets that a store takes, as a restless admin makes them, for tests that need a history. From a seed:
// the same every time.
class RandomHistory
{
public:
    explicit RandomHistory(quint32 seed)
        : m_random(seed)
    {
    }

    // On a version with that policy: a few changes and what goes with them.
    ChangeSet next(const Policy &policy, qint64 version);

private:
    quint32 number(quint32 below) { return quint32(m_random() % below); }
    QString oddText();
    QList<Change> oddChange();
    QList<Change> drawn(const Policy &policy);
    QUuid uuid();

    std::mt19937 m_random;
};

} // namespace rolewright
