// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/entityreader.h"

#include "core/base/text.h"

#include <QSet>

#include <limits>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 3> PermissionMembers{u"name", u"description", u"sensitive"};
constexpr std::array<QStringView, 5> RoleMembers{u"name", u"description", u"enabled", u"inherits", u"grants"};
constexpr std::array<QStringView, 6> UserMembers{u"id",         u"name",   u"active",
                                                 u"attributes", u"source", u"assignments"};
constexpr std::array<QStringView, 4> AssignmentMembers{u"role", u"from", u"until", u"source"};
constexpr std::array<QStringView, 3> AssignmentValueMembers{u"from", u"until", u"source"};
constexpr std::array<QStringView, 5> ConstraintMembers{u"name", u"kind", u"roles", u"limit", u"mode"};
constexpr std::array<QStringView, 4> DelegationMembers{u"role", u"assign", u"grant", u"users"};
constexpr std::array<QStringView, 2> DelegationUsersMembers{u"attribute", u"equals"};
constexpr std::array<QStringView, 2> ApprovalMembers{u"changes", u"by"};

// Longer than any permission can be: three segments of 100 characters, in UTF-16, and two colons.
constexpr qsizetype PermissionTextMaximum = 602;

template <class Parse>
std::optional<PermissionName> readParsed(StrictReader &in, const Place &at, QStringView what, Parse parse)
{
    const std::optional<QString> text = in.text(at);
    if (!text)
        return {};
    if (text->size() > PermissionTextMaximum) {
        in.report(at, u"name"_s,
                  u"The %1 %2 is too long; a segment has at most 100 characters."_s.arg(what, quoted(*text)));
        return {};
    }
    Result<PermissionName> name = parse(*text);
    if (!name) {
        in.report(at, u"name"_s, u"The %1 %2 %3."_s.arg(what, quoted(*text), name.error().message));
        return {};
    }
    return *name;
}

Assignment assignmentFrom(StrictReader &in, const Place &from, const Place &until, const Place &source)
{
    Assignment assignment;
    assignment.validity = {in.time(from, Instant::openStart()), in.time(until, Instant::openEnd())};
    if (assignment.validity.from >= assignment.validity.until)
        in.report(until, u"invalid-validity"_s, u"The end must be after the beginning (from < until)."_s);
    assignment.source = in.value(source);
    return assignment;
}

} // namespace

std::optional<PermissionName> readPermissionName(StrictReader &in, const Place &at)
{
    return readParsed(in, at, u"permission", parsePermission);
}

std::optional<PermissionName> readGrant(StrictReader &in, const Place &at)
{
    return readParsed(in, at, u"grant", parseGrant);
}

std::optional<PermissionName> readAccessName(StrictReader &in, const Place &at)
{
    return readParsed(in, at, u"permission", parseAccess);
}

std::optional<Permission> readPermission(StrictReader &in, const Place &at)
{
    const auto [name, description, sensitive] = in.members(at, PermissionMembers);
    in.require(name);
    const std::optional<PermissionName> read = readPermissionName(in, name);
    Permission permission{read.value_or(PermissionName()), in.description(description),
                          in.flag(sensitive, false)};
    return read ? std::optional(permission) : std::nullopt;
}

RoleEntry readRole(StrictReader &in, const Place &at)
{
    const auto [name, description, enabled, inherits, grants] = in.members(at, RoleMembers);
    in.require(name);
    return {{in.name(name), in.description(description), in.flag(enabled, true)}, inherits, grants};
}

UserEntry readUser(StrictReader &in, const Place &at)
{
    const auto [id, name, active, attributes, source, assignments] = in.members(at, UserMembers);
    in.require(id);
    User user;
    user.id = in.name(id);
    user.name = in.value(name, user.id);
    user.active = in.flag(active, true);
    user.attributes = readAttributes(in, attributes);
    user.source = in.value(source);
    return {user, assignments};
}

QMap<QString, QString> readAttributes(StrictReader &in, const Place &at)
{
    QMap<QString, QString> attributes;
    in.eachMember(at, [&](const Place &member) {
        const QString key = member.name.toString();
        if (key == u"id")
            in.report(member, u"name"_s,
                      u"An attribute cannot be called \"id\": that is the user's own id."_s);
        else if (const auto problem = problemOfName(key))
            in.report(member, u"name"_s, u"The attribute name %1 %2."_s.arg(quoted(key), *problem));
        attributes.insert(key, in.value(member));
    });
    return attributes;
}

AssignmentEntry readAssignment(StrictReader &in, const Place &at)
{
    const auto [role, from, until, source] = in.members(at, AssignmentMembers);
    in.require(role);
    const QString name = in.text(role).value_or(QString());
    return {name, {role.value, &at, role.name, -1}, assignmentFrom(in, from, until, source)};
}

Assignment readAssignmentValue(StrictReader &in, const Place &at)
{
    const auto [from, until, source] = in.members(at, AssignmentValueMembers);
    return assignmentFrom(in, from, until, source);
}

std::optional<Constraint::Kind> readConstraintKind(StrictReader &in, const Place &at)
{
    const std::optional<QString> text = in.text(at);
    if (!text || *text == u"static")
        return text ? std::optional(Constraint::Kind::Static) : std::nullopt;
    if (*text == u"dynamic")
        return Constraint::Kind::Dynamic;
    in.report(at, u"value"_s,
              u"A constraint's kind is \"static\" or \"dynamic\", not %1."_s.arg(quoted(*text)));
    return {};
}

std::optional<Constraint::Mode> readConstraintMode(StrictReader &in, const Place &at)
{
    const std::optional<QString> text = in.text(at);
    if (!text || *text == u"enforce")
        return text ? std::optional(Constraint::Mode::Enforce) : std::nullopt;
    if (*text == u"record")
        return Constraint::Mode::Record;
    in.report(at, u"value"_s,
              u"A constraint's mode is \"enforce\" or \"record\", not %1."_s.arg(quoted(*text)));
    return {};
}

ConstraintValue readConstraint(StrictReader &in, const Place &at, Completeness completeness)
{
    const auto [name, kind, roles, limit, mode] = in.members(at, ConstraintMembers);
    in.require(name);
    in.require(kind);
    in.require(roles);
    in.require(limit);
    ConstraintValue constraint;
    constraint.name = in.name(name);
    constraint.kind = readConstraintKind(in, kind).value_or(Constraint::Kind::Static);
    constraint.roles = in.names(roles);
    sortByCodePoint(constraint.roles);
    constraint.mode = readConstraintMode(in, mode).value_or(Constraint::Mode::Enforce);

    if (completeness == Completeness::Unfinished) {
        const qint64 number = in.integer(limit).value_or(constraint.limit);
        if (number < 0 || number > std::numeric_limits<int>::max())
            in.report(limit, u"constraint-limit"_s, u"The limit must be a number of roles."_s);
        else
            constraint.limit = int(number);
        return constraint;
    }
    qsizetype count = 0; // with those that were refused
    if (roles.isThere() && roles.value.isArray())
        in.each(roles, [&](const Place &) { ++count; });
    const std::optional<qint64> number = in.integer(limit);
    if (count < 2) {
        if (roles.isThere() && roles.value.isArray())
            in.report(roles, u"constraint-roles"_s, u"A constraint needs at least two roles."_s);
    } else if (number && (*number < 2 || *number > count)) {
        in.report(limit, u"constraint-limit"_s,
                  u"The limit must be from 2 to the number of roles, here %1."_s.arg(count));
    } else if (number) {
        constraint.limit = int(*number);
    }
    return constraint;
}

DelegationEntry readDelegation(StrictReader &in, const Place &at)
{
    const auto [role, assign, grant, users] = in.members(at, DelegationMembers);
    in.require(role);
    Delegation delegation;
    delegation.role = in.name(role);
    delegation.assign = in.names(assign);
    sortByCodePoint(delegation.assign);
    QSet<QString> seen;
    in.each(grant, [&](const Place &element) {
        const std::optional<PermissionName> name = readGrant(in, element);
        if (!name)
            return;
        const QString text = name->toText();
        if (seen.contains(text))
            return in.reportTwice(element, text);
        seen.insert(text);
        delegation.grant.append(text);
    });
    sortByCodePoint(delegation.grant);
    if (users.isThere()) {
        const auto [attribute, equals] = in.members(users, DelegationUsersMembers);
        in.require(attribute);
        in.require(equals);
        delegation.users = {in.name(attribute), in.value(equals)};
    }
    return {delegation,
            {role.value, &at, role.name, -1},
            {assign.value, &at, assign.name, -1},
            {grant.value, &at, grant.name, -1}};
}

ApprovalEntry readApproval(StrictReader &in, const Place &at)
{
    const auto [changes, by] = in.members(at, ApprovalMembers);
    in.require(by);
    Approval approval{in.names(changes), in.name(by)};
    sortByCodePoint(approval.changes);
    return {approval, {changes.value, &at, changes.name, -1}, {by.value, &at, by.name, -1}};
}

QString readOwnershipProperty(StrictReader &in, const Place &at, const QString &otherwise)
{
    if (!at.isThere())
        return otherwise;
    const QString name = in.name(at);
    if (name == u"relations")
        in.report(at, u"value"_s,
                  u"The ownership property cannot be \"relations\", which has a meaning of its own."_s);
    return name;
}

QString readOwnershipAttribute(StrictReader &in, const Place &at, const QString &otherwise)
{
    return at.isThere() ? in.name(at) : otherwise;
}

} // namespace rolewright
