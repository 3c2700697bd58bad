// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/entities.h"
#include "core/policy/relation.h"
#include "core/policy/table.h"

namespace rolewright {

// What a role holds: a permission of the catalogue by id, or a pattern (also a right under `rolewright/`) by its
// number in the policy's pool of patterns.
struct GrantId
{
    static constexpr quint32 PatternBit = 0x80000000u;

    quint32 value = 0xffffffffu;

    static GrantId of(PermissionId permission) { return {permission.value}; }
    static GrantId ofPattern(quint32 number) { return {number | PatternBit}; }
    bool isValid() const { return value != 0xffffffffu; }
    bool isPattern() const { return value & PatternBit; }
    PermissionId permission() const { return {value}; }
    quint32 pattern() const { return value & ~PatternBit; }

    friend constexpr auto operator<=>(GrantId, GrantId) = default;
    friend constexpr bool operator==(GrantId, GrantId) = default;
    friend size_t qHash(GrantId id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

struct GrantRow
{
    RoleId role;
    GrantId grant;

    quint64 key() const { return quint64(role.value) << 32 | grant.value; }
    friend bool operator==(const GrantRow &, const GrantRow &) = default;
};

struct InheritanceRow
{
    RoleId senior;
    RoleId junior;

    quint64 key() const { return quint64(senior.value) << 32 | junior.value; }
    friend bool operator==(const InheritanceRow &, const InheritanceRow &) = default;
};

// 16 bytes: validity and source are numbers in the policy's pools. They mean the same in every copy of a policy.
struct AssignmentRow
{
    UserId user;
    RoleId role;
    quint32 validity = 0;
    quint32 source = 0;

    quint64 key() const { return quint64(user.value) << 32 | role.value; }
    friend bool operator==(const AssignmentRow &, const AssignmentRow &) = default;
};

// A whole policy as a value (semantics.md, section 2). Copying is O(1), an edit detaches a chunk: give a worker a
// copy, keep editing yours. Not thread-safe as an object, copies are independent.
//
// The mutators keep keys unique and rows consistent, by assertion; everything else that a policy must obey is checked
// by validation. They are for core/edit, stores and readers: everybody else changes a policy through a ChangeSet.
class Policy
{
public:
    using Permissions = Table<PermissionId, Permission>;
    using Roles = Table<RoleId, Role>;
    using Users = Table<UserId, User>;
    using Constraints = Table<ConstraintId, Constraint>;
    using Operations = Table<OperationId, Operation>;
    using Tests = Table<TestId, PolicyTest>;

    Policy();

    const Permissions &permissions() const { return m_permissions; }
    const Roles &roles() const { return m_roles; }
    const Users &users() const { return m_users; }
    const Constraints &constraints() const { return m_constraints; }
    const Operations &operations() const { return m_operations; }
    const Tests &tests() const { return m_tests; }
    const Relation<GrantRow> &grants() const { return m_grants; }
    const Relation<InheritanceRow> &inheritance() const { return m_inheritance; }
    const Relation<AssignmentRow> &assignments() const { return m_assignments; }
    const Ownership &ownership() const { return m_ownership; }
    const QList<Delegation> &delegations() const { return m_delegations; } // sorted, unique
    const QList<Approval> &approvals() const { return m_approvals; } // sorted, unique

    PermissionName nameOf(GrantId grant) const;
    QString textOf(GrantId grant) const { return nameOf(grant).toText(); }
    // Invalid where the grant is a permission that the catalogue does not have, or a pattern never seen here.
    GrantId grantId(const PermissionName &name) const;
    const Pool<PermissionName> &patterns() const { return m_patterns; }
    const Pool<Validity> &validities() const { return m_validities; }
    const Pool<QString> &sources() const { return m_sources; }

    const Validity &validityOf(const AssignmentRow &row) const { return m_validities.at(row.validity); }
    bool isValidAt(const AssignmentRow &row, Instant t) const
    {
        return row.validity == 0 || validityOf(row).contains(t); // number 0 is always
    }
    const QString &sourceOf(const AssignmentRow &row) const { return m_sources.at(row.source); }
    Assignment assignmentOf(const AssignmentRow &row) const { return {validityOf(row), sourceOf(row)}; }

    // Mutators of core/edit, stores and readers.
    Permissions &permissions() { return m_permissions; }
    Roles &roles() { return m_roles; }
    Users &users() { return m_users; }
    Constraints &constraints() { return m_constraints; }
    Operations &operations() { return m_operations; }
    Tests &tests() { return m_tests; }
    Relation<GrantRow> &grants() { return m_grants; }
    Relation<InheritanceRow> &inheritance() { return m_inheritance; }
    Relation<AssignmentRow> &assignments() { return m_assignments; }
    // The id for a grant; a pattern is interned. Invalid where it is a permission that the catalogue does not have.
    GrantId internGrant(const PermissionName &name);
    AssignmentRow internAssignment(UserId user, RoleId role, const Assignment &assignment);
    void setOwnership(const Ownership &ownership) { m_ownership = ownership; }
    bool addDelegation(const Delegation &delegation); // false where it is there already
    bool removeDelegation(const Delegation &delegation); // false where it is not there
    bool addApproval(const Approval &approval);
    bool removeApproval(const Approval &approval);

private:
    Permissions m_permissions;
    Roles m_roles;
    Users m_users;
    Constraints m_constraints;
    Operations m_operations;
    Tests m_tests;
    Relation<GrantRow> m_grants;
    Relation<InheritanceRow> m_inheritance;
    Relation<AssignmentRow> m_assignments;
    Pool<PermissionName> m_patterns;
    Pool<Validity> m_validities;
    Pool<QString> m_sources;
    Ownership m_ownership;
    QList<Delegation> m_delegations;
    QList<Approval> m_approvals;
};

} // namespace rolewright
