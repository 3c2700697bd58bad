// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/apply.h"

namespace rolewright {

// One thing that both sides changed (section 6): shown side by side, decided by the person who applies.
struct Conflict
{
    QString thing; // "user alice, active", "grant article:* of editor"
    QString message;
    QList<Change> theirs; // what they did to it; empty for an error that neither side had alone
    QList<Change> mine; // what is left out of the result

    friend bool operator==(const Conflict &, const Conflict &) = default;
};

struct Rebased
{
    QList<Change> changes; // complete, on `theirs`: my changes that do not conflict and are not there already
    Policy result; // theirs with them
    QList<Conflict> conflicts;
    Findings findings; // warnings of the result that theirs did not have
};

// Carries `mine` (complete, made on `base`) over to `theirs`, a later version of the same lineage. Changes to
// different things merge; keys follow their renames; the same change on both sides is done once; changes to
// the same thing conflict. The merged result is validated as a whole. Pure: cost as the changes and what
// differs.
Rebased rebase(const Policy &base, const Policy &theirs, const QList<Change> &mine, Instant now);

} // namespace rolewright
