// SPDX-License-Identifier: Apache-2.0
#include "app/server/eventhub.h"

namespace rolewright::server {

namespace {

QByteArray eventOf(qint64 version)
{
    const QByteArray number = QByteArray::number(version);
    return "event: version\nid: " + number + "\ndata: {\"version\": " + number + "}\n\n";
}

} // namespace

class EventHub::Listener final : public HttpStream
{
public:
    explicit Listener(const QByteArray &first)
        : m_waiting(first)
    {
    }

    void next(std::function<void(const QByteArray &)> done) override
    {
        QByteArray piece;
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.isEmpty() && !m_closed) {
                m_done = std::move(done);
                return;
            }
            piece = std::exchange(m_waiting, {});
        }
        done(piece);
    }

    void push(const QByteArray &piece)
    {
        std::function<void(const QByteArray &)> done;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return;
            if (!m_done) {
                m_waiting = piece; // the newest is all that whoever lags behind needs
                return;
            }
            done = std::exchange(m_done, nullptr);
        }
        done(piece);
    }

    void close()
    {
        std::function<void(const QByteArray &)> done;
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            done = std::exchange(m_done, nullptr);
        }
        if (done)
            done({});
    }

private:
    std::mutex m_mutex;
    QByteArray m_waiting;
    std::function<void(const QByteArray &)> m_done;
    bool m_closed = false;
};

std::shared_ptr<HttpStream> EventHub::listen(qint64 version)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.removeIf([](const std::weak_ptr<Listener> &each) { return each.expired(); });
    if (m_listeners.size() >= Maximum)
        return nullptr;
    auto listener = std::make_shared<Listener>(eventOf(version));
    m_listeners.append(listener);
    return listener;
}

void EventHub::send(const QByteArray &piece)
{
    QList<std::weak_ptr<Listener>> listeners;
    {
        const std::lock_guard lock(m_mutex);
        listeners = m_listeners;
    }
    for (const std::weak_ptr<Listener> &each : std::as_const(listeners)) {
        if (const std::shared_ptr<Listener> listener = each.lock())
            listener->push(piece);
    }
}

void EventHub::announce(qint64 version)
{
    send(eventOf(version));
}

void EventHub::keepAlive()
{
    send(": still here\n\n");
}

void EventHub::close()
{
    const std::lock_guard lock(m_mutex);
    for (const std::weak_ptr<Listener> &each : std::as_const(m_listeners)) {
        if (const std::shared_ptr<Listener> listener = each.lock())
            listener->close();
    }
    m_listeners.clear();
}

int EventHub::count() const
{
    const std::lock_guard lock(m_mutex);
    return int(std::count_if(m_listeners.begin(), m_listeners.end(),
                             [](const std::weak_ptr<Listener> &each) { return !each.expired(); }));
}

} // namespace rolewright::server
