// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/replay.h"

#include <QHash>

#include <vector>

namespace rolewright {

// A log asks the same again and again: what was decided between these two policies is looked up by what decides (a time
// only where some assignment has dates, the thing's id only of an operation). At most 16,384 outcomes, the newest in each
// place; where hardly anything comes again, it stops looking. Names are looked up once for both policies. One thread; the
// policies outlive it.
class ReplayMemo
{
public:
    ReplayMemo(const PolicyIndex &before, const PolicyIndex &after, Instant now);

    const ReplayOutcome &outcomeOf(const Request &request); // until the next call

private:
    struct Entry
    {
        Request request;
        ReplayOutcome outcome;
        size_t hash = 0;
        bool used = false;
    };
    size_t hashOf(const Request &request, bool isOperation) const;
    ReplayOutcome decideBoth(const Request &request);
    bool isSame(const Request &a, const Request &b, bool isOperation) const;

    const PolicyIndex &m_before;
    const PolicyIndex &m_after;
    Instant m_now;
    bool m_timeDecides;
    std::vector<Entry> m_entries; // empty once it has stopped
    // In either policy; what neither knows is not kept.
    QHash<QString, std::pair<UserId, UserId>> m_users;
    using Pairs = std::pair<const PolicyIndex::Pair *, const PolicyIndex::Pair *>;
    QHash<std::pair<QString, QString>, Pairs> m_pairs; // by type and action
    ReplayOutcome m_single;
    qint64 m_asked = 0;
    qint64 m_found = 0;
};

} // namespace rolewright
