// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/storeguard.h"

#include <QObject>
#include <QPointer>

#include <atomic>

namespace rolewright {

// The asynchronous front of a store for the GUI: a thread for reading and following, one for writing, and one
// for what takes long, so that nothing waits for it; each with its own connection. Requests are values; each
// answers once through its callback, or never when `context` has died, and those of one thread in order. The
// service, its contexts and its callbacks live on one thread, which no call blocks; the destructor waits for
// what cannot be interrupted. Polls for new versions every 250 ms.
//
// A store that nobody can read before a sign-in (needsSignIn()) opens empty, as version 0; its newest version
// appears once somebody has signed in.
class PolicyService : public QObject
{
    Q_OBJECT

public:
    explicit PolicyService(QObject *parent = nullptr);
    ~PolicyService() override;

    template <class T>
    using Callback = std::function<void(const Result<T> &)>;

    void open(const QString &location, QObject *context, const Callback<Snapshot> &done);
    void create(const QString &location, const Policy &first, const CommitContext &commit, QObject *context,
                const Callback<Snapshot> &done);
    void close();

    bool isOpen() const { return m_open; }
    const StoreTraits &traits() const { return m_traits; }
    const QList<Presence> &others() const { return m_others; } // who work on the store, too; some seconds old

    void load(qint64 version, QObject *context, const Callback<Snapshot> &done);
    void commit(const ChangeSet &changes, const CommitContext &commit, QObject *context,
                const Callback<Snapshot> &done);
    void history(QObject *context, const Callback<QList<VersionInfo>> &done);
    void changeSet(qint64 version, QObject *context, const Callback<ChangeSet> &done);
    void events(const AuditQuery &query, QObject *context, const Callback<QList<AuditEvent>> &done);
    void facets(const AuditQuery &query, QObject *context, const Callback<TrailFacets> &done);
    // Takes long (PolicyStore::verifyTrail()), and keeps nothing waiting but another one.
    void verifyTrail(QObject *context, const Callback<TrailState> &done);
    // The installation's keys for the open store (StoreGuard::useKeys()), until another one is opened: verifyTrail() holds
    // the trail against them and the newest anchor, too. `moved` is told each new anchor, on this thread.
    void useKeys(const std::shared_ptr<const StoreKeys> &keys, const std::optional<Anchor> &anchor, QObject *context,
                 const std::function<void(const Anchor &)> &moved, const Callback<void> &done);
    // A call on the guard of the open store. Who is signed in belongs to the writer's connection, so this runs on
    // its thread, after the commits before it. Usage where the store can have no guard. The call owns its secrets. A
    // version that it makes appears before the answer.
    template <class T>
    void guarded(const std::function<Result<T>(StoreGuard &)> &call, QObject *context, const Callback<T> &done)
    {
        const GuardTask task = [call, done](const Result<StoreGuard *> &guard) -> std::function<void()> {
            const Result<T> result = guard ? call(**guard) : Result<T>(failure(guard.error()));
            return [done, result] {
                if (done)
                    done(result);
            };
        };
        onGuard(task, context);
    }
    // What runs or waits answers Cancelled, unless it is done by then.
    void cancel();

Q_SIGNALS:
    // Somebody else (or we) made a newer version; the snapshot is already loaded. Once a version, and after
    // the answer where it is our own.
    void versionAppeared(const rolewright::Snapshot &snapshot);
    // The store cannot be read any more (file replaced, removed, damaged): said once until it is well again.
    void trouble(const rolewright::Error &error);
    void recovered(); // it can be read again
    void othersChanged(); // what others() says is different
    // What traits() says is different: it was made guarded, or who signed in may only read it.
    void traitsChanged();
    // Who was let in to read it is let in no more, until the next sign-in.
    void shutOut();

private:
    class Lane; // a thread with a store object of its own
    class HeldKeys; // for all lanes
    using GuardTask = std::function<std::function<void()>(const Result<StoreGuard *> &)>; // answers with the answer

    template <class T>
    using Question = std::function<Result<T>(PolicyStore &)>;
    template <class T>
    void ask(const Question<T> &question, QObject *context, const Callback<T> &done);
    template <class T>
    void askAtLeisure(const Question<T> &question, QObject *context, const Callback<T> &done);
    template <class T>
    void ask(Lane &lane, const std::function<Result<T>(Lane &)> &question, QObject *context,
             const Callback<T> &done);
    template <class T>
    void answer(const QPointer<QObject> &context, const Callback<T> &done, const Result<T> &result);
    void openReader(quint64 session, const QString &location, const std::optional<Snapshot> &created,
                    const QPointer<QObject> &context, const Callback<Snapshot> &done);
    void onGuard(const GuardTask &task, QObject *context);
    static Status openLane(Lane &lane, const QString &location);
    void takeTraits(quint64 session, const std::optional<StoreTraits> &traits);
    void poll(Lane &lane, quint64 session);
    void appeared(quint64 session, const Snapshot &snapshot);

    std::unique_ptr<Lane> m_reader;
    std::unique_ptr<Lane> m_writer;
    std::unique_ptr<Lane> m_longReader;
    std::shared_ptr<HeldKeys> m_keys; // of the open store, where it was given some
    QString m_location;
    StoreTraits m_traits;
    QList<Presence> m_others;
    Snapshot m_latest; // that was given out
    std::optional<Snapshot> m_held; // appeared while a commit was on its way: its answer comes first
    int m_commits = 0; // on their way
    bool m_open = false;
    quint64 m_session = 0; // an open() or create() up to the next close()
    std::atomic<quint64> m_cancelled = 0; // requests made before the last cancel() are not begun
};

} // namespace rolewright
