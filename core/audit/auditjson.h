// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"

namespace rolewright {

// The event as a JSON object on a line of its own, with its line feed.
QByteArray toJsonLine(const AuditEvent &event);
// Invalid where it is not, to the byte, what toJsonLine() wrote. What its hash says, ChainVerifier tells.
// `line` may have its line feed.
Result<AuditEvent> parseAuditEvent(const QByteArray &line);

} // namespace rolewright
