// SPDX-License-Identifier: Apache-2.0
#include "core/audit/signing.h"

#include <sodium.h>

namespace rolewright {

namespace {

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

} // namespace

QByteArray signatureOf(const QByteArray &bytes, const Secret &seed)
{
    Q_ASSERT(seed.size() == qsizetype(crypto_sign_SEEDBYTES));
    std::vector<char> key(crypto_sign_SECRETKEYBYTES);
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
    crypto_sign_seed_keypair(bytesOf(publicKey), reinterpret_cast<unsigned char *>(key.data()),
                             reinterpret_cast<const unsigned char *>(seed.data()));
    const Secret secret(std::move(key)); // wiped
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(bytesOf(signature), nullptr, bytesOf(bytes), quint64(bytes.size()),
                         reinterpret_cast<const unsigned char *>(secret.data()));
    return signature;
}

bool isSignatureGood(const QByteArray &bytes, const QByteArray &signature, const QByteArray &publicKey)
{
    return publicKey.size() == qsizetype(crypto_sign_PUBLICKEYBYTES)
        && signature.size() == qsizetype(crypto_sign_BYTES)
        && crypto_sign_verify_detached(bytesOf(signature), bytesOf(bytes), quint64(bytes.size()),
                                       bytesOf(publicKey))
        == 0;
}

} // namespace rolewright
