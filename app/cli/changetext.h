// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"
#include "core/analysis/renames.h"

namespace rolewright::cli {

// "1 change", "12 changes"
QString countOf(qsizetype count, const QString &thing);

// One change a line, indented.
void printChanges(Console &console, const QList<Change> &changes);
// Who gains and who loses what, one permission a line, and what is only called otherwise.
void printImpact(Console &console, const Impact &impact, const QList<Renamed> &renamed);

} // namespace rolewright::cli
