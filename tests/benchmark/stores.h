// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rolewright::bench {

void addStores(); // loading a store beside a raw scan of its rows

} // namespace rolewright::bench
