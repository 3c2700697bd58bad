// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/draftstate.h"

#include <QObject>

namespace rolewright {

// The working copy of an admin: a base version and a prefix of commands on it (architecture.md, "How a cell
// edit travels"). Everything that shows the policy listens to changed(); nothing else tells views to refresh.
// Lives on the GUI thread; policy() may be copied to workers.
//
// Undo and redo move the prefix between policies that are kept, so they cannot fail.
class PolicyDraft : public QObject
{
    Q_OBJECT

public:
    using Command = DraftCommand;

    explicit PolicyDraft(QObject *parent = nullptr);

    // A fresh start on a stored version: no commands.
    void reset(const Policy &base, qint64 version);

    const Policy &base() const { return m_state.base; }
    qint64 baseVersion() const { return m_state.version; }
    const Policy &policy() const { return m_state.policy(); }

    // Applies and appends a command, dropping those undone. The error is apply()'s, and nothing has changed
    // then.
    Status push(const Command &command);
    // The same where a worker has applied it already: `after` is what apply() makes of policy(). What changed
    // is announced as "anything", which for so many is quicker to follow.
    void push(const Command &command, const Policy &after);
    qsizetype commandCount() const { return m_state.steps.size(); }
    qsizetype position() const { return m_state.position; } // commands in effect
    const Command &commandAt(qsizetype index) const { return m_state.steps.at(index).command; }
    void moveTo(qsizetype position); // undo and redo, one signal

    // Whether there is a net difference to the base: quick, also with an import pending.
    bool isDirty() const;
    // That difference: made when first asked for at a position, at the cost of all that differs.
    const QList<Change> &changes() const;
    // Null where making it would hold up a frame: let a worker make difference(base(), policy()), and hand
    // it over before the draft changes again.
    const QList<Change> *changesAtHand() const;
    void takeChanges(const QList<Change> &net);
    // The net changes as a change set; the operation id stays the same until the changes do not.
    ChangeSet changeSet(const QString &reason) const;
    QUuid operation() const;

    // The store took the change set. Undo after this is a new pending change.
    void markCommitted(const Policy &committed, qint64 version);
    QList<Conflict> rebaseOnto(const Policy &theirs, qint64 version, Instant now); // DraftState says what it does
    // The same where a worker has done it on the state of now.
    const DraftState &state() const { return m_state; }
    void take(const DraftState &state);

Q_SIGNALS:
    // What is different now, as changes that were applied; empty means "anything" (reset, rebase, an
    // import undone: more than are soon listed).
    void changed(const QList<rolewright::Change> &applied);
    void baseChanged();
    void dirtyChanged(bool dirty);

private:
    void forgetChanges();
    void announce(const QList<Change> &applied);

    DraftState m_state;
    mutable std::optional<QList<Change>> m_changes;
    mutable std::optional<bool> m_dirty;
    mutable QUuid m_operation;
    bool m_wasDirty = false;
};

} // namespace rolewright
