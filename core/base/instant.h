// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <compare>
#include <limits>
#include <optional>

namespace rolewright {

// A moment in UTC, to the millisecond. The two open ends of a validity are ordinary values, so that
// `from <= t && t < until` needs no special case.
struct Instant
{
    qint64 msecs = 0; // since 1970-01-01T00:00:00Z

    static constexpr Instant openStart() { return {std::numeric_limits<qint64>::min()}; }
    static constexpr Instant openEnd() { return {std::numeric_limits<qint64>::max()}; }
    static Instant now();

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr bool operator==(Instant, Instant) = default;
};

// RFC 3339 as semantics.md has it: any offset, `T` and `Z` in either case, no space, no leap second, years 1 to 9999
// in UTC. Documents (section 8) refuse digits past the millisecond and require seconds; a request's `context.time`
// (section 4) drops the digits and may leave out the seconds. Nothing where the text is not such a time.
std::optional<Instant> parseDocumentTime(QStringView text);
std::optional<Instant> parseRequestTime(QStringView text);

// The canonical form: 2027-01-01T00:00:00Z, with three digits of milliseconds only if any. Not for open ends.
QString toText(Instant instant);

} // namespace rolewright
