// SPDX-License-Identifier: Apache-2.0
#include "ui/filter/filterfinder.h"

#include "core/filter/matching.h"
#include "ui/shell/workspace.h"

#include <algorithm>

namespace rolewright {

namespace {

constexpr qint64 CostAtOnce = 250'000; // visits: some milliseconds

FilterInput inputOf(const Workspace &workspace, bool descriptions)
{
    return {workspace.index(), workspace.baseIndex(), Instant::now(), descriptions};
}

// What is not a relation between things.
bool isOfThings(const Change &change)
{
    switch (change.kind) {
    case Change::Kind::Permission:
    case Change::Kind::Role:
    case Change::Kind::User:
    case Change::Kind::Constraint:
    case Change::Kind::Operation:
    case Change::Kind::Test:
        return true;
    default:
        return false;
    }
}

} // namespace

FilterFinder::FilterFinder(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::changed, this, [this](const QList<Change> &applied) {
        if (applied.isEmpty() || m_filter.looksAtRelations()
            || std::any_of(applied.begin(), applied.end(), isOfThings))
            find(true);
    });
    connect(&workspace, &Workspace::baseChanged, this, [this] {
        if (m_filter.looksAtRelations())
            find(true);
    });
    connect(&workspace, &Workspace::storeChanged, this, [this] {
        m_known.reset();
        find(false);
        if (isBusy())
            take({}, false); // the ids are another store's
    });
}

void FilterFinder::setFilter(const Filter &filter)
{
    Q_ASSERT(filter.isValid());
    m_filter = filter;
    find(false);
}

void FilterFinder::find(bool keep)
{
    // A new filter that is still being looked for is not added to what the one before had found.
    const bool wasBusy = isBusy();
    keep = keep && !(wasBusy && !m_keeps);
    m_finding.cancel();
    if (m_filter.isEmpty()) {
        take({}, false);
    } else if (costOf(m_filter, m_workspace.policy()) <= CostAtOnce) {
        // Of names only: time alone turns what a relation finds.
        const bool isNarrower = m_known && m_known->revision == m_workspace.revision()
            && !m_filter.looksAtRelations() && narrows(m_filter, m_known->filter);
        const BitSet found = matching(m_filter, inputOf(m_workspace, m_descriptions), nullptr,
                                      isNarrower ? &m_known->found : nullptr)
                                 .value_or(BitSet());
        m_known.reset();
        if (!m_filter.looksAtRelations())
            m_known = Known{m_filter, found, m_workspace.revision()};
        take(found, keep);
    } else {
        m_keeps = keep;
        m_finding.start([filter = m_filter, input = inputOf(m_workspace, m_descriptions)](
                            const CancelToken &cancel) { return matching(filter, input, &cancel); },
                        [this, keep](const std::optional<BitSet> &ids) {
                            take(ids.value_or(BitSet()), keep);
                            Q_EMIT busyChanged(false);
                        });
    }
    if (isBusy() != wasBusy)
        Q_EMIT busyChanged(isBusy());
}

void FilterFinder::take(const BitSet &ids, bool keep)
{
    if (keep)
        m_found.unite(ids);
    else
        m_found = ids;
    Q_EMIT found({m_filter, m_found});
}

FilterSet foundNow(const Workspace &workspace, const Filter &filter, bool descriptions)
{
    return {filter, matching(filter, inputOf(workspace, descriptions)).value_or(BitSet())};
}

} // namespace rolewright
