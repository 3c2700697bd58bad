// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>

#include <chrono>
#include <memory>

namespace rolewright {

struct RedisReply
{
    enum class Kind { Nil, Text, Integer, List };
    Kind kind = Kind::Nil;
    QByteArray text; // also a status
    qint64 integer = 0;
    QList<RedisReply> list;
};

// One connection to a Redis server; TLS is verified, 1.2 or later. Made, used and destroyed on one thread,
// which every call blocks: never the GUI thread.
//
// Failures are Unavailable (or Usage for the address). After one the connection is closed: what a late answer
// belongs to would not be known. Then open() another. A refusal by Redis itself (an error reply) is a failure
// like any other.
class RedisClient
{
public:
    struct Trust
    {
        QByteArray password; // empty: none is sent
        QByteArray authorities; // PEM: these are trusted, and no others; empty: the system's
    };
    // redis://[user@]host[:port][/database] or rediss:// for TLS; without a password, which does not belong
    // there. A password crosses a network over TLS only. Connected and signed in when it returns, after
    // `patience` at most.
    static Result<std::unique_ptr<RedisClient>> open(const QString &address, const Trust &trust,
                                                     std::chrono::milliseconds patience);
    static Status check(const QString &address); // what open() refuses of an address
    ~RedisClient();

    static constexpr qint64 ReplyMaximum = 16 << 20; // bytes
    Result<RedisReply> call(const QList<QByteArray> &words, std::chrono::milliseconds patience);

private:
    struct Wire;
    explicit RedisClient(std::unique_ptr<Wire> wire);
    std::unique_ptr<Wire> m_wire;
};

} // namespace rolewright
