// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"
#include "core/filter/filter.h"

namespace rolewright {

// A query of the trail as a line of text, all parts of which must hold; each property once, words together are
// one text:
//
//   actor:ID  target:KIND/NAME  action:NAME  result:WORD  text:TEXT  since:MOMENT  until:MOMENT  words
//
// A moment is a year, a month (2026-01), a day or an RFC 3339 time; the first three by the clock of this
// computer, and `until` such a one includes it. Values go into quotation marks as in other filters.
struct TrailFilter
{
    AuditQuery query; // where there is no problem
    std::optional<FilterProblem> problem;

    friend bool operator==(const TrailFilter &, const TrailFilter &) = default;
};

TrailFilter parseTrailFilter(const QString &text);
// A line that reads as the query again; page and limit are not part of it.
QString toText(const AuditQuery &query);

} // namespace rolewright
