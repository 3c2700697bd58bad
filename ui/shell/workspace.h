// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"
#include "core/edit/draft.h"
#include "ui/shell/draftrights.h"
#include "ui/shell/guardsession.h"

#include <QObject>
#include <QUndoStack>

#include <map>

namespace rolewright {

// A line for the inline message bar: what happened and, optionally, one action that helps.
struct Message
{
    enum class Kind { Information, Warning, Error };
    // What it is about: once that is over, the message is stale.
    enum class About {
        Edit, // until the draft is another one
        Apply, // until it is applied, or nothing is pending any more
        Store // until the store can be read again
    };
    Kind kind = Kind::Information;
    QString text; // plain text
    QString actionText;
    std::function<void()> action;
    About about = About::Edit;
};

// A large edit that a worker has made ready on a snapshot, so that the GUI thread only takes it.
struct PreparedEdit
{
    quint64 revision = 0; // of the draft that it was made on
    PolicyDraft::Command command;
    PolicyIndex after;
};

// What every page and panel works on: the open store, the draft on it, both compiled for decisions, and the
// one undo stack. GUI thread. Edits go down through edit(); one signal, changed(), comes up; pages never call
// each other.
class Workspace : public QObject
{
    Q_OBJECT

public:
    Workspace(PolicyService &service, QObject *parent = nullptr);

    PolicyService &service() { return m_service; }
    const PolicyDraft &draft() const { return m_draft; }
    // One command for each of the draft's; its index is the draft's position.
    QUndoStack &undoStack() { return m_undoStack; }

    const Policy &policy() const { return m_draft.policy(); } // the draft's
    const PolicyIndex &index() const { return m_index; } // of the draft, current when changed() is emitted
    const PolicyIndex &baseIndex() const { return m_baseIndex; } // of the stored version

    // The draft's net changes. Where they are many a worker makes them; those of before stand until then.
    const QList<Change> &netChanges() const { return m_net; }
    bool hasCurrentNet() const { return !m_netting.isRunning(); }

    bool isOpen() const { return m_open; }
    bool isReadOnly() const { return !m_open || m_opening || m_away || m_service.traits().readOnly || isShut(); }
    // A store on another machine cannot be reached at the moment: its policy is shown as it was.
    bool isAway() const { return m_away; }
    // Somebody has signed in to a store that nobody could read before, and its policy is on its way.
    bool awaitsPolicy() const { return m_session.isSignedIn() && m_draft.baseVersion() == 0; }
    // A guarded store to which nobody is signed in who may read it: nothing of it is shown.
    bool isShut() const { return m_session.isShut() || !m_mayRead; }
    QString actor() const { return m_actor; } // the user id that goes into the trail
    void setActor(const QString &actor);

    GuardSession &session() { return m_session; }
    const DraftRights &rights() const { return *m_rights; }
    // Makes an open store guarded (StoreGuard::enrolFirst()), and signs its first administrator in. What is pending stays.
    void makeGuarded(const QString &user, const SharedSecret &password, QObject *context,
                     const PolicyService::Callback<void> &done);
    Occasion occasion(const QString &reason = {}) const; // here and now
    Caller caller() const; // who is signed in
    // Why the person may do nothing of this kind ("role.add", adminregistry.h); empty: some of it, or all.
    QString whyNot(const QString &operation) const;
    // The newest records of the trail. None where the person may not read it: they are not asked for, as a refusal is recorded.
    void newestEvents(int limit, QObject *context, const std::function<void(const QList<AuditEvent> &)> &done);
    // Why these changes would be refused on top of the draft; empty: they are not, or are too many to say at once.
    // Some look-ups a change; a pass over the policy where it is refused.
    QString whyNot(const QList<Change> &changes) const;

    // Asynchronous; storeChanged() when the new store is there. The old one stays open until then; its draft
    // is gone afterwards, so ask first.
    void open(const QString &location);
    void create(const QString &location, const Policy &first);
    void close();
    bool isOpening() const { return m_opening; }
    void cancelOpening(); // what was open before stays, unless the new one was there already

    // The only way to edit: one command, one undo step, one changed(). An error becomes a message and nothing
    // else. False where it was refused. Changes need not be complete; an empty list is nothing.
    bool edit(const QString &text, const Result<QList<Change>> &changes);
    // The same for what a worker has prepared. False, too, where the draft has moved on since.
    bool edit(const PreparedEdit &prepared);
    quint64 revision() const { return m_revision; } // another one whenever the draft's policy is
    // The same with changes that completed() has seen: long lists need not be gone through once more.
    bool editComplete(const QString &text, const QList<Change> &changes);
    void discard(); // back to the stored version, as one undo step
    // Changes that were kept when the program ended, made on this version or an earlier one: carried over to
    // the newest version as one command. What was applied after all, or no longer fits, is told. Asynchronous: a
    // worker reads them, and nothing else is edited until they are there.
    void restore(std::function<Result<ChangeSet>()> read);
    // The same for changes of somebody's request, on top of the draft. Asynchronous.
    void takeUp(const ChangeSet &changes, const QString &text);

    // Asynchronous; a message tells the outcome, committed() that it is durable. The draft is untouched on
    // failure. `overrideTests`: also where tests of the policy that pass now would fail. `confirmation`: the password
    // once more, for what asks for it.
    void apply(const QString &reason, bool overrideTests = false, const SharedSecret &confirmation = {});
    // The same for what waits for a second person: requested() when it does, and the draft is as the store.
    void requestApproval(const QString &reason, bool overrideTests = false, const SharedSecret &confirmation = {});
    bool isApplying() const { return m_applying; }

    void show(const Message &message) { Q_EMIT messageRaised(message); }

Q_SIGNALS:
    void storeLeaving(); // the draft is still the old store's
    void storeChanged(); // another store, or none
    void draftLeaving(); // somebody else signed in: it is still that of who was before
    void openFailed(const QString &location, const rolewright::Error &error);
    void openingChanged(bool opening); // another store is on its way
    void awayChanged(bool away);
    // The draft's policy is different; empty means anything may be.
    void changed(const QList<rolewright::Change> &applied);
    void baseChanged(); // a version was applied, by us or somebody else
    void dirtyChanged(bool dirty);
    void netChangesMade(); // by the worker
    void applyingChanged(bool applying);
    void committed(qint64 version);
    void conflicted(const QList<rolewright::Conflict> &conflicts);
    void messageRaised(const rolewright::Message &message);
    void actorChanged(const QString &actor);
    void sessionChanged(); // somebody signed in or out, or may do other things now
    void confirmationNeeded(const rolewright::Error &refusal); // also where it was wrong
    void requested(qint64 request);

private:
    void leave();
    void takeStore(const QString &location, const Result<Snapshot> &snapshot);
    void commit(const ChangeSet &changes, const CommitContext &context);
    void finishApply(const ChangeSet &changes, const CommitContext &context, const Result<Snapshot> &snapshot);
    bool push(const QString &text, const QList<Change> &changes);
    void refused(const Error &error);
    bool refuseNotPermitted(const QList<Change> &changes);
    void takeSession();
    bool readRights(); // did that change?
    void takeVersion(const Snapshot &snapshot); // that somebody else made
    struct CarriedWords
    {
        QString command;
        QString none; // where all of it is in the policy already
        QString (*some)(int count);
    };
    void carry(const ChangeSet &changes, const CarriedWords &words);
    void carryOnto(const Policy &base, const ChangeSet &changes, const CarriedWords &words);
    // Changes on the draft as they come from a worker.
    struct Arrived
    {
        QList<Conflict> conflicts;
        int count = 0; // of what does not conflict
        quint64 revision = 0; // of the draft
        Result<PreparedEdit> edit;
    };
    void finishCarrying(const Arrived &arrived, const CarriedWords &words);
    // The draft on another version than it was made on, with both compiled: a worker's answer.
    struct Carried
    {
        DraftState state;
        QList<Conflict> conflicts;
        PolicyIndex base;
        PolicyIndex draft;
    };
    // Again where the draft moved on meanwhile; then `done`.
    void carryOver(const Snapshot &snapshot, bool ours, std::function<void(const QList<Conflict> &)> done);
    void tellRebased(qint64 version, bool wasDirty, const QList<Conflict> &conflicts);
    void reset(const Snapshot &snapshot, const PolicyIndex &index);
    void refreshIndexes();
    void refreshNet();
    void setNet(const QList<Change> &net);
    void syncUndoStack();
    bool refuseEdit();
    void setOpening(bool opening);
    void setApplying(bool applying);
    void takeTrouble(const Error &error);
    void takeRecovery();
    CommitContext commitContext() const;

    PolicyService &m_service;
    GuardSession m_session;
    DraftRights *m_rights;
    PolicyDraft m_draft;
    PolicyIndex m_index;
    PolicyIndex m_baseIndex;
    // By position, of the states around a prepared edit: undoing it is as quick as taking it.
    std::map<qsizetype, PolicyIndex> m_keptIndexes;
    quint64 m_revision = 0;
    qint64 m_indexedVersion = -1; // of m_baseIndex
    struct Prepared
    {
        PolicyIndex base;
        PolicyIndex draft;
    };
    std::optional<Prepared> m_prepared; // of what the draft is about to get, made off the GUI thread
    std::optional<Snapshot> m_waiting; // a version that appeared while applying
    LatestJob<PolicyIndex> m_indexing;
    LatestJob<Carried> m_carrying;
    LatestJob<Result<ChangeSet>> m_readingKept;
    LatestJob<Arrived> m_arriving;
    bool m_awaitsKept = false; // what was kept is on its way
    QList<Change> m_net;
    LatestJob<QList<Change>> m_netting;
    QUndoStack m_undoStack;
    bool m_syncing = false; // the undo stack follows the draft, not the other way round
    QString m_actor;
    QString m_author; // who made the draft, in a guarded store
    bool m_mayRead = true; // who is signed in, where somebody has to be
    bool m_open = false;
    bool m_opening = false; // another store is on its way
    bool m_applying = false;
    bool m_away = false;
    std::function<void()> m_again; // what failed for want of the store
};

// Is it in a database or on a server, where one signs in and which may be away for a while?
bool isRemote(const QString &location);

// What the open store says about itself, in the language of the window; empty where there is nothing to say.
QString noticeOf(const StoreTraits &traits);
// The error as a line: its message and the first findings.
Message toMessage(const Error &error);
// The same for a failed apply(), with what became of the changes.
Message toMessageOfApply(const Error &error);

} // namespace rolewright
