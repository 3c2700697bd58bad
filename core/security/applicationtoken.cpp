// SPDX-License-Identifier: Apache-2.0
#include "core/security/applicationtoken.h"

#include "core/security/secret.h"

#include <QCryptographicHash>

namespace rolewright {

QByteArray newApplicationToken()
{
    const Secret random = randomSecret(32);
    return ApplicationTokenPrefix
        + QByteArray::fromRawData(random.data(), random.size())
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray hashOfToken(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace rolewright
