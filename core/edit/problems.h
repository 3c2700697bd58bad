// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/entities.h"

namespace rolewright {

// What a thing's own values break of semantics.md sections 1 and 2, as the rest of a sentence about it ("has
// a name that is empty"); nothing where all is well. What it refers to is checked elsewhere.
std::optional<QString> problemOf(const Permission &permission);
std::optional<QString> problemOf(const Role &role);
std::optional<QString> problemOf(const User &user);
std::optional<QString> problemOf(const Constraint &constraint);
std::optional<QString> problemOf(const Operation &operation);
std::optional<QString> problemOf(const PolicyTest &test);
std::optional<QString> problemOf(const Assignment &assignment); // but not that from < until
std::optional<QString> problemOf(const Ownership &ownership);
std::optional<QString> problemOf(const Delegation &delegation);
std::optional<QString> problemOf(const Approval &approval);

} // namespace rolewright
