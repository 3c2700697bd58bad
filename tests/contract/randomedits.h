// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/apply.h"

#include <random>

namespace rolewright {

// Another one each run, printed, or that of the environment's ROLEWRIGHT_SEED.
quint32 testSeed();

// Change sets as a restless admin makes them, for tests that need a history. From a seed: the same every
// time.
class RandomEdits
{
public:
    explicit RandomEdits(quint32 seed)
        : m_random(seed)
    {
    }

    // One to `most` changes and what goes with them, that the policy takes; complete.
    QList<Change> next(const Policy &policy, int most = 6);
    // The same as a change set on a version.
    ChangeSet nextSet(const Policy &policy, qint64 version, int most = 6);

private:
    int number(int below) { return int(m_random() % quint32(below)); }
    QString name(const char *kind);
    Result<QList<Change>> one(const Policy &policy);
    QUuid uuid();

    std::mt19937 m_random;
};

} // namespace rolewright
