// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

namespace rolewright {

// What is to stand in one cell of a matrix: whether a role holds a grant, or a user is assigned to a role,
// itself.
struct CellState
{
    bool held = false;
    bool exactly = false; // with this validity; else the one that is there, or was stored, stays
    Validity validity;

    friend bool operator==(const CellState &, const CellState &) = default;
};

struct CellWish
{
    QString key; // the role of a grant, the user of an assignment
    QString other; // the grant, or the role of an assignment
    CellState state;
};

// The changes that bring the cells there. Cells that are so already need none. Where a cell cannot be so, the
// changes of the others are listed all the same: whoever shows the plan decides.
struct CellPlan
{
    struct Problem
    {
        qsizetype wish = 0; // index
        QString message; // a sentence
    };
    QList<Change> changes;
    QList<Problem> problems;
    qsizetype given = 0; // cells
    qsizetype taken = 0;
    qsizetype redated = 0;
    qsizetype same = 0;
};

// `kind` is Grant or Assignment. `base` is the stored version: what is taken and given back keeps what it
// says. Linear in the wishes; any thread.
CellPlan planCells(const Policy &policy, const Policy &base, Change::Kind kind,
                   const QList<CellWish> &wishes);

// Why no cell can be given under that name, a sentence; nothing where all is well. Of a grant any that the
// policy takes (semantics.md, section 2).
std::optional<QString> problemOfRole(const Policy &policy, const QString &name);
std::optional<QString> problemOfUser(const Policy &policy, const QString &name);
std::optional<QString> problemOfGrant(const Policy &policy, const QString &name);

} // namespace rolewright
