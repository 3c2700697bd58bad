// SPDX-License-Identifier: Apache-2.0
#include "core/admin/approvers.h"

#include "core/admin/adminregistry.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Of a person who may be signed in or not: who approved earlier must still have the role at the end.
bool hasRole(const PolicyIndex &index, const QString &user, const QString &role, Instant now)
{
    Request request;
    request.subject = user;
    const Session session = openSession(index, request, now);
    const RoleId wanted = index.policy().roles().idOf(role);
    return !session.refused && wanted.isValid()
        && std::any_of(session.active.begin(), session.active.end(),
                       [&](RoleId active) { return index.reach(active).test(wanted.value); });
}

} // namespace

bool mayApprove(const PolicyIndex &index, const QString &user, const QString &role, Instant now)
{
    return hasRole(index, user, role, now)
        && mayPerform(index, {user, {}, {}}, u"request.approve"_s, now).has_value();
}

QList<Approval> stillOpen(const PolicyIndex &index, const QList<Approval> &approvals,
                          const QString &requester, const QStringList &approvedBy, Instant now)
{
    QList<Approval> open;
    for (const Approval &approval : approvals) {
        const bool given = std::any_of(approvedBy.begin(), approvedBy.end(), [&](const QString &user) {
            return user != requester && mayApprove(index, user, approval.by, now);
        });
        if (!given)
            open.append(approval);
    }
    return open;
}

} // namespace rolewright
