// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

namespace rolewright {

// A question with its answer as a policy test (semantics.md, section 7). The moment is written down where an
// assignment of the subject begins or ends, so that the test says the same tomorrow.
PolicyTest testOf(const QString &name, const Request &request, const Decision &decision, const Policy &policy,
                  Instant now);

// "alice may not update article, owned by bob", with a number behind it where the policy has one of that name.
QString proposedTestName(const Request &request, const Decision &decision, const Policy &policy);

} // namespace rolewright
