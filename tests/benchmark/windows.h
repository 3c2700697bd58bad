// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rolewright::bench {

void addWindows(); // opening to a painted matrix, first paint and a scroll frame, beside an empty table's

} // namespace rolewright::bench
