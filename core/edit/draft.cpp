// SPDX-License-Identifier: Apache-2.0
#include "core/edit/draft.h"

#include "core/edit/difference.h"

namespace rolewright {

using namespace Qt::StringLiterals;

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
