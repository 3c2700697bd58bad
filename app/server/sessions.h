// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/lane.h"
#include "app/server/storekeyfile.h"
#include "core/store/storeguard.h"

#include <QHash>

#include <mutex>

namespace rolewright::server {

// Somebody who signed in: a store object of their own, whose guard decides what they may change. It is used
// and destroyed on its lane.
class ServerSession
{
public:
    ServerSession(Lane &lane, QString user)
        : m_lane(lane)
        , m_user(std::move(user))
    {
    }
    ~ServerSession();
    ServerSession(const ServerSession &) = delete;
    ServerSession &operator=(const ServerSession &) = delete;

    const QString &user() const { return m_user; }
    // Runs on the lane, with the session kept alive.
    using Task = std::function<void(PolicyStore &)>;
    static void post(const std::shared_ptr<ServerSession> &session, const Task &task);

private:
    friend class Sessions;
    Lane &m_lane;
    QString m_user;
    std::unique_ptr<PolicyStore> m_store;
};

// Tokens are 32 random bytes, held by the client; here only their SHA-256 is, and only in memory: a restart
// signs everybody out. A token is good for TokenLife; the refresh token that comes with it gets the next
// pair, once, until RefreshLife has passed. Whoever reads this process's memory has no token, whoever steals
// one from a client has the session until it is signed out. Any thread.
class Sessions
{
public:
    static constexpr qint64 TokenLife = 15ll * 60 * 1000; // ms
    static constexpr qint64 RefreshLife = 12ll * 60 * 60 * 1000; // since the last refresh
    static constexpr int Maximum = 1000; // sessions; the next sign-in is refused

    Sessions(const QString &location, StoreKeyFile &keys)
        : m_location(location)
        , m_keys(keys)
    {
    }
    ~Sessions() { clear(); }

    struct Tokens
    {
        QByteArray token;
        QByteArray refresh;
        QString user;
        Instant expires;
    };
    using Done = std::function<void(const Result<Tokens> &)>;
    // `done` on another thread. Unavailable, as "too many", where too many sign-ins wait.
    void signIn(const QString &user, Secret password, const QString &code, const Occasion &occasion,
                const Done &done);
    Result<Tokens> refresh(const QByteArray &refreshToken, Instant now);
    void signOut(const QByteArray &token);
    void signOutUser(const QString &user);
    // Null where the token is none, is over, or was taken back.
    std::shared_ptr<ServerSession> find(const QByteArray &token, Instant now);
    qsizetype count() const;
    void clear();
    void drain(); // waits for sign-ins and changes that are under way: nothing replies afterwards

private:
    struct Entry
    {
        std::shared_ptr<ServerSession> session;
        QByteArray refreshHash;
        Instant expires;
        Instant refreshUntil;
    };
    Tokens enter(const std::shared_ptr<ServerSession> &session, Instant now); // under the mutex
    void dropOver(Instant now);

    const QString m_location;
    StoreKeyFile &m_keys;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries; // by the hash of the token
    // Passwords take most of a second: two sign-ins or changes at a time, on two cores.
    Lane m_lanes[2];
    unsigned m_next = 0;
};

} // namespace rolewright::server
