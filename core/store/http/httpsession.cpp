// SPDX-License-Identifier: Apache-2.0
#include "core/store/http/httpsession.h"

#include <QHash>

#include <unordered_map>

namespace rolewright {

namespace {

struct Sessions
{
    QMutex mutex;
    QHash<QString, std::weak_ptr<HttpSession>> open; // by the store string
    std::unordered_map<QString, HttpSession::Login> held;
};

Sessions &all()
{
    static Sessions sessions;
    return sessions;
}

} // namespace

std::shared_ptr<HttpSession> HttpSession::join(const QString &store)
{
    Sessions &sessions = all();
    const QMutexLocker lock(&sessions.mutex);
    std::weak_ptr<HttpSession> &known = sessions.open[store];
    std::shared_ptr<HttpSession> session = known.lock();
    if (!session) {
        session = std::make_shared<HttpSession>();
        known = session;
    }
    ++session->m_users;
    return session;
}

bool HttpSession::leave()
{
    const QMutexLocker lock(&all().mutex);
    return --m_users == 0;
}

void HttpSession::hold(const QString &store, Login login)
{
    Sessions &sessions = all();
    const QMutexLocker lock(&sessions.mutex);
    sessions.held.insert_or_assign(store, std::move(login));
}

std::optional<HttpSession::Login> HttpSession::take(const QString &store)
{
    Sessions &sessions = all();
    const QMutexLocker lock(&sessions.mutex);
    const auto held = sessions.held.find(store);
    if (held == sessions.held.end())
        return {};
    std::optional<Login> login(std::move(held->second));
    sessions.held.erase(held);
    return login;
}

HttpSession::Tokens HttpSession::tokens() const
{
    const QMutexLocker lock(&m_mutex);
    return m_tokens.copy();
}

void HttpSession::set(Tokens tokens)
{
    const QMutexLocker lock(&m_mutex);
    m_tokens = std::move(tokens);
}

} // namespace rolewright
