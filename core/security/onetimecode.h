// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/instant.h"
#include "core/security/secret.h"

#include <optional>

namespace rolewright {

// One-time codes: TOTP (RFC 6238), SHA-1, six digits, steps of 30 seconds: what every authenticator knows.

Secret newSeed(); // 20 bytes

// The step whose code it is: this one, the one before or after (clocks differ), but only one after `last`,
// the step used last: a code counts once, also when the clock was set back. Whoever asks stores the step
// before saying yes.
std::optional<qint64> matchingStep(const Secret &seed, const QString &code, Instant now, qint64 last);

// What a QR code carries: otpauth://totp/...
QString enrolmentUri(const Secret &seed, const QString &store, const QString &user);

} // namespace rolewright
