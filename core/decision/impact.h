// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/review.h"

namespace rolewright {

// Who has, or had, which role by assignment: for many impacts in a row, each of which would otherwise go through all
// assignments. It may name users who no longer have the role. Linear in assignments to make.
class RoleUsers
{
public:
    explicit RoleUsers(const Policy &policy);

    void add(const AssignmentRow &row);
    QList<quint32> of(RoleId role) const { return m_users.value(role.value); }

private:
    QList<QList<quint32>> m_users; // by role
};

// impact() of one lineage, in the time of what differs and one look at each role. `holders` knows `before`, and
// afterwards `after` too.
std::optional<Impact> impact(const PolicyIndex &before, const PolicyIndex &after, Instant t, RoleUsers &holders,
                             const CancelToken *cancel = nullptr);

// The first changes of impact() of one lineage, at most `maximum`, in its order: the first rows, while the rest is
// worked out. A look at each role and each assignment, and what the first users hold.
QList<AccessChange> firstChanges(const PolicyIndex &before, const PolicyIndex &after, Instant t, qsizetype maximum,
                                 const CancelToken *cancel = nullptr);

} // namespace rolewright
