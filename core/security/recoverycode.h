// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/secret.h"

#include <QByteArrayList>
#include <QStringList>

namespace rolewright {

// Codes on paper, each good once in the place of a one-time code: 80 random bits, so that a plain hash of one
// tells nothing.
struct RecoveryCodes
{
    QStringList codes; // "ABCD-EFGH-IJKL-MNOP": shown once
    QByteArrayList hashes; // kept
};
RecoveryCodes newRecoveryCodes(int count = 10);
// Hyphens, spaces and case do not matter.
QByteArray recoveryHash(const QString &code);

} // namespace rolewright
