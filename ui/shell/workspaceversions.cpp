// SPDX-License-Identifier: Apache-2.0
// The half of Workspace that follows the store: versions that were applied, by us or by somebody else, and
// changes that were made on an earlier one.
#include "ui/shell/workspace.h"

#include "core/edit/apply.h"

namespace rolewright {

using namespace Qt::StringLiterals;

void Workspace::finishApply(const ChangeSet &changes, const CommitContext &context,
                            const Result<Snapshot> &result)
{
    if (result) {
        m_again = {};
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
        m_again = message.action;
        show(message);
    } else {
        refused(result.error());
    }
    if (m_waiting)
        takeVersion(*std::exchange(m_waiting, std::nullopt));
}

bool isRemote(const QString &location)
{
    return loginOf(location).has_value();
}

void Workspace::takeTrouble(const Error &error)
{
    Message message = toMessage(error);
    message.about = Message::About::Store;
    m_away = m_open && isRemote(m_service.traits().location);
    if (m_away && !isShut()) {
        message.text += u' '
            + (m_draft.isDirty()
                   ? tr("Until it is back the policy is shown as it was, and read-only. Your pending changes are kept.")
                   : tr("Until it is back the policy is shown as it was, and read-only."));
    }
    Q_EMIT awayChanged(m_away);
    show(message);
}

// What had failed for want of the store is offered once more, and never begun by itself.
void Workspace::takeRecovery()
{
    if (!std::exchange(m_away, false))
        return;
    Q_EMIT awayChanged(false);
    Message message{Message::Kind::Information, tr("The store can be reached again."), {}, {}};
    if (m_again && m_draft.isDirty() && !isShut()) {
        message.text += u' ' + tr("Your changes are pending.");
        message.actionText = tr("Apply them now");
        message.action = std::exchange(m_again, {});
    }
    show(message);
}

void Workspace::carryOver(const Snapshot &snapshot, bool ours,
                          std::function<void(const QList<Conflict> &)> done)
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

void Workspace::newestEvents(int limit, QObject *context, const std::function<void(const QList<AuditEvent> &)> &done)
{
    if (!whyNot(u"audit.read"_s).isEmpty()) {
        done({});
        return;
    }
    AuditQuery newest;
    newest.limit = limit;
    newest.withChanges = false; // or the next version would be found only when a large one was read
    m_service.events(newest, context, [done](const Result<QList<AuditEvent>> &events) {
        done(events ? *events : QList<AuditEvent>());
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
    if (!conflicts.isEmpty())
        Q_EMIT conflicted(conflicts);
    constexpr int EventsLookedAt = 20;
    newestEvents(
        EventsLookedAt, this,
        [this, version, wasDirty, count = int(conflicts.size())](const QList<AuditEvent> &events) {
            QString who;
            for (const AuditEvent &event : events) {
                if (event.version == version && !event.operation.isEmpty())
                    who = event.actor;
            }
            QString text = who.isEmpty() ? tr("Version %1 was applied by somebody else.").arg(version)
                : who == m_actor         ? tr("Version %1 was applied by you, from elsewhere or just before the "
                                                      "connection broke.").arg(version)
                                         : tr("Version %1 was applied by %2.").arg(version).arg(who);
            if (count > 0)
                text += u' ' + tr("%Ln of your changes conflict with it and were left out.", nullptr, count);
            else if (wasDirty)
                text += u' ' + tr("Your pending changes were carried over to it.");
            show({count == 0 ? Message::Kind::Information : Message::Kind::Warning, text, {}, {}});
        });
}

void Workspace::restore(std::function<Result<ChangeSet>()> read)
{
    m_awaitsKept = true;
    m_readingKept.start(
        [read = std::move(read)](const CancelToken &) { return read(); },
        [this](const Result<ChangeSet> &kept) {
            if (kept) {
                carry(*kept,
                      {tr("Restore pending changes"),
                       tr("The changes that were pending when the program ended had been applied."),
                       [](int count) {
                           return tr("%Ln pending change(s) from last time are back. Nothing of them "
                                     "is applied yet.",
                                     nullptr, count);
                       }});
                return;
            }
            m_awaitsKept = false;
            Message message = toMessage(kept.error());
            message.kind = Message::Kind::Warning;
            show(message);
        });
}

void Workspace::takeUp(const ChangeSet &changes, const QString &text)
{
    if (refuseEdit())
        return;
    carry(changes, {text, tr("All of it is in the policy already."), [](int count) {
                        return tr("%Ln change(s) are pending now. Nothing of them is applied yet.", nullptr,
                                  count);
                    }});
}

void Workspace::carry(const ChangeSet &changes, const CarriedWords &words)
{
    if (changes.base == m_draft.baseVersion()) {
        carryOnto(m_draft.base(), changes, words);
        return;
    }
    const QString location = m_service.traits().location;
    m_service.load(changes.base, this,
                   [this, changes, words, location, author = m_author](const Result<Snapshot> &base) {
                       if (location != m_service.traits().location || author != m_author)
                           return;
                       if (base) {
                           carryOnto(base->policy, changes, words);
                           return;
                       }
                       m_awaitsKept = false;
                       show(toMessage(base.error()));
                   });
}

// What the person may not do any more is carried, too: the page of the changes says so.
void Workspace::carryOnto(const Policy &base, const ChangeSet &changes, const CarriedWords &words)
{
    m_arriving.start(
        [base, theirs = m_draft.base(), draft = m_index, mine = changes.changes, command = words.command,
         revision = m_revision](const CancelToken &) {
            const Rebased rebased = rebase(base, theirs, mine, Instant::now());
            Arrived arrived{rebased.conflicts, int(rebased.changes.size()), revision, PreparedEdit()};
            Policy after = draft.policy();
            const Result<QList<Change>> complete = completed(after, rebased.changes);
            const Status applied = complete ? rolewright::apply(after, *complete) : failure(complete.error());
            if (applied)
                arrived.edit = PreparedEdit{revision, {command, *complete}, draft.updated(after)};
            else
                arrived.edit = failure(applied.error());
            return arrived;
        },
        [this, base, changes, words](const Arrived &arrived) {
            if (arrived.revision == m_revision)
                finishCarrying(arrived, words);
            else
                carryOnto(base, changes, words); // the draft moved on meanwhile
        });
}

void Workspace::finishCarrying(const Arrived &arrived, const CarriedWords &words)
{
    m_awaitsKept = false;
    if (arrived.count == 0 && arrived.conflicts.isEmpty()) {
        show({Message::Kind::Information, words.none, {}, {}});
        return;
    }
    if (!arrived.edit)
        show(toMessage(arrived.edit.error()));
    if (!arrived.edit || !edit(*arrived.edit))
        return;
    QString text = words.some(arrived.count);
    if (!arrived.conflicts.isEmpty())
        text += u' '
            + tr("%Ln conflict(s) with what was applied since; those were left out.", nullptr,
                 int(arrived.conflicts.size()));
    show({arrived.conflicts.isEmpty() ? Message::Kind::Information : Message::Kind::Warning, text, {}, {}});
    if (!arrived.conflicts.isEmpty())
        Q_EMIT conflicted(arrived.conflicts);
}

} // namespace rolewright
