// SPDX-License-Identifier: Apache-2.0
#include "tests/differential/scenario.h"

#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Cerbos takes few characters in resources, and patterns in actions; everything else is free.
const QStringList Resources{u"article"_s, u"a/b"_s, u"operation"_s, u"user_test"_s, u"x-1"_s};
const QStringList Actions{u"read"_s, u"update it"_s, u"say \"it\""_s, u"lösche"_s, u"a,b"_s};
const QStringList Scopes{{}, {}, {}, u"own"_s, u"team"_s, u"the \"team\", #1"_s};
const QStringList RoleNames{u"editor"_s, u"author"_s, u"user:alice"_s,  u"%1"_s, u"a\\"_s, u"c, \"d\""_s,
                            u"(e)"_s,    u"#f"_s,     u"rôle:author"_s, u"$0"_s, u"'"_s,   u"any"_s};
const QStringList UserNames{u"alice"_s,     u"bob"_s, u"role:author"_s, u"o'brien"_s, u"d \"e\", f"_s,
                            u"owner:bob"_s, u"%2"_s,  u"\\n"_s,         u"𝒶"_s,       u"editor"_s};
const QStringList Mails{u"a@x"_s, u"bob"_s, u"user:alice"_s, u"\"q\""_s};

} // namespace

Scenario::Scenario(quint64 seed)
    : m_random(seed)
{
    if (oneIn(2))
        m_policy.setOwnership({oneIn(2) ? u"owner"_s : u"owned \"by\""_s, oneIn(3) ? u"id"_s : u"mail"_s});
    makePermissions();
    makeRoles();
    makeUsers();
    makeConstraints();
    for (int i = 0; i < 6; ++i) {
        const QString name = u"%1 /articles/{id}?q=\"%2\""_s.arg(anyOf({u"GET"_s, u"PUT"_s, u"\\"_s})).arg(i);
        Operation operation{name, {}, std::nullopt};
        if (i > 0)
            operation.required = i == 1 ? Requirement{Requirement::Kind::Public, {}, {}, {}} : requirement(3);
        m_policy.operations().insert(operation);
        m_operations.append(name);
    }
}

QStringList Scenario::some(const QStringList &from, int most)
{
    QStringList chosen;
    for (int i = below(most); i >= 0; --i) {
        if (const QString &each = anyOf(from); !chosen.contains(each))
            chosen.append(each);
    }
    sortByCodePoint(chosen);
    return chosen;
}

void Scenario::makePermissions()
{
    for (int i = 0; i < 14; ++i) {
        const PermissionName name{anyOf(Resources), anyOf(Actions), anyOf(Scopes)};
        if (m_permissions.contains(name.toText()))
            continue;
        m_policy.permissions().insert({name, {}, false});
        m_permissions.append(name.toText());
    }
}

void Scenario::makeRoles()
{
    for (const QString &name : RoleNames) {
        const RoleId role = m_policy.roles().insert({name, {}, !oneIn(7)});
        m_roles.append(name);
        for (int i = below(3); i > 0; --i)
            m_policy.grants().insert({role, m_policy.internGrant(*parseGrant(permission()))});
        if (oneIn(5)) {
            PermissionName pattern{oneIn(2) ? anySegment() : anyOf(Resources), anySegment(), anyOf(Scopes)};
            if (oneIn(3))
                pattern = {anySegment(), anyOf(Actions), pattern.scope};
            m_policy.grants().insert({role, m_policy.internGrant(pattern)});
        }
        for (int i = below(3); i > 0 && role.value > 0; --i)
            m_policy.inheritance().insert({role, {quint32(below(int(role.value)))}}); // the younger is senior
    }
    if (oneIn(4)) { // a chain deeper than ten
        for (quint32 senior = 1; senior < quint32(RoleNames.size()); ++senior)
            m_policy.inheritance().insert({{senior}, {senior - 1}});
    }
}

void Scenario::makeUsers()
{
    for (const QString &name : UserNames) {
        User user{name, name, !oneIn(8), {}, {}};
        if (!oneIn(4))
            user.attributes.insert(u"mail"_s, anyOf(Mails));
        const UserId id = m_policy.users().insert(user);
        m_users.append(name);
        for (int i = below(4); i > 0; --i) {
            Assignment assignment;
            if (oneIn(3))
                assignment.validity.from = Instant{below(5) * 1001};
            if (oneIn(3))
                assignment.validity.until = Instant{(5 + below(5)) * 1001};
            const RoleId role{quint32(below(int(RoleNames.size())))};
            m_policy.assignments().insert(m_policy.internAssignment(id, role, assignment));
        }
    }
}

void Scenario::makeConstraints()
{
    for (int i = below(4); i > 0; --i) {
        Constraint constraint{
            u"four \"eyes\" %1"_s.arg(i), Constraint::Kind::Dynamic, {}, 2, Constraint::Mode::Enforce};
        for (const QString &role : some(m_roles, 4))
            constraint.roles.append(m_policy.roles().idOf(role));
        std::sort(constraint.roles.begin(), constraint.roles.end());
        if (constraint.roles.size() < 2)
            continue;
        constraint.limit = 2 + below(int(constraint.roles.size()) - 1);
        if (oneIn(5))
            constraint.mode = Constraint::Mode::Record;
        if (oneIn(5))
            constraint.kind = Constraint::Kind::Static;
        m_policy.constraints().insert(constraint);
    }
}

Requirement Scenario::requirement(int depth)
{
    using Kind = Requirement::Kind;
    switch (below(depth > 0 ? 9 : 6)) {
    case 0:
        return {Kind::AnyPermission, some(m_permissions, 3), {}, {}};
    case 1:
        return {Kind::AllPermissions, some(m_permissions, 2), {}, {}};
    case 2:
        return {Kind::AnyRole, some(m_roles, 2), {}, {}};
    case 3:
        return {Kind::Access, {parsePermission(permission())->withoutScope().toText()}, {}, {}};
    case 4: {
        QStringList own = m_permissions;
        own.removeIf([](const QString &name) {
            const QString scope = parsePermission(name)->scope;
            return !scope.isEmpty() && scope != u"own";
        });
        if (own.isEmpty())
            return {Kind::Authenticated, {}, {}, {}};
        return {Kind::Owner, oneIn(2) ? QStringList() : some(m_permissions, 2), some(own, 2), {}};
    }
    case 5:
        return {Kind::Authenticated, {}, {}, {}};
    default: {
        Requirement all{oneIn(2) ? Kind::AllOf : Kind::AnyOf, {}, {}, {}};
        for (int i = below(3); i >= 0; --i)
            all.children.append(requirement(depth - 1));
        return all;
    }
    }
}

QString Scenario::owner()
{
    return oneIn(6) ? u"nobody"_s : anyOf(oneIn(2) ? m_users : Mails);
}

Policy Scenario::timeless() const
{
    Policy policy = m_policy;
    for (const OperationId id : m_policy.operations().idsByKey())
        policy.operations().remove(id);
    QList<AssignmentRow> rows;
    m_policy.assignments().forEach([&](const AssignmentRow &row) {
        AssignmentRow always = row;
        always.validity = 0;
        rows.append(always);
    });
    policy.assignments().assign(rows);
    return policy;
}

Request Scenario::timelessRequest()
{
    Request request;
    request.subject = oneIn(15) ? u"stranger"_s : anyOf(m_users);
    const PermissionName wanted = *parsePermission(permission());
    request.resourceType = oneIn(20) ? u"nothing"_s : oneIn(5) ? anyOf(Resources) : wanted.resource;
    request.action = oneIn(20) ? u"nothing"_s : oneIn(5) ? anyOf(Actions) : wanted.action;
    request.resource = u"42"_s;
    if (oneIn(2))
        request.properties.emplace(m_policy.ownership().property,
                                   oneIn(2) && m_policy.ownership().attribute == u"id" ? request.subject
                                                                                       : owner());
    if (oneIn(2))
        request.relations = some({u"team"_s, u"the \"team\", #1"_s, u"own"_s, u"any"_s}, 3);
    return request;
}

Request Scenario::request()
{
    Request request = timelessRequest();
    if (oneIn(3)) {
        request.resourceType = u"operation"_s;
        request.action = u"perform"_s;
        request.resource = oneIn(12) ? u"unknown"_s : anyOf(m_operations);
    }
    request.time = Instant{below(11) * 1001 - (oneIn(2) ? 1 : 0)};
    const UserId user = m_policy.users().idOf(request.subject);
    if (oneIn(3) && user.isValid()) {
        QStringList roles;
        m_policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
            if (!oneIn(3))
                roles.append(m_policy.roles().at(row.role).name);
            m_policy.inheritance().forEachOf(row.role.value, [&](const InheritanceRow &inherited) {
                if (oneIn(3))
                    roles.append(m_policy.roles().at(inherited.junior).name);
            });
        });
        if (oneIn(6))
            roles.append(oneIn(3) ? u"no role"_s : anyOf(m_roles));
        request.roles = roles;
    }
    return request;
}

} // namespace rolewright
