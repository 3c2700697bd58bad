// SPDX-License-Identifier: Apache-2.0
#include "core/decision/timeline.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

std::optional<NextChange> nextChange(const PolicyIndex &index, const Request &request, Instant t)
{
    const Policy &policy = index.policy();
    const UserId user = request.subjectType == u"user" ? policy.users().idOf(request.subject) : UserId();
    if (!user.isValid())
        return {};
    QList<Instant> boundaries;
    policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        const Validity &validity = policy.validityOf(row);
        for (const Instant boundary : {validity.from, validity.until}) {
            if (boundary > t && boundary != Instant::openEnd())
                boundaries.append(boundary);
        }
    });
    std::sort(boundaries.begin(), boundaries.end());
    boundaries.erase(std::unique(boundaries.begin(), boundaries.end()), boundaries.end());
    Request moved = request;
    moved.time = t;
    const bool allowed = decide(index, moved, t).allowed;
    for (const Instant boundary : std::as_const(boundaries)) {
        moved.time = boundary;
        const Decision then = decide(index, moved, boundary);
        if (then.allowed != allowed)
            return NextChange {boundary, then};
    }
    return {};
}

} // namespace rolewright
