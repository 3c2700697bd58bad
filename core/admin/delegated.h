// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/guard.h"
#include "core/edit/change.h"

#include <QSet>

namespace rolewright {

// What delegations let one administrator do (semantics.md, section 9), as they stand before a change set:
// those of the roles that are effective in the caller's session.
class Delegated
{
public:
    Delegated(const PolicyIndex &before, const Caller &caller, Instant now);

    // Does a delegation cover the change, on the policy as it is when the change comes? Never what is about
    // the administrator, or about a role that the administrator has or inherits, in whatever way. Roles count
    // by what they are, not by the name that the change set may have given them.
    bool covers(const Policy &policy, const Change &change) const;

private:
    struct Scope
    {
        QSet<RoleId> roles;
        QList<PermissionName> grants;
        std::optional<Delegation::Users> users;
    };

    bool isOwn(UserId user, const QString &name) const;
    bool isOwnRole(const Policy &policy, RoleId role) const;
    static bool touches(const Scope &scope, const User &user);
    bool coversAssignment(const Policy &policy, const Change &change) const;
    bool coversGrant(const Policy &policy, const Change &change) const;
    bool coversUser(const Policy &policy, const Change &change) const;

    const PolicyIndex &m_before;
    QString m_name;
    UserId m_user;
    QList<Scope> m_scopes;
};

} // namespace rolewright
