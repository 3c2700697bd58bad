// SPDX-License-Identifier: Apache-2.0
#include "app/server/sealclock.h"

#include "app/server/requestlog.h"

#include <chrono>

namespace rolewright::server {

using namespace Qt::StringLiterals;

SealClock::SealClock(const StoreOpener &open, StoreKeyFile &keys, qint64 interval)
    : m_open(open)
    , m_keys(keys)
    , m_interval(interval)
{
    if (interval <= 0)
        return;
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->start();
}

SealClock::~SealClock()
{
    if (!m_thread)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread->wait();
}

void SealClock::run()
{
    constexpr qint64 Look = 60'000; // ms
    const std::chrono::milliseconds pause(std::min(Look, m_interval));
    std::unique_ptr<PolicyStore> store;
    QString told; // each trouble once
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (m_wake.wait_for(lock, pause, [this] { return m_stop; }))
                return;
        }
        const Status sealed = seal(store);
        const QString trouble = sealed ? QString() : toText(sealed.error());
        if (!sealed)
            store.reset();
        if (trouble != std::exchange(told, trouble) && !trouble.isEmpty())
            logEvent(u"not-sealed"_s, trouble);
    }
}

Status SealClock::seal(std::unique_ptr<PolicyStore> &store)
{
    if (!store) {
        Result<std::unique_ptr<PolicyStore>> opened = m_open();
        if (!opened)
            return failure(opened.error());
        store = std::move(*opened);
        const Result<int> given = m_keys.give(*store->guard());
        if (!given)
            return failure(given.error());
        m_given = *given;
    }
    m_keys.renew(*store->guard(), m_given);
    return store->guard()->sealAgain(m_interval, Instant::now());
}

} // namespace rolewright::server
