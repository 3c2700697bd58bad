// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"
#include "core/store/sql/database.h"

#include <limits>

namespace rolewright {

// The first and the last event that a query can find, by what it asks of time, actor and action: a trail is long, and what
// is looked for mostly stands together. Versions rise along the trail, so that a few look-ups find theirs. Within the
// caller's transaction.
struct TrailBounds
{
    qint64 first = 1;
    qint64 last = std::numeric_limits<qint64>::max(); // below `first`: there is none

    friend bool operator==(const TrailBounds &, const TrailBounds &) = default;
};
Result<TrailBounds> trailBounds(Database &database, const AuditQuery &query);

} // namespace rolewright
