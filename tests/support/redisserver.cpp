// SPDX-License-Identifier: Apache-2.0
#include "tests/support/redisserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QThread>

#include <csignal>

namespace rolewright {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

RedisServer::RedisServer(const QStringList &options, const RedisClient::Trust &trust, const QString &scheme)
    : m_options(options)
    , m_trust(trust)
    , m_scheme(scheme)
{
    QTcpServer free;
    if (!free.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    m_port = free.serverPort();
    free.close();
    QFile read(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/resources/redis/read.lua"));
    if (!read.open(QIODevice::ReadOnly))
        qFatal("read.lua is missing");
    m_read = read.readAll();
    m_options.replaceInStrings(u"PORT"_s, QString::number(m_port));
    start();
}

RedisServer::~RedisServer()
{
    stop();
}

void RedisServer::start()
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(u"redis-server"_s,
                    QStringList{u"--bind"_s, u"127.0.0.1"_s, u"--port"_s, QString::number(m_port),
                                u"--save"_s, QString(), u"--appendonly"_s, u"no"_s, u"--dir"_s,
                                m_folder.path()}
                        + m_options);
    if (!m_process.waitForStarted(10'000))
        qFatal("redis-server is missing: apt install redis-server");
    QElapsedTimer timer;
    timer.start();
    while (!call({"PING"})) {
        if (timer.elapsed() > 20'000 || m_process.state() == QProcess::NotRunning)
            qFatal("redis-server does not start: %s", m_process.readAll().constData());
        QThread::msleep(20);
    }
}

void RedisServer::stop()
{
    m_client.reset();
    m_process.kill();
    m_process.waitForFinished();
}

void RedisServer::save()
{
    if (!call({"SAVE"}))
        qFatal("redis-server does not save");
}

void RedisServer::signal(int number)
{
    ::kill(pid_t(m_process.processId()), number);
}

Result<RedisReply> RedisServer::call(const QList<QByteArray> &words)
{
    if (!m_client) {
        Result<std::unique_ptr<RedisClient>> client =
            RedisClient::open(address(), m_trust, milliseconds(2'000));
        if (!client)
            return failure(client.error());
        m_client = std::move(*client);
    }
    Result<RedisReply> reply = m_client->call(words, milliseconds(2'000));
    if (!reply)
        m_client.reset();
    return reply;
}

void RedisServer::disturb(const QList<QByteArray> &words)
{
    const Result<RedisReply> reply = call(words);
    Q_UNUSED(reply)
}

QByteArray RedisServer::trusted(const QByteArray &user)
{
    const Result<RedisReply> reply = call({"EVAL_RO", m_read, "0", user});
    return reply ? reply->text : QByteArray();
}

} // namespace rolewright
