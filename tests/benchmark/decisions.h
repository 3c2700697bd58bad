// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rolewright::bench {

void addDecisions(); // check by names; one edit to a consistent matrix and effect

} // namespace rolewright::bench
