// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"

#include "core/exchange/entitywriter.h"

#include <algorithm>

namespace rolewright {

namespace {

// Order by code point, worked out once for all names of a kind: `rank` by id, `names` by rank.
struct Ranking
{
    QList<quint32> rank;
    QStringList names;
};

template <class Id, class Entity>
Ranking rankingOf(const Table<Id, Entity> &table, const QList<Id> &ids)
{
    Ranking ranking;
    ranking.rank.resize(table.end());
    for (const Id id : ids) {
        ranking.rank[id.value] = quint32(ranking.names.size());
        ranking.names.append(keyOf(table.at(id)));
    }
    return ranking;
}

class PolicyWriter
{
public:
    explicit PolicyWriter(const Policy &policy)
        : m_policy(policy)
        , m_roleIds(policy.roles().idsByKey())
        , m_roles(rankingOf(policy.roles(), m_roleIds))
    {
    }

    QByteArray write()
    {
        m_json.beginObject();
        m_json.member(u"rolewright", 1);
        writeOwnership();
        writeEntities(u"permissions", m_policy.permissions());
        writeRoles();
        writeUsers();
        writeConstraints();
        writeEntities(u"operations", m_policy.operations());
        writeAdministration();
        writeEntities(u"tests", m_policy.tests());
        m_json.endObject();
        return m_json.take() + '\n';
    }

private:
    template <class Id, class Entity>
    void writeEntities(QStringView name, const Table<Id, Entity> &table)
    {
        if (table.size() == 0)
            return;
        m_json.key(name);
        m_json.beginArray();
        for (const Id id : table.idsByKey())
            writeObject(m_json, table.at(id));
        m_json.endArray();
    }

    void writeOwnership()
    {
        const Ownership usual;
        const Ownership &ownership = m_policy.ownership();
        if (ownership == usual)
            return;
        m_json.key(u"ownership");
        m_json.beginObject();
        if (ownership.property != usual.property)
            m_json.member(u"property", ownership.property);
        if (ownership.attribute != usual.attribute)
            m_json.member(u"attribute", ownership.attribute);
        m_json.endObject();
    }

    void writeRoles()
    {
        if (m_roleIds.isEmpty())
            return;
        m_json.key(u"roles");
        m_json.beginArray();
        for (const RoleId id : m_roleIds) {
            m_json.beginObject();
            writeMembers(m_json, m_policy.roles().at(id));
            QList<quint32> juniors;
            m_policy.inheritance().forEachOf(id.value, [&](const InheritanceRow &row) {
                juniors.append(m_roles.rank.at(row.junior.value));
            });
            writeSorted(u"inherits", m_roles, juniors);
            QStringList grants;
            m_policy.grants().forEachOf(
                id.value, [&](const GrantRow &row) { grants.append(m_policy.textOf(row.grant)); });
            if (!grants.isEmpty()) {
                sortByCodePoint(grants);
                m_json.key(u"grants");
                writeList(m_json, grants);
            }
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeUsers()
    {
        if (m_policy.users().size() == 0)
            return;
        m_json.key(u"users");
        m_json.beginArray();
        for (const UserId id : m_policy.users().idsByKey()) {
            m_json.beginObject();
            writeMembers(m_json, m_policy.users().at(id));
            writeAssignments(id);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeAssignments(UserId user)
    {
        QList<AssignmentRow> rows;
        m_policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) { rows.append(row); });
        if (rows.isEmpty())
            return;
        std::sort(rows.begin(), rows.end(), [&](const AssignmentRow &a, const AssignmentRow &b) {
            return m_roles.rank.at(a.role.value) < m_roles.rank.at(b.role.value);
        });
        m_json.key(u"assignments");
        m_json.beginArray();
        for (const AssignmentRow &row : std::as_const(rows)) {
            m_json.beginObject();
            m_json.member(u"role", m_roles.names.at(m_roles.rank.at(row.role.value)));
            writeMembers(m_json, m_policy.assignmentOf(row));
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeConstraints()
    {
        if (m_policy.constraints().size() == 0)
            return;
        m_json.key(u"constraints");
        m_json.beginArray();
        for (const ConstraintId id : m_policy.constraints().idsByKey()) {
            const Constraint &constraint = m_policy.constraints().at(id);
            QStringList roles;
            for (const RoleId role : constraint.roles)
                roles.append(m_policy.roles().at(role).name);
            sortByCodePoint(roles);
            writeObject(
                m_json,
                ConstraintValue{constraint.name, constraint.kind, roles, constraint.limit, constraint.mode});
        }
        m_json.endArray();
    }

    void writeAdministration()
    {
        if (m_policy.delegations().isEmpty() && m_policy.approvals().isEmpty())
            return;
        m_json.key(u"administration");
        m_json.beginObject();
        writeAll(u"delegations", m_policy.delegations());
        writeAll(u"approvals", m_policy.approvals());
        m_json.endObject();
    }

    template <class T>
    void writeAll(QStringView name, const QList<T> &list)
    {
        if (list.isEmpty())
            return;
        m_json.key(name);
        m_json.beginArray();
        for (const T &value : list)
            writeObject(m_json, value);
        m_json.endArray();
    }

    void writeSorted(QStringView name, const Ranking &ranking, QList<quint32> ranks)
    {
        if (ranks.isEmpty())
            return;
        std::sort(ranks.begin(), ranks.end());
        m_json.key(name);
        m_json.beginArray();
        for (const quint32 rank : std::as_const(ranks))
            m_json.value(ranking.names.at(rank));
        m_json.endArray();
    }

    const Policy &m_policy;
    JsonWriter m_json;
    QList<RoleId> m_roleIds; // by name
    Ranking m_roles;
};

} // namespace

QByteArray writePolicy(const Policy &policy)
{
    return PolicyWriter(policy).write();
}

} // namespace rolewright
