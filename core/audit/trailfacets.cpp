// SPDX-License-Identifier: Apache-2.0
#include "core/audit/trailfacets.h"

#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

namespace {

QList<TrailFacets::Count> mostOf(const QHash<QString, qint64> &counts)
{
    QList<TrailFacets::Count> list;
    list.reserve(counts.size());
    for (auto it = counts.begin(); it != counts.end(); ++it)
        list.append({it.key(), it.value()});
    const qsizetype kept = std::min(list.size(), TrailFacets::Maximum);
    std::partial_sort(list.begin(), list.begin() + kept, list.end(),
                      [](const TrailFacets::Count &a, const TrailFacets::Count &b) {
                          return a.events != b.events ? a.events > b.events : lessByCodePoint(a.name, b.name);
                      });
    list.resize(kept);
    return list;
}

} // namespace

void FacetCounter::add(const QString &actor, const QString &target, const QString &action,
                       const QString &result, qint64 events)
{
    m_actors[actor] += events;
    m_targets[target] += events;
    m_actions[action] += events;
    m_results[result] += events;
    m_events += events;
}

TrailFacets FacetCounter::finish() const
{
    return {mostOf(m_actors), mostOf(m_targets), mostOf(m_actions), mostOf(m_results), m_events};
}

} // namespace rolewright
