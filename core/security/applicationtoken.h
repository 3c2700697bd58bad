// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace rolewright {

// What an application sends in place of a password: 32 random bytes, as text that is known for one wherever
// it turns up. Shown once; only its hash is kept. Any thread.
inline constexpr char ApplicationTokenPrefix[] = "rolewright_";
inline constexpr qint64 ApplicationTokenLife = 365ll * 24 * 60 * 60 * 1000; // ms, where nothing else is said
QByteArray newToken(); // without the prefix: of a session
QByteArray newApplicationToken();
QByteArray hashOfToken(const QByteArray &token); // SHA-256: there is nothing to guess

} // namespace rolewright
