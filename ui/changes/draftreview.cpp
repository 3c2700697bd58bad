// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/draftreview.h"

#include "core/validation/validate.h"

namespace rolewright {

std::optional<DraftReview> reviewDraft(const PolicyIndex &base, const PolicyIndex &draft, Instant now,
                                       const CancelToken &cancel)
{
    DraftReview review;
    std::optional<Impact> difference = impact(base, draft, now, true, &cancel);
    if (!difference || cancel)
        return {};
    review.impact = std::move(*difference);
    review.brokenTests = brokenTests(base, draft, now);
    if (cancel)
        return {};
    review.findings = validate(draft.policy()) + newViolations(base.policy(), draft.policy(), now);
    const Findings standing = warnings(base.policy(), now);
    for (const Finding &finding : warnings(draft.policy(), now)) {
        if (cancel)
            return {};
        if (!standing.contains(finding) && !review.findings.contains(finding))
            review.findings.append(finding);
    }
    return review;
}

} // namespace rolewright
