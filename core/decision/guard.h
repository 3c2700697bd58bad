// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

namespace rolewright {

// Checks in the words of the guide, for programs that link the library. Each opens the session of (subject, roles,
// time) as decide() does and evaluates one requirement of section 4.2 with the same engine: unknown, inactive or
// unauthorised subjects are denied, and so is what the catalogue does not know. Pure; any thread.
struct Caller
{
    QString subject;
    std::optional<QStringList> roles;
    std::optional<Instant> time;
};

Decision requireAnyPermission(const PolicyIndex &index, const Caller &caller, const QStringList &permissions);
Decision requireAllPermissions(const PolicyIndex &index, const Caller &caller, const QStringList &permissions);
Decision requireRole(const PolicyIndex &index, const Caller &caller, const QStringList &anyOf);
// The guide's rule: one of `any`, or one of `own` and the resource's owner (the value of the ownership
// property) is the caller. A permission of `own` has the scope `own` or none; any other is nobody's.
Decision requireOwnOrAny(const PolicyIndex &index, const Caller &caller, const QStringList &any,
                         const QStringList &own, const QString &owner);

} // namespace rolewright
