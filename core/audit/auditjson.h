// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"

namespace rolewright {

// The event as a JSON object on a line of its own, with its line feed.
QByteArray toJsonLine(const AuditEvent &event);

} // namespace rolewright
