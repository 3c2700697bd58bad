// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/decision/request.h"

namespace rolewright {

// Why it was decided so: the reasons of semantics.md section 4, in the order of 4.3.
enum class Reason : quint8 {
    MalformedRequest,
    Public,
    UnknownUser,
    UserInactive,
    UnknownOperation,
    UnguardedOperation,
    UnknownPermission,
    RoleNotAuthorized,
    DynamicSeparation,
    Granted,
    GrantedByScope,
    ScopeNotSatisfied,
    NotGranted,
    RequirementMet,
    RequirementNotMet,
    NoRole,
};

QString toText(Reason reason); // "granted-by-scope"
std::optional<Reason> reasonFromText(QStringView text);

struct Decision
{
    bool allowed = false;
    Reason reason = Reason::NotGranted;

    friend bool operator==(const Decision &, const Decision &) = default;
};

// The one place where access is decided (section 4). Pure; any thread. `now` counts where the request has no time.
// About one hash look-up a name and one bit test an assigned role.
Decision decide(const PolicyIndex &index, const Request &request, Instant now);

// The session that a request opens: what sections 3 and 4.3 call active.
struct Session
{
    std::optional<Decision> refused; // why there is none
    UserId user; // invalid where unknown
    QList<RoleId> active; // ordered by id; none of them disabled
};
Session openSession(const PolicyIndex &index, const Request &request, Instant now);

// Does the subject of the request own its resource (section 2)?
bool owns(const Policy &policy, UserId user, const Request &request);

} // namespace rolewright
