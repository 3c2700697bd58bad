// SPDX-License-Identifier: Apache-2.0
#include "core/edit/apply.h"

#include "core/edit/applier.h"
#include "core/validation/validate.h"

namespace rolewright {

using namespace Qt::StringLiterals;

Status apply(Policy &policy, const QList<Change> &changes)
{
    Applier applier(policy);
    for (const Change &change : changes) {
        if (Status status = applier.apply(change); !status)
            return status;
    }
    if (Status status = applier.finish(); !status)
        return status;
    policy = applier.policy();
    return {};
}

Result<Policy> checked(const Policy &policy, const QList<Change> &changes, Instant now)
{
    Policy after = policy;
    if (Status status = apply(after, changes); !status)
        return failure(status.error());
    const Findings findings = validate(after) + newViolations(policy, after, now);
    if (!findings.isEmpty())
        return failure(ErrorCode::Invalid,
                       u"The policy would not be valid with these changes; nothing was changed."_s, {},
                       findings);
    return after;
}

} // namespace rolewright
