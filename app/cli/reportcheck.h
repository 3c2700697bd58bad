// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"

namespace rolewright::cli {

// Adds `log check-report`: is a report on a trail (core/audit/trailreport.h) as it was written, and signed
// with a key that is trusted?
void addReportCheck(CLI::App &log, Chosen &chosen);

} // namespace rolewright::cli
