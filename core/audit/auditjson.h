// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"
#include "core/base/json.h"

namespace rolewright {

// The event as a JSON object on a line of its own, with its line feed.
QByteArray toJsonLine(const AuditEvent &event);
// Back again; nothing where a member is missing or has another type. Members that are not known are passed over.
std::optional<AuditEvent> readAuditEvent(const JsonValue &object);
// Invalid where it is not, to the byte, what toJsonLine() wrote. What its hash says, ChainVerifier tells.
// `line` may have its line feed.
Result<AuditEvent> parseAuditEvent(const QByteArray &line);

} // namespace rolewright
