// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "core/store/trailarchive.h"

namespace rolewright::cli {

// Events as they come: a paragraph each for people, a JSON object a line for programs.
void printEvents(Console &console, const QList<AuditEvent> &events);

// How far the trail is intact, sealed and anchored.
// `archives`: that it was found to go on from; null: none were looked at.
void printTrailState(Console &console, const TrailState &state, const QList<ArchiveState> *archives);

} // namespace rolewright::cli
