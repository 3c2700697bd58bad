// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/redisclient.h"

#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

namespace rolewright {

// A real redis-server on a port of this machine, ended with the test.
class RedisServer
{
public:
    // `options`: further ones of redis-server, where PORT is the port. `trust`: what it takes to sign in.
    explicit RedisServer(const QStringList &options = {}, const RedisClient::Trust &trust = {},
                         const QString &scheme = QStringLiteral("redis"));
    ~RedisServer();

    int port() const { return m_port; }
    QString address() const { return QStringLiteral("%1://127.0.0.1:%2").arg(m_scheme).arg(m_port); }
    // As whoever else: of a connection of its own.
    Result<RedisReply> call(const QList<QByteArray> &words);
    void disturb(const QList<QByteArray> &words); // whether it takes that or is in trouble already
    bool isThere(const QByteArray &key) { return call({"EXISTS", key})->integer == 1; }
    QByteArray get(const QByteArray &key) { return call({"GET", key})->text; }
    // What resources/redis/read.lua gives an application: empty where there is no entry that may be trusted.
    QByteArray trusted(const QByteArray &user);

    void stop(); // at once: kill -9
    void start(); // with what it saved before
    void save(); // what it has now is what it will have again
    void freeze() { signal(SIGSTOP); }
    void thaw() { signal(SIGCONT); }

private:
    void signal(int number);

    QTemporaryDir m_folder;
    QStringList m_options;
    RedisClient::Trust m_trust;
    QString m_scheme;
    int m_port = 0;
    QProcess m_process;
    std::unique_ptr<RedisClient> m_client;
    QByteArray m_read;
};

} // namespace rolewright
