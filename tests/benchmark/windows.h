// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rolewright::bench {

// Opening to a painted matrix, first paint, scroll frames and keystrokes in a filter, beside an empty table's; the last
// two also with a screen reader listening.
void addWindows();

} // namespace rolewright::bench
