// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"

#include <QHash>

namespace rolewright {

// What whichOperations() finds, for many users: the operations with a requirement (but public ones) that a user can
// perform at t with all roles, whatever they own and whatever scope holds. Users with the same roles are answered once:
// about one evaluation an operation for each set of roles. The index outlives it; one thread.
class Performable
{
public:
    // `operations`: the numbering of the answer's bits; names that the policy does not have are performed by nobody.
    Performable(const PolicyIndex &index, const QStringList &operations, Instant t);

    const BitSet &of(UserId user); // empty for an inactive or invalid one

private:
    BitSet performableWith(const Session &session, bool owned) const;

    const PolicyIndex &m_index;
    Instant m_t;
    QList<std::pair<quint32, const CompiledRequirement *>> m_requirements; // by bit
    QStringList m_scopes; // all that there are
    QHash<std::pair<QList<RoleId>, bool>, BitSet> m_known; // by roles, and whether they can own
};

} // namespace rolewright
