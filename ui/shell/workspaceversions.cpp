// SPDX-License-Identifier: Apache-2.0
// The half of Workspace that follows the store: versions that were applied, by us or by somebody else.
#include "ui/shell/workspace.h"

namespace rolewright {

using namespace Qt::StringLiterals;

void Workspace::finishApply(const ChangeSet &changes, const CommitContext &context, const Result<Snapshot> &result)
{
    if (result) {
        carryOver(*result, true, [this, version = result->version](const QList<Conflict> &) {
            setApplying(false);
            show({Message::Kind::Information, tr("Applied as version %1.").arg(version), {}, {}});
            Q_EMIT committed(version);
            if (m_waiting)
                takeVersion(*std::exchange(m_waiting, std::nullopt));
        });
        return;
    }
    setApplying(false);
    if (result.error().code == ErrorCode::Unavailable) {
        Message message = toMessageOfApply(result.error());
        message.actionText = tr("Try again");
        message.action = [this, reason = changes.reason, overrides = context.overrideTests] {
            apply(reason, overrides);
        };
        show(message);
    } else {
        refused(result.error());
    }
    if (m_waiting)
        takeVersion(*std::exchange(m_waiting, std::nullopt));
}

void Workspace::carryOver(const Snapshot &snapshot, bool ours, std::function<void(const QList<Conflict> &)> done)
{
    m_carrying.start(
        [state = m_draft.state(), wasDirty = m_draft.isDirty(), before = m_baseIndex, snapshot,
         ours](const CancelToken &) {
            Carried carried{state, {}, before.updated(snapshot.policy), {}};
            if (ours)
                carried.state.markCommitted(snapshot.policy, snapshot.version);
            else if (wasDirty)
                carried.conflicts =
                    carried.state.rebaseOnto(snapshot.policy, snapshot.version, Instant::now());
            else
                carried.state = {snapshot.policy, snapshot.policy, snapshot.version, {}, 0};
            carried.draft = carried.base.updated(carried.state.policy());
            return carried;
        },
        [this, snapshot, ours, done, revision = m_revision](const Carried &carried) {
            if (revision != m_revision) {
                carryOver(snapshot, ours, done);
                return;
            }
            DraftState before = m_draft.state();
            m_prepared = Prepared{carried.base, carried.draft};
            m_draft.take(carried.state);
            syncUndoStack();
            freeOnWorker(std::move(before));
            done(carried.conflicts);
        });
}

void Workspace::takeVersion(const Snapshot &snapshot)
{
    if (m_applying) {
        m_waiting = snapshot; // it may be ours
        return;
    }
    if (!m_open || snapshot.version <= m_draft.baseVersion())
        return;
    carryOver(snapshot, false,
              [this, version = snapshot.version, wasDirty = m_draft.isDirty(),
               unseen = isShut()](const QList<Conflict> &conflicts) {
                  // Who signs in afterwards has not seen another one; and the first administrator made it.
                  if (!unseen || !conflicts.isEmpty())
                      tellRebased(version, wasDirty, conflicts);
              });
}

void Workspace::tellRebased(qint64 version, bool wasDirty, const QList<Conflict> &conflicts)
{
    QString text = tr("Version %1 was applied by somebody else.").arg(version);
    if (!conflicts.isEmpty())
        text += u' '
            + tr("%Ln of your changes conflict with it and were left out.", nullptr, int(conflicts.size()));
    else if (wasDirty)
        text += u' ' + tr("Your pending changes were carried over to it.");
    show({conflicts.isEmpty() ? Message::Kind::Information : Message::Kind::Warning, text, {}, {}});
    if (!conflicts.isEmpty())
        Q_EMIT conflicted(conflicts);
}

} // namespace rolewright
