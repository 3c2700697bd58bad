// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/audit/auditevent.h"

namespace rolewright {

// Events as a file for spreadsheets: a heading, a row an event. A field that a spreadsheet would take for a
// formula begins with an apostrophe.
QByteArray trailAsCsv(const QList<AuditEvent> &events);
// For programs: a JSON object a line, as `rolewrightctl log --json` prints them.
QByteArray trailAsJsonLines(const QList<AuditEvent> &events);

} // namespace rolewright
