// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgreslogins.h"

namespace rolewright {

PostgresLogins &PostgresLogins::all()
{
    static PostgresLogins logins;
    return logins;
}

PostgresLogins::Held PostgresLogins::find(const QString &store)
{
    PostgresLogins &logins = all();
    const QMutexLocker lock(&logins.m_mutex);
    return logins.m_held.value(store);
}

PostgresLogins::Held PostgresLogins::hold(const QString &store, const QString &user, const Secret &password)
{
    const auto login = std::make_shared<const Login>(Login{user, password.copy()});
    hold(store, login);
    return login;
}

void PostgresLogins::hold(const QString &store, const Held &login)
{
    PostgresLogins &logins = all();
    const QMutexLocker lock(&logins.m_mutex);
    logins.m_held.insert(store, login);
}

void PostgresLogins::forget(const QString &store, const Held &only)
{
    PostgresLogins &logins = all();
    const QMutexLocker lock(&logins.m_mutex);
    if (!only || logins.m_held.value(store) == only)
        logins.m_held.remove(store);
}

} // namespace rolewright
