// SPDX-License-Identifier: Apache-2.0
#include "core/security/secret.h"

#include <sodium.h>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace rolewright {

namespace {

void prepareSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        qFatal("libsodium cannot be used: the system has no source of random numbers");
}

} // namespace

Secret Secret::taking(QByteArray &bytes)
{
    Secret secret(std::vector<char>(bytes.cbegin(), bytes.cend()));
    if (bytes.isDetached())
        sodium_memzero(bytes.data(), size_t(bytes.size()));
    bytes.clear();
    return secret;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    if (!m_bytes.empty())
        sodium_memzero(m_bytes.data(), m_bytes.size());
}

Secret randomSecret(qsizetype size)
{
    prepareSodium();
    std::vector<char> bytes(size_t(size), '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return Secret(std::move(bytes));
}

QString toBase32(const Secret &secret)
{
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 buffer = 0;
    int bits = 0;
    for (qsizetype i = 0; i < secret.size(); ++i) {
        buffer = buffer << 8 | quint8(secret.data()[i]);
        for (bits += 8; bits >= 5; bits -= 5)
            text += QLatin1Char(letters[buffer >> (bits - 5) & 31]);
    }
    if (bits > 0)
        text += QLatin1Char(letters[buffer << (5 - bits) & 31]);
    return text;
}

void makeUndumpable()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace rolewright
