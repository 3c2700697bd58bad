// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/issuer.h"
#include "app/server/lane.h"
#include "app/server/policyfeed.h"
#include "app/server/storekeyfile.h"
#include "app/server/tokentable.h"
#include "core/store/storeguard.h"

#include <QHash>

#include <mutex>

namespace rolewright::server {

// Somebody who signed in: a store object of their own, whose guard decides what they may change. It is used
// and destroyed on its lane. Whom an issuer vouches for, and an application with a token, has one too,
// opened when it is needed, and is not signed in to it: they read and ask for decisions, and change nothing.
class ServerSession
{
public:
    // An invalid `id`: whoever has the name, as an issuer says it.
    ServerSession(Lane &lane, QString user, UserId id, StoreOpener open, QStringList scope = {})
        : m_lane(lane)
        , m_user(std::move(user))
        , m_id(id)
        , m_scope(std::move(scope))
        , m_open(std::move(open))
    {
    }
    ~ServerSession();
    ServerSession(const ServerSession &) = delete;
    ServerSession &operator=(const ServerSession &) = delete;

    const QString &user() const { return m_user; }
    UserId id() const { return m_id; }
    // Whose session it is, where that user is there, is active and has the name still. Else null: another
    // user of the same name is somebody else.
    const User *userIn(const Policy &policy) const;
    Instant since() const { return m_since; }
    const QStringList &scope() const { return m_scope; } // of an application's token; empty: everything
    // Runs on the lane, with the session kept alive; `refuse` instead where the store cannot be opened.
    using Task = std::function<void(PolicyStore &)>;
    using Refuse = std::function<void(const Error &)>;
    static void post(const std::shared_ptr<ServerSession> &session, const Task &task, const Refuse &refuse);

private:
    friend class Sessions;
    Lane &m_lane;
    QString m_user;
    const UserId m_id;
    const Instant m_since = Instant::now();
    QStringList m_scope;
    StoreOpener m_open;
    std::unique_ptr<PolicyStore> m_store;
    StoreKeyFile *m_keys = nullptr; // of who may change something
    int m_keysGiven = 0;
};

// Tokens are 32 random bytes, held by the client; here only their SHA-256 is, and only in memory: a restart
// signs everybody out. A token is good for TokenLife; the refresh token that comes with it gets the next
// pair, once, until RefreshLife has passed. Whoever reads this process's memory has no token, whoever steals
// one from a client has the session until it is signed out, or until the second of both refreshes it. Any
// thread.
class Sessions
{
public:
    static constexpr qint64 TokenLife = 15ll * 60 * 1000; // ms
    static constexpr qint64 RefreshLife = 12ll * 60 * 60 * 1000; // since the last refresh
    static constexpr int Maximum = 1000; // sessions; the next sign-in is refused
    static constexpr int MaximumOfOne = 32; // of them a user's; the next one ends the oldest

    // `issuer`: whose tokens are taken too; null: nobody's. `ended`: tokens were taken back, on whatever
    // thread did.
    Sessions(const StoreOpener &open, StoreKeyFile &keys, TokenTable &tokens, Issuer *issuer,
             const std::function<void()> &ended, int maximum = Maximum)
        : m_open(open)
        , m_keys(keys)
        , m_tokens(tokens)
        , m_issuer(issuer)
        , m_ended(ended)
        , m_maximum(maximum)
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
    // For whom the policy has. A token that was used already comes from a copy: it ends the session that it
    // began.
    Result<Tokens> refresh(const QByteArray &refreshToken, const Policy &policy, Instant now);
    // Also by a token that is over: what refreshes it is not. False where it is none of a session.
    bool signOut(const QByteArray &token);
    void signOutUser(const QString &user);
    // The user's credentials were changed a while ago: ends the sessions that began before, soon after it returns, and
    // not those that began with what the user has now.
    void reviewUser(const QString &user);
    void end(const std::shared_ptr<ServerSession> &session);
    // Ends the sessions of whom this version does not have, or not any more, or as inactive.
    void review(const Policy &policy);
    // Null where the token is none, is over, or was taken back.
    std::shared_ptr<ServerSession> find(const QByteArray &token, Instant now);
    qsizetype count() const;
    void clear();
    void drain(); // waits for sign-ins and changes that are under way: nothing replies afterwards

private:
    struct Entry
    {
        std::shared_ptr<ServerSession> session;
        QByteArray family; // hash of the part that all refresh tokens of a session have in common
        QByteArray refreshHash;
        Instant expires;
        Instant refreshUntil;
    };
    struct Vouched
    {
        std::shared_ptr<ServerSession> session;
        Instant expires;
    };
    std::shared_ptr<ServerSession> findApplication(const QByteArray &token, Instant now);
    std::shared_ptr<ServerSession> findVouched(const QByteArray &token, Instant now);
    Lane &nextLane(); // under the mutex
    // Under the mutex.
    Tokens enter(const std::shared_ptr<ServerSession> &session, const QByteArray &family, Instant now);
    void dropOver(Instant now);
    void makeRoom(const QString &user);
    void forgetVouched(const QString &user); // under the mutex

    const StoreOpener m_open;
    StoreKeyFile &m_keys;
    TokenTable &m_tokens;
    Issuer *const m_issuer;
    const std::function<void()> m_ended;
    const int m_maximum;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Entry> m_entries; // by the hash of the token
    QHash<QByteArray, Vouched> m_vouched; // likewise; what was verified
    int m_generation = 0; // of the keys that it was verified with
    // Passwords take most of a second: two sign-ins or changes at a time, on two cores.
    Lane m_lanes[2];
    unsigned m_next = 0;
};

} // namespace rolewright::server
