// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

#include <functional>

namespace rolewright {

// The OpenID AuthZEN 1.0 Authorization API over one policy, as bodies in and bodies out (semantics.md,
// section 4; interfaces.md, HTTP). Every answer is decide()'s. Pure; any thread.
//
// Errors are about the whole question, and never a decision: Invalid, with the place, where it is malformed;
// NotPermitted where it asks for another time or an explanation and the caller may not simulate; Unavailable
// where it asks for a version that this policy has not reached (`context.atLeastVersion`).
struct AccessAsked
{
    const PolicyIndex &index;
    qint64 version = 0;
    Instant now; // one for a whole batch; a `context.time` within five minutes of it is taken as it
    // Has the caller the right rolewright/decision:simulate? Asked of what needs it: to deny takes long, for its words.
    std::function<bool()> maySimulate;
};

Result<QByteArray> evaluateAccess(const AccessAsked &asked, const QByteArray &body);
// One answer an item, in order; a malformed item is a denial that says so. Without items, as
// evaluateAccess().
Result<QByteArray> evaluateAccesses(const AccessAsked &asked, const QByteArray &body);

// Whoever, or whatever, would be allowed: one decision a candidate. Not paged.
Result<QByteArray> searchSubjects(const AccessAsked &asked, const QByteArray &body);
Result<QByteArray> searchResources(const AccessAsked &asked, const QByteArray &body); // operations
Result<QByteArray> searchActions(const AccessAsked &asked, const QByteArray &body);

// What a client is told of the decision point at this URL, without a slash at its end.
QByteArray accessMetadata(const QString &url);

} // namespace rolewright
