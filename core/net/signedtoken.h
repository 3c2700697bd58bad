// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QByteArray>

#include <memory>

namespace rolewright {

// Whose tokens are taken: what each of them must say.
struct TokenIssuer
{
    QString issuer; // "iss"
    QString audience; // "aud", or one of it
    QByteArray algorithm =
        "RS256"; // one of RS, PS and ES with 256, 384 or 512; whatever a token's header says
};

struct TokenClaims
{
    QString user; // "sub"
    Instant expires;

    friend bool operator==(const TokenClaims &, const TokenClaims &) = default;
};

// Signed tokens (JWT, RFC 7519) of one issuer, by its published keys (JWKS, RFC 7517). Immutable; any thread.
class TokenVerifier
{
public:
    static constexpr qsizetype TokenMaximum = 8 << 10; // bytes
    static constexpr qint64 Leeway = 30'000; // ms between the clocks

    // Invalid where the set has no key for the algorithm: RSA of 2048 bits at least, or the curve that
    // belongs to it.
    static Result<TokenVerifier> make(const TokenIssuer &issuer, const QByteArray &keys);

    // NotPermitted, with the reason for a log, where it is not a token of the issuer that counts now.
    Result<TokenClaims> verify(const QByteArray &token, Instant now) const;
    // Is it signed with a key that is not known here? Then there may be newer ones.
    bool knowsKeyOf(const QByteArray &token) const;

private:
    struct Key;
    TokenVerifier() = default;
    const Key *keyFor(const QByteArray &kid) const;

    TokenIssuer m_issuer;
    QList<std::shared_ptr<const Key>> m_keys;
};

} // namespace rolewright
