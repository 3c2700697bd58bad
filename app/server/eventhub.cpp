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
    Listener(const QByteArray &first, const std::function<bool()> &isAdmitted)
        : m_isAdmitted(isAdmitted)
        , m_waiting(first)
    {
    }

    bool isAdmitted() const { return m_isAdmitted(); }
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

    // A comment tells nothing to whom an event waits for.
    void push(const QByteArray &piece, bool isComment)
    {
        std::function<void(const QByteArray &)> done;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return;
            if (!m_done) {
                if (!isComment)
                    m_waiting = piece; // the newest is all that whoever lags behind needs
                return;
            }
            done = std::exchange(m_done, nullptr);
        }
        done(piece);
    }

    void close() override
    {
        std::function<void(const QByteArray &)> done;
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            m_waiting.clear();
            done = std::exchange(m_done, nullptr);
        }
        if (done)
            done({});
    }

private:
    const std::function<bool()> m_isAdmitted;
    std::mutex m_mutex;
    QByteArray m_waiting;
    std::function<void(const QByteArray &)> m_done;
    bool m_closed = false;
};

std::shared_ptr<HttpStream> EventHub::listen(qint64 version, const std::function<bool()> &isAdmitted)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.removeIf([](const std::weak_ptr<Listener> &each) { return each.expired(); });
    if (m_listeners.size() >= Maximum)
        return nullptr;
    auto listener = std::make_shared<Listener>(eventOf(version), isAdmitted);
    m_listeners.append(listener);
    return listener;
}

QList<std::shared_ptr<EventHub::Listener>> EventHub::admitted()
{
    QList<std::shared_ptr<Listener>> listeners;
    {
        const std::lock_guard lock(m_mutex);
        for (const std::weak_ptr<Listener> &each : std::as_const(m_listeners)) {
            if (std::shared_ptr<Listener> listener = each.lock())
                listeners.append(std::move(listener));
        }
    }
    listeners.removeIf([](const std::shared_ptr<Listener> &each) {
        const bool isOut = !each->isAdmitted();
        if (isOut)
            each->close();
        return isOut;
    });
    return listeners;
}

void EventHub::announce(qint64 version)
{
    const QByteArray event = eventOf(version);
    for (const std::shared_ptr<Listener> &each : admitted())
        each->push(event, false);
}

void EventHub::keepAlive()
{
    for (const std::shared_ptr<Listener> &each : admitted())
        each->push(": still here\n\n", true);
}

void EventHub::review()
{
    admitted();
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
