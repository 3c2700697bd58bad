// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "core/decision/review.h"
#include "core/edit/change.h"

namespace rolewright::cli {

// "1 change", "12 changes"
QString countOf(qsizetype count, const QString &thing);

// One change a line, indented.
void printChanges(Console &console, const QList<Change> &changes);
// Who gains and who loses what, one permission a line.
void printImpact(Console &console, const Impact &impact);

} // namespace rolewright::cli
