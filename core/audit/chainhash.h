// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"

namespace rolewright {

// Whether the event's hash is chainHash() of it; for a whole trail, where a copy of each hash would be felt.
bool isChained(const QByteArray &previous, const AuditEvent &event);

} // namespace rolewright
