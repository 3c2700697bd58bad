// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/finding.h"
#include "core/policy/policy.h"

#include <QSet>

#include <functional>
#include <optional>

namespace rolewright {

// What a policy must obey as a whole (semantics.md, sections 1, 2, 4.2 and 5), once its names are unique and
// its rows point at things that exist. Pure; any thread. A finding's place is a thing: "role editor",
// "constraint four eyes".

// Everything that makes the policy invalid: cycles, constraints without enough roles or a limit out of
// bounds, requirements, delegations and approvals that name what does not exist or break a rule. Linear in
// the policy.
Findings validate(const Policy &policy);

// Warnings: names that look alike or differ by case, patterns that match nothing, scoped permissions in
// anyPermission or allPermissions, constraints that one role breaks by inheritance, tests whose answer time
// could change, and violations that stand already. Linear in the policy; with dynamic constraints each role
// is asked what it inherits.
Findings warnings(const Policy &policy, Instant now);

// "a inherits b inherits a", of so many names; of many the first twenty and the last.
QString cycleText(qsizetype names, const std::function<QString(qsizetype index)> &nameAt);

// Static separation of duty (section 5): users at or over the limit of an enforced or recorded constraint.
struct Violation
{
    ConstraintId constraint;
    UserId user;
    QList<RoleId> roles; // of the constraint, that the user has or inherits

    friend bool operator==(const Violation &, const Violation &) = default;
};
// By user; linear in assignments and inheritance.
QList<Violation> violations(const Policy &policy, Instant now);
// Errors for enforced constraints that the change from `before` to `after` breaks or breaks worse; one
// lineage. Where constraints and inheritance are the same, only users with other assignments are looked at.
Findings newViolations(const Policy &before, const Policy &after, Instant now);

// The rules of section 4.2 for one requirement. `at(path)` gets the place of each problem as a JSON pointer
// below the requirement ("/anyPermission/0") with the sentence.
using Report = std::function<void(const QString &pointer, const QString &code, const QString &message)>;
void checkRequirement(const Policy &policy, const Requirement &requirement, const Report &report);
// The same for many requirements of one policy, which outlives it and stays as it is: linear in their names,
// and once in the catalogue. One thread.
class RequirementChecker
{
public:
    explicit RequirementChecker(const Policy &policy)
        : m_policy(policy)
    {
    }

    void check(const Requirement &requirement, const Report &report);
    // Some permission of the catalogue has this resource and action, under any scope (section 3).
    bool isKnown(const PermissionName &access);

private:
    const Policy &m_policy;
    std::optional<QSet<PermissionName>> m_accesses; // what is known; made when first asked for
};
// The permissions of anyPermission and allPermissions that have a scope, anywhere in the tree: holding one
// says nothing about the thing at hand, which is a warning.
QList<PermissionName> scopedIn(const Requirement &requirement);

} // namespace rolewright
