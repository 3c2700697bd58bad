// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/security/secret.h"

namespace rolewright {

constexpr qsizetype PasswordMaximum = 4096; // bytes

// The first line, or all up to the end, without its line feed. `name` is what messages call the place. Usage
// where it cannot be read. Both may wait for a pipe.
Result<Secret> readSecretLine(int descriptor, const QString &name);
// Of a file that nobody else may read (Usage otherwise), a pipe or a descriptor under /dev/fd.
Result<Secret> readSecretFile(const QString &path);
// The failure of either: what could not be read, and why.
tl::unexpected<Error> unreadableSecret(const QString &name, const QString &why);

} // namespace rolewright
