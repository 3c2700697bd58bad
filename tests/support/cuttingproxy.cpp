// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cuttingproxy.h"

#include <QByteArray>
#include <QtGlobal>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rolewright {

namespace {

// A simple query, as the store sends it: 'Q', the length, the text with its NUL.
const QByteArray &commitMessage()
{
    static const QByteArray message("Q\0\0\0\013COMMIT\0", 12);
    return message;
}

sockaddr_in loopback(int port)
{
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(quint16(port));
    return address;
}

bool sendAll(int to, const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t now = ::send(to, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += now;
    }
    return true;
}

QByteArray received(int from)
{
    QByteArray bytes(64 << 10, Qt::Uninitialized);
    const ssize_t size = ::recv(from, bytes.data(), size_t(bytes.size()), 0);
    bytes.truncate(std::max<ssize_t>(0, size));
    return bytes;
}

} // namespace

CuttingProxy::CuttingProxy(int serverPort, const QByteArray &trigger)
    : m_serverPort(serverPort)
    , m_trigger(trigger.isEmpty() ? commitMessage() : trigger)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(m_listener, 50) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("the proxy does not listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

CuttingProxy::~CuttingProxy()
{
    m_stopped = true;
    m_thread.join();
    for (Pair &pair : m_pairs)
        close(pair);
    ::close(m_listener);
}

void CuttingProxy::run()
{
    while (!m_stopped) {
        if (m_cutAll.exchange(false)) {
            for (Pair &pair : m_pairs)
                close(pair);
            m_pairs.clear();
        }
        std::vector<pollfd> waited{{m_listener, POLLIN, 0}};
        for (const Pair &pair : m_pairs) {
            waited.push_back({pair.client, POLLIN, 0});
            waited.push_back({pair.server, POLLIN, 0});
        }
        if (::poll(waited.data(), nfds_t(waited.size()), 20) <= 0)
            continue;
        for (size_t i = 0; i < m_pairs.size(); ++i) {
            if (waited[1 + 2 * i].revents != 0)
                fromClient(m_pairs[i]);
            if (!m_pairs[i].isOver && waited[2 + 2 * i].revents != 0)
                fromServer(m_pairs[i]);
        }
        std::erase_if(m_pairs, [](Pair &pair) {
            if (pair.isOver)
                close(pair);
            return pair.isOver;
        });
        if (waited[0].revents != 0)
            accept();
    }
}

void CuttingProxy::accept()
{
    Pair pair;
    pair.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    pair.server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_serverPort);
    if (::connect(pair.server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        close(pair);
    else
        m_pairs.push_back(pair);
}

void CuttingProxy::fromClient(Pair &pair)
{
    const QByteArray bytes = received(pair.client);
    const Cut armed = m_armed;
    if (armed != Cut::None && bytes.contains(m_trigger)) {
        if (--m_times <= 0)
            m_armed = Cut::None;
        ++m_cuts;
        pair.dropsReply = armed == Cut::Reply;
        pair.isOver = armed == Cut::Request;
    }
    if (bytes.isEmpty() || (!pair.isOver && !sendAll(pair.server, bytes)))
        pair.isOver = true;
}

void CuttingProxy::fromServer(Pair &pair)
{
    QByteArray bytes = received(pair.server);
    {
        const std::lock_guard lock(m_swapMutex);
        if (!m_swapped.first.isEmpty() && bytes.contains(m_swapped.first)) {
            bytes.replace(m_swapped.first, m_swapped.second);
            ++m_swaps;
        }
    }
    // The server has answered: it is done there.
    if (bytes.isEmpty() || pair.dropsReply || !sendAll(pair.client, bytes))
        pair.isOver = true;
}

void CuttingProxy::close(Pair &pair)
{
    ::close(pair.client);
    ::close(pair.server);
}

} // namespace rolewright
