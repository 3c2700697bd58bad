// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace rolewright::bench {

// The audit trail: a commit beside a raw one, the chain beside SHA-256 over as many bytes, and a page of 10^6 events beside
// a raw indexed query and 100 ms.
void addTrails();

} // namespace rolewright::bench
