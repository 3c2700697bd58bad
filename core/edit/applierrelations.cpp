// SPDX-License-Identifier: Apache-2.0
// The changes of an Applier that are about relations and settings, and how it refuses.
#include "core/edit/applier.h"
#include "core/edit/fields.h"
#include "core/edit/problems.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

} // namespace

Status Applier::applyGrant(const Change &change)
{
    const RoleId role = roleOf(change.key);
    if (!role.isValid())
        return unknown(Kind::Role, change.key);
    const Result<PermissionName> name = parseGrant(change.other);
    if (!name)
        return refuse(ErrorCode::Invalid, u"invalid-grant"_s,
                      u"The grant %1 %2."_s.arg(change.other, name.error().message));
    if (change.verb == Verb::Add) {
        const GrantId grant = m_policy.internGrant(*name);
        if (!grant.isValid())
            return unknown(Kind::Permission, name->toText());
        if (!m_policy.grants().insert({role, grant}))
            return refuse(ErrorCode::Invalid, u"exists"_s,
                          u"Role %1 has %2 already."_s.arg(change.key, change.other));
        return {};
    }
    if (change.verb == Verb::Remove) {
        const GrantId grant = m_policy.grantId(*name);
        if (!grant.isValid() || !m_policy.grants().remove(role.value, grant.value))
            return refuse(ErrorCode::Invalid, u"unknown-name"_s,
                          u"Role %1 does not have %2."_s.arg(change.key, change.other));
        return {};
    }
    return unsupported(change);
}

Status Applier::applyInheritance(const Change &change)
{
    const RoleId senior = roleOf(change.key);
    if (!senior.isValid())
        return unknown(Kind::Role, change.key);
    const RoleId junior = m_policy.roles().idOf(change.other);
    if (!junior.isValid())
        return unknown(Kind::Role, change.other);
    if (change.verb == Verb::Add) {
        if (!m_policy.inheritance().insert({senior, junior}))
            return refuse(ErrorCode::Invalid, u"exists"_s,
                          u"Role %1 inherits %2 already."_s.arg(change.key, change.other));
        return {};
    }
    if (change.verb == Verb::Remove) {
        if (!m_policy.inheritance().remove(senior.value, junior.value))
            return refuse(ErrorCode::Invalid, u"unknown-name"_s,
                          u"Role %1 does not inherit %2."_s.arg(change.key, change.other));
        return {};
    }
    return unsupported(change);
}

Status Applier::applyAssignment(const Change &change)
{
    const UserId user = m_policy.users().idOf(change.key);
    if (!user.isValid())
        return unknown(Kind::User, change.key);
    const RoleId role = roleOf(change.other);
    if (!role.isValid())
        return unknown(Kind::Role, change.other);
    const QString thing = u"assignment of %1 to %2"_s.arg(change.other, change.key);
    const auto invalid = [&](const QString &why) {
        return refuse(ErrorCode::Invalid, u"invalid-value"_s, u"The %1 %2."_s.arg(thing, why));
    };
    const AssignmentRow *row = m_policy.assignments().find(user.value, role.value);
    if (change.verb == Verb::Add) {
        const auto *to = std::get_if<Assignment>(&change.to);
        if (!to)
            return invalid(u"has no value"_s);
        if (const auto problem = problemOf(*to))
            return invalid(*problem);
        if (to->validity.from >= to->validity.until)
            return invalid(u"ends before it begins"_s);
        if (row)
            return refuse(ErrorCode::Invalid, u"exists"_s,
                          u"User %1 has the role %2 already."_s.arg(change.key, change.other));
        m_policy.assignments().insert(m_policy.internAssignment(user, role, *to));
        return {};
    }
    if (!row)
        return refuse(ErrorCode::Invalid, u"unknown-name"_s,
                      u"User %1 does not have the role %2."_s.arg(change.key, change.other));
    Assignment assignment = m_policy.assignmentOf(*row);
    if (change.verb == Verb::Remove) {
        if (change.was != Change::Value(assignment))
            return differs(change);
        m_policy.assignments().remove(user.value, role.value);
        return {};
    }
    if (change.verb != Verb::Set)
        return unsupported(change);
    const Change::Value was = fieldOf(assignment, change.field);
    if (std::holds_alternative<std::monostate>(was))
        return refuse(ErrorCode::Invalid, u"unknown-field"_s,
                      u"An assignment has no field %1."_s.arg(change.field));
    if (change.was != was)
        return differs(change);
    if (!setField(assignment, change.field, change.to))
        return invalid(u"is given a %1 that is not a value of its type"_s.arg(change.field));
    if (const auto problem = problemOf(assignment))
        return invalid(*problem);
    const AssignmentRow after = m_policy.internAssignment(user, role, assignment);
    m_policy.assignments().replace(after);
    // Both ends may move, one change each: only where they end up counts.
    m_validities.insert(after.key(), m_count - 1);
    return {};
}

Status Applier::applyMember(const Change &change)
{
    const ConstraintId id = m_policy.constraints().idOf(change.key);
    if (!id.isValid())
        return unknown(Kind::Constraint, change.key);
    const RoleId role = roleOf(change.other);
    if (!role.isValid())
        return unknown(Kind::Role, change.other);
    Constraint constraint = m_policy.constraints().at(id);
    const auto at = std::lower_bound(constraint.roles.begin(), constraint.roles.end(), role);
    const bool isMember = at != constraint.roles.end() && *at == role;
    if (change.verb == Verb::Add) {
        if (isMember)
            return refuse(ErrorCode::Invalid, u"exists"_s,
                          u"Constraint %1 has the role %2 already."_s.arg(change.key, change.other));
        constraint.roles.insert(at, role);
    } else if (change.verb == Verb::Remove) {
        if (!isMember)
            return refuse(ErrorCode::Invalid, u"unknown-name"_s,
                          u"Constraint %1 does not have the role %2."_s.arg(change.key, change.other));
        constraint.roles.erase(at);
    } else {
        return unsupported(change);
    }
    m_policy.constraints().replace(id, std::move(constraint));
    return {};
}

// A delegation or an approval: the value is its own key.
template <class Value>
Status Applier::applySetting(const Change &change, const ListedSetting<Value> &setting)
{
    if (change.verb != Verb::Add && change.verb != Verb::Remove)
        return unsupported(change);
    const bool isAdd = change.verb == Verb::Add;
    const auto *value = std::get_if<Value>(isAdd ? &change.to : &change.was);
    if (!value)
        return refuse(ErrorCode::Invalid, u"invalid-value"_s, u"The %1 has no value."_s.arg(setting.thing));
    const QString called = u"%1 %2 %3"_s.arg(setting.thing, setting.preposition, (*value).*setting.name);
    if (const auto problem = problemOf(*value))
        return refuse(ErrorCode::Invalid, u"invalid-value"_s, u"The %1 %2."_s.arg(called, *problem));
    if (isAdd && !(m_policy.*setting.add)(*value))
        return refuse(ErrorCode::Invalid, u"exists"_s, u"There is such %1 already."_s.arg(setting.article + called));
    if (!isAdd && !(m_policy.*setting.remove)(*value))
        return refuse(ErrorCode::Conflict, u"was-differs"_s, u"There is no such %1."_s.arg(called));
    return {};
}

Status Applier::applyDelegation(const Change &change)
{
    return applySetting<Delegation>(change,
                                    {u"delegation"_s, u"a "_s, u"to"_s, &Delegation::role,
                                     &Policy::addDelegation, &Policy::removeDelegation});
}

Status Applier::applyApproval(const Change &change)
{
    return applySetting<Approval>(change,
                                  {u"approval"_s, u"an "_s, u"by"_s, &Approval::by, &Policy::addApproval,
                                   &Policy::removeApproval});
}

Status Applier::applyOwnership(const Change &change)
{
    if (change.verb != Verb::Set)
        return unsupported(change);
    Ownership ownership = m_policy.ownership();
    const Change::Value was = fieldOf(ownership, change.field);
    if (std::holds_alternative<std::monostate>(was))
        return refuse(ErrorCode::Invalid, u"unknown-field"_s,
                      u"The ownership setting has no member %1."_s.arg(change.field));
    if (change.was != was)
        return differs(change);
    if (!setField(ownership, change.field, change.to))
        return refuse(ErrorCode::Invalid, u"invalid-value"_s,
                      u"The ownership's %1 is a text."_s.arg(change.field));
    if (const auto problem = problemOf(ownership))
        return refuse(ErrorCode::Invalid, u"invalid-value"_s, u"The ownership setting %1."_s.arg(*problem));
    m_policy.setOwnership(ownership);
    return {};
}

Status Applier::finish() const
{
    const auto referenced = [&](qsizetype index, const QString &what, const QString &by) {
        return refuseAt(index, ErrorCode::Invalid, u"still-referenced"_s,
                        u"A %1 that is removed is still %2; remove that first."_s.arg(what, by));
    };
    Status status;
    if (!m_removedRoles.isEmpty() || !m_removedPermissions.isEmpty()) {
        m_policy.grants().forEach([&](const GrantRow &row) {
            if (const auto role = m_removedRoles.constFind(row.role); role != m_removedRoles.cend())
                status = referenced(*role, u"role"_s, u"the holder of grants"_s);
            else if (row.grant.isPattern())
                return true;
            else if (const auto it = m_removedPermissions.constFind(row.grant.permission());
                     it != m_removedPermissions.cend())
                status = referenced(*it, u"permission"_s,
                                    u"granted to role "_s + m_policy.roles().at(row.role).name);
            return status.has_value();
        });
    }
    if (status && !m_removedRoles.isEmpty()) {
        m_policy.inheritance().forEach([&](const InheritanceRow &row) {
            for (const RoleId end : {row.senior, row.junior}) {
                if (const auto it = m_removedRoles.constFind(end); it != m_removedRoles.cend())
                    status = referenced(*it, u"role"_s, u"part of an inheritance"_s);
            }
            return status.has_value();
        });
        m_policy.constraints().forEach([&](ConstraintId, const Constraint &constraint) {
            for (const RoleId role : constraint.roles) {
                if (const auto it = m_removedRoles.constFind(role); it != m_removedRoles.cend())
                    status = referenced(*it, u"role"_s, u"in constraint "_s + constraint.name);
            }
        });
    }
    if (status && (!m_removedRoles.isEmpty() || !m_removedUsers.isEmpty())) {
        m_policy.assignments().forEach([&](const AssignmentRow &row) {
            if (const auto it = m_removedUsers.constFind(row.user); it != m_removedUsers.cend())
                status = referenced(*it, u"user"_s, u"assigned to roles"_s);
            else if (const auto role = m_removedRoles.constFind(row.role); role != m_removedRoles.cend())
                status =
                    referenced(*role, u"role"_s, u"assigned to user "_s + m_policy.users().at(row.user).id);
            return status.has_value();
        });
    }
    for (auto it = m_validities.cbegin(); status && it != m_validities.cend(); ++it) {
        const AssignmentRow *row = m_policy.assignments().find(quint32(it.key() >> 32), quint32(it.key()));
        if (row && m_policy.validityOf(*row).from >= m_policy.validityOf(*row).until)
            status = refuseAt(*it, ErrorCode::Invalid, u"invalid-value"_s,
                              u"The assignment of %1 to %2 ends before it begins."_s.arg(
                                  m_policy.roles().at(row->role).name, m_policy.users().at(row->user).id));
    }
    return status;
}

RoleId Applier::roleOf(const QString &name)
{
    if (!m_lastRole.isValid() || m_lastRoleName != name) {
        m_lastRole = m_policy.roles().idOf(name);
        m_lastRoleName = name;
    }
    return m_lastRole;
}

Status Applier::refuse(ErrorCode error, const QString &code, const QString &message) const
{
    return refuseAt(m_count - 1, error, code, message);
}

Status Applier::refuseAt(qsizetype index, ErrorCode error, const QString &code, const QString &message) const
{
    return failure(error, u"The changes cannot be applied; nothing was changed."_s, {},
                   {{Severity::Error, code, message, u"/changes/%1"_s.arg(index), 0, 0}});
}

Status Applier::unknown(Change::Kind kind, const QString &name) const
{
    return refuse(ErrorCode::Invalid, u"unknown-name"_s,
                  u"There is no %1 %2; it may have been removed or renamed."_s.arg(toText(kind), name));
}

Status Applier::unsupported(const Change &change) const
{
    return refuse(
        ErrorCode::Invalid, u"unsupported"_s,
        u"A change cannot %1 a thing of the kind %2."_s.arg(toText(change.verb), toText(change.kind)));
}

Status Applier::differs(const Change &change) const
{
    const QString field = change.verb == Verb::Set ? u"the field %1 of "_s.arg(change.field) : QString();
    const QString thing = change.other.isEmpty() ? change.key : change.key + u", "_s + change.other;
    return refuse(ErrorCode::Conflict, u"was-differs"_s,
                  u"Cannot %1: %2%3 %4 is not what the change expects; it was changed meanwhile."_s.arg(
                      describe(change), field, toText(change.kind), thing));
}

qsizetype Applier::indexOf(const Error &error)
{
    Q_ASSERT(!error.findings.isEmpty());
    return error.findings.first().place.mid(qsizetype(sizeof "/changes/") - 1).toLongLong();
}

} // namespace rolewright
