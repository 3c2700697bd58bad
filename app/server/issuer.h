// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/net/signedtoken.h"

#include <QThread>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace rolewright::server {

// The issuer whose tokens are taken besides the server's own, and its keys: from a file, read again by
// reload(), or from an address, fetched again every Interval and, at most once in Pause, when a token names a
// key that is not known. Any thread.
class Issuer
{
public:
    static constexpr qint64 Interval = 5 * 60'000; // ms
    static constexpr qint64 Pause = 5'000; // ms

    // `keys` is a path, or an http(s) address. The keys are there when it returns.
    static Result<std::unique_ptr<Issuer>> open(const TokenIssuer &issuer, const QString &keys);
    ~Issuer();

    // Nothing where it is not a token that counts now.
    std::optional<TokenClaims> verify(const QByteArray &token, Instant now);
    Status reload(); // on failure the old keys stay
    int generation() const; // another one after each change of the keys

private:
    Issuer(const TokenIssuer &issuer, const QString &keys);
    void run();
    Result<QByteArray> read() const;

    const TokenIssuer m_issuer;
    const QString m_keys;
    const bool m_isRemote;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::shared_ptr<const TokenVerifier> m_verifier;
    int m_generation = 0;
    bool m_isAsked = false; // for newer keys
    bool m_isEnding = false;
    std::unique_ptr<QThread> m_thread; // of an address
};

} // namespace rolewright::server
