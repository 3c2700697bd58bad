// SPDX-License-Identifier: Apache-2.0
#include "core/store/policyservice.h"

#include "core/store/storeguard.h"

#include <QMutex>
#include <QThread>
#include <QTimer>

namespace rolewright {

using namespace Qt::StringLiterals;

// Tasks run on the lane's thread, one after the other; all but post() and cancel() is for them.
class PolicyService::Lane
{
public:
    using Task = std::function<void(Lane &)>;

    Lane()
    {
        m_receiver.moveToThread(&m_thread);
        m_thread.start();
    }
    ~Lane()
    {
        cancel();
        post([](Lane &lane) {
            lane.leave();
            lane.m_thread.quit();
        });
        m_thread.wait();
    }

    void post(const Task &task)
    {
        QMetaObject::invokeMethod(
            &m_receiver, [this, task] { task(*this); }, Qt::QueuedConnection);
    }
    void cancel()
    {
        const QMutexLocker lock(&m_mutex);
        if (m_busy)
            m_store->cancel();
    }

    bool hasStore() const { return m_store != nullptr; }
    PolicyStore &store() { return *m_store; }
    void setStore(std::unique_ptr<PolicyStore> store)
    {
        {
            const QMutexLocker lock(&m_mutex);
            m_store.swap(store);
        }
        lastVersion = 0;
        inTrouble = false;
        isIn = false;
        others.clear();
    }
    // A login is kept as long as the store is open.
    void leave()
    {
        m_timer.reset();
        m_poll = {};
        if (m_store && m_store->guard())
            m_store->guard()->signOut();
        setStore(nullptr);
    }
    // A call that cancel() may interrupt.
    template <class Call>
    auto run(const Call &call) -> std::invoke_result_t<Call, PolicyStore &>
    {
        setBusy(true);
        auto result = call(*m_store);
        setBusy(false);
        return result;
    }

    void startPolling(const Task &task)
    {
        constexpr int Interval = 250; // ms
        m_poll = task;
        m_timer = std::make_unique<QTimer>();
        QObject::connect(m_timer.get(), &QTimer::timeout, &m_receiver, [this] { m_poll(*this); });
        m_timer->start(Interval);
        // A store may be left before it comes to that.
        m_store->watch([this] {
            post([](Lane &lane) {
                if (lane.m_poll)
                    lane.m_poll(lane);
            });
        });
    }

    qint64 lastVersion = 0; // that polling has seen
    bool inTrouble = false;
    bool isIn = false; // the last poll could read it
    QList<Presence> others; // that polling has seen

private:
    void setBusy(bool busy)
    {
        const QMutexLocker lock(&m_mutex);
        m_busy = busy;
    }

    QThread m_thread;
    QObject m_receiver;
    std::unique_ptr<QTimer> m_timer;
    Task m_poll; // while a store is polled
    QMutex m_mutex;
    std::unique_ptr<PolicyStore> m_store; // set under the mutex, as cancel() uses it from outside
    bool m_busy = false;
};

// The writer moves the anchor, the reader asks for it.
class PolicyService::HeldKeys
{
public:
    HeldKeys(const std::shared_ptr<const StoreKeys> &keys, const std::optional<Anchor> &anchor)
        : m_keys(keys)
        , m_anchor(anchor)
    {
    }
    const StoreKeys &keys() const { return *m_keys; }
    std::optional<Anchor> anchor() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_anchor;
    }
    void move(const Anchor &anchor)
    {
        const QMutexLocker lock(&m_mutex);
        m_anchor = anchor;
    }

private:
    const std::shared_ptr<const StoreKeys> m_keys;
    mutable QMutex m_mutex;
    std::optional<Anchor> m_anchor;
};

namespace {

tl::unexpected<Error> cancelled()
{
    return failure(ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s);
}

tl::unexpected<Error> nothingOpen()
{
    return failure(ErrorCode::Usage, u"No store is open."_s);
}

} // namespace

PolicyService::PolicyService(QObject *parent)
    : QObject(parent)
    , m_reader(std::make_unique<Lane>())
    , m_writer(std::make_unique<Lane>())
{
}

PolicyService::~PolicyService()
{
    cancel();
    // Their tasks use the members below: joined while all are there.
    m_reader.reset();
    m_writer.reset();
}

template <class T>
void PolicyService::answer(const QPointer<QObject> &context, const Callback<T> &done, const Result<T> &result)
{
    if (context && done)
        done(result);
}

template <class T>
void PolicyService::ask(const Question<T> &question, QObject *context, const Callback<T> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    m_reader->post(
        [this, question, guard = QPointer<QObject>(context), done, epoch = m_cancelled.load()](Lane &lane) {
            const Result<T> result = [&]() -> Result<T> {
                if (epoch != m_cancelled)
                    return cancelled();
                if (!lane.hasStore())
                    return nothingOpen();
                return lane.run(question);
            }();
            QMetaObject::invokeMethod(
                this, [this, guard, done, result] { answer(guard, done, result); }, Qt::QueuedConnection);
        });
}

void PolicyService::open(const QString &location, QObject *context, const Callback<Snapshot> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    close();
    openReader(m_session, location, {}, context, done);
}

void PolicyService::create(const QString &location, const Policy &first, const CommitContext &commit,
                           QObject *context, const Callback<Snapshot> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    close();
    m_writer->post([this, location, first, commit, session = m_session, guard = QPointer<QObject>(context),
                    done](Lane &lane) {
        Result<std::unique_ptr<PolicyStore>> store = createStore(location, first, commit);
        Result<Snapshot> snapshot = store ? (*store)->load() : Result<Snapshot>(failure(store.error()));
        if (snapshot)
            lane.setStore(std::move(*store));
        QMetaObject::invokeMethod(
            this,
            [this, session, location, snapshot, guard, done] {
                if (!snapshot || session != m_session)
                    answer(guard, done, snapshot ? Result<Snapshot>(cancelled()) : snapshot);
                else
                    openReader(session, location, *snapshot, guard, done);
            },
            Qt::QueuedConnection);
    });
}

void PolicyService::openReader(quint64 session, const QString &location,
                               const std::optional<Snapshot> &created, const QPointer<QObject> &context,
                               const Callback<Snapshot> &done)
{
    m_reader->post([this, session, location, created, context, done](Lane &lane) {
        Result<Snapshot> snapshot;
        StoreTraits traits;
        if (Result<std::unique_ptr<PolicyStore>> store = openStore(location)) {
            lane.setStore(std::move(*store));
            if (created)
                lane.store().prime(*created);
            snapshot = lane.run([](PolicyStore &opened) { return opened.load(); });
            if (!snapshot && needsSignIn(snapshot.error()))
                snapshot = Snapshot(); // the newest version appears when somebody has signed in
            traits = lane.store().traits();
        } else {
            snapshot = failure(store.error());
        }
        if (snapshot) {
            lane.lastVersion = snapshot->version;
            lane.startPolling([this, session](Lane &polled) { poll(polled, session); });
        } else {
            lane.setStore(nullptr);
        }
        QMetaObject::invokeMethod(
            this,
            [this, session, location, snapshot, traits, context, done] {
                if (session != m_session) {
                    answer<Snapshot>(context, done, cancelled());
                    return;
                }
                if (snapshot) {
                    m_open = true;
                    m_location = location;
                    m_traits = traits;
                    m_latest = *snapshot;
                }
                answer(context, done, snapshot);
            },
            Qt::QueuedConnection);
    });
}

void PolicyService::close()
{
    cancel();
    ++m_session;
    m_open = false;
    m_keys.reset();
    m_traits = {};
    m_latest = {};
    m_held.reset();
    if (!m_others.isEmpty()) {
        m_others.clear();
        Q_EMIT othersChanged();
    }
    m_commits = 0;
    for (Lane *lane : {m_reader.get(), m_writer.get()}) {
        lane->post([](Lane &closed) { closed.leave(); });
    }
}

void PolicyService::load(qint64 version, QObject *context, const Callback<Snapshot> &done)
{
    ask<Snapshot>([version](PolicyStore &store) { return store.load(version); }, context, done);
}

void PolicyService::history(QObject *context, const Callback<QList<VersionInfo>> &done)
{
    ask<QList<VersionInfo>>([](PolicyStore &store) { return store.history(); }, context, done);
}

void PolicyService::changeSet(qint64 version, QObject *context, const Callback<ChangeSet> &done)
{
    ask<ChangeSet>([version](PolicyStore &store) { return store.changeSet(version); }, context, done);
}

void PolicyService::events(const AuditQuery &query, QObject *context, const Callback<QList<AuditEvent>> &done)
{
    ask<QList<AuditEvent>>([query](PolicyStore &store) { return store.events(query); }, context, done);
}

void PolicyService::facets(const AuditQuery &query, QObject *context, const Callback<TrailFacets> &done)
{
    ask<TrailFacets>([query](PolicyStore &store) { return store.facets(query); }, context, done);
}

void PolicyService::verifyTrail(QObject *context, const Callback<TrailState> &done)
{
    ask<TrailState>(
        [held = m_keys](PolicyStore &store) {
            if (held)
                store.guard()->useKeys(held->keys(), held->anchor());
            return store.verifyTrail();
        },
        context, done);
}

void PolicyService::useKeys(const std::shared_ptr<const StoreKeys> &keys, const std::optional<Anchor> &anchor,
                            QObject *context, const std::function<void(const Anchor &)> &moved,
                            const Callback<void> &done)
{
    const auto held = std::make_shared<HeldKeys>(keys, anchor);
    const auto told = [this, held, moved, guard = QPointer<QObject>(context), session = m_session](const Anchor &now) {
        held->move(now);
        QMetaObject::invokeMethod(
            this,
            [this, moved, guard, session, now] {
                if (guard && session == m_session)
                    moved(now);
            },
            Qt::QueuedConnection);
    };
    guarded<void>(
        [held, told](StoreGuard &guard) -> Status {
            guard.useKeys(held->keys(), held->anchor(), told);
            return {};
        },
        this,
        [this, held, done, guard = QPointer<QObject>(context), session = m_session](const Status &given) {
            if (given && session == m_session)
                m_keys = held;
            if (guard && done)
                done(given);
        });
}

void PolicyService::commit(const ChangeSet &changes, const CommitContext &commit, QObject *context,
                           const Callback<Snapshot> &done)
{
    Q_ASSERT(context && context->thread() == thread());
    ++m_commits;
    m_writer->post([this, changes, commit, done, guard = QPointer<QObject>(context), session = m_session,
                    open = m_open, location = m_location, latest = m_latest,
                    epoch = m_cancelled.load()](Lane &lane) {
        const Result<Snapshot> result = [&]() -> Result<Snapshot> {
            if (epoch != m_cancelled)
                return cancelled();
            if (!open)
                return nothingOpen();
            if (Status status = openWriter(lane, location); !status)
                return failure(status.error());
            lane.store().prime(latest);
            return lane.run([&](PolicyStore &store) { return store.commit(changes, commit); });
        }();
        const std::optional<StoreTraits> traits =
            lane.hasStore() ? std::optional(lane.store().traits()) : std::nullopt;
        const auto committed = [this, session, guard, done, result, traits] {
            const QPointer<PolicyService> self(this);
            takeTraits(session, traits);
            const bool newer = session == m_session && result && result->version > m_latest.version;
            if (session == m_session)
                --m_commits;
            if (newer) {
                m_latest = *result;
                m_reader->post([snapshot = *result](Lane &reader) {
                    if (reader.hasStore())
                        reader.store().prime(snapshot);
                });
            }
            answer(guard, done, result);
            if (newer && self && session == m_session)
                Q_EMIT versionAppeared(*result);
            if (self && session == m_session && m_held)
                appeared(session, *std::exchange(m_held, {}));
        };
        QMetaObject::invokeMethod(this, committed, Qt::QueuedConnection);
    });
}

Status PolicyService::openWriter(Lane &lane, const QString &location)
{
    if (lane.hasStore())
        return {};
    Result<std::unique_ptr<PolicyStore>> store = openStore(location);
    if (!store)
        return failure(store.error());
    lane.setStore(std::move(*store));
    return {};
}

void PolicyService::onGuard(const GuardTask &task, QObject *context)
{
    Q_ASSERT(context && context->thread() == thread());
    m_writer->post([this, task, guard = QPointer<QObject>(context), session = m_session, open = m_open,
                    location = m_location, latest = m_latest, epoch = m_cancelled.load()](Lane &lane) {
        const Status ready = epoch != m_cancelled ? Status(cancelled())
            : !open                               ? Status(nothingOpen())
                                                  : openWriter(lane, location);
        std::function<void()> answered;
        std::optional<StoreTraits> traits;
        std::optional<Snapshot> newer; // that the call made, or let see
        if (!ready) {
            answered = task(failure(ready.error()));
        } else if (!lane.store().guard()) {
            answered = task(failure(ErrorCode::Usage, u"This kind of store has no administrators to sign in."_s,
                                    location));
        } else {
            lane.store().prime(latest);
            answered = lane.run([&](PolicyStore &store) { return task(store.guard()); });
            traits = lane.store().traits();
            const Result<qint64> version = lane.run([](PolicyStore &store) { return store.version(); });
            if (version && *version > latest.version) {
                const Result<Snapshot> snapshot = lane.run([](PolicyStore &store) { return store.load(); });
                newer = snapshot ? std::optional(*snapshot) : std::nullopt; // else polling says why
            }
        }
        QMetaObject::invokeMethod(
            this,
            [this, session, guard, answered, traits, newer] {
                const QPointer<PolicyService> self(this);
                takeTraits(session, traits);
                if (self && newer && session == m_session) {
                    m_reader->post([snapshot = *newer](Lane &reader) {
                        if (reader.hasStore())
                            reader.store().prime(snapshot);
                    });
                    appeared(session, *newer);
                }
                if (self && guard)
                    answered();
            },
            Qt::QueuedConnection);
    });
}

void PolicyService::takeTraits(quint64 session, const std::optional<StoreTraits> &traits)
{
    if (session != m_session || !traits || *traits == m_traits)
        return;
    m_traits = *traits;
    Q_EMIT traitsChanged();
}

void PolicyService::cancel()
{
    ++m_cancelled;
    m_reader->cancel();
    m_writer->cancel();
}

// On the reader's thread.
void PolicyService::poll(Lane &lane, quint64 session)
{
    const Result<qint64> version = lane.run([](PolicyStore &store) { return store.version(); });
    std::optional<Error> error;
    if (!version) {
        error = version.error();
    } else if (*version < lane.lastVersion) {
        error = Error{
            ErrorCode::Unavailable,
            u"The store has gone back from version %1 to %2: an older copy was put in its place. Open it "
            u"again."_s.arg(lane.lastVersion)
                .arg(*version),
            {},
            {}};
    } else if (*version > lane.lastVersion) {
        const Result<Snapshot> snapshot = lane.run([](PolicyStore &store) { return store.load(); });
        if (snapshot) {
            lane.lastVersion = snapshot->version;
            QMetaObject::invokeMethod(
                this, [=, this] { appeared(session, *snapshot); }, Qt::QueuedConnection);
        } else {
            error = snapshot.error();
        }
    }
    if (error && error->code == ErrorCode::Cancelled)
        return; // meant for a request: the next poll tells
    const auto tell = [this, session](const std::function<void()> &what) {
        QMetaObject::invokeMethod(
            this,
            [this, session, what] {
                if (session == m_session)
                    what();
            },
            Qt::QueuedConnection);
    };
    // Where it cannot be told now, those who were there have not left for that.
    const Result<QList<Presence>> others =
        error ? QList<Presence>() : lane.run([](PolicyStore &store) { return store.others(); });
    if (others && *others != lane.others) {
        lane.others = *others;
        tell([this, there = *others] {
            m_others = there;
            Q_EMIT othersChanged();
        });
    }
    if (error && needsSignIn(*error)) {
        if (std::exchange(lane.isIn, false)) // else nobody is there yet
            tell([this] { Q_EMIT shutOut(); });
        return;
    }
    if (error && !lane.inTrouble)
        tell([this, told = *error] { Q_EMIT trouble(told); });
    if (!error && lane.inTrouble)
        tell([this] { Q_EMIT recovered(); });
    lane.inTrouble = error.has_value();
    lane.isIn = lane.isIn || !error;
}

void PolicyService::appeared(quint64 session, const Snapshot &snapshot)
{
    if (session != m_session || snapshot.version <= m_latest.version)
        return;
    if (m_commits > 0) {
        m_held = snapshot;
        return;
    }
    m_latest = snapshot;
    Q_EMIT versionAppeared(snapshot);
}

} // namespace rolewright
