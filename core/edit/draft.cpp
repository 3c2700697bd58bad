// SPDX-License-Identifier: Apache-2.0
#include "core/edit/draft.h"

#include "core/edit/difference.h"
#include "core/edit/merge.h"

namespace rolewright {

namespace {

constexpr qsizetype Many = 2000; // changes to make a list of: some milliseconds

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

PolicyDraft::PolicyDraft(QObject *parent)
    : QObject(parent)
{
}

void PolicyDraft::reset(const Policy &base, qint64 version)
{
    m_base = base;
    m_start = base;
    m_version = version;
    m_steps.clear();
    m_position = 0;
    forgetChanges();
    Q_EMIT baseChanged();
    announce({});
}

const Policy &PolicyDraft::policyAt(qsizetype position) const
{
    return position == 0 ? m_start : m_steps.at(position - 1).after;
}

Status PolicyDraft::push(const Command &command)
{
    Policy after = policy();
    if (Status status = apply(after, command.changes); !status)
        return status;
    m_steps.resize(m_position);
    m_steps.append({command, after});
    ++m_position;
    announce(command.changes);
    return {};
}

void PolicyDraft::push(const Command &command, const Policy &after)
{
    m_steps.resize(m_position);
    m_steps.append({command, after});
    ++m_position;
    announce({});
}

void PolicyDraft::moveTo(qsizetype position)
{
    Q_ASSERT(position >= 0 && position <= m_steps.size());
    if (position == m_position)
        return;
    qsizetype count = 0;
    for (qsizetype i = std::min(m_position, position); i < std::max(m_position, position); ++i)
        count += m_steps.at(i).command.changes.size();
    QList<Change> applied;
    if (count <= Many) {
        for (qsizetype i = m_position; i < position; ++i)
            applied += m_steps.at(i).command.changes;
        for (qsizetype i = m_position; i > position; --i)
            applied += inverted(m_steps.at(i - 1).command.changes);
    }
    m_position = position;
    announce(applied);
}

bool PolicyDraft::isDirty() const
{
    if (!m_dirty)
        m_dirty = m_changes ? !m_changes->isEmpty() : differ(m_base, policy());
    return *m_dirty;
}

const QList<Change> &PolicyDraft::changes() const
{
    if (!m_changes)
        m_changes = difference(m_base, policy());
    return *m_changes;
}

const QList<Change> *PolicyDraft::changesAtHand() const
{
    const bool isSoonMade = m_changes || countDifferent(m_base, policy(), Many) < Many;
    return isSoonMade ? &changes() : nullptr;
}

void PolicyDraft::takeChanges(const QList<Change> &net)
{
    m_changes = net;
}

ChangeSet PolicyDraft::changeSet(const QString &reason) const
{
    return {m_version, operation(), reason, changes()};
}

QUuid PolicyDraft::operation() const
{
    if (m_operation.isNull())
        m_operation = QUuid::createUuid();
    return m_operation;
}

void PolicyDraft::markCommitted(const Policy &committed, qint64 version)
{
    if (!haveSameIds(policy(), committed) || differ(policy(), committed)) {
        const std::optional<qsizetype> position = positionOf(committed);
        if (!position) {
            rebaseOnto(committed, version, Instant::now());
            return;
        }
        makeAgainFrom(*position, committed);
    } else if (m_position > 0) { // equal; as one object, comparing them again costs nothing
        m_steps[m_position - 1].after = committed;
    } else {
        m_start = committed;
    }
    m_base = committed;
    m_version = version;
    forgetChanges();
    Q_EMIT baseChanged();
    announce({});
}

// Commands may have been pushed or undone while the store worked: which position did it take?
std::optional<qsizetype> PolicyDraft::positionOf(const Policy &policy) const
{
    const auto isAt = [&](qsizetype position) {
        return differenceByName(policyAt(position), policy).isEmpty();
    };
    if (isAt(m_position))
        return m_position;
    for (qsizetype position = m_steps.size(); position >= 0; --position) {
        if (position != m_position && isAt(position))
            return position;
    }
    return {};
}

// The store gave its own ids to what is new, so every state is made again in its lineage: forward and back
// from the one that it has.
void PolicyDraft::makeAgainFrom(qsizetype position, const Policy &policy)
{
    if (position == 0)
        m_start = policy;
    else
        m_steps[position - 1].after = policy;
    for (qsizetype i = position; i > 0; --i) {
        const Policy before = with(policyAt(i), inverted(m_steps.at(i - 1).command.changes));
        (i == 1 ? m_start : m_steps[i - 2].after) = before;
    }
    for (qsizetype i = position; i < m_steps.size(); ++i)
        m_steps[i].after = with(policyAt(i), m_steps.at(i).command.changes);
}

QList<Conflict> PolicyDraft::rebaseOnto(const Policy &theirs, qint64 version, Instant now)
{
    const Edits theirEdits(m_base, theirs);
    Merge current(m_base, theirs, theirEdits, policy());
    current.validate(now);
    if (!current.conflicts().isEmpty() || !replay(theirs, theirEdits, difference(theirs, current.result())))
        mergeEachState(theirs, theirEdits, current.thingsLeftOut());
    m_base = theirs;
    m_version = version;
    forgetChanges();
    Q_EMIT baseChanged();
    announce({});
    return current.conflicts();
}

// The same commands once more. False, and nothing done, where they do not apply as they are, or do not come
// to what the merge says; then their names have to be followed.
bool PolicyDraft::replay(const Policy &theirs, const Edits &theirEdits, const QList<Change> &wanted)
{
    Merge merge(m_base, theirs, theirEdits, m_start);
    const Policy start = merge.result();
    Policy state = start;
    QList<Step> steps;
    for (qsizetype i = 0; i <= m_steps.size(); ++i) {
        if (i > 0) {
            const Command &command = m_steps.at(i - 1).command;
            if (!apply(state, command.changes))
                return false;
            steps.append({command, state});
        }
        if (i == m_position && difference(theirs, state) != wanted)
            return false;
    }
    m_start = start;
    m_steps = steps;
    return true;
}

// Each state is merged with theirs by itself; a command is then the way from one to the next.
void PolicyDraft::mergeEachState(const Policy &theirs, const Edits &theirEdits, const QSet<QString> &leftOut)
{
    Policy start = theirs;
    QList<Step> steps;
    QList<Change> netBefore; // of the state before, on theirs
    for (qsizetype i = 0; i <= m_steps.size(); ++i) {
        Merge merge(m_base, theirs, theirEdits, policyAt(i));
        merge.leaveOut(leftOut);
        const QList<Change> net = difference(theirs, merge.result());
        const Policy before = steps.isEmpty() ? start : steps.last().after;
        // There and back again: what both states have cancels out.
        const QList<Change> changes = difference(before, with(before, inverted(netBefore) + net));
        if (i == 0)
            start = with(before, changes);
        else
            steps.append({{m_steps.at(i - 1).command.text, changes}, with(before, changes)});
        netBefore = net;
    }
    m_start = start;
    m_steps = steps;
}

void PolicyDraft::forgetChanges()
{
    m_changes.reset();
    m_dirty.reset();
    m_operation = {};
}

void PolicyDraft::announce(const QList<Change> &applied)
{
    forgetChanges();
    Q_EMIT changed(applied);
    if (m_wasDirty != isDirty()) {
        m_wasDirty = !m_wasDirty;
        Q_EMIT dirtyChanged(m_wasDirty);
    }
}

} // namespace rolewright
