// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/policy/policy.h"

namespace rolewright {

// An operation's `requires` by itself, as a document writes it. Reading checks it against the policy by all
// rules of semantics.md section 4.2; an Invalid error carries every problem with its line and column.
Result<Requirement> readRequirement(const QByteArray &json, const Policy &policy);
QByteArray writeRequirement(const Requirement &requirement); // canonical, with a line feed at the end

} // namespace rolewright
