// SPDX-License-Identifier: Apache-2.0
#include "core/edit/draft.h"

#include "core/edit/difference.h"

namespace rolewright {

namespace {

constexpr qsizetype Many = 2000; // changes to make a list of: some milliseconds

} // namespace

PolicyDraft::PolicyDraft(QObject *parent)
    : QObject(parent)
{
}

void PolicyDraft::reset(const Policy &base, qint64 version)
{
    take({base, base, version, {}, 0});
}

Status PolicyDraft::push(const Command &command)
{
    Policy after = policy();
    if (Status status = apply(after, command.changes); !status)
        return status;
    m_state.steps.resize(m_state.position);
    m_state.steps.append({command, after});
    ++m_state.position;
    announce(command.changes);
    return {};
}

void PolicyDraft::push(const Command &command, const Policy &after)
{
    m_state.steps.resize(m_state.position);
    m_state.steps.append({command, after});
    ++m_state.position;
    announce({});
}

void PolicyDraft::moveTo(qsizetype position)
{
    Q_ASSERT(position >= 0 && position <= m_state.steps.size());
    if (position == m_state.position)
        return;
    qsizetype count = 0;
    for (qsizetype i = std::min(m_state.position, position); i < std::max(m_state.position, position); ++i)
        count += m_state.steps.at(i).command.changes.size();
    QList<Change> applied;
    if (count <= Many) {
        for (qsizetype i = m_state.position; i < position; ++i)
            applied += m_state.steps.at(i).command.changes;
        for (qsizetype i = m_state.position; i > position; --i)
            applied += inverted(m_state.steps.at(i - 1).command.changes);
    }
    m_state.position = position;
    announce(applied);
}

bool PolicyDraft::isDirty() const
{
    if (!m_dirty)
        m_dirty = m_changes ? !m_changes->isEmpty() : differ(m_state.base, policy());
    return *m_dirty;
}

const QList<Change> &PolicyDraft::changes() const
{
    if (!m_changes)
        m_changes = difference(m_state.base, policy());
    return *m_changes;
}

const QList<Change> *PolicyDraft::changesAtHand() const
{
    const bool isSoonMade = m_changes || countDifferent(m_state.base, policy(), Many) < Many;
    return isSoonMade ? &changes() : nullptr;
}

void PolicyDraft::takeChanges(const QList<Change> &net)
{
    m_changes = net;
}

ChangeSet PolicyDraft::changeSet(const QString &reason) const
{
    return {m_state.version, operation(), reason, changes()};
}

QUuid PolicyDraft::operation() const
{
    if (m_operation.isNull())
        m_operation = QUuid::createUuid();
    return m_operation;
}

void PolicyDraft::markCommitted(const Policy &committed, qint64 version)
{
    DraftState after = m_state;
    after.markCommitted(committed, version);
    take(after);
}

QList<Conflict> PolicyDraft::rebaseOnto(const Policy &theirs, qint64 version, Instant now)
{
    DraftState after = m_state;
    const QList<Conflict> conflicts = after.rebaseOnto(theirs, version, now);
    take(after);
    return conflicts;
}

void PolicyDraft::take(const DraftState &state)
{
    m_state = state;
    forgetChanges();
    Q_EMIT baseChanged();
    announce({});
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
