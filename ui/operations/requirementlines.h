// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/operations/requirementedit.h"
#include "ui/widgets/treelines.h"

namespace rolewright {

// A requirement as lines that a person reads; each carries its RequirementSpot. Scoped permissions that say
// nothing about the thing at hand are marked.
QList<TreeLine> linesOf(const std::optional<Requirement> &requirement);

QString kindText(Requirement::Kind kind); // "holds any of"

} // namespace rolewright
