// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/draftreview.h"

#include "core/validation/validate.h"

#include <algorithm>

namespace rolewright {

std::optional<DraftReview> reviewDraft(const PolicyIndex &base, const PolicyIndex &draft, Instant now,
                                       const CancelToken &cancel)
{
    DraftReview review;
    std::optional<Impact> difference = impact(base, draft, now, true, &cancel);
    if (!difference || cancel)
        return {};
    review.impact = std::move(*difference);
    Renames renames(base.policy(), draft.policy());
    renames.takeFrom(review.impact);
    review.renamed = renames.list();
    review.brokenTests = brokenTests(base, draft, now);
    if (cancel)
        return {};
    review.findings = validate(draft.policy()) + newViolations(base.policy(), draft.policy(), now);
    const Findings errors = review.findings;
    const Findings standing = warnings(base.policy(), now);
    // What is an error of this draft would also be a warning of the policy that it makes.
    const auto isSaid = [&](const Finding &finding) {
        return std::any_of(errors.begin(), errors.end(), [&](const Finding &error) {
            return error.code == finding.code && error.place == finding.place;
        });
    };
    for (const Finding &finding : warnings(draft.policy(), now)) {
        if (cancel)
            return {};
        if (!standing.contains(finding) && !isSaid(finding))
            review.findings.append(finding);
    }
    return review;
}

} // namespace rolewright
