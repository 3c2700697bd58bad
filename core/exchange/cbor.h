// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/json.h"

namespace rolewright {

// The same as CBOR (RFC 8949): members in their order, numbers as integers where they are, else in double
// precision. Any thread; linear.
QByteArray toCbor(const JsonValue &value);

} // namespace rolewright
