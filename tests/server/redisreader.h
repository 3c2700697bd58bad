// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QThread>

#include <atomic>
#include <memory>

namespace rolewright {

// An application that checks one permission of one user over and over: in Redis as resources/redis/read.lua
// says, else at rolewrightd. Each check that was begun after the newest change was acknowledged and ended
// before the next was sent must come out as that change has it.
class RedisReader
{
public:
    enum class Care { Lease, None }; // None: a mutant, that believes every entry
    // Without a server it asks nobody else.
    RedisReader(const QString &redis, const QString &server, const QByteArray &token, const QByteArray &user,
                const QByteArray &permission, Care care = Care::Lease);
    ~RedisReader() { stop(); }

    void expect(bool allowed); // a change is about to be sent that makes it so
    void acknowledge();
    void stop();

    qint64 checks() const { return m_checks; }
    qint64 byEntry() const { return m_byEntry; }
    qint64 unanswered() const { return m_unanswered; } // denied for that
    qint64 wrong() const { return m_wrong; }

private:
    void run(const QString &redis, const QString &server, const QByteArray &token, const QByteArray &user,
             const QByteArray &permission, Care care);

    // An even number: acknowledged; an odd one: on its way. Bit 1: allowed.
    std::atomic<quint64> m_state = 2;
    std::atomic_bool m_isEnding = false;
    std::atomic<qint64> m_checks = 0;
    std::atomic<qint64> m_byEntry = 0;
    std::atomic<qint64> m_unanswered = 0;
    std::atomic<qint64> m_wrong = 0;
    std::unique_ptr<QThread> m_thread;
};

} // namespace rolewright
