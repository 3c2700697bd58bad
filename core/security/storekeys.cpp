// SPDX-License-Identifier: Apache-2.0
#include "core/security/storekeys.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <sodium.h>

#include <cstring>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype KeySize = 32;
static_assert(KeySize == crypto_secretbox_KEYBYTES);
constexpr qsizetype IdSize = 8; // of the key that a seed was encrypted with
constexpr char Tag[] = "rolewright-keys-1";

const unsigned char *bytesOf(const char *bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes);
}

unsigned char *bytesOf(char *bytes)
{
    return reinterpret_cast<unsigned char *>(bytes);
}

QByteArray idOf(const Secret &key)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("rolewright seed key\n");
    hash.addData(QByteArrayView(key.data(), key.size()));
    return hash.result().left(IdSize);
}

} // namespace

StoreKeys newStoreKeys()
{
    return {randomSecret(KeySize), randomSecret(KeySize)};
}

Secret toLine(const StoreKeys &keys)
{
    std::vector<char> line(Tag, Tag + sizeof Tag - 1);
    line.reserve(sizeof Tag + 4 * size_t(KeySize) + 2); // never moved, so that no copy stays behind
    for (const Secret *key : {&keys.signing, &keys.seeds}) {
        std::vector<char> hex(2 * size_t(KeySize) + 1);
        sodium_bin2hex(hex.data(), hex.size(), bytesOf(key->data()), size_t(key->size()));
        line.push_back(' ');
        line.insert(line.end(), hex.begin(), hex.end() - 1);
        sodium_memzero(hex.data(), hex.size());
    }
    return Secret(std::move(line));
}

Result<StoreKeys> parseStoreKeys(const Secret &line)
{
    constexpr qsizetype Length = qsizetype(sizeof Tag) - 1 + 2 * (1 + 2 * KeySize);
    const auto key = [&](qsizetype at) {
        std::vector<char> bytes(KeySize);
        size_t size = 0;
        const bool good = sodium_hex2bin(bytesOf(bytes.data()), bytes.size(), line.data() + at, 2 * size_t(KeySize),
                                         nullptr, &size, nullptr)
            == 0;
        return good && size == size_t(KeySize) ? Secret(std::move(bytes)) : Secret();
    };
    StoreKeys keys;
    if (line.size() == Length && std::memcmp(line.data(), Tag, sizeof Tag - 1) == 0) {
        keys.signing = key(qsizetype(sizeof Tag));
        keys.seeds = key(qsizetype(sizeof Tag) + 2 * KeySize + 1);
    }
    if (keys.signing.isEmpty() || keys.seeds.isEmpty())
        return failure(ErrorCode::Invalid,
                       u"These are no keys of a store. Nothing was changed: name what \"keys\" or \"init\" wrote."_s);
    return keys;
}

QByteArray encryptedSeed(const Secret &seed, quint32 user, const StoreKeys &keys)
{
    std::vector<char> plain(sizeof user);
    qToBigEndian(user, plain.data());
    plain.reserve(sizeof user + size_t(seed.size()));
    plain.insert(plain.end(), seed.data(), seed.data() + seed.size());
    const Secret nonce = randomSecret(crypto_secretbox_NONCEBYTES);
    QByteArray box(qsizetype(plain.size() + crypto_secretbox_MACBYTES), '\0');
    crypto_secretbox_easy(bytesOf(box.data()), bytesOf(plain.data()), plain.size(), bytesOf(nonce.data()),
                          bytesOf(keys.seeds.data()));
    sodium_memzero(plain.data(), plain.size());
    return idOf(keys.seeds) + QByteArray(nonce.data(), nonce.size()) + box;
}

Result<Secret> decryptedSeed(const QByteArray &box, quint32 user, const StoreKeys &keys)
{
    if (!box.startsWith(idOf(keys.seeds)))
        return failure(ErrorCode::Unavailable,
                       u"The one-time code cannot be checked with these keys: it was set up with others. Give the "
                       u"keys of this store, or a recovery code."_s);
    constexpr qsizetype Front = IdSize + qsizetype(crypto_secretbox_NONCEBYTES);
    const qsizetype size = box.size() - Front - qsizetype(crypto_secretbox_MACBYTES);
    std::vector<char> plain(size_t(std::max<qsizetype>(size, 0)));
    const bool good = size > qsizetype(sizeof user)
        && crypto_secretbox_open_easy(bytesOf(plain.data()), bytesOf(box.constData() + Front),
                                      quint64(box.size() - Front), bytesOf(box.constData() + IdSize),
                                      bytesOf(keys.seeds.data()))
            == 0
        && qFromBigEndian<quint32>(plain.data()) == user;
    Secret opened(std::move(plain));
    if (!good)
        return failure(ErrorCode::Invalid,
                       u"The one-time code cannot be checked: its seed in the store was changed. Use a recovery code, and "
                       u"set the code up again."_s);
    return Secret(std::vector<char>(opened.data() + sizeof user, opened.data() + opened.size()));
}

} // namespace rolewright
