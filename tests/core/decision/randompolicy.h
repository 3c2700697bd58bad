// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/request.h"
#include "core/policy/policy.h"

#include <algorithm>
#include <random>

namespace rolewright {

using namespace Qt::StringLiterals;

// Small random policies and edits, dense enough that everything meets everything. The same seed gives the same.
class RandomPolicy
{
public:
    explicit RandomPolicy(quint32 seed) : m_random(seed) {}

    const Policy &policy() const { return m_policy; }
    quint32 below(quint32 n) { return quint32(m_random() % n); }

    PermissionName name(bool pattern)
    {
        static const QStringList resources {u"a"_s, u"b"_s, u"c"_s};
        static const QStringList actions {u"x"_s, u"y"_s, u"z"_s};
        static const QStringList scopes {{}, {}, {}, u"own"_s, u"team"_s};
        PermissionName result {resources.at(below(3)), actions.at(below(3)), scopes.at(below(5))};
        if (pattern && below(2))
            result.resource = anySegment();
        if (pattern && (below(2) || result.resource != anySegment()))
            result.action = anySegment();
        return result;
    }

    // One random edit, which may turn out to change nothing.
    void edit()
    {
        switch (below(16)) {
        case 0: addPermission(); break;
        case 1:
            if (below(4) == 0)
                removePermission();
            else if (below(2))
                renamePermission();
            break;
        case 2:
            if (m_policy.roles().size() < 12)
                m_policy.roles().insert({u"r%1"_s.arg(m_policy.roles().end()), {}, true});
            break;
        case 3: toggleRole(); break;
        case 4:
        case 5: inherit(); break;
        case 6: uninherit(); break;
        case 7: removeGrant(); break;
        case 8: addUser(); break;
        case 9: unassign(); break;
        case 10:
        case 11: assign(); break;
        default: addGrant(); break;
        }
    }

    Request request()
    {
        Request request;
        const PermissionName wanted = name(false);
        request.subject = u"u%1"_s.arg(below(6));
        request.action = wanted.action;
        request.resourceType = wanted.resource;
        request.resource = u"1"_s;
        if (below(2))
            request.properties.emplace(u"owner"_s, u"u%1"_s.arg(below(6)));
        if (below(2))
            request.relations = QStringList {u"team"_s};
        request.time = Instant {qint64(below(8))};
        if (below(4) == 0 && m_policy.roles().end() > 0)
            request.roles = QStringList {u"r%1"_s.arg(below(m_policy.roles().end()))};
        return request;
    }

private:
    template <class Table>
    auto anyOf(const Table &table)
    {
        auto ids = table.idsByKey();
        return ids.isEmpty() ? typename decltype(ids)::value_type() : ids.at(below(quint32(ids.size())));
    }
    void addPermission()
    {
        const PermissionName fresh = name(false);
        if (!m_policy.permissions().idOf(fresh.toText()).isValid())
            m_policy.permissions().insert({fresh, {}, false});
    }
    void removePermission()
    {
        const PermissionId id = anyOf(m_policy.permissions());
        if (!id.isValid())
            return;
        m_policy.roles().forEach([&](RoleId role, const Role &) { m_policy.grants().remove(role.value, id.value); });
        m_policy.permissions().remove(id);
    }
    // Two may exchange their names.
    void renamePermission()
    {
        const PermissionId id = anyOf(m_policy.permissions());
        if (!id.isValid())
            return;
        Permission permission = m_policy.permissions().at(id);
        const PermissionName before = std::exchange(permission.name, name(false));
        const PermissionId other = m_policy.permissions().idOf(permission.name.toText());
        if (other == id)
            return;
        if (other.isValid()) {
            Permission aside = m_policy.permissions().at(other);
            aside.name.action = u"aside"_s;
            m_policy.permissions().replace(other, aside);
            m_policy.permissions().replace(id, permission);
            aside.name = before;
            m_policy.permissions().replace(other, aside);
        } else {
            m_policy.permissions().replace(id, permission);
        }
    }
    void toggleRole()
    {
        if (const RoleId id = anyOf(m_policy.roles()); id.isValid()) {
            Role role = m_policy.roles().at(id);
            role.enabled = !role.enabled;
            m_policy.roles().replace(id, role);
        }
    }
    void inherit()
    {
        RoleId a = anyOf(m_policy.roles());
        RoleId b = anyOf(m_policy.roles());
        if (a < b)
            std::swap(a, b);
        if (a.isValid() && a != b) // the younger inherits the older: no cycles
            m_policy.inheritance().insert({a, b});
    }
    void uninherit()
    {
        const RoleId a = anyOf(m_policy.roles());
        const RoleId b = anyOf(m_policy.roles());
        m_policy.inheritance().remove(a.value, b.value);
    }
    void addGrant()
    {
        const RoleId role = anyOf(m_policy.roles());
        const GrantId grant = m_policy.internGrant(name(below(3) == 0));
        if (role.isValid() && grant.isValid())
            m_policy.grants().insert({role, grant});
    }
    void removeGrant()
    {
        QList<GrantRow> rows;
        m_policy.grants().forEach([&](const GrantRow &row) { rows.append(row); });
        if (rows.isEmpty())
            return;
        const GrantRow row = rows.at(below(quint32(rows.size())));
        m_policy.grants().remove(row.role.value, row.grant.value);
    }
    void addUser()
    {
        const QString id = u"u%1"_s.arg(below(6));
        if (const UserId known = m_policy.users().idOf(id); known.isValid()) {
            User user = m_policy.users().at(known);
            user.active = below(4) != 0;
            m_policy.users().replace(known, user);
        } else {
            m_policy.users().insert({id, id, true, {}, {}});
        }
    }
    void assign()
    {
        const UserId user = anyOf(m_policy.users());
        const RoleId role = anyOf(m_policy.roles());
        if (!user.isValid() || !role.isValid())
            return;
        Assignment assignment;
        if (below(2))
            assignment.validity = {Instant {qint64(below(4))}, Instant {qint64(4 + below(4))}};
        m_policy.assignments().insert(m_policy.internAssignment(user, role, assignment));
    }
    void unassign()
    {
        const UserId user = anyOf(m_policy.users());
        const RoleId role = anyOf(m_policy.roles());
        m_policy.assignments().remove(user.value, role.value);
    }

    std::mt19937 m_random;
    Policy m_policy;
};

} // namespace rolewright
