// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/edit/draft.h"
#include "core/store/policyservice.h"

#include <QObject>
#include <QUndoStack>

namespace rolewright {

// A line for the inline message bar: what happened and, optionally, one action that helps.
struct Message
{
    enum class Kind { Information, Warning, Error };
    Kind kind = Kind::Information;
    QString text; // plain text
    QString actionText;
    std::function<void()> action;
};

// What every page and panel works on: the open store, the draft on it, both compiled for decisions, and the one undo
// stack. GUI thread. Edits go down through edit(); one signal, changed(), comes up; pages never call each other.
class Workspace : public QObject
{
    Q_OBJECT

public:
    Workspace(PolicyService &service, QObject *parent = nullptr);

    PolicyService &service() { return m_service; }
    const PolicyDraft &draft() const { return m_draft; }
    QUndoStack &undoStack() { return m_undoStack; }

    const Policy &policy() const { return m_draft.policy(); } // the draft's
    const PolicyIndex &index() const { return m_index; } // of the draft, current when changed() is emitted
    const PolicyIndex &baseIndex() const { return m_baseIndex; } // of the stored version

    bool isOpen() const { return m_service.isOpen(); }
    bool isReadOnly() const { return !isOpen() || m_service.traits().readOnly; }
    QString actor() const { return m_actor; } // the user id that goes into the trail

    void open(const QString &location);
    void create(const QString &location, const Policy &first, const QString &reason);

    // The only way to edit: one command, one undo step, one changed(). An error becomes a message and nothing else.
    // False where it was refused. Changes need not be complete; an empty list is nothing.
    bool edit(const QString &text, const Result<QList<Change>> &changes);
    void discard(); // back to the stored version, as one undo step

    // Asynchronous; a message tells the outcome, committed() that it is durable. The draft is untouched on failure.
    void apply(const QString &reason);
    bool isApplying() const { return m_applying; }

    void show(const Message &message) { Q_EMIT messageRaised(message); }

Q_SIGNALS:
    void storeChanged(); // another store, or none
    // The draft's policy is different; empty means anything may be.
    void changed(const QList<rolewright::Change> &applied);
    void baseChanged(); // a version was applied, by us or somebody else
    void dirtyChanged(bool dirty);
    void applyingChanged(bool applying);
    void committed(qint64 version);
    void conflicted(const QList<rolewright::Conflict> &conflicts);
    void messageRaised(const rolewright::Message &message);

private:
    PolicyService &m_service;
    PolicyDraft m_draft;
    PolicyIndex m_index;
    PolicyIndex m_baseIndex;
    QUndoStack m_undoStack;
    QString m_actor;
    bool m_applying = false;
};

} // namespace rolewright
