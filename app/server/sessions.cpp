// SPDX-License-Identifier: Apache-2.0
#include "app/server/sessions.h"

#include "core/base/text.h"

#include <QCryptographicHash>

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int WaitingMaximum = 32; // sign-ins and changes on a lane

QByteArray newToken()
{
    const Secret random = randomSecret(32);
    return QByteArray(random.data(), random.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace

ServerSession::~ServerSession()
{
    m_lane.post([store = std::shared_ptr<PolicyStore>(std::move(m_store))] {});
}

void ServerSession::post(const std::shared_ptr<ServerSession> &session, const Task &task)
{
    session->m_lane.post([session, task] { task(*session->m_store); });
}

void Sessions::signIn(const QString &user, Secret password, const QString &code, const Occasion &occasion,
                      const Done &done)
{
    Lane &lane = [this]() -> Lane & {
        const std::lock_guard lock(m_mutex);
        return m_lanes[m_next++ % std::size(m_lanes)];
    }();
    if (lane.waiting() >= WaitingMaximum || count() >= Maximum) {
        done(failure(ErrorCode::Unavailable,
                     u"Too many people sign in at this moment. Try again in a minute."_s));
        return;
    }
    // std::function wants to copy what it holds.
    const auto secret = std::make_shared<Secret>(std::move(password));
    lane.post([this, &lane, user, secret, code, occasion, done] {
        Result<std::unique_ptr<PolicyStore>> store = openStore(m_location);
        if (!store) {
            done(failure(store.error()));
            return;
        }
        StoreGuard *guard = (*store)->guard();
        if (!guard || !(*store)->traits().guarded) {
            done(failure(ErrorCode::Unavailable,
                         u"The store is not guarded any more; nobody can sign in to it."_s));
            return;
        }
        if (const Status given = m_keys.give(*guard); !given) {
            done(failure(given.error()));
            return;
        }
        if (const Status signedIn = guard->signIn(user, {*secret, code}, occasion); !signedIn) {
            done(failure(signedIn.error()));
            return;
        }
        const auto session = std::make_shared<ServerSession>(lane, user);
        session->m_store = std::move(*store);
        const std::lock_guard lock(m_mutex);
        done(enter(session, occasion.time));
    });
}

Sessions::Tokens Sessions::enter(const std::shared_ptr<ServerSession> &session, Instant now)
{
    dropOver(now);
    const Tokens tokens{newToken(), newToken(), session->user(), {now.msecs + TokenLife}};
    m_entries.insert(hashOf(tokens.token),
                     {session, hashOf(tokens.refresh), tokens.expires, {now.msecs + RefreshLife}});
    return tokens;
}

void Sessions::dropOver(Instant now)
{
    m_entries.removeIf(
        [now](QHash<QByteArray, Entry>::iterator at) { return at->refreshUntil.msecs <= now.msecs; });
}

Result<Sessions::Tokens> Sessions::refresh(const QByteArray &refreshToken, Instant now)
{
    const QByteArray hash = hashOf(refreshToken);
    const std::lock_guard lock(m_mutex);
    for (auto at = m_entries.begin(); at != m_entries.end(); ++at) {
        if (at->refreshHash != hash || at->refreshUntil.msecs <= now.msecs)
            continue;
        const std::shared_ptr<ServerSession> session = at->session;
        m_entries.erase(at);
        return enter(session, now);
    }
    return failure(ErrorCode::NotPermitted,
                   u"The refresh token is over or was used already. Sign in again."_s);
}

void Sessions::signOut(const QByteArray &token)
{
    const std::lock_guard lock(m_mutex);
    m_entries.remove(hashOf(token));
}

void Sessions::signOutUser(const QString &user)
{
    const std::lock_guard lock(m_mutex);
    m_entries.removeIf([&](QHash<QByteArray, Entry>::iterator at) { return at->session->user() == user; });
}

std::shared_ptr<ServerSession> Sessions::find(const QByteArray &token, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_entries.constFind(hashOf(token));
    return at == m_entries.cend() || at->expires.msecs <= now.msecs ? nullptr : at->session;
}

qsizetype Sessions::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_entries.size();
}

void Sessions::clear()
{
    const std::lock_guard lock(m_mutex);
    m_entries.clear();
}

void Sessions::drain()
{
    for (Lane &lane : m_lanes)
        lane.drain();
}

} // namespace rolewright::server
