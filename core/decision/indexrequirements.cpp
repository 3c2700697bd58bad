// SPDX-License-Identifier: Apache-2.0
// What the policy says beside roles and grants: operations and dynamic constraints.
#include "core/decision/indexbuilder.h"

namespace rolewright {

void IndexBuilder::compileOperations()
{
    data.requirements.clear();
    policy.operations().forEach([&](OperationId id, const Operation &operation) {
        if (operation.required)
            data.requirements.insert(id.value, compile(*operation.required));
    });
}

CompiledRequirement IndexBuilder::compile(const Requirement &requirement) const
{
    CompiledRequirement compiled;
    compiled.kind = requirement.kind;
    const auto find = [&](const QString &text) -> CompiledRequirement::Own {
        const PermissionId id = policy.permissions().idOf(text);
        if (!id.isValid())
            return {};
        const PermissionName name = policy.permissions().at(id).name;
        const PolicyIndex::Pair &pair = data.pairs.at(data.pairOfPermission.at(id.value));
        return {data.slotOfPermission.at(id.value), name.hasScope() ? pair.unscoped : SlotId()};
    };
    switch (requirement.kind) {
    case Requirement::Kind::AnyPermission:
    case Requirement::Kind::AllPermissions:
    case Requirement::Kind::Owner:
        for (const QString &name : requirement.names)
            compiled.permissions.append(find(name).slot);
        for (const QString &name : requirement.own)
            compiled.own.append(find(name));
        break;
    case Requirement::Kind::AnyRole:
        for (const QString &name : requirement.names)
            compiled.roles.append(policy.roles().idOf(name));
        break;
    case Requirement::Kind::Access:
        if (const auto name = parseAccess(requirement.names.value(0)))
            compiled.access = *name;
        break;
    case Requirement::Kind::AllOf:
    case Requirement::Kind::AnyOf:
        for (const Requirement &child : requirement.children)
            compiled.children.append(compile(child));
        break;
    case Requirement::Kind::Authenticated:
    case Requirement::Kind::Public:
        break;
    }
    return compiled;
}

void IndexBuilder::findConstraints()
{
    data.dynamicConstraints.clear();
    policy.constraints().forEach([&](ConstraintId id, const Constraint &constraint) {
        if (constraint.kind == Constraint::Kind::Dynamic && constraint.mode == Constraint::Mode::Enforce)
            data.dynamicConstraints.append(id);
    });
}

} // namespace rolewright
