// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/security/secret.h"

#include <optional>

namespace rolewright {

// Passwords as they are kept: argon2id (RFC 9106) in the PHC string format, which carries salt and
// parameters. Each call takes a good part of a second and `memory`: never on the GUI thread, never inside a
// transaction.
struct PasswordCost
{
    quint64 passes = 3;
    quint64 memory = 64 * 1024 * 1024; // bytes

    friend bool operator==(const PasswordCost &, const PasswordCost &) = default;
};

// The rest of a sentence about a new password; nothing where it may be used: 8 to 1024 bytes of UTF-8.
std::optional<QString> problemOfPassword(const Secret &password);

// Unavailable where there is not enough memory.
Result<QByteArray> hashPassword(const Secret &password, const PasswordCost &cost = {});
bool verifyPassword(const QByteArray &hash, const Secret &password);
// It was made with other parameters than these: hash the password again when it is next known.
bool needsRehash(const QByteArray &hash, const PasswordCost &cost = {});
// Of no password: verified where there is no user, so that it takes as long.
const QByteArray &hashOfNobody();

} // namespace rolewright
