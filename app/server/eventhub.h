// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/message.h"
#include "core/store/policystore.h"

#include <mutex>

namespace rolewright::server {

// Server-sent events: tells everybody who listens that a version was applied. A listener that does not read
// loses pieces in the middle, never its connection to the newest: each event names a version, and only the
// last matters. Any thread.
class EventHub
{
public:
    static constexpr int Maximum = 256; // listeners

    // Null where there are too many. The current version comes first, at once.
    std::shared_ptr<HttpStream> listen(qint64 version);
    void announce(qint64 version);
    void keepAlive(); // a comment, so that a broken connection is noticed
    void close(); // ends all
    int count() const;

private:
    class Listener;
    void send(const QByteArray &piece);

    mutable std::mutex m_mutex;
    QList<std::weak_ptr<Listener>> m_listeners;
};

} // namespace rolewright::server
