// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMessageAuthenticationCode>

namespace rolewright {

// A JWT of the example services, valid for ten minutes.
inline const QByteArray SigningKey = "a key of thirty-two bytes or more";

inline QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

inline QByteArray signedToken(const QByteArray &user, const QByteArray &key = SigningKey)
{
    const QByteArray claims = "{\"sub\": \"" + user
        + "\", \"exp\": " + QByteArray::number(QDateTime::currentSecsSinceEpoch() + 600) + '}';
    const QByteArray text = base64Url(R"({"alg": "HS256", "typ": "JWT"})") + '.' + base64Url(claims);
    return text + '.' + base64Url(QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha256));
}

} // namespace rolewright
