// SPDX-License-Identifier: Apache-2.0
#include "app/server/eventhub.h"

#include "core/base/json.h"

#include <algorithm>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

enum Kind { OfVersion, OfPresence, Kinds };

QByteArray eventOf(qint64 version)
{
    const QByteArray number = QByteArray::number(version);
    return "event: version\nid: " + number + "\ndata: {\"version\": " + number + "}\n\n";
}

QByteArray eventOf(const QByteArray &presence)
{
    return "event: presence\ndata: " + presence + "\n\n";
}

} // namespace

class EventHub::Listener final : public HttpStream
{
public:
    Listener(const std::shared_ptr<ServerSession> &from, const QByteArray &first,
             const std::function<bool()> &isAdmitted)
        : session(from)
        , m_isAdmitted(isAdmitted)
    {
        m_waiting[OfVersion] = first;
    }

    const std::shared_ptr<ServerSession> session;

    bool isAdmitted() const { return m_isAdmitted(); }
    void next(std::function<void(const QByteArray &)> done) override
    {
        QByteArray piece;
        {
            const std::lock_guard lock(m_mutex);
            for (QByteArray &waiting : m_waiting)
                piece += std::exchange(waiting, {});
            if (piece.isEmpty() && !m_closed) {
                m_done = std::move(done);
                return;
            }
        }
        done(piece);
    }

    void push(Kind kind, const QByteArray &event)
    {
        std::function<void(const QByteArray &)> done;
        {
            const std::lock_guard lock(m_mutex);
            if (m_closed)
                return;
            if (!m_done) {
                m_waiting[kind] = event; // the newest is all that whoever lags behind needs
                return;
            }
            done = std::exchange(m_done, nullptr);
        }
        done(event);
    }

    // Tells nothing to whom an event waits for.
    void comment(const QByteArray &text)
    {
        std::function<void(const QByteArray &)> done;
        {
            const std::lock_guard lock(m_mutex);
            done = std::exchange(m_done, nullptr);
        }
        if (done)
            done(text);
    }

    void close() override
    {
        std::function<void(const QByteArray &)> done;
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
            for (QByteArray &waiting : m_waiting)
                waiting.clear();
            done = std::exchange(m_done, nullptr);
        }
        if (done)
            done({});
    }

    bool isOpen() const
    {
        const std::lock_guard lock(m_mutex);
        return !m_closed;
    }

private:
    const std::function<bool()> m_isAdmitted;
    mutable std::mutex m_mutex;
    QByteArray m_waiting[Kinds];
    std::function<void(const QByteArray &)> m_done;
    bool m_closed = false;
};

std::shared_ptr<HttpStream> EventHub::listen(qint64 version, const std::shared_ptr<ServerSession> &session,
                                             const std::function<bool()> &isAdmitted)
{
    auto listener = std::make_shared<Listener>(session, eventOf(version), isAdmitted);
    {
        const std::lock_guard lock(m_mutex);
        m_listeners.removeIf([](const std::weak_ptr<Listener> &each) { return each.expired(); });
        const auto isTheirs = [&](const std::weak_ptr<Listener> &each) {
            const std::shared_ptr<Listener> other = each.lock();
            return other && other->isOpen() && other->session->user() == session->user();
        };
        if (m_listeners.size() >= Maximum
            || std::count_if(m_listeners.cbegin(), m_listeners.cend(), isTheirs) >= MaximumOfOne)
            return nullptr;
        m_listeners.append(listener);
    }
    if (!tellPresence()) // it comes back
        listener->push(OfPresence, eventOf(presence(session)));
    return listener;
}

QList<std::shared_ptr<EventHub::Listener>> EventHub::all() const
{
    const std::lock_guard lock(m_mutex);
    QList<std::shared_ptr<Listener>> listeners;
    for (const std::weak_ptr<Listener> &each : m_listeners) {
        if (std::shared_ptr<Listener> listener = each.lock(); listener && listener->isOpen())
            listeners.append(std::move(listener));
    }
    return listeners;
}

QList<std::shared_ptr<EventHub::Listener>> EventHub::admitted()
{
    QList<std::shared_ptr<Listener>> listeners = all();
    listeners.removeIf([](const std::shared_ptr<Listener> &each) {
        const bool isOut = !each->isAdmitted();
        if (isOut)
            each->close();
        return isOut;
    });
    return listeners;
}

QByteArray EventHub::presence(const std::shared_ptr<ServerSession> &but) const
{
    QList<const ServerSession *> sessions;
    const QList<std::shared_ptr<Listener>> listeners = all(); // which hold them
    for (const auto &each : listeners) {
        if (each->session != but && !sessions.contains(each->session.get()))
            sessions.append(each->session.get());
    }
    QList<Presence> people;
    for (const ServerSession *each : std::as_const(sessions))
        people.append({each->user(), {}, each->since()});
    {
        const std::lock_guard lock(m_mutex);
        for (const QString &user : m_elsewhere)
            people.append({user, {}, std::nullopt});
    }
    std::sort(people.begin(), people.end(), [](const Presence &a, const Presence &b) {
        return std::pair(a.user, a.since.value_or(Instant()).msecs)
            < std::pair(b.user, b.since.value_or(Instant()).msecs);
    });
    JsonWriter json(JsonWriter::Layout::OneLine);
    json.beginObject();
    json.key(u"people");
    json.beginArray();
    for (const Presence &each : std::as_const(people)) {
        json.beginObject();
        json.member(u"user", each.user);
        if (each.since)
            json.member(u"since", toText(*each.since));
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

bool EventHub::tellPresence()
{
    const QByteArray now = presence();
    QStringList users;
    for (const std::shared_ptr<Listener> &each : all())
        users.append(each->session->user());
    users.sort();
    users.removeDuplicates();
    {
        const std::lock_guard lock(m_mutex);
        m_users = users;
        if (std::exchange(m_told, now) == now)
            return false;
    }
    for (const std::shared_ptr<Listener> &each : admitted())
        each->push(OfPresence, eventOf(presence(each->session)));
    return true;
}

Status EventHub::meet(PolicyStore &store)
{
    QStringList users;
    {
        const std::lock_guard lock(m_mutex);
        users = m_users;
    }
    Status told = store.tellPresent(users);
    const Result<QList<Presence>> others = store.others();
    if (!others)
        return failure(others.error());
    QStringList elsewhere;
    for (const Presence &other : *others)
        elsewhere.append(other.user);
    elsewhere.removeDuplicates();
    const std::lock_guard lock(m_mutex);
    m_elsewhere = elsewhere;
    return told;
}

void EventHub::announce(qint64 version)
{
    const QByteArray event = eventOf(version);
    for (const std::shared_ptr<Listener> &each : admitted())
        each->push(OfVersion, event);
}

void EventHub::keepAlive()
{
    for (const std::shared_ptr<Listener> &each : admitted())
        each->comment(": still here\n\n");
    tellPresence();
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
    m_users.clear();
}

int EventHub::count() const
{
    const std::lock_guard lock(m_mutex);
    return int(std::count_if(m_listeners.begin(), m_listeners.end(),
                             [](const std::weak_ptr<Listener> &each) { return !each.expired(); }));
}

} // namespace rolewright::server
