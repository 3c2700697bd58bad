// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/applier.h"

#include <QSet>

namespace rolewright {

// Goes through complete changes one by one and says of each what governs it (semantics.md, section 9), on the
// policy as it is at that point: so what a change set prepares for itself counts. Amortised a few look-ups a
// change.
class ChangeWalk
{
public:
    explicit ChangeWalk(const Policy &policy)
        : m_applier(policy)
    {
    }

    const Policy &policy() const { return m_applier.policy(); }

    // It gives or takes rights under rolewright/, or is about who has them: a grant, an inheritance or an
    // assignment that brings one, a role or user that has one switched or renamed; delegations, approvals.
    bool isAdministration(const Change &change);
    // Why it asks for a second confirmation, as a sentence; nothing where it does not.
    std::optional<QString> sensitivity(const Change &change);
    // A rename of a permission that roles hold: they hold another one then.
    bool givesByRenaming(const Change &change);
    // Does an approval's list name it?
    bool isNamedBy(const QStringList &kinds, const Change &change);

    Status apply(const Change &change);

private:
    template <class Matches>
    bool anyGrantBroughtBy(RoleId role, const Matches &matches) const;
    bool bringsRights(RoleId role); // under rolewright/
    bool bringsSensitive(RoleId role);
    bool isAdministrator(const QString &user);
    bool coversSensitive(const PermissionName &grant);
    bool isGranted(const PermissionName &permission); // to any role, also by a pattern
    bool grantsSensitive(const Change &change);
    void findGranted();
    RoleId role(const QString &name) const { return policy().roles().idOf(name); }

    Applier m_applier;
    QHash<RoleId, bool> m_bringsRights; // as far as asked since grants and inheritance moved last
    std::optional<QList<PermissionName>> m_sensitive; // since permissions moved last
    struct Granted
    {
        QSet<GrantId> grants;
        QList<PermissionName> patterns;
        void add(const Policy &policy, GrantId grant);
    };
    std::optional<Granted> m_granted; // what was granted to any role at some point of the walk
};

} // namespace rolewright
