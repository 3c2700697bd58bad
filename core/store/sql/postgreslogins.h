// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/secret.h"

#include <QHash>
#include <QMutex>

#include <memory>

namespace rolewright {

// Who is signed in to a database server, for all stores of this process on it: the window's reader and writer
// are two sessions of one person, and one that broke is opened again. Any thread. Kept in memory only, wiped
// at sign-out.
class PostgresLogins
{
public:
    struct Login
    {
        QString user;
        Secret password; // empty: the server asks for none
    };
    using Held = std::shared_ptr<const Login>; // another one after each sign-in

    // `store` is the store string.
    static Held find(const QString &store);
    static Held hold(const QString &store, const QString &user, const Secret &password);
    static void hold(const QString &store, const Held &login);
    static void forget(const QString &store, const Held &only = {}); // whoever it is, or this one alone

private:
    static PostgresLogins &all();
    QMutex m_mutex;
    QHash<QString, Held> m_held;
};

} // namespace rolewright
