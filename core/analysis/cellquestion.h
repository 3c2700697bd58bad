// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/decide.h"
#include "core/policy/policy.h"

#include <QHash>

namespace rolewright {

// A cell of a matrix about access: what a user may, or what a role gives (then whoever has it stands for it,
// in a session with that role alone).
struct AccessCell
{
    UserId user; // or
    RoleId role;
    GrantId permission;
};

// The questions that cells stand for. Pure; one thread. The index outlives it.
class CellQuestions
{
public:
    CellQuestions(const PolicyIndex &index, Instant now)
        : m_index(index)
        , m_now(now)
    {
    }

    // About a scoped permission: for a thing for which the scope holds. Nothing where no question is for it: patterns,
    // roles that nobody active has, and what is gone. O(1), but for one pass over the assignments for the first role.
    std::optional<Request> of(const AccessCell &cell);

private:
    UserId standIn(RoleId role); // the first active user who has the role now, by assignment or inheritance
    void findStandIns();

    const PolicyIndex &m_index;
    Instant m_now;
    bool m_searched = false;
    QHash<RoleId, UserId> m_standIns;
};

} // namespace rolewright
