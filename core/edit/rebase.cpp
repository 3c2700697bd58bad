// SPDX-License-Identifier: Apache-2.0
#include "core/edit/rebase.h"

#include "core/edit/difference.h"
#include "core/edit/merge.h"
#include "core/validation/validate.h"

namespace rolewright {

using namespace Qt::StringLiterals;

Rebased rebase(const Policy &base, const Policy &theirs, const QList<Change> &mine, Instant now)
{
    Policy myPolicy = base;
    if (const Status status = apply(myPolicy, mine); !status) {
        const QString message = u"The changes were not made on the version that they name: "_s
            + status.error().findings.first().message;
        return {{}, theirs, {{u"all changes"_s, message, {}, mine}}, {}};
    }
    const Edits theirEdits(base, theirs);
    Merge merge(base, theirs, theirEdits, myPolicy);
    merge.validate(now);
    Rebased rebased{difference(theirs, merge.result()), merge.result(), merge.conflicts(),
                    warnings(merge.result(), now)};
    const Findings before = warnings(theirs, now);
    rebased.findings.removeIf([&](const Finding &warning) { return before.contains(warning); });
    return rebased;
}

} // namespace rolewright
