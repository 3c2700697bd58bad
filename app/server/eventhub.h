// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/message.h"
#include "core/store/policystore.h"

#include <mutex>

namespace rolewright::server {

// Server-sent events: tells everybody who listens that a version was applied. A listener that does not read
// loses pieces in the middle, never its connection to the newest: each event names a version, and only the
// last matters. Nobody hears one who would not be let in now. Any thread.
class EventHub
{
public:
    static constexpr int Maximum = 256; // listeners

    // Null where there are too many. The current version comes first, at once. `isAdmitted` is asked before
    // each event, on the thread that it comes from.
    std::shared_ptr<HttpStream> listen(qint64 version, const std::function<bool()> &isAdmitted);
    void announce(qint64 version);
    void keepAlive(); // a comment, so that a broken connection is noticed
    void review(); // ends those that are not admitted any more
    void close(); // ends all
    int count() const;

private:
    class Listener;
    QList<std::shared_ptr<Listener>> admitted(); // the others are ended

    mutable std::mutex m_mutex;
    QList<std::weak_ptr<Listener>> m_listeners;
};

} // namespace rolewright::server
