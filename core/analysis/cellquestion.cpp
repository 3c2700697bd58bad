// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/cellquestion.h"

namespace rolewright {

using namespace Qt::StringLiterals;

std::optional<Request> CellQuestions::of(const AccessCell &cell)
{
    const Policy &policy = m_index.policy();
    const UserId user = cell.role.isValid() ? standIn(cell.role) : cell.user;
    const bool isThere = cell.permission.isPattern() || policy.permissions().contains(cell.permission.permission());
    if (!policy.users().contains(user) || !cell.permission.isValid() || !isThere)
        return {};
    const PermissionName name = policy.nameOf(cell.permission);
    if (name.resource.contains(u'*') || name.action == anySegment()) // rolewright/* is one too
        return {};
    Request request;
    request.subject = policy.users().at(user).id;
    request.action = name.action;
    request.resourceType = name.resource;
    request.resource = u"any"_s;
    if (name.scope == u"own") {
        const Ownership &ownership = policy.ownership();
        const QString owner = ownership.attribute == u"id"
            ? request.subject
            : policy.users().at(user).attributes.value(ownership.attribute);
        if (!owner.isEmpty())
            request.properties[ownership.property] = owner;
    } else if (!name.scope.isEmpty()) {
        request.relations.append(name.scope);
    }
    if (cell.role.isValid())
        request.roles = QStringList {policy.roles().at(cell.role).name};
    return request;
}

UserId CellQuestions::standIn(RoleId role)
{
    if (!std::exchange(m_searched, true))
        findStandIns();
    return m_standIns.value(role);
}

void CellQuestions::findStandIns()
{
    const Policy &policy = m_index.policy();
    policy.assignments().forEach([&](const AssignmentRow &row) {
        if (!policy.users().at(row.user).active || !policy.isValidAt(row, m_now))
            return;
        m_index.reach(row.role).forEach([&](quint32 junior) {
            if (!m_standIns.contains({junior}))
                m_standIns.insert({junior}, row.user);
        });
    });
}

} // namespace rolewright
