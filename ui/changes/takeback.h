// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

namespace rolewright {

// What takes some of a draft's net changes back to the base, as changes on the draft's policy. `net` is in
// the order of difference(); `chosen` are positions in it. What cannot be taken back alone comes along: a
// deleted role with what went with it, a removed grant with the role that it was of, renames that exchange
// names.
QList<Change> takingBack(const QList<Change> &net, const QList<qsizetype> &chosen);

// Changes that conflicted with somebody else's, made again over theirs: whatever is there now is replaced.
QList<Change> overruling(const Policy &policy, const QList<Change> &mine);

} // namespace rolewright
