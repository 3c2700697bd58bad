// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <atomic>
#include <thread>
#include <vector>

namespace rolewright::bench {

// The floor of any HTTP server: answers every request on its connections with the same bytes, after it has
// read it whole. Two threads on loopback, as rolewrightd has.
class BareServer
{
public:
    explicit BareServer(const QByteArray &body);
    ~BareServer();
    quint16 port() const { return m_port; }

private:
    void run(int listener);

    QByteArray m_answer;
    quint16 m_port = 0;
    std::vector<int> m_listeners; // one a thread, on one port
    std::vector<std::thread> m_threads;
    std::atomic_bool m_isEnding = false;
};

// Sends one request over and over on connections that stay open, each with one on its way. Exits where an
// answer has another status than 200, or not this text in it.
class HttpLoad
{
public:
    HttpLoad(quint16 port, int connections, const QByteArray &request, const QByteArray &expected);
    ~HttpLoad();
    void send(int count); // and reads all answers

private:
    struct Connection
    {
        int socket = -1;
        QByteArray received;
    };
    bool take(Connection &connection); // is an answer whole?

    const QByteArray m_request;
    const QByteArray m_expected;
    std::vector<Connection> m_connections;
};

QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &headers = {});

} // namespace rolewright::bench
