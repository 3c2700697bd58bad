// SPDX-License-Identifier: Apache-2.0
#include "core/security/applicationtoken.h"

#include "core/security/secret.h"

#include <QCryptographicHash>

namespace rolewright {

QByteArray newToken()
{
    const Secret random = randomSecret(32);
    return QByteArray::fromRawData(random.data(), random.size())
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray newApplicationToken()
{
    return ApplicationTokenPrefix + newToken();
}

QByteArray hashOfToken(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace rolewright
