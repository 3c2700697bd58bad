// SPDX-License-Identifier: Apache-2.0
#include "core/edit/draft.h"

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

void PolicyDraft::moveTo(qsizetype position)
{
    Q_ASSERT(position >= 0 && position <= m_steps.size());
    if (position == m_position)
        return;
    QList<Change> applied;
    for (qsizetype i = m_position; i < position; ++i)
        applied += m_steps.at(i).command.changes;
    for (qsizetype i = m_position; i > position; --i)
        applied += inverted(m_steps.at(i - 1).command.changes);
    m_position = position;
    announce(applied);
}

const QList<Change> &PolicyDraft::changes() const
{
    if (!m_changes)
        m_changes = difference(m_base, policy());
    return *m_changes;
}

ChangeSet PolicyDraft::changeSet(const QString &reason) const
{
    if (m_operation.isNull())
        m_operation = QUuid::createUuid();
    return {m_version, m_operation, reason, changes()};
}

void PolicyDraft::markCommitted(const Policy &committed, qint64 version)
{
    // Commands may have been pushed or undone while the store worked: which position did it take?
    qsizetype position = -1;
    if (haveSameIds(policy(), committed) && difference(policy(), committed).isEmpty()) {
        position = m_position;
    } else {
        for (qsizetype i = m_steps.size(); i >= 0 && position < 0; --i) {
            if (differenceByName(policyAt(i), committed).isEmpty())
                position = i;
        }
        if (position < 0) {
            rebaseOnto(committed, version, Instant::now());
            return;
        }
        makeAgainFrom(position, committed);
    }
    m_base = committed;
    m_version = version;
    Q_EMIT baseChanged();
    announce({});
}

// The store gave its own ids to what is new, so every state is made again in its lineage: forward and back
// from the one that it has.
void PolicyDraft::makeAgainFrom(qsizetype position, const Policy &policy)
{
    const auto set = [this](qsizetype at, const Policy &state) {
        (at == 0 ? m_start : m_steps[at - 1].after) = state;
    };
    const auto step = [](Policy &state, const QList<Change> &changes) {
        const Status status = apply(state, changes);
        Q_ASSERT_X(status, "PolicyDraft", "a command applies where it was made");
    };
    set(position, policy);
    Policy state = policy;
    for (qsizetype i = position; i > 0; --i) {
        step(state, inverted(m_steps.at(i - 1).command.changes));
        set(i - 1, state);
    }
    state = policy;
    for (qsizetype i = position; i < m_steps.size(); ++i) {
        step(state, m_steps.at(i).command.changes);
        set(i + 1, state);
    }
}

// Each state is merged with theirs by itself; a command is then the way from one to the next.
QList<Conflict> PolicyDraft::rebaseOnto(const Policy &theirs, qint64 version, Instant now)
{
    const Edits theirEdits(m_base, theirs);
    Merge current(m_base, theirs, theirEdits, policy());
    current.validate(now);
    const QSet<QString> things = current.thingsLeftOut();

    Policy start;
    QList<Step> steps;
    QList<Change> netBefore; // of the state before, on theirs
    for (qsizetype i = 0; i <= m_steps.size(); ++i) {
        Merge merge(m_base, theirs, theirEdits, policyAt(i));
        merge.leaveOut(things);
        const QList<Change> net = difference(theirs, merge.result());
        Policy after = i == 0 ? theirs : i == 1 ? start : steps.last().after;
        // There and back again: what both states have cancels out.
        Policy next = after;
        Status status = apply(next, inverted(netBefore) + net);
        Q_ASSERT(status);
        const QList<Change> changes = difference(after, next);
        status = apply(after, changes);
        Q_ASSERT(status);
        if (i == 0)
            start = after;
        else
            steps.append({{m_steps.at(i - 1).command.text, changes}, after});
        netBefore = net;
    }
    m_start = start;
    m_steps = steps;
    m_base = theirs;
    m_version = version;
    Q_EMIT baseChanged();
    announce({});
    return current.conflicts();
}

void PolicyDraft::announce(const QList<Change> &applied)
{
    m_changes.reset();
    m_operation = {};
    Q_EMIT changed(applied);
    if (m_wasDirty != isDirty()) {
        m_wasDirty = !m_wasDirty;
        Q_EMIT dirtyChanged(m_wasDirty);
    }
}

} // namespace rolewright
