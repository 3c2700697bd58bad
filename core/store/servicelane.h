// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policyservice.h"

#include <QMutex>
#include <QThread>
#include <QTimer>

// What the parts of PolicyService share.
namespace rolewright {

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

// The writer moves the anchor, and who verifies asks for it.
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

template <class T>
void PolicyService::answer(const QPointer<QObject> &context, const Callback<T> &done, const Result<T> &result)
{
    if (context && done)
        done(result);
}

tl::unexpected<Error> cancelled();
tl::unexpected<Error> nothingOpen();
tl::unexpected<Error> goneBack(qint64 from, qint64 to);

} // namespace rolewright
