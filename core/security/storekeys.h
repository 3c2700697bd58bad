// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/security/secret.h"

namespace rolewright {

// What an installation holds for one store, and never beside it: in the keychain, or in a key file
// (keyfile.h). Who has these and the file can rewrite the trail up to the last checkpoint kept elsewhere.
struct StoreKeys
{
    Secret signing; // Ed25519 seed, 32 bytes: seals the trail
    Secret seeds; // 32 bytes: encrypts the seeds of one-time codes

    StoreKeys copy() const { return {signing.copy(), seeds.copy()}; }
};
StoreKeys newStoreKeys();

// One line, to be kept: "rolewright-keys-1 <hex> <hex>". Invalid where it is none.
Secret toLine(const StoreKeys &keys);
Result<StoreKeys> parseStoreKeys(const Secret &line);

// The seed of a user (a surrogate id) as it lies in the store: libsodium's secretbox. It cannot be given to
// another user.
QByteArray encryptedSeed(const Secret &seed, quint32 user, const StoreKeys &keys);
// Unavailable where it was encrypted with another key; Invalid where it was changed since.
Result<Secret> decryptedSeed(const QByteArray &box, quint32 user, const StoreKeys &keys);

} // namespace rolewright
