// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/secret.h"

#include <QDeadlineTimer>
#include <QMutex>

#include <memory>
#include <optional>

namespace rolewright {

// Who is signed in to a server, for all stores of this process on it: the window's reader and writer are one
// session of one person. Any thread. Kept in memory only, wiped at sign-out.
class HttpSession
{
public:
    // The one that the stores of this location share, `store` being the store string. Who takes it leaves it;
    // true for the last one, who ends it.
    static std::shared_ptr<HttpSession> join(const QString &store);
    bool leave();

    struct Login
    {
        QString user;
        Secret password;
        QString code; // a one-time or recovery code; empty: none
    };
    // For the next store that is opened there: to sign in with, once.
    static void hold(const QString &store, Login login);
    static std::optional<Login> take(const QString &store);

    struct Tokens
    {
        QString user;
        Secret token; // empty: nobody is signed in
        Secret refresh;
        QDeadlineTimer over; // of the token

        Tokens copy() const { return {user, token.copy(), refresh.copy(), over}; }
    };
    Tokens tokens() const;
    void set(Tokens tokens);
    // Held by who gets new ones: one sign-in or refresh at a time.
    QMutex &exchange() { return m_exchange; }

private:
    mutable QMutex m_mutex;
    QMutex m_exchange;
    Tokens m_tokens;
    int m_users = 0; // who joined, under the lock of all sessions
};

} // namespace rolewright
