// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace rolewright::bench {

// Reads every row of a store's permissions, roles and grants and throws them away: what no loading can beat.
void scanRows(const QString &path);

void addStores(); // loading a store beside a raw scan of its rows

} // namespace rolewright::bench
