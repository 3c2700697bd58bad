// SPDX-License-Identifier: Apache-2.0
#include "app/server/rediscache.h"

#include "app/server/redistexts.h"
#include "app/server/requestlog.h"
#include "app/server/steadyclock.h"
#include "core/decision/holding.h"
#include "core/decision/request.h"

#include <QUuid>

namespace rolewright::server {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds Patience(500);
constexpr qint64 Pause = 200; // ms, before the next attempt to connect
constexpr qint64 Margin = 50; // ms, for clocks that run apart
constexpr qint64 Soon = 1'000; // ms in which nobody is filled in twice
constexpr qsizetype MostRequests = 1'000; // waiting to be filled in
constexpr qsizetype MostFilled = 100'000; // remembered

const QByteArray Entries = "rolewright:perms:";

tl::unexpected<Error> noSense()
{
    return failure(ErrorCode::Unavailable, u"Redis does not answer as it should."_s);
}

} // namespace

RedisCache::RedisCache(const QString &address, const RedisClient::Trust &trust)
    : m_address(address)
    , m_trust(trust)
{
    if (address.isEmpty())
        return;
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->start();
}

void RedisCache::finish()
{
    if (!m_thread)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_wake.notify_all();
    m_thread->wait();
    m_thread.reset();
}

void RedisCache::heard(const Served &served, qint64 asked)
{
    if (!m_thread)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_heard = {served, asked};
        if (!m_newest || m_newest->version < served->version)
            m_newest = served;
        m_isNew = true;
    }
    m_wake.notify_all();
}

void RedisCache::settle(const Served &served, const std::function<void()> &done)
{
    if (!m_thread) {
        done();
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_settling.append({served->version, steadyNow() + LeaseLife + Margin, done});
        if (!m_newest || m_newest->version < served->version)
            m_newest = served;
        m_isNew = true;
    }
    m_wake.notify_all();
}

void RedisCache::asked(const QByteArray &request)
{
    if (!m_thread || !m_isTrusted)
        return;
    {
        const std::lock_guard lock(m_mutex);
        if (m_requests.size() >= MostRequests)
            return;
        m_requests.append(request);
        m_isNew = true;
    }
    m_wake.notify_all();
}

void RedisCache::run()
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, milliseconds(Margin),
                        [this] { return m_isNew || (m_isEnding && m_settling.isEmpty()); });
        if (m_isEnding && m_settling.isEmpty())
            break;
        m_isNew = false;
        const Served newest = m_newest;
        const Heard heard = m_heard;
        const QList<QByteArray> requests = std::exchange(m_requests, {});
        lock.unlock();
        work(newest, heard, requests);
        settleDone();
    }
    m_client.reset(); // on its thread
}

void RedisCache::work(const Served &newest, const Heard &heard, const QList<QByteArray> &requests)
{
    const auto step = [&]() -> Status {
        if (!m_client) {
            Result<std::unique_ptr<RedisClient>> client = RedisClient::open(m_address, m_trust, Patience);
            if (!client)
                return failure(client.error());
            m_client = std::move(*client);
            forget();
        }
        if (m_epoch.isEmpty()) {
            if (Status entered = enter(); !entered)
                return entered;
        }
        if (m_told && newest->version > m_told->version) {
            if (Status told = tell(newest); !told)
                return told;
            settleDone();
        }
        if (heard.served && heard.asked > std::max(m_entered, m_renewed) && !m_epoch.isEmpty()) {
            if (Status renewed = renew(heard); !renewed)
                return renewed;
        }
        for (const QByteArray &request : requests) {
            if (!m_told)
                break;
            if (Status filled = fill(request); !filled)
                return filled;
        }
        return {};
    };
    if (!newest || (!m_client && steadyNow() < m_nextTry))
        return;
    const Status done = step();
    if (!done) {
        m_client.reset();
        forget();
        m_nextTry = steadyNow() + Pause;
    }
    if (m_isLost == done.has_value()) {
        m_isLost = !done;
        logEvent(done ? u"redis-found"_s : u"redis-lost"_s, done ? QString() : toText(done.error()));
    }
}

void RedisCache::forget()
{
    m_epoch.clear();
    m_told.reset();
    m_filled.clear();
    m_isTrusted = false;
}

// What it answers, and its time.
Result<QByteArray> RedisCache::call(const QByteArray &script, const QList<QByteArray> &arguments)
{
    const Result<RedisReply> reply =
        m_client->call(QList<QByteArray>{"EVAL", script, "0"} + arguments, Patience);
    if (!reply)
        return failure(reply.error());
    if (reply->list.size() != 2 || reply->list.at(1).kind != RedisReply::Kind::Integer)
        return noSense();
    m_redisTimeAt = steadyNow();
    m_redisTime = reply->list.at(1).integer;
    return reply->list.first().text;
}

Status RedisCache::enter()
{
    static const QByteArray Enter = redisScript("enter");
    Result<QByteArray> epoch = call(Enter, {m_over, {}});
    if (epoch && epoch->isEmpty()) {
        if (Status removed = removeEntries(); !removed)
            return removed;
        const QByteArray mine = QUuid::createUuid().toByteArray(QUuid::Id128);
        epoch = call(Enter, {m_over, mine});
        m_isFresh = epoch && epoch->endsWith(mine);
    } else {
        m_isFresh = false;
    }
    if (!epoch)
        return failure(epoch.error());
    m_epoch = *epoch;
    m_entered = steadyNow();
    return {};
}

// Nobody trusts them meanwhile, and none comes in: there is no version.
Status RedisCache::removeEntries()
{
    QByteArray cursor = "0";
    do {
        const Result<RedisReply> reply =
            m_client->call({"SCAN", cursor, "MATCH", Entries + '*', "COUNT", "1000"}, Patience);
        if (!reply)
            return failure(reply.error());
        if (reply->list.size() != 2)
            return noSense();
        cursor = reply->list.first().text;
        QList<QByteArray> remove{"UNLINK"};
        for (const RedisReply &key : reply->list.at(1).list)
            remove.append(key.text);
        if (remove.size() == 1)
            continue;
        if (const Result<RedisReply> removed = m_client->call(remove, Patience); !removed)
            return failure(removed.error());
    } while (cursor != "0");
    return {};
}

Status RedisCache::tell(const Served &newest)
{
    static const QByteArray Change = redisScript("change");
    QList<QByteArray> arguments{QByteArray::number(m_told->version), QByteArray::number(newest->version)};
    for (const QString &user : usersHoldingOtherwise(m_told->index, newest->index, Instant::now()))
        arguments.append(user.toUtf8());
    const Result<QByteArray> told = call(Change, arguments);
    if (!told)
        return failure(told.error());
    if (*told == "told") {
        m_told = newest;
    } else {
        m_over = m_epoch;
        forget();
    }
    return {};
}

Status RedisCache::renew(const Heard &heard)
{
    if (m_told && m_told->version != heard.served->version)
        return {}; // read before what was told since
    static const QByteArray Renew = redisScript("renew");
    const qint64 end = m_redisTime + (heard.asked + LeaseLife - m_redisTimeAt);
    m_renewed = heard.asked;
    const Result<QByteArray> renewed = call(Renew,
                                            {m_epoch, QByteArray::number(heard.served->version),
                                             QByteArray::number(end), m_isFresh && !m_told ? "1" : ""});
    if (!renewed)
        return failure(renewed.error());
    if (*renewed == "lost") {
        m_over = m_epoch;
        forget();
    } else if (*renewed == "kept") {
        m_told = heard.served;
        m_isTrusted = true;
    }
    return {};
}

Status RedisCache::fill(const QByteArray &json)
{
    const Result<Request> request = parseRequest(json);
    if (!request || request->subjectType != "user"_L1
        || !m_told->index.policy().users().idOf(request->subject).isValid())
        return {};
    Filled &filled = m_filled[request->subject];
    const qint64 now = steadyNow();
    if (filled.version == m_told->version && now - filled.at < Soon)
        return {};
    filled = {m_told->version, now};
    if (m_filled.size() > MostFilled)
        m_filled.clear();
    const Instant t = Instant::now();
    const Holding holding = holdingOf(m_told->index, request->subject, t);
    const qint64 life = std::min(EntryLife, holding.until.msecs - t.msecs);
    static const QByteArray Fill = redisScript("fill");
    const Result<QByteArray> done = call(Fill,
                                         {request->subject.toUtf8(), QByteArray::number(m_told->version),
                                          redisEntry(holding, m_told->version),
                                          QByteArray::number(m_redisTime + now - m_redisTimeAt + life)});
    return done ? Status() : failure(done.error());
}

void RedisCache::settleDone()
{
    QList<Settling> done;
    {
        const std::lock_guard lock(m_mutex);
        const qint64 now = steadyNow();
        m_settling.removeIf([&](const Settling &each) {
            const bool isDone = (m_told && m_told->version >= each.version) || each.deadline <= now;
            if (isDone)
                done.append(each);
            return isDone;
        });
    }
    for (const Settling &each : std::as_const(done))
        each.done();
}

} // namespace rolewright::server
