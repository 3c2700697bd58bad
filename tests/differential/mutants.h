// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

namespace rolewright {

// Exports that are wrong in one thing each. A comparison that does not see one of them shows nothing about
// that thing.
struct Mutant
{
    const char *name;
    void (*damage)(Policy &policy);
    bool isTimed = false; // Casbin is not asked about it: times and operations
};
const QList<Mutant> &mutants();

} // namespace rolewright
