// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/secret.h"

namespace rolewright {

// Ed25519 (RFC 8032) over any bytes; the seed has SigningSeedSize bytes (checkpoint.h). Pure; any thread.
QByteArray signatureOf(const QByteArray &bytes, const Secret &seed);
bool isSignatureGood(const QByteArray &bytes, const QByteArray &signature, const QByteArray &publicKey);

} // namespace rolewright
