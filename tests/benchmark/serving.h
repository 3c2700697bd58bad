// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rolewright::bench {

// rolewrightd's decisions over HTTP beside a bare server's answers, and beside Cerbos' decisions. Started
// with the first benchmark of them, ended with the program.
void addServing();

} // namespace rolewright::bench
