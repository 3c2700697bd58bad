// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <cjose/cjose.h>

#include <memory>

namespace rolewright {

// What an issuer of signed tokens does: keys, their set as it is published, and tokens.
using Jwk = std::unique_ptr<cjose_jwk_t, bool (*)(cjose_jwk_t *)>;

inline QByteArray encoded(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

inline Jwk newKey(const QByteArray &id, const QByteArray &algorithm, size_t bits = 2048)
{
    static const uint8_t Exponent[] = {1, 0, 1};
    cjose_err error;
    Jwk key(algorithm.startsWith("ES") ? cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error)
                                       : cjose_jwk_create_RSA_random(bits, Exponent, sizeof Exponent, &error),
            cjose_jwk_release);
    const bool named = cjose_jwk_set_kid(key.get(), id.constData(), size_t(id.size()), &error);
    Q_ASSERT(named);
    return key;
}

inline QByteArray publicOf(const Jwk &key)
{
    cjose_err error;
    const std::unique_ptr<char, void (*)(void *)> json(cjose_jwk_to_json(key.get(), false, &error), free);
    return json.get();
}

inline QByteArray setOf(const QByteArrayList &keys)
{
    return "{\"keys\": [" + keys.join(", ") + "]}";
}

inline QByteArray signedToken(const Jwk &key, const QByteArray &claims, const char *algorithm = "RS256",
                              const char *kid = "one", const char *critical = nullptr)
{
    cjose_err error;
    cjose_header_t *header = cjose_header_new(&error);
    cjose_header_set(header, CJOSE_HDR_ALG, algorithm, &error);
    if (*kid)
        cjose_header_set(header, CJOSE_HDR_KID, kid, &error);
    if (critical)
        cjose_header_set(header, "crit", critical, &error);
    const std::unique_ptr<cjose_jws_t, void (*)(cjose_jws_t *)> made(
        cjose_jws_sign(key.get(), header, reinterpret_cast<const uint8_t *>(claims.constData()),
                       size_t(claims.size()), &error),
        cjose_jws_release);
    cjose_header_release(header);
    const char *text = nullptr;
    const bool exported = made && cjose_jws_export(made.get(), &text, &error);
    Q_ASSERT(exported);
    return text;
}

} // namespace rolewright
