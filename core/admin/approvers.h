// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/changereview.h"

namespace rolewright {

// Who may play the second person's part (semantics.md, section 9, approvals). Pure; any thread; one session
// each.

// Has this user the role that an approval names, enabled and now, and the right request:approve?
bool mayApprove(const PolicyIndex &index, const QString &user, const QString &role, Instant now);
// The approvals of those that nobody in the list but the requester may give: a change set waits for them.
QList<Approval> stillOpen(const PolicyIndex &index, const QList<Approval> &approvals,
                          const QString &requester, const QStringList &approvedBy, Instant now);

} // namespace rolewright
