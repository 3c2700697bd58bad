// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/policyfeed.h"
#include "core/net/redisclient.h"

#include <QSet>

#include <functional>

namespace rolewright::server {

// What users hold, in Redis, for applications that look there before they ask (interfaces.md, Consumers):
// keeps the lease while entries may be trusted, removes those that a change touches, and fills in whom was
// asked for.
//
// No check that starts after a change was acknowledged finds what was before, because
// - a lease is for LeaseLife from the moment *before* the version was read from the database, as a time of
// Redis' clock
//   that no delay moves, and is refused where the version in Redis is another one, or Redis has forgotten
//   something since before that moment (its epoch);
// - settle() says done when Redis was told of the change, or when every lease from before it must be over.
// The clock of the machine of Redis must not be set back while a lease is.
//
// Without an address there is nothing to do, and all is done at once. A thread of its own; any thread may
// call.
class RedisCache
{
public:
    static constexpr qint64 LeaseLife = 2'000; // ms
    static constexpr qint64 EntryLife = 24ll * 60 * 60 * 1000; // ms
    using Served = std::shared_ptr<const ServedPolicy>;

    RedisCache(const QString &address, const RedisClient::Trust &trust);
    ~RedisCache() { finish(); }

    // The database had this version when it was read, which began at `asked` (steadyNow()).
    void heard(const Served &served, qint64 asked);
    // This version was committed just now. `done` on another thread, or at once.
    void settle(const Served &served, const std::function<void()> &done);
    // Somebody asked for a decision with this AuthZEN request: its user is filled in where there is no such
    // entry.
    void asked(const QByteArray &request);
    bool isTrusted() const { return m_isTrusted; } // a lease of this server is in force
    void finish(); // settles what is under way, and ends

private:
    struct Settling
    {
        qint64 version;
        qint64 deadline; // of the steady clock
        std::function<void()> done;
    };
    struct Heard
    {
        Served served;
        qint64 asked = 0;
    };
    struct Filled
    {
        qint64 version = 0;
        qint64 at = 0;
    };

    void run();
    void work(const Served &newest, const Heard &heard, const QList<QByteArray> &requests);
    Status enter();
    Status tell(const Served &newest);
    Status renew(const Heard &heard);
    Status fill(const QByteArray &request);
    Status removeEntries();
    void forget(); // what Redis was told: it has forgotten that
    void settleDone();
    Result<QByteArray> call(const QByteArray &script, const QList<QByteArray> &arguments);

    const QString m_address;
    const RedisClient::Trust m_trust;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    Served m_newest;
    Heard m_heard;
    QList<Settling> m_settling;
    QList<QByteArray> m_requests;
    bool m_isNew = false; // something of these
    bool m_isEnding = false;
    std::atomic_bool m_isTrusted = false;

    // Of the thread.
    std::unique_ptr<RedisClient> m_client;
    qint64 m_nextTry = 0;
    bool m_isLost = false; // and that was logged
    QByteArray m_epoch;
    QByteArray m_over; // an epoch that is
    qint64 m_entered = 0; // when the epoch was known
    qint64 m_renewed = 0; // the lease, as of this moment
    bool m_isFresh = false; // the epoch is ours: there are no entries
    Served m_told; // what Redis knows of; null: it may know too little
    qint64 m_redisTime = 0; // ms, at ..
    qint64 m_redisTimeAt = 0; // .. this moment at the latest
    QHash<QString, Filled> m_filled;
    std::unique_ptr<QThread> m_thread;
};

} // namespace rolewright::server
