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

} // namespace rolewright
