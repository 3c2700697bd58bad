// SPDX-License-Identifier: Apache-2.0
#include "randomdocuments.h"

namespace rolewright {

QByteArray RandomDocuments::damaged(QByteArray json)
{
    static const QList<QByteArray> tokens{"{",
                                          "}",
                                          "[",
                                          "]",
                                          ",",
                                          ":",
                                          "\"",
                                          "null",
                                          "true",
                                          "1",
                                          "1.5",
                                          "-0",
                                          "\\u0000",
                                          "\\ud800",
                                          "\xff",
                                          "\xef\xbb\xbf",
                                          "\\",
                                          "\n",
                                          "\"id\"",
                                          "\"name\": \"reader\",",
                                          "\"article:*\"",
                                          "[]",
                                          "{}",
                                          "\"inherits\": [\"editor\"],",
                                          "\"role\"",
                                          "\"was\": null,",
                                          "\"\""};
    for (quint32 edits = 1 + below(3); edits > 0; --edits) {
        const qsizetype at = below(quint32(json.size() + 1));
        const qsizetype length = below(oneIn(10) ? 500 : 20);
        switch (below(4)) {
        case 0:
            json.remove(at, length);
            break;
        case 1:
            json.insert(at, json.mid(below(quint32(json.size() + 1)), length));
            break;
        case 2:
            json.replace(at, 1, any(tokens));
            break;
        default:
            json.insert(at, any(tokens));
            break;
        }
    }
    return json;
}

Requirement RandomDocuments::requirement(int nesting)
{
    using Kind = Requirement::Kind;
    Requirement r;
    r.kind = Kind(below(nesting == 0 ? 9 : nesting < 3 ? 8 : 5));
    switch (r.kind) {
    case Kind::AnyPermission:
    case Kind::AllPermissions:
        r.names = permissionNames(1);
        break;
    case Kind::AnyRole:
        r.names = names(1);
        break;
    case Kind::Access:
        r.names = {permissionName().withoutScope().toText()};
        break;
    case Kind::Owner:
        r.names = permissionNames();
        r.own = permissionNames(1);
        break;
    case Kind::AllOf:
    case Kind::AnyOf:
        for (quint32 i = 1 + below(3); i > 0; --i)
            r.children.append(requirement(nesting + 1));
        break;
    case Kind::Authenticated:
    case Kind::Public:
        break;
    }
    return r;
}

QString RandomDocuments::request()
{
    return uR"({"subject": {"type": "user", "id": "%1"}, "action": {"name": "a"}, "resource": {"type": "b", "id": "1"%2}%3})"_s
        .arg(below(9))
        .arg(oneIn(2) ? u", \"properties\": {\"owner\": \"\\\"\\\\é\", \"relations\": [], \"x\": 1.50}"_s
                      : QString(),
             oneIn(2) ? u", \"context\": {\"roles\": [\"r\"], \"more\": {\"z\": {}, \"a\": [[], 2E5]}}"_s
                      : QString());
}

Policy RandomDocuments::policy()
{
    Policy p;
    fill(p.permissions(), [&] { return permission(); });
    fill(p.roles(), [&] { return role(); });
    fill(p.users(), [&] { return user(); });
    const QList<RoleId> roles = p.roles().idsByKey();
    const QList<PermissionId> permissions = p.permissions().idsByKey();
    const auto anyGrant = [&] {
        return oneIn(3) || permissions.isEmpty() ? PermissionName{anySegment(), anySegment(), {}}
                                                 : p.permissions().at(any(permissions)).name;
    };
    for (const RoleId role : roles) {
        for (quint32 i = below(5); i > 0; --i) {
            const PermissionName name = oneIn(3) ? grant() : anyGrant();
            if (const GrantId id = p.internGrant(name); id.isValid())
                p.grants().insert({role, id});
            if (const RoleId junior = any(roles); junior < role)
                p.inheritance().insert({role, junior});
        }
    }
    p.users().forEach([&](UserId user, const User &) {
        for (quint32 i = roles.isEmpty() ? 0 : below(4); i > 0; --i)
            p.assignments().insert(p.internAssignment(user, any(roles), assignment()));
    });
    fill(p.tests(), [&] { return test(); });
    fill(p.operations(), [&] {
        Operation o = operation();
        if (o.required && !existsIn(p, *o.required))
            o.required.reset();
        return o;
    });
    if (roles.size() >= 2) {
        fill(p.constraints(), [&] {
            const ConstraintValue value = constraint();
            QList<RoleId> members = roles;
            std::shuffle(members.begin(), members.end(), m_random);
            members.resize(2 + below(quint32(members.size()) - 1));
            std::sort(members.begin(), members.end());
            return Constraint{value.name, value.kind, members, 2 + int(below(quint32(members.size()) - 1)),
                              value.mode};
        });
    }
    for (quint32 i = roles.isEmpty() ? 0 : below(3); i > 0; --i) {
        Delegation d = delegation();
        d.role = p.roles().at(any(roles)).name;
        d.assign = unique(0, [&] { return p.roles().at(any(roles)).name; });
        d.grant = unique(0, [&] { return anyGrant().toText(); });
        p.addDelegation(d);
        p.addApproval({approval().changes, d.role});
    }
    if (oneIn(2))
        p.setOwnership({oneIn(2) ? u"owner"_s : name(), oneIn(2) ? u"id"_s : name()});
    return p;
}

PermissionName RandomDocuments::grant()
{
    switch (below(4)) {
    case 0:
        return {anySegment(), oneIn(2) ? anySegment() : name(), oneIn(2) ? u"own"_s : QString()};
    case 1:
        return {name(), anySegment(), {}};
    case 2:
        return {u"rolewright/role"_s, u"grant"_s, oneIn(2) ? u"delegated"_s : QString()};
    default:
        return permissionName();
    }
}

QString RandomDocuments::name()
{
    static const QStringList parts{u"a"_s,      u"B"_s, u"ü"_s,  u"日本"_s, u"\U0001F600"_s,
                                   u"\uffee"_s, u"/"_s, u"~1"_s, u"\""_s,   u"\\"_s,
                                   u"{x}"_s,    u"0"_s, u"-"_s,  u"é"_s};
    QString text = any(parts);
    for (quint32 more = below(4); more > 0; --more)
        text += (oneIn(3) ? u" "_s : QString()) + any(parts);
    return text;
}

ConstraintValue RandomDocuments::constraint()
{
    ConstraintValue value{name(), oneIn(2) ? Constraint::Kind::Static : Constraint::Kind::Dynamic, names(2),
                          2, oneIn(2) ? Constraint::Mode::Enforce : Constraint::Mode::Record};
    value.limit = 2 + int(below(quint32(value.roles.size()) - 1));
    return value;
}

Validity RandomDocuments::validity()
{
    Instant a = instant();
    Instant b = instant();
    if (b < a)
        std::swap(a, b);
    return {a == b || oneIn(3) ? Instant::openStart() : a, oneIn(3) ? Instant::openEnd() : b};
}

Instant RandomDocuments::instant()
{
    static constexpr qint64 first = -62135596800000;
    static constexpr qint64 last = 253402300799999;
    const qint64 msecs = std::uniform_int_distribution<qint64>(first, last)(m_random);
    return {oneIn(2) ? msecs - msecs % 1000 : msecs};
}

bool RandomDocuments::existsIn(const Policy &p, Requirement &r)
{
    QStringList roles, all, own;
    p.roles().forEach([&](RoleId, const Role &role) { roles.append(role.name); });
    p.permissions().forEach([&](PermissionId, const Permission &permission) {
        all.append(permission.name.toText());
        if (permission.name.scope.isEmpty() || permission.name.scope == u"own")
            own.append(permission.name.toText());
    });
    const auto some = [&](const QStringList &from, qsizetype least) {
        return from.isEmpty() ? QStringList() : unique(quint32(least), [&] { return any(from); });
    };
    using Kind = Requirement::Kind;
    switch (r.kind) {
    case Kind::AnyPermission:
    case Kind::AllPermissions:
        r.names = some(all, 1);
        return !r.names.isEmpty();
    case Kind::AnyRole:
        r.names = some(roles, 1);
        return !r.names.isEmpty();
    case Kind::Access:
        if (all.isEmpty())
            return false;
        r.names = {parsePermission(any(all))->withoutScope().toText()};
        return true;
    case Kind::Owner:
        r.names = some(all, 0);
        r.own = some(own, 1);
        return !r.own.isEmpty();
    case Kind::AllOf:
    case Kind::AnyOf:
        return std::all_of(r.children.begin(), r.children.end(),
                           [&](Requirement &child) { return existsIn(p, child); });
    case Kind::Authenticated:
    case Kind::Public:
        break;
    }
    return true;
}

User RandomDocuments::user()
{
    User user{name(), {}, oneIn(2), {}, text()};
    user.name = oneIn(3) ? user.id : text();
    user.attributes = attributes();
    return user;
}

} // namespace rolewright
