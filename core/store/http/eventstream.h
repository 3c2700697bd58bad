// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/http/serverlink.h"

#include <QThread>

#include <condition_variable>
#include <mutex>

namespace rolewright {

struct ServerEvent;

// Listens to the events of a server (interfaces.md, HTTP), in the session of the stores of its location, on a
// thread of its own. A stream that ends is opened again: after 100 ms, and at most 1 s where it is not to be
// had, which is logged once (category rolewright.store). While nobody is signed in it waits. Any thread.
class EventStream
{
public:
    // `wake` on the thread of the stream, each time that version() or others() is another one.
    EventStream(const HttpLocation &location, const std::function<void()> &wake);
    ~EventStream(); // within 100 ms

    // The newest one, as the server told at once; nothing while no stream is open.
    std::optional<qint64> version() const;
    // Who else listens; as last told, while a stream that broke is opened again.
    QList<Presence> others() const;

private:
    void run();
    Status listen(); // until the stream ends
    Status take(const ServerEvent &event);
    template <class T>
    void set(T &member, const T &now);
    bool isStopped(std::chrono::milliseconds pause = {}); // after the pause

    const HttpLocation m_location;
    const std::function<void()> m_wake;
    mutable std::mutex m_mutex;
    std::condition_variable m_stopping;
    bool m_stopped = false;
    std::optional<qint64> m_version;
    QList<Presence> m_others;
    std::unique_ptr<ServerLink> m_link; // made and used on the thread, set under the mutex
    std::unique_ptr<QThread> m_thread;
};

} // namespace rolewright
