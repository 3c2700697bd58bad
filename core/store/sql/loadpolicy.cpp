// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/policyrows.h"

#include "core/exchange/policyjson.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// Reads table after table into one policy; the first thing that cannot be is what is reported.
class Loader
{
public:
    Loader(Database &database, const Head &head)
        : m_database(database)
        , m_head(head)
    {
    }

    Result<Policy> load()
    {
        reserve();
        for (Status (Loader::*step)() :
             {&Loader::permissions, &Loader::patterns, &Loader::validities, &Loader::sources, &Loader::roles,
              &Loader::users, &Loader::attributes, &Loader::separations, &Loader::separationRoles,
              &Loader::operations, &Loader::tests, &Loader::administration, &Loader::grants,
              &Loader::inheritance, &Loader::assignments}) {
            if (Status status = (this->*step)(); !status)
                return failure(status.error());
            if (!m_damage.isEmpty())
                return m_database.damaged(m_damage);
        }
        m_policy.setOwnership(m_head.ownership);
        return m_policy;
    }

private:
    void reserve()
    {
        m_policy.permissions().reserveIds(m_head.nextPermission);
        m_policy.roles().reserveIds(m_head.nextRole);
        m_policy.users().reserveIds(m_head.nextUser);
        m_policy.constraints().reserveIds(m_head.nextConstraint);
        m_policy.operations().reserveIds(m_head.nextOperation);
        m_policy.tests().reserveIds(m_head.nextTest);
    }

    // visit(row) for each row of a query, until something is damaged.
    template <class Visit>
    Status each(const QString &query, Visit visit)
    {
        Statement statement(m_database, query, Database::Rows::Streamed);
        return statement.forEachRow([&](const Statement &row) {
            visit(row);
            return m_damage.isEmpty();
        });
    }

    // An id or a number; one that cannot be where the row holds none.
    static quint32 number(const Statement &row, int column)
    {
        const qint64 value = row.integer(column);
        return value >= 0 && value <= 0xffffffffll ? quint32(value) : 0xffffffffu;
    }

    template <class IdType, class Entity>
    void insert(Table<IdType, Entity> &table, quint32 next, qint64 id, const Entity &entity)
    {
        if (id < 0 || id >= next || !table.insertAt({quint32(id)}, entity))
            m_damage = u"\"%1\" has an id that cannot be"_s.arg(keyOf(entity));
    }

    Status permissions()
    {
        return each(
            u"SELECT id, resource, action, scope, description, sensitive FROM permission ORDER BY id"_s,
            [&](const Statement &row) {
                insert(m_policy.permissions(), m_head.nextPermission, row.integer(0),
                       Permission{{row.text(1), row.text(2), row.text(3)}, row.text(4), row.integer(5) != 0});
            });
    }

    Status patterns()
    {
        return each(u"SELECT number, resource, action, scope FROM pattern ORDER BY number"_s,
                    [&](const Statement &row) {
                        const PermissionName name{row.text(1), row.text(2), row.text(3)};
                        if (!isPattern(name)
                            || m_policy.internGrant(name) != GrantId::ofPattern(number(row, 0)))
                            m_damage = u"pattern %1 is out of order"_s.arg(row.integer(0));
                    });
    }

    Status validities()
    {
        return each(u"SELECT number, valid_from, valid_until FROM validity ORDER BY number"_s,
                    [&](const Statement &row) {
                        Validity validity;
                        if (!row.isNull(1))
                            validity.from = {row.integer(1)};
                        if (!row.isNull(2))
                            validity.until = {row.integer(2)};
                        if (m_policy.internAssignment({}, {}, {validity, {}}).validity != row.integer(0))
                            m_damage = u"validity %1 is out of order"_s.arg(row.integer(0));
                    });
    }

    Status sources()
    {
        return each(u"SELECT number, name FROM source ORDER BY number"_s, [&](const Statement &row) {
            if (m_policy.internAssignment({}, {}, {{}, row.text(1)}).source != row.integer(0))
                m_damage = u"source %1 is out of order"_s.arg(row.integer(0));
        });
    }

    Status roles()
    {
        return each(u"SELECT id, name, description, enabled FROM role ORDER BY id"_s,
                    [&](const Statement &row) {
                        insert(m_policy.roles(), m_head.nextRole, row.integer(0),
                               Role{row.text(1), row.text(2), row.integer(3) != 0});
                    });
    }

    Status users()
    {
        return each(u"SELECT id, key, name, active, source FROM user ORDER BY id"_s,
                    [&](const Statement &row) {
                        insert(m_policy.users(), m_head.nextUser, row.integer(0),
                               User{row.text(1), row.text(2), row.integer(3) != 0, {}, row.text(4)});
                    });
    }

    Status attributes()
    {
        return each(u"SELECT user, key, value FROM user_attribute"_s, [&](const Statement &row) {
            const User *user = m_policy.users().find({number(row, 0)});
            if (!user) {
                m_damage = u"an attribute of a user who does not exist"_s;
                return;
            }
            User changed = *user;
            changed.attributes.insert(row.text(1), row.text(2));
            m_policy.users().replace({number(row, 0)}, changed);
        });
    }

    Status separations()
    {
        return each(u"SELECT id, name, dynamic, role_limit, record FROM separation ORDER BY id"_s,
                    [&](const Statement &row) {
                        Constraint constraint;
                        constraint.name = row.text(1);
                        constraint.kind =
                            row.integer(2) ? Constraint::Kind::Dynamic : Constraint::Kind::Static;
                        constraint.limit = int(row.integer(3));
                        constraint.mode =
                            row.integer(4) ? Constraint::Mode::Record : Constraint::Mode::Enforce;
                        insert(m_policy.constraints(), m_head.nextConstraint, row.integer(0), constraint);
                    });
    }

    Status separationRoles()
    {
        return each(u"SELECT separation, role FROM separation_role ORDER BY separation, role"_s,
                    [&](const Statement &row) {
                        const ConstraintId id{number(row, 0)};
                        const RoleId role{number(row, 1)};
                        const Constraint *constraint = m_policy.constraints().find(id);
                        if (!constraint || !m_policy.roles().contains(role)) {
                            m_damage = u"a constraint or a role of a constraint does not exist"_s;
                            return;
                        }
                        Constraint changed = *constraint;
                        changed.roles.append(role);
                        m_policy.constraints().replace(id, changed);
                    });
    }

    // What is stored as changes is read as a change set: one document for all rows.
    Status changes(const QString &query, QList<qint64> *ids, QList<Change> *changes)
    {
        QByteArray document = "{\"rolewright-changes\": 1, \"changes\": [";
        const Status status = each(query, [&](const Statement &row) {
            document += (ids->isEmpty() ? "" : ",") + row.text(1).toUtf8();
            ids->append(row.integer(0));
        });
        if (!status || ids->isEmpty())
            return status;
        const Result<ChangeSet> read = readChangeSet(document + "]}");
        if (!read || read->changes.size() != ids->size())
            return m_database.damaged(read ? u"operations run together"_s : toText(read.error()));
        *changes = read->changes;
        return {};
    }

    Status operations()
    {
        QList<qint64> ids;
        QList<Change> read;
        if (Status status = changes(u"SELECT id, value FROM operation ORDER BY id"_s, &ids, &read); !status)
            return status;
        for (qsizetype i = 0; i < read.size() && m_damage.isEmpty(); ++i) {
            if (const Operation *operation = std::get_if<Operation>(&read.at(i).to))
                insert(m_policy.operations(), m_head.nextOperation, ids.at(i), *operation);
            else
                m_damage = u"operation %1 is none"_s.arg(ids.at(i));
        }
        return {};
    }

    Status tests()
    {
        return each(u"SELECT id, name, request, decision, reason FROM policy_test ORDER BY id"_s,
                    [&](const Statement &row) {
                        insert(m_policy.tests(), m_head.nextTest, row.integer(0),
                               PolicyTest{row.text(1), row.text(2), {row.integer(3) != 0, row.text(4)}});
                    });
    }

    Status administration()
    {
        QList<qint64> numbers;
        QList<Change> read;
        if (Status status =
                changes(u"SELECT number, value FROM administration ORDER BY number"_s, &numbers, &read);
            !status)
            return status;
        for (const Change &change : std::as_const(read)) {
            const Delegation *delegation = std::get_if<Delegation>(&change.to);
            const Approval *approval = std::get_if<Approval>(&change.to);
            if (!(delegation && m_policy.addDelegation(*delegation))
                && !(approval && m_policy.addApproval(*approval)))
                m_damage = u"a delegation or an approval is there twice, or is none"_s;
        }
        return {};
    }

    bool exists(GrantId grant) const
    {
        return grant.isPattern() ? grant.pattern() < m_policy.patterns().size()
                                 : m_policy.permissions().contains(grant.permission());
    }

    // The three relations are many rows, read in the order of their keys: a row that is not above the one
    // before it shows damage.
    Status grants()
    {
        QList<GrantRow> rows;
        const Status status =
            each(u"SELECT role, granted FROM role_grant ORDER BY role, granted"_s, [&](const Statement &row) {
                const GrantRow grant{{number(row, 0)}, {number(row, 1)}};
                if (!m_policy.roles().contains(grant.role) || !exists(grant.grant))
                    m_damage = u"a grant of what does not exist"_s;
                append(rows, grant);
            });
        m_policy.grants().assign(std::move(rows));
        return status;
    }

    Status inheritance()
    {
        QList<InheritanceRow> rows;
        const Status status = each(u"SELECT senior, junior FROM inheritance ORDER BY senior, junior"_s,
                                   [&](const Statement &row) {
                                       const InheritanceRow inherits{{number(row, 0)}, {number(row, 1)}};
                                       if (!m_policy.roles().contains(inherits.senior)
                                           || !m_policy.roles().contains(inherits.junior))
                                           m_damage = u"an inheritance of roles that do not exist"_s;
                                       append(rows, inherits);
                                   });
        m_policy.inheritance().assign(std::move(rows));
        return status;
    }

    Status assignments()
    {
        QList<AssignmentRow> rows;
        const Status status = each(
            u"SELECT user, role, validity, source FROM assignment ORDER BY user, role"_s,
            [&](const Statement &row) {
                const AssignmentRow assignment{
                    {number(row, 0)}, {number(row, 1)}, number(row, 2), number(row, 3)};
                if (!m_policy.users().contains(assignment.user) || !m_policy.roles().contains(assignment.role)
                    || assignment.validity >= m_policy.validities().size()
                    || assignment.source >= m_policy.sources().size())
                    m_damage = u"an assignment of what does not exist"_s;
                append(rows, assignment);
            });
        m_policy.assignments().assign(std::move(rows));
        return status;
    }

    template <class Row>
    void append(QList<Row> &rows, const Row &row)
    {
        if (!rows.isEmpty() && rows.last().key() >= row.key())
            m_damage = u"rows are out of order"_s;
        rows.append(row);
    }

    Database &m_database;
    const Head &m_head;
    Policy m_policy;
    QString m_damage;
};

} // namespace

Result<Policy> loadPolicy(Database &database, const Head &head)
{
    return Loader(database, head).load();
}

Result<bool> hasPoolsOf(Database &database, const Policy &policy)
{
    const Result<qint64> patterns = database.number(u"SELECT coalesce(max(number) + 1, 0) FROM pattern"_s);
    if (!patterns)
        return failure(patterns.error());
    // Number 0 of these is in every policy and in no row.
    const Result<qint64> validities = database.number(u"SELECT coalesce(max(number) + 1, 1) FROM validity"_s);
    if (!validities)
        return failure(validities.error());
    const Result<qint64> sources = database.number(u"SELECT coalesce(max(number) + 1, 1) FROM source"_s);
    if (!sources)
        return failure(sources.error());
    return *patterns == policy.patterns().size() && *validities == policy.validities().size()
        && *sources == policy.sources().size();
}

} // namespace rolewright
