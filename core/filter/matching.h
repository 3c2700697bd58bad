// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"
#include "core/filter/filter.h"

namespace rolewright {

// What a filter is asked of. Copies are cheap and may go to a worker.
struct FilterInput
{
    PolicyIndex draft;
    PolicyIndex base; // of one lineage: what differs is pending
    Instant now; // what is valid then is held
    bool looksAtDescriptions = false; // a bare word, too, not only `description:`
};

// The bit of a thing in what matching() finds: its id, but on the axis of permissions patterns stand between
// them, so that the value of a GrantId is told apart there.
constexpr quint32 filterBit(FilterAxis axis, quint32 id)
{
    if (axis != FilterAxis::Permission)
        return id;
    return id & GrantId::PatternBit ? (id & ~GrantId::PatternBit) * 2 + 1 : id * 2;
}

// The bits of the axis's things that the filter lets through; none for an invalid one. A pattern is a
// permission of that name without description. One pass over the things and relations that each part of the
// filter looks at. Nothing where it was cancelled. `within`: it looks no further than at these.
std::optional<BitSet> matching(const Filter &filter, const FilterInput &input,
                               const CancelToken *cancel = nullptr, const BitSet *within = nullptr);

// About how many things and rows matching() visits; a regular expression counts more than a part of a name.
qint64 costOf(const Filter &filter, const Policy &policy);

} // namespace rolewright
