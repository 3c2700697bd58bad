// SPDX-License-Identifier: Apache-2.0
#include "app/server/sessions.h"

#include "core/base/text.h"
#include "core/security/applicationtoken.h"
#include "core/store/commitcheck.h"

namespace rolewright::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int WaitingMaximum = 32; // sign-ins and changes on a lane

} // namespace

const User *ServerSession::userIn(const Policy &policy) const
{
    const UserId now = policy.users().idOf(m_user);
    const User *user = m_id.isValid() && m_id != now ? nullptr : policy.users().find(now);
    return user && user->active ? user : nullptr;
}

ServerSession::~ServerSession()
{
    m_lane.post([store = std::shared_ptr<PolicyStore>(std::move(m_store))] {});
}

void ServerSession::post(const std::shared_ptr<ServerSession> &session, const Task &task,
                         const Refuse &refuse)
{
    session->m_lane.post([session, task, refuse] {
        if (!session->m_store) {
            Result<std::unique_ptr<PolicyStore>> store = session->m_open();
            if (!store) {
                refuse(store.error());
                return;
            }
            session->m_store = std::move(*store);
        }
        if (session->m_keys)
            session->m_keys->renew(*session->m_store->guard(), session->m_keysGiven);
        task(*session->m_store);
        session->m_store->rest(); // many may be signed in, and a database server has few connections
    });
}

void Sessions::signIn(const QString &user, Secret password, const QString &code, const Occasion &occasion,
                      const Done &done)
{
    Lane &lane = [this]() -> Lane & {
        const std::lock_guard lock(m_mutex);
        return nextLane();
    }();
    const auto isFull = [&] {
        const std::lock_guard lock(m_mutex);
        dropOver(occasion.time);
        return m_entries.size() >= m_maximum;
    };
    if (lane.waiting() >= WaitingMaximum || isFull()) {
        done(failure(ErrorCode::Unavailable,
                     u"Too many people sign in at this moment. Try again in a minute."_s));
        return;
    }
    // std::function wants to copy what it holds.
    const auto secret = std::make_shared<Secret>(std::move(password));
    const auto task = [this, &lane, user, secret, code, occasion, done] {
        Result<std::unique_ptr<PolicyStore>> store = m_open();
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
        const Result<int> given = m_keys.give(*guard);
        if (!given) {
            done(failure(given.error()));
            return;
        }
        if (const Status signedIn = guard->signIn(user, {*secret, code}, occasion); !signedIn) {
            done(failure(signedIn.error()));
            return;
        }
        const Result<Snapshot> newest = (*store)->load();
        if (!newest) {
            done(failure(newest.error()));
            return;
        }
        const UserId id = newest->policy.users().idOf(user);
        if (!id.isValid()) { // renamed this moment
            done(failure(signInNeeded({})));
            return;
        }
        const auto session = std::make_shared<ServerSession>(lane, user, id, m_open);
        session->m_store = std::move(*store);
        session->m_keys = &m_keys;
        session->m_keysGiven = *given;
        session->m_store->rest();
        const std::lock_guard lock(m_mutex);
        makeRoom(user);
        done(enter(session, newToken(), occasion.time));
    };
    lane.post(task, Lane::Turn::WhenIdle); // whoever is signed in does not wait for who only tries
}

Lane &Sessions::nextLane()
{
    return m_lanes[m_next++ % std::size(m_lanes)];
}

Sessions::Tokens Sessions::enter(const std::shared_ptr<ServerSession> &session, const QByteArray &family,
                                 Instant now)
{
    const Tokens tokens{newToken(), family + '.' + newToken(), session->user(), {now.msecs + TokenLife}};
    m_entries.insert(hashOfToken(tokens.token),
                     {session,
                      hashOfToken(family),
                      hashOfToken(tokens.refresh),
                      tokens.expires,
                      {now.msecs + RefreshLife}});
    return tokens;
}

void Sessions::dropOver(Instant now)
{
    m_entries.removeIf(
        [now](QHash<QByteArray, Entry>::iterator at) { return at->refreshUntil.msecs <= now.msecs; });
}

// What was refreshed longest ago is the least likely to be in use.
void Sessions::makeRoom(const QString &user)
{
    int count = 0;
    auto oldest = m_entries.end();
    for (auto at = m_entries.begin(); at != m_entries.end(); ++at) {
        if (at->session->user() != user)
            continue;
        ++count;
        if (oldest == m_entries.end() || at->refreshUntil < oldest->refreshUntil)
            oldest = at;
    }
    if (count >= MaximumOfOne)
        m_entries.erase(oldest);
}

Result<Sessions::Tokens> Sessions::refresh(const QByteArray &refreshToken, const Policy &policy, Instant now)
{
    const QByteArray hash = hashOfToken(refreshToken);
    const QByteArray family = refreshToken.left(std::max<qsizetype>(0, refreshToken.indexOf('.')));
    bool isCopy = false;
    {
        const std::lock_guard lock(m_mutex);
        dropOver(now);
        const QByteArray familyHash = hashOfToken(family);
        const auto at = std::find_if(m_entries.begin(), m_entries.end(),
                                     [&](const Entry &entry) { return entry.family == familyHash; });
        if (at != m_entries.end()) {
            isCopy = at->refreshHash != hash;
            const std::shared_ptr<ServerSession> session = at->session;
            m_entries.erase(at);
            if (!isCopy && session->userIn(policy))
                return enter(session, family, now);
        }
    }
    if (isCopy)
        m_ended();
    return failure(ErrorCode::NotPermitted,
                   u"The refresh token is over or was used already. Sign in again."_s);
}

bool Sessions::signOut(const QByteArray &token)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_entries.remove(hashOfToken(token)))
            return false;
    }
    m_ended();
    return true;
}

void Sessions::signOutUser(const QString &user)
{
    {
        const std::lock_guard lock(m_mutex);
        m_entries.removeIf([&](QHash<QByteArray, Entry>::iterator at) { return at->session->user() == user; });
        forgetVouched(user);
    }
    m_ended();
}

void Sessions::review(const Policy &policy)
{
    qsizetype gone = 0;
    {
        const std::lock_guard lock(m_mutex);
        gone = m_entries.removeIf(
            [&](QHash<QByteArray, Entry>::iterator at) { return !at->session->userIn(policy); });
    }
    if (gone > 0)
        m_ended();
}

void Sessions::reviewUser(const QString &user)
{
    const std::lock_guard lock(m_mutex);
    forgetVouched(user);
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.session->user() != user)
            continue;
        const std::weak_ptr<ServerSession> session = entry.session;
        const auto end = [this, session] { this->end(session.lock()); };
        ServerSession::post(
            entry.session,
            [end](PolicyStore &store) {
                if (!store.guard()->checkSession())
                    end();
            },
            [end](const Error &) { end(); });
    }
}

void Sessions::forgetVouched(const QString &user)
{
    m_vouched.removeIf([&](QHash<QByteArray, Vouched>::iterator at) { return at->session->user() == user; });
}

void Sessions::end(const std::shared_ptr<ServerSession> &session)
{
    {
        const std::lock_guard lock(m_mutex);
        m_entries.removeIf([&](QHash<QByteArray, Entry>::iterator at) { return at->session == session; });
    }
    m_ended();
}

std::shared_ptr<ServerSession> Sessions::find(const QByteArray &token, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_entries.constFind(hashOfToken(token));
    if (at == m_entries.cend() && token.startsWith(ApplicationTokenPrefix))
        return findApplication(token, now);
    if (at == m_entries.cend())
        return m_issuer && token.count('.') == 2 ? findVouched(token, now) : nullptr;
    return at->expires.msecs <= now.msecs ? nullptr : at->session;
}

std::shared_ptr<ServerSession> Sessions::findApplication(const QByteArray &token, Instant now)
{
    const QByteArray hash = hashOfToken(token);
    const std::optional<ApplicationToken> found = m_tokens.find(hash, now);
    if (!found) {
        m_vouched.remove(hash);
        return nullptr;
    }
    Vouched &known = m_vouched[hash];
    if (!known.session || known.session->user() != found->user)
        known.session =
            std::make_shared<ServerSession>(nextLane(), found->user, found->userId, m_open, found->scope);
    return known.session;
}

std::shared_ptr<ServerSession> Sessions::findVouched(const QByteArray &token, Instant now)
{
    if (const int generation = m_issuer->generation(); std::exchange(m_generation, generation) != generation)
        m_vouched.clear();
    const QByteArray hash = hashOfToken(token);
    if (const auto at = m_vouched.constFind(hash); at != m_vouched.cend() && now.msecs < at->expires.msecs)
        return at->session;
    const std::optional<TokenClaims> claims = m_issuer->verify(token, now);
    if (!claims)
        return nullptr;
    if (m_vouched.size() >= Maximum)
        m_vouched.clear();
    const auto session = std::make_shared<ServerSession>(nextLane(), claims->user, UserId(), m_open);
    m_vouched.insert(hash, {session, claims->expires});
    return session;
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
    m_vouched.clear();
}

void Sessions::drain()
{
    for (Lane &lane : m_lanes)
        lane.drain();
}

} // namespace rolewright::server
