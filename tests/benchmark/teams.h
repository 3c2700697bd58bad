// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rolewright::bench {

void addTeams(); // several desktops on one database

} // namespace rolewright::bench
