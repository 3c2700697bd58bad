// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/matching.h"

namespace rolewright {

// A valid filter with what it lets through: what models are given. A value; as made, it lets everything
// through.
class FilterSet
{
public:
    FilterSet() = default;
    FilterSet(const Filter &filter, const BitSet &found)
        : m_filter(filter)
        , m_found(found)
    {
    }

    const Filter &filter() const { return m_filter; }
    const QString &text() const { return m_filter.text(); }
    bool isEmpty() const { return m_filter.isEmpty(); }
    // An id of the filter's axis; on that of permissions, the value of a GrantId.
    bool matches(quint32 id) const { return isEmpty() || m_found.test(filterBit(m_filter.axis(), id)); }

    friend bool operator==(const FilterSet &, const FilterSet &) = default;

private:
    Filter m_filter;
    BitSet m_found;
};

} // namespace rolewright
