// SPDX-License-Identifier: Apache-2.0
#include "tests/server/redisreader.h"

#include "core/net/authzenclient.h"
#include "core/net/redisclient.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rolewright {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr quint64 Allowed = 2;

// Nothing where it is no entry.
std::optional<bool> decided(const QByteArray &entry, const QByteArray &permission)
{
    const QJsonValue permissions = QJsonDocument::fromJson(entry)[u"permissions"_s];
    if (!permissions.isArray())
        return {};
    return permissions.toArray().contains(QString::fromUtf8(permission));
}

} // namespace

RedisReader::RedisReader(const QString &redis, const QString &server, const QByteArray &token,
                         const QByteArray &user, const QByteArray &permission, Care care)
    : m_thread(QThread::create([=, this] { run(redis, server, token, user, permission, care); }))
{
    m_thread->start();
}

void RedisReader::expect(bool allowed)
{
    m_state = ((m_state / 4 + 1) * 4) | (allowed ? Allowed : 0) | 1;
}

void RedisReader::acknowledge()
{
    m_state = m_state & ~quint64(1);
}

void RedisReader::stop()
{
    m_isEnding = true;
    if (m_thread)
        m_thread->wait();
    m_thread.reset();
}

void RedisReader::run(const QString &redis, const QString &server, const QByteArray &token,
                      const QByteArray &user, const QByteArray &permission, Care care)
{
    QFile file(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/resources/redis/read.lua"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QList<QByteArray> look = care == Care::Lease
        ? QList<QByteArray>{"EVAL_RO", file.readAll(), "0", user}
        : QList<QByteArray>{"GET", "rolewright:perms:" + user};
    std::optional<AuthzenClient> authzen;
    if (!server.isEmpty())
        authzen.emplace(std::move(*HttpClient::open(server, {token, {}, {}})));
    const QByteArrayList parts = permission.split(':');
    const QByteArray request = "{\"subject\": {\"type\": \"user\", \"id\": \"" + user
        + "\"}, \"action\": {\"name\": \"" + parts.at(1) + "\"}, \"resource\": {\"type\": \"" + parts.at(0)
        + "\", \"id\": \"7\"}}";
    std::unique_ptr<RedisClient> client;
    while (!m_isEnding) {
        const quint64 before = m_state;
        std::optional<bool> allowed;
        if (!client) {
            if (auto found = RedisClient::open(redis, {}, milliseconds(200)); found)
                client = std::move(*found);
        }
        if (client) {
            const Result<RedisReply> reply = client->call(look, milliseconds(200));
            if (reply)
                allowed = decided(reply->text, permission);
            else
                client.reset();
        }
        if (allowed) {
            ++m_byEntry;
        } else if (const auto answer =
                       authzen ? authzen->evaluation(request) : Result<AuthzenAnswer>(failure(Error()));
                   answer) {
            allowed = answer->allowed;
        } else {
            ++m_unanswered;
        }
        ++m_checks;
        const bool isSettled = before % 2 == 0 && m_state == before;
        if (isSettled && allowed && *allowed != bool(before & Allowed))
            ++m_wrong;
    }
}

} // namespace rolewright
