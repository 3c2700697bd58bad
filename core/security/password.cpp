// SPDX-License-Identifier: Apache-2.0
#include "core/security/password.h"

#include <sodium.h>

#include <cstring>
#include <optional>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// libsodium takes no null pointer, not even to nothing.
const char *bytesOf(const Secret &password)
{
    return password.isEmpty() ? "" : password.data();
}

} // namespace

std::optional<QString> problemOfPassword(const Secret &password)
{
    if (password.size() < 8)
        return u"is shorter than 8 characters"_s;
    if (password.size() > 1024)
        return u"is longer than 1024 bytes"_s;
    return {};
}

Result<QByteArray> hashPassword(const Secret &password, const PasswordCost &cost)
{
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    if (sodium_init() < 0
        || crypto_pwhash_str_alg(hash.data(), bytesOf(password), quint64(password.size()), cost.passes,
                                 size_t(cost.memory), crypto_pwhash_ALG_ARGON2ID13)
            != 0) {
        return failure(
            ErrorCode::Unavailable,
            u"The password could not be hashed: there is not enough memory. Nothing was changed: close other "
            u"programs and try again."_s);
    }
    hash.truncate(qsizetype(std::strlen(hash.constData())));
    return hash;
}

bool verifyPassword(const QByteArray &hash, const Secret &password)
{
    // libsodium reads the whole field.
    QByteArray field = hash.leftJustified(crypto_pwhash_STRBYTES, '\0', true);
    field.back() = '\0';
    return sodium_init() >= 0
        && crypto_pwhash_str_verify(field.constData(), bytesOf(password), quint64(password.size())) == 0;
}

bool needsRehash(const QByteArray &hash, const PasswordCost &cost)
{
    QByteArray field = hash.leftJustified(crypto_pwhash_STRBYTES, '\0', true);
    field.back() = '\0';
    return crypto_pwhash_str_needs_rehash(field.constData(), cost.passes, size_t(cost.memory)) != 0;
}

const QByteArray &hashOfNobody()
{
    static const QByteArray hash = [] {
        const Result<QByteArray> made = hashPassword(randomSecret(32));
        return made ? *made : QByteArray();
    }();
    return hash;
}

} // namespace rolewright
