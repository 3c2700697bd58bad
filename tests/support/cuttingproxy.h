// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace rolewright {

// Passes a TCP connection on to a port of this machine, and cuts it where a network may: for clients that speak without
// TLS. Its own thread.
class CuttingProxy
{
public:
    // `trigger` is what the client sends where it is cut: the beginning of a request, all at once. By default PostgreSQL's
    // COMMIT.
    explicit CuttingProxy(int serverPort, const QByteArray &trigger = {});
    ~CuttingProxy();

    int port() const { return m_port; }
    // The next `times` triggers that pass: it reaches the server, and the connection is cut before the reply does
    // (Reply), or the connection is cut before it reaches the server (Request). Both ends see a reset or an
    // end.
    enum class Cut { None, Request, Reply };
    void arm(Cut cut, int times = 1)
    {
        m_times = times;
        m_armed = cut;
    }
    int cuts() const { return m_cuts; }
    void passTo(int serverPort) { m_serverPort = serverPort; } // new connections
    void cutAll() { m_cutAll = true; } // once
    // From now on, in what the server sends, where it comes in one piece; empty: nothing. As long as each
    // other.
    void swap(const QByteArray &what, const QByteArray &with)
    {
        const std::lock_guard lock(m_swapMutex);
        m_swapped = {what, with};
    }
    int swaps() const { return m_swaps; }

private:
    struct Pair
    {
        int client = -1;
        int server = -1;
        bool dropsReply = false;
        bool isOver = false;
    };
    void run();
    void accept();
    void fromClient(Pair &pair);
    void fromServer(Pair &pair);
    static void close(Pair &pair);

    std::atomic_int m_serverPort;
    const QByteArray m_trigger;
    int m_listener = -1;
    int m_port = 0;
    std::vector<Pair> m_pairs;
    std::atomic<Cut> m_armed = Cut::None;
    std::atomic_int m_times = 0;
    std::atomic_int m_cuts = 0;
    std::atomic_bool m_cutAll = false;
    std::mutex m_swapMutex;
    std::pair<QByteArray, QByteArray> m_swapped;
    std::atomic_int m_swaps = 0;
    std::atomic_bool m_stopped = false;
    std::thread m_thread;
};

} // namespace rolewright
