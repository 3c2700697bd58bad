// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/server/http/asio.h"
#include "app/server/http/httpserver.h"

#include <atomic>
#include <chrono>

namespace rolewright::server {

// What all connections of a server have in common.
struct ServerState
{
    HttpHandler &handler;
    std::atomic<bool> stopping = false;
    std::atomic<qint64> connections = 0;
    std::atomic<qint64> busy = 0; // requests under way
    std::atomic<qint64> bodies = 0; // bytes of bodies that are being read or answered
    std::atomic<qint64> refused = 0;
    std::atomic<qint64> shed = 0;
};

struct Counted // while it lives
{
    explicit Counted(std::atomic<qint64> &counter)
        : count(counter)
    {
        ++count;
    }
    ~Counted() { --count; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;
    std::atomic<qint64> &count;
};

constexpr std::chrono::seconds HeaderTime(10); // for a handshake, too

// Reads requests, has them answered, and writes the answers, one after the other, until the connection or the
// server ends; the limits are those of httpserver.h. `Stream` is Plain or Secure; `lowest` is where deadlines
// are set.
template <class Stream>
asio::awaitable<void> serveConnection(Stream &stream, Plain &lowest, ServerState &state);

} // namespace rolewright::server
