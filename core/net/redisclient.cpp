// SPDX-License-Identifier: Apache-2.0
#include "core/net/redisclient.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QUrl>

#include <hiredis/hiredis.h>

#include <vector>

namespace rolewright {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

struct Address
{
    QString host;
    quint16 port = 6379;
    QString user;
    int database = 0;
    bool isSecure = false;
    QString text; // without what might be a secret

    bool isThisMachine() const { return host == "localhost"_L1 || QHostAddress(host).isLoopback(); }
};

Result<Address> parsed(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const auto refuse = [&](const QString &why) {
        return failure(ErrorCode::Usage,
                       why + u" Write one such as redis://127.0.0.1:6379 or rediss://cache.example/2."_s);
    };
    if (!url.isValid() || (url.scheme() != "redis"_L1 && url.scheme() != "rediss"_L1) || url.host().isEmpty())
        return refuse(u"This is not the address of a Redis server."_s);
    if (!url.password().isEmpty() || url.authority().section(u'@', 0, -2).contains(u':'))
        return refuse(
            u"A password does not belong in the address, where others can read it; it goes into a file."_s);
    if (url.hasQuery() || url.hasFragment())
        return refuse(u"The address of a Redis server ends before \"?\" and \"#\"."_s);
    Address address;
    const QString path = url.path().mid(1);
    bool isNumber = true;
    if (!path.isEmpty())
        address.database = path.toInt(&isNumber);
    if (!isNumber || address.database < 0)
        return refuse(u"After the host stands the number of a database, or nothing."_s);
    address.host = url.host(QUrl::FullyDecoded);
    address.port = quint16(url.port(6379));
    address.user = url.userName(QUrl::FullyDecoded);
    address.isSecure = url.scheme() == "rediss"_L1;
    address.text = url.toDisplayString();
    return address;
}

RedisReply taken(const redisReply &reply)
{
    RedisReply copy;
    switch (reply.type) {
    case REDIS_REPLY_INTEGER:
        copy.kind = RedisReply::Kind::Integer;
        copy.integer = reply.integer;
        break;
    case REDIS_REPLY_ARRAY:
        copy.kind = RedisReply::Kind::List;
        for (size_t i = 0; i < reply.elements; ++i)
            copy.list.append(taken(*reply.element[i]));
        break;
    case REDIS_REPLY_NIL:
        break;
    default:
        copy.kind = RedisReply::Kind::Text;
        copy.text = QByteArray(reply.str, qsizetype(reply.len));
    }
    return copy;
}

} // namespace

struct RedisClient::Wire
{
    Address address;
    QSslSocket socket;
    std::unique_ptr<redisReader, void (*)(redisReader *)> reader{redisReaderCreate(), redisReaderFree};

    tl::unexpected<Error> lost(const QString &why)
    {
        socket.abort();
        return failure(ErrorCode::Unavailable,
                       u"Redis cannot be asked: %1. Look at its address and its log."_s.arg(why),
                       address.text);
    }
    bool send(const QList<QByteArray> &words, const QDeadlineTimer &deadline);
    Result<RedisReply> receive(const QDeadlineTimer &deadline);
};

bool RedisClient::Wire::send(const QList<QByteArray> &words, const QDeadlineTimer &deadline)
{
    std::vector<const char *> texts;
    std::vector<size_t> sizes;
    for (const QByteArray &word : words) {
        texts.push_back(word.constData());
        sizes.push_back(size_t(word.size()));
    }
    char *command = nullptr;
    const int size = redisFormatCommandArgv(&command, int(words.size()), texts.data(), sizes.data());
    if (size < 0)
        return false;
    socket.write(command, size);
    free(command); // by malloc
    while (socket.bytesToWrite() > 0) {
        if (!socket.waitForBytesWritten(int(deadline.remainingTime())))
            return false;
    }
    return true;
}

Result<RedisReply> RedisClient::Wire::receive(const QDeadlineTimer &deadline)
{
    qint64 size = 0;
    for (;;) {
        void *found = nullptr;
        if (redisReaderGetReply(reader.get(), &found) != REDIS_OK)
            return lost(u"what it answers is not the protocol of Redis"_s);
        if (found) {
            const std::unique_ptr<redisReply, void (*)(void *)> reply(static_cast<redisReply *>(found),
                                                                      freeReplyObject);
            if (reply->type == REDIS_REPLY_ERROR)
                return lost(u"it refuses with \"%1\""_s.arg(
                    QString::fromUtf8(reply->str, qsizetype(reply->len)).simplified().left(200)));
            return taken(*reply);
        }
        if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(int(deadline.remainingTime())))
            return lost(deadline.hasExpired() ? u"it does not answer in time"_s : socket.errorString());
        const QByteArray piece = socket.readAll();
        size += piece.size();
        if (size > ReplyMaximum)
            return lost(u"its answer is too long"_s);
        redisReaderFeed(reader.get(), piece.constData(), size_t(piece.size()));
    }
}

Status RedisClient::check(const QString &address)
{
    if (const Result<Address> where = parsed(address); !where)
        return failure(where.error());
    return {};
}

Result<std::unique_ptr<RedisClient>> RedisClient::open(const QString &address, const Trust &trust,
                                                       milliseconds patience)
{
    const Result<Address> where = parsed(address);
    if (!where)
        return failure(where.error());
    if (!trust.password.isEmpty() && !where->isSecure && !where->isThisMachine())
        return failure(ErrorCode::Usage,
                       u"A password is sent over TLS only. Give an address that begins with rediss://."_s,
                       where->text);
    const QDeadlineTimer deadline(patience);
    auto wire = std::make_unique<Wire>();
    wire->address = *where;
    QSslSocket &socket = wire->socket;
    if (where->isSecure) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setProtocol(QSsl::TlsV1_2OrLater);
        if (!trust.authorities.isEmpty())
            tls.setCaCertificates(QSslCertificate::fromData(trust.authorities, QSsl::Pem));
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(where->host, where->port);
        if (!socket.waitForEncrypted(int(deadline.remainingTime())))
            return wire->lost(socket.errorString());
    } else {
        socket.connectToHost(where->host, where->port);
        if (!socket.waitForConnected(int(deadline.remainingTime())))
            return wire->lost(socket.errorString());
    }
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    std::unique_ptr<RedisClient> client(new RedisClient(std::move(wire)));
    QList<QList<QByteArray>> greetings;
    if (!trust.password.isEmpty())
        greetings.append(where->user.isEmpty()
                             ? QList<QByteArray>{"AUTH", trust.password}
                             : QList<QByteArray>{"AUTH", where->user.toUtf8(), trust.password});
    if (where->database != 0)
        greetings.append({"SELECT", QByteArray::number(where->database)});
    for (const QList<QByteArray> &greeting : std::as_const(greetings)) {
        const Result<RedisReply> greeted = client->call(greeting, milliseconds(deadline.remainingTime()));
        if (!greeted)
            return failure(greeted.error());
    }
    return client;
}

RedisClient::RedisClient(std::unique_ptr<Wire> wire)
    : m_wire(std::move(wire))
{
}

RedisClient::~RedisClient() = default;

Result<RedisReply> RedisClient::call(const QList<QByteArray> &words, milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    if (m_wire->socket.state() != QAbstractSocket::ConnectedState)
        return m_wire->lost(u"the connection is closed"_s);
    if (!m_wire->send(words, deadline))
        return m_wire->lost(deadline.hasExpired() ? u"it does not take the question in time"_s
                                                  : m_wire->socket.errorString());
    return m_wire->receive(deadline);
}

} // namespace rolewright
