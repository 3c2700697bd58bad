// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/rebase.h"

#include <optional>

namespace rolewright {

class Edits;

struct DraftCommand
{
    QString text; // "Grant article:publish to editor"
    QList<Change> changes; // complete
};

// All that a draft is, as a value that shares its parts: copied to a worker where carrying it over to another
// version is more than a frame's work.
struct DraftState
{
    struct Step
    {
        DraftCommand command;
        Policy after;
    };

    Policy base;
    Policy start; // before the first command: not the base where commands have been committed
    qint64 version = 0;
    QList<Step> steps;
    qsizetype position = 0;

    const Policy &policyAt(qsizetype at) const;
    const Policy &policy() const { return policyAt(position); }

    // The store took the net changes: its result is the new base. Where it gave ids of its own to what is new, every
    // state is made again: linear in the policy and in all changes.
    void markCommitted(const Policy &committed, qint64 itsVersion);
    // Somebody else changed the base: every command, done or undone, is carried over to theirs, without what
    // conflicts. The commands keep their number and texts; one of which nothing is left does nothing.
    QList<Conflict> rebaseOnto(const Policy &theirs, qint64 theirVersion, Instant now);

private:
    std::optional<qsizetype> positionOf(const Policy &policy) const;
    void makeAgainFrom(qsizetype at, const Policy &policy);
    bool replay(const Policy &theirs, const Edits &theirEdits, const QList<Change> &wanted);
    void mergeEachState(const Policy &theirs, const Edits &theirEdits, const QSet<QString> &leftOut);
};

} // namespace rolewright
