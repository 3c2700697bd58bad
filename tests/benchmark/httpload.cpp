// SPDX-License-Identifier: Apache-2.0
#include "httpload.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace rolewright::bench {

namespace {

constexpr int Threads = 2;

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::exit(1);
}

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

void sendAll(int to, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t now = ::send(to, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            fail("send");
        sent += now;
    }
}

// The length of the first message, once it is there whole; else 0.
qsizetype messageIn(const QByteArray &bytes)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    const QByteArray lower = bytes.left(head).toLower();
    const qsizetype at = lower.indexOf("\r\ncontent-length:");
    const qsizetype length =
        at < 0 ? 0 : lower.mid(at + 17, lower.indexOf('\r', at + 17) - at - 17).trimmed().toLongLong();
    const qsizetype whole = head + 4 + length;
    return bytes.size() < whole ? 0 : whole;
}

bool receive(int from, QByteArray &bytes)
{
    char piece[16 << 10];
    const ssize_t got = ::recv(from, piece, sizeof piece, 0);
    if (got > 0)
        bytes.append(piece, got);
    return got > 0;
}

void quick(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

BareServer::BareServer(const QByteArray &body)
    : m_answer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
               + QByteArray::number(body.size()) + "\r\n\r\n" + body)
{
    for (int i = 0; i < Threads; ++i) {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int on = 1;
        ::setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
        sockaddr_in address = loopback(m_port);
        socklen_t size = sizeof address;
        if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0
            || ::listen(listener, 100) != 0
            || ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
            fail("listen");
        m_port = ntohs(address.sin_port);
        m_listeners.push_back(listener);
    }
    for (const int listener : m_listeners)
        m_threads.emplace_back([this, listener] { run(listener); });
}

BareServer::~BareServer()
{
    m_isEnding = true;
    for (std::thread &thread : m_threads)
        thread.join();
    for (const int listener : m_listeners)
        ::close(listener);
}

void BareServer::run(int listener)
{
    std::vector<pollfd> waited{{listener, POLLIN, 0}};
    std::vector<QByteArray> received{{}};
    while (!m_isEnding) {
        if (::poll(waited.data(), nfds_t(waited.size()), 50) <= 0)
            continue;
        if (waited[0].revents != 0) {
            const int socket = ::accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            quick(socket);
            waited.push_back({socket, POLLIN, 0});
            received.emplace_back();
        }
        for (size_t i = 1; i < waited.size(); ++i) {
            if (waited[i].revents == 0)
                continue;
            if (!receive(waited[i].fd, received[i])) {
                ::close(waited[i].fd);
                waited[i].fd = -1; // poll() passes it over
                continue;
            }
            for (qsizetype size = messageIn(received[i]); size > 0; size = messageIn(received[i])) {
                received[i].remove(0, size);
                sendAll(waited[i].fd, m_answer);
            }
        }
    }
    for (size_t i = 1; i < waited.size(); ++i) {
        if (waited[i].fd >= 0)
            ::close(waited[i].fd);
    }
}

HttpLoad::HttpLoad(quint16 port, int connections, const QByteArray &request, const QByteArray &expected)
    : m_request(request)
    , m_expected(expected)
{
    for (int i = 0; i < connections; ++i) {
        Connection connection;
        connection.socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_in address = loopback(port);
        if (::connect(connection.socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            fail("connect");
        quick(connection.socket);
        m_connections.push_back(connection);
    }
}

HttpLoad::~HttpLoad()
{
    for (const Connection &connection : m_connections)
        ::close(connection.socket);
}

bool HttpLoad::take(Connection &connection)
{
    if (!receive(connection.socket, connection.received))
        fail("recv");
    const qsizetype size = messageIn(connection.received);
    if (size == 0)
        return false;
    const QByteArray answer = connection.received.left(size);
    if (!answer.startsWith("HTTP/1.1 200") || !answer.contains(m_expected)) {
        std::fprintf(stderr, "not the answer: %s\n", answer.constData());
        std::exit(1);
    }
    connection.received.remove(0, size);
    return true;
}

void HttpLoad::send(int count)
{
    int toSend = count;
    int toCome = count;
    std::vector<pollfd> waited;
    for (const Connection &connection : m_connections) {
        waited.push_back({connection.socket, POLLIN, 0});
        if (toSend-- > 0)
            sendAll(connection.socket, m_request);
    }
    while (toCome > 0) {
        if (::poll(waited.data(), nfds_t(waited.size()), 10'000) <= 0)
            fail("no answer");
        for (size_t i = 0; i < waited.size(); ++i) {
            if (waited[i].revents == 0 || !take(m_connections[i]))
                continue;
            --toCome;
            if (toSend-- > 0)
                sendAll(m_connections[i].socket, m_request);
        }
    }
}

QByteArray postRequest(const QByteArray &path, const QByteArray &body, const QByteArray &headers)
{
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace rolewright::bench
