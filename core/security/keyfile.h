// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/storekeys.h"

#include <optional>

namespace rolewright {

// A file that holds the keys of one store, where there is no keychain, or as a backup of what is in one: one line
// (toLine()), for its owner alone. How far the trail was seen lies beside it, in "<file>.anchor". Blocking.

// Refuses a file that exists; durable on return.
Status makeKeyFile(const QString &path, const StoreKeys &keys);
// Usage where others may read it.
Result<StoreKeys> readKeyFile(const QString &path);

Result<std::optional<QByteArray>> readAnchorFile(const QString &keyFile); // nothing where there is none yet
Status writeAnchorFile(const QString &keyFile, const QByteArray &line);

} // namespace rolewright
