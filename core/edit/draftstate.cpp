// SPDX-License-Identifier: Apache-2.0
#include "core/edit/draftstate.h"

#include "core/edit/difference.h"
#include "core/edit/merge.h"

namespace rolewright {

namespace {

// Do both give every name the same id?
bool haveSameIds(const Policy &a, const Policy &b)
{
    bool isSame = true;
    const auto compare = [&]<class Entities>(const Entities &before, const Entities &after) {
        Entities::forEachDifference(before, after, [&](auto, const auto *was, const auto *is) {
            isSame = isSame && was && is && keyOf(*was) == keyOf(*is);
        });
    };
    compare(a.permissions(), b.permissions());
    compare(a.roles(), b.roles());
    compare(a.users(), b.users());
    compare(a.constraints(), b.constraints());
    compare(a.operations(), b.operations());
    compare(a.tests(), b.tests());
    return isSame;
}

// Changes that are known to apply.
Policy with(Policy policy, const QList<Change> &changes)
{
    if (const Status status = apply(policy, changes); !status)
        qFatal("A command no longer applies where it was made: %s", qPrintable(toText(status.error())));
    return policy;
}

} // namespace

const Policy &DraftState::policyAt(qsizetype at) const
{
    return at == 0 ? start : steps.at(at - 1).after;
}

void DraftState::markCommitted(const Policy &committed, qint64 itsVersion)
{
    if (!haveSameIds(policy(), committed) || differ(policy(), committed)) {
        const std::optional<qsizetype> taken = positionOf(committed);
        if (!taken) {
            rebaseOnto(committed, itsVersion, Instant::now());
            return;
        }
        makeAgainFrom(*taken, committed);
    } else if (position > 0) { // equal; as one object, comparing them again costs nothing
        steps[position - 1].after = committed;
    } else {
        start = committed;
    }
    base = committed;
    version = itsVersion;
}

// Commands may have been pushed or undone while the store worked: which position did it take?
std::optional<qsizetype> DraftState::positionOf(const Policy &policy) const
{
    const auto isAt = [&](qsizetype at) { return differenceByName(policyAt(at), policy).isEmpty(); };
    if (isAt(position))
        return position;
    for (qsizetype at = steps.size(); at >= 0; --at) {
        if (at != position && isAt(at))
            return at;
    }
    return {};
}

// The store gave its own ids to what is new, so every state is made again in its lineage: forward and back
// from the one that it has.
void DraftState::makeAgainFrom(qsizetype at, const Policy &policy)
{
    (at == 0 ? start : steps[at - 1].after) = policy;
    for (qsizetype i = at; i > 0; --i) {
        const Policy before = with(policyAt(i), inverted(steps.at(i - 1).command.changes));
        (i == 1 ? start : steps[i - 2].after) = before;
    }
    for (qsizetype i = at; i < steps.size(); ++i)
        steps[i].after = with(policyAt(i), steps.at(i).command.changes);
}

QList<Conflict> DraftState::rebaseOnto(const Policy &theirs, qint64 theirVersion, Instant now)
{
    const Edits theirEdits(base, theirs);
    Merge current(base, theirs, theirEdits, policy());
    current.validate(now);
    if (!current.conflicts().isEmpty() || !replay(theirs, theirEdits, difference(theirs, current.result())))
        mergeEachState(theirs, theirEdits, current.thingsLeftOut());
    base = theirs;
    version = theirVersion;
    return current.conflicts();
}

// The same commands once more. False, and nothing done, where they do not apply as they are, or do not come
// to what the merge says; then their names have to be followed.
bool DraftState::replay(const Policy &theirs, const Edits &theirEdits, const QList<Change> &wanted)
{
    Merge merge(base, theirs, theirEdits, start);
    const Policy newStart = merge.result();
    Policy state = newStart;
    QList<Step> newSteps;
    for (qsizetype i = 0; i <= steps.size(); ++i) {
        if (i > 0) {
            const DraftCommand &command = steps.at(i - 1).command;
            if (!apply(state, command.changes))
                return false;
            newSteps.append({command, state});
        }
        if (i == position && difference(theirs, state) != wanted)
            return false;
    }
    start = newStart;
    steps = newSteps;
    return true;
}

// Each state is merged with theirs by itself; a command is then the way from one to the next.
void DraftState::mergeEachState(const Policy &theirs, const Edits &theirEdits, const QSet<QString> &leftOut)
{
    Policy newStart = theirs;
    QList<Step> newSteps;
    QList<Change> netBefore; // of the state before, on theirs
    for (qsizetype i = 0; i <= steps.size(); ++i) {
        Merge merge(base, theirs, theirEdits, policyAt(i));
        merge.leaveOut(leftOut);
        const QList<Change> net = difference(theirs, merge.result());
        const Policy before = newSteps.isEmpty() ? newStart : newSteps.last().after;
        // There and back again: what both states have cancels out.
        const QList<Change> changes = difference(before, with(before, inverted(netBefore) + net));
        if (i == 0)
            newStart = with(before, changes);
        else
            newSteps.append({{steps.at(i - 1).command.text, changes}, with(before, changes)});
        netBefore = net;
    }
    start = newStart;
    steps = newSteps;
}

} // namespace rolewright
