// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/builtin.h"
#include "core/exchange/enginerules.h"
#include "core/exchange/policyjson.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What decides, and no more: an application need not know what people are called.
Policy bare(const Policy &whole)
{
    Policy policy = whole;
    for (const Delegation &delegation : whole.delegations())
        policy.removeDelegation(delegation);
    for (const Approval &approval : whole.approvals())
        policy.removeApproval(approval);
    whole.tests().forEach([&](TestId id, const PolicyTest &) { policy.tests().remove(id); });
    whole.permissions().forEach([&](PermissionId id, const Permission &permission) {
        policy.permissions().replace(id, {permission.name, {}, false});
    });
    whole.roles().forEach([&](RoleId id, const Role &role) {
        policy.roles().replace(id, {role.name, {}, role.enabled});
    });
    whole.grants().forEach([&](const GrantRow &row) {
        if (isBuiltInResource(whole.nameOf(row.grant).resource))
            policy.grants().remove(row.role.value, row.grant.value);
    });
    whole.assignments().forEach([&](const AssignmentRow &row) {
        policy.assignments().replace(
            policy.internAssignment(row.user, row.role, {whole.validityOf(row), {}}));
    });
    const QString &owns = whole.ownership().attribute;
    whole.users().forEach([&](UserId id, const User &user) {
        User known{user.id, user.id, user.active, {}, {}};
        if (const auto value = user.attributes.constFind(owns); value != user.attributes.cend())
            known.attributes.insert(owns, *value);
        policy.users().replace(id, known);
    });
    whole.constraints().forEach([&](ConstraintId id, const Constraint &constraint) {
        if (constraint.kind != Constraint::Kind::Dynamic || constraint.mode != Constraint::Mode::Enforce)
            policy.constraints().remove(id);
    });
    whole.operations().forEach([&](OperationId id, const Operation &operation) {
        policy.operations().replace(id, {operation.name, {}, operation.required});
    });
    return policy;
}

} // namespace

EngineExport exportPython(const Policy &policy)
{
    EngineExport made;
    for (const QString &name : {u"rolewright_policy.py"_s, u"rolewright_fastapi.py"_s})
        made.files.append({name, builtIn(u"python/"_s + name)});
    made.files.append({u"rolewright_policy.json"_s, writePolicy(bare(policy))});
    return made;
}

} // namespace rolewright
