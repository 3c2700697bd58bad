// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/message.h"
#include "app/server/sessions.h"
#include "core/store/policystore.h"

#include <mutex>

namespace rolewright::server {

// Server-sent events: tells everybody who listens that a version was applied, and who else listens. A
// listener that does not read loses pieces in the middle, never its connection to the newest: only the last
// event of each kind matters. Nobody hears one who would not be let in now. Any thread.
class EventHub
{
public:
    static constexpr int Maximum = 256; // listeners
    static constexpr int MaximumOfOne = 32; // of them a user's

    // Null where there are too many, or too many of that user. The current version comes first, at once.
    // `isAdmitted` is asked before each event, on the thread that it comes from.
    std::shared_ptr<HttpStream> listen(qint64 version, const std::shared_ptr<ServerSession> &session,
                                       const std::function<bool()> &isAdmitted);
    void announce(qint64 version);
    // A comment, so that a broken connection is noticed; and who has gone since the last time, and did not
    // come back at once.
    void keepAlive();
    // Who listens, but for this one, and who is on the store otherwise, as a JSON object; by user.
    QByteArray presence(const std::shared_ptr<ServerSession> &but = nullptr) const;
    // Tells the store who listens here, and hears from it who is there otherwise, which the next keepAlive()
    // passes on: by user id alone, not where they are.
    Status meet(PolicyStore &store);
    void review(); // ends those that are not admitted any more
    void close(); // ends all
    int count() const;

private:
    class Listener;
    QList<std::shared_ptr<Listener>> admitted(); // the others are ended
    QList<std::shared_ptr<Listener>> all() const;
    bool tellPresence(); // where it is another one

    mutable std::mutex m_mutex;
    QList<std::weak_ptr<Listener>> m_listeners;
    QByteArray m_told; // everybody who is there
    QStringList m_users; // who listened then
    QStringList m_elsewhere;
};

} // namespace rolewright::server
