// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/replay.h"

namespace rolewright {

// A line of a log as replay() takes it. A request stays as it is. An event of an exported trail (audit/auditjson.h)
// becomes what it asked of Rolewright (semantics.md, section 9): its actor, the right that adminregistry.h has for it, at
// its time; that a delegation covered what was done is taken as it was. Events that ask nothing are skipped. Any thread.
ReplayLine replayLine(const QByteArray &text, bool tooLong);

} // namespace rolewright
