// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/edit/change.h"
#include "core/policy/policy.h"

#include <QSet>

#include <functional>

namespace rolewright {

// Requirements, delegations and approvals name roles and permissions as text (entities.h); everything else
// refers to them by id. These functions find and rewrite the texts.

// visit(kind, name) for each role and permission named, also by `access`, whose permission has no scope and
// need not itself be in the catalogue.
using VisitName = std::function<void(Change::Kind kind, const QString &name, bool isAccess)>;
void forEachName(const Requirement &requirement, const VisitName &visit);
void forEachName(const Delegation &delegation, const VisitName &visit);
void forEachName(const Approval &approval, const VisitName &visit);

// The same thing with each name replaced by newName(kind, name), lists sorted again. `access` keeps its name.
using NewName = std::function<QString(Change::Kind kind, const QString &name)>;
Requirement renamed(const Requirement &requirement, const NewName &newName);
Delegation renamed(const Delegation &delegation, const NewName &newName);
Approval renamed(const Approval &approval, const NewName &newName);

// Which operations name a role or permission (but by `access`). Kept up to date by whoever changes
// operations.
class NameUse
{
public:
    explicit NameUse(const Policy &policy);

    void add(OperationId id, const Operation &operation);
    void remove(OperationId id, const Operation &operation);
    QSet<OperationId> operationsNaming(Change::Kind kind, const QString &name) const;

private:
    QHash<QString, QSet<OperationId>> m_roles;
    QHash<QString, QSet<OperationId>> m_permissions;
};

} // namespace rolewright
