// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rolewright::bench {

// Explanations, offers and repairs beside a check; effect of one edit and of operations; replay.
void addExplanations();

} // namespace rolewright::bench
