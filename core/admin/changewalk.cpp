// SPDX-License-Identifier: Apache-2.0
#include "core/admin/changewalk.h"

#include "core/edit/fields.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

bool isTrue(const Change::Value &value)
{
    const bool *flag = std::get_if<bool>(&value);
    return flag && *flag;
}

bool isSetOf(const Change &change, Kind kind, QStringView field)
{
    return change.kind == kind && change.verb == Verb::Set && change.field == field;
}

bool isBuiltIn(const QString &grant)
{
    return isBuiltInResource(grant);
}

bool hasRequirement(const Change::Value &value)
{
    const Operation *operation = std::get_if<Operation>(&value);
    return operation && operation->required;
}

} // namespace

template <class Matches>
bool ChangeWalk::anyGrantBroughtBy(RoleId role, const Matches &matches) const
{
    QSet<RoleId> seen{role};
    QList<RoleId> open{role};
    while (!open.isEmpty()) {
        const RoleId next = open.takeLast();
        bool found = false;
        policy().grants().forEachOf(next.value,
                                    [&](const GrantRow &row) { found = found || matches(row.grant); });
        if (found)
            return true;
        policy().inheritance().forEachOf(next.value, [&](const InheritanceRow &row) {
            if (!seen.contains(row.junior)) {
                seen.insert(row.junior);
                open.append(row.junior);
            }
        });
    }
    return false;
}

bool ChangeWalk::bringsRights(RoleId role)
{
    const auto known = m_bringsRights.constFind(role);
    if (known != m_bringsRights.cend())
        return *known;
    const bool brings = anyGrantBroughtBy(role, [&](GrantId grant) {
        return grant.isPattern() && isBuiltInResource(policy().nameOf(grant).resource);
    });
    m_bringsRights.insert(role, brings);
    return brings;
}

bool ChangeWalk::coversSensitive(const PermissionName &grant)
{
    if (!m_sensitive) {
        m_sensitive.emplace();
        policy().permissions().forEach([&](PermissionId, const Permission &permission) {
            if (permission.sensitive)
                m_sensitive->append(permission.name);
        });
    }
    return std::any_of(m_sensitive->cbegin(), m_sensitive->cend(),
                       [&](const PermissionName &permission) { return covers(grant, permission); });
}

bool ChangeWalk::bringsSensitive(RoleId role)
{
    return anyGrantBroughtBy(role, [&](GrantId grant) { return coversSensitive(policy().nameOf(grant)); });
}

bool ChangeWalk::isAdministrator(const QString &user)
{
    bool found = false;
    policy().assignments().forEachOf(policy().users().idOf(user).value, [&](const AssignmentRow &row) {
        found = found || bringsRights(row.role);
    });
    return found;
}

bool ChangeWalk::isAdministration(const Change &change)
{
    switch (change.kind) {
    case Kind::Delegation:
    case Kind::Approval:
        return true;
    case Kind::Grant:
        return isBuiltIn(change.other);
    case Kind::Inheritance:
    case Kind::Assignment:
        return bringsRights(role(change.other));
    case Kind::Role:
        return (isSetOf(change, Kind::Role, u"enabled") || change.verb == Verb::Remove)
            && bringsRights(role(change.key));
    case Kind::User:
        return (isSetOf(change, Kind::User, u"active") || change.verb == Verb::Remove
                || change.verb == Verb::Rename)
            && isAdministrator(change.key);
    default:
        return false;
    }
}

void ChangeWalk::Granted::add(const Policy &policy, GrantId grant)
{
    if (grants.contains(grant))
        return;
    grants.insert(grant);
    if (grant.isPattern())
        patterns.append(policy.nameOf(grant));
}

void ChangeWalk::findGranted()
{
    if (m_granted)
        return;
    m_granted.emplace();
    policy().grants().forEach([&](const GrantRow &row) { m_granted->add(policy(), row.grant); });
}

bool ChangeWalk::isGranted(const PermissionName &permission)
{
    findGranted();
    const auto has = [&](const PermissionName &name) {
        const GrantId grant = policy().grantId(name);
        return grant.isValid() && m_granted->grants.contains(grant);
    };
    return has(permission) || has(permission.withoutScope())
        || std::any_of(m_granted->patterns.cbegin(), m_granted->patterns.cend(),
                       [&](const PermissionName &pattern) { return covers(pattern, permission); });
}

// A role comes to hold a permission that is marked sensitive, or the mark goes.
bool ChangeWalk::grantsSensitive(const Change &change)
{
    switch (change.kind) {
    case Kind::Grant: {
        const Result<PermissionName> grant = parseGrant(change.other);
        return change.verb == Verb::Add && grant && coversSensitive(*grant);
    }
    case Kind::Inheritance:
        return change.verb == Verb::Add && bringsSensitive(role(change.other));
    case Kind::Role:
        return isSetOf(change, Kind::Role, u"enabled") && isTrue(change.to)
            && bringsSensitive(role(change.key));
    case Kind::Permission: {
        const Permission *known = policy().permissions().find(policy().permissions().idOf(change.key));
        if (change.verb == Verb::Add) {
            const Permission *added = std::get_if<Permission>(&change.to);
            return added && added->sensitive && isGranted(added->name);
        }
        if (change.verb == Verb::Set)
            return change.field == u"sensitive" && !isTrue(change.to);
        return known && known->sensitive;
    }
    default:
        return false;
    }
}

std::optional<QString> ChangeWalk::sensitivity(const Change &change)
{
    if (change.verb == Verb::Remove && (change.kind == Kind::User || change.kind == Kind::Role))
        return u"It deletes a %1."_s.arg(toText(change.kind));
    if (change.kind == Kind::Constraint || change.kind == Kind::Member)
        return u"It changes a constraint."_s;
    if (change.kind == Kind::Ownership)
        return u"It changes who owns what."_s;
    if (change.kind == Kind::Operation
        && (change.field == u"requires" || hasRequirement(change.was) || hasRequirement(change.to)))
        return u"It changes what an operation requires."_s;
    if (isAdministration(change))
        return u"It changes who may administer."_s;
    if (grantsSensitive(change))
        return u"It is about a permission that is marked sensitive."_s;
    return {};
}

bool ChangeWalk::givesByRenaming(const Change &change)
{
    if (change.kind != Kind::Permission || change.verb != Verb::Rename)
        return false;
    findGranted();
    const PermissionId permission = policy().permissions().idOf(change.key);
    return permission.isValid() && m_granted->grants.contains(GrantId::of(permission));
}

bool ChangeWalk::isNamedBy(const QStringList &kinds, const Change &change)
{
    const QString kind = toText(change.kind);
    if (isEntity(change.kind)) {
        static const QString actions[] = {u"create"_s, u"delete"_s, u"update"_s, u"update"_s};
        if (kinds.contains(kind + u'.' + actions[int(change.verb)]))
            return true;
    } else if (change.kind == Kind::Member ? kinds.contains(u"constraint.update"_s) : kinds.contains(kind)) {
        return true;
    }
    return (kinds.contains(u"grant.sensitive"_s) && grantsSensitive(change))
        || (kinds.contains(u"administration"_s) && isAdministration(change));
}

Status ChangeWalk::apply(const Change &change)
{
    const bool movesRights =
        change.kind == Kind::Inheritance || (change.kind == Kind::Grant && isBuiltIn(change.other));
    Status status = m_applier.apply(change);
    if (movesRights)
        m_bringsRights.clear();
    if (change.kind == Kind::Permission)
        m_sensitive.reset();
    if (m_granted && change.kind == Kind::Grant && change.verb == Verb::Add) {
        if (const Result<PermissionName> grant = parseGrant(change.other)) {
            if (const GrantId id = policy().grantId(*grant); id.isValid())
                m_granted->add(policy(), id);
        }
    }
    return status;
}

} // namespace rolewright
