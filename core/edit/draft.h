// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/rebase.h"

#include <QObject>

namespace rolewright {

class Edits;

// The working copy of an admin: a base version and a prefix of commands on it (architecture.md, "How a cell
// edit travels"). Everything that shows the policy listens to changed(); nothing else tells views to refresh.
// Lives on the GUI thread; policy() may be copied to workers.
//
// Undo and redo move the prefix between policies that are kept, so they cannot fail.
class PolicyDraft : public QObject
{
    Q_OBJECT

public:
    struct Command
    {
        QString text; // "Grant article:publish to editor"
        QList<Change> changes; // complete
    };

    explicit PolicyDraft(QObject *parent = nullptr);

    // A fresh start on a stored version: no commands.
    void reset(const Policy &base, qint64 version);

    const Policy &base() const { return m_base; }
    qint64 baseVersion() const { return m_version; }
    const Policy &policy() const { return policyAt(m_position); }

    // Applies and appends a command, dropping those undone. The error is apply()'s, and nothing has changed
    // then.
    Status push(const Command &command);
    // The same where a worker has applied it already: `after` is what apply() makes of policy(). What changed
    // is announced as "anything", which for so many is quicker to follow.
    void push(const Command &command, const Policy &after);
    qsizetype commandCount() const { return m_steps.size(); }
    qsizetype position() const { return m_position; } // commands in effect
    const Command &commandAt(qsizetype index) const { return m_steps.at(index).command; }
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

    // The store took the change set: its result is the new base. Undo after this is a new pending change.
    void markCommitted(const Policy &committed, qint64 version);
    // Somebody else changed the base: every command, done or undone, is carried over to theirs, without what
    // conflicts. The commands keep their number and texts; one of which nothing is left does nothing.
    QList<Conflict> rebaseOnto(const Policy &theirs, qint64 version, Instant now);

Q_SIGNALS:
    // What is different now, as changes that were applied; empty means "anything" (reset, rebase, an
    // import undone: more than are soon listed).
    void changed(const QList<rolewright::Change> &applied);
    void baseChanged();
    void dirtyChanged(bool dirty);

private:
    struct Step
    {
        Command command;
        Policy after;
    };
    const Policy &policyAt(qsizetype position) const;
    std::optional<qsizetype> positionOf(const Policy &policy) const;
    void makeAgainFrom(qsizetype position, const Policy &policy);
    bool replay(const Policy &theirs, const Edits &theirEdits, const QList<Change> &wanted);
    void mergeEachState(const Policy &theirs, const Edits &theirEdits, const QSet<QString> &leftOut);
    void forgetChanges();
    void announce(const QList<Change> &applied);

    Policy m_base;
    Policy m_start; // before the first command: not the base where commands have been committed
    qint64 m_version = 0;
    QList<Step> m_steps;
    qsizetype m_position = 0;
    mutable std::optional<QList<Change>> m_changes;
    mutable std::optional<bool> m_dirty;
    mutable QUuid m_operation;
    bool m_wasDirty = false;
};

} // namespace rolewright
