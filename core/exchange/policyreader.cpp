// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"

#include "core/exchange/cycles.h"
#include "core/exchange/entityreader.h"
#include "core/validation/validate.h"

#include <QSet>

#include <algorithm>
#include <deque>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QStringView, 9> DocumentMembers{u"rolewright", u"ownership",      u"permissions",
                                                     u"roles",      u"users",          u"constraints",
                                                     u"operations", u"administration", u"tests"};
constexpr std::array<QStringView, 2> OwnershipMembers{u"property", u"attribute"};
constexpr std::array<QStringView, 2> AdministrationMembers{u"delegations", u"approvals"};

// Reads the sections in the order in which they need each other, whatever their order in the document. A
// thing whose name breaks a rule is kept until the end, so that what refers to it is not reported too.
class PolicyReader
{
public:
    explicit PolicyReader(const JsonDocument &document)
        : m_document(document)
        , m_in(document)
    {
    }

    Result<Policy> read()
    {
        const Place root{m_document.root(), nullptr, {}, -1};
        const auto [format, ownership, permissions, roles, users, constraints, operations, administration,
                    tests] = m_in.members(root, DocumentMembers);
        m_in.require(format);
        if (const auto number = m_in.integer(format); number && *number != 1)
            m_in.report(format, u"format"_s,
                        u"The format %1 is not known; this program reads format 1."_s.arg(*number));
        readOwnership(ownership);
        m_in.each(permissions, [&](const Place &at) { readOnePermission(at); });
        readRoles(roles);
        m_in.each(users, [&](const Place &at) { readOneUser(at); });
        m_policy.assignments().assign(std::move(m_assignments));
        m_in.each(constraints, [&](const Place &at) { readOneConstraint(at); });
        m_in.each(operations, [&](const Place &at) { readOneOperation(at); });
        readAdministration(administration);
        m_in.each(tests,
                  [&](const Place &at) { insert(m_policy.tests(), at, readTest(m_in, at, m_document)); });
        if (!m_in.isGood())
            return failure(ErrorCode::Invalid, u"The policy document is not valid."_s, {}, m_in.findings());
        return std::move(m_policy);
    }

private:
    // Keys are unique; an entity without one has been reported.
    template <class Id, class Entity>
    Id insert(Table<Id, Entity> &table, const Place &at, Entity entity)
    {
        const QString key = keyOf(entity);
        if (key.isEmpty())
            return {};
        if (table.idOf(key).isValid()) {
            m_in.report(at, u"duplicate-name"_s, u"%1 is there twice; keep one."_s.arg(quoted(key)));
            return {};
        }
        return table.insert(std::move(entity));
    }

    void readOwnership(const Place &at)
    {
        const auto [property, attribute] = m_in.members(at, OwnershipMembers);
        const Ownership usual;
        m_policy.setOwnership({readOwnershipProperty(m_in, property, usual.property),
                               readOwnershipAttribute(m_in, attribute, usual.attribute)});
    }

    void readOnePermission(const Place &at)
    {
        if (auto permission = readPermission(m_in, at))
            insert(m_policy.permissions(), at, std::move(*permission));
    }

    // All roles first: inherits may name one that comes later.
    void readRoles(const Place &at)
    {
        struct Waiting
        {
            Place at;
            RoleId id;
            RoleEntry entry;
        };
        std::deque<Waiting> waiting; // its elements stay where they are: the places point at each other
        m_in.each(at, [&](const Place &element) {
            Waiting &role = waiting.emplace_back(Waiting{element, {}, {}});
            role.entry = readRole(m_in, role.at);
            role.id = insert(m_policy.roles(), role.at, role.entry.role);
        });
        QList<GrantRow> grants;
        for (const Waiting &role : waiting) {
            readInherits(role.entry.inherits, role.id);
            readGrants(role.entry.grants, role.id, grants);
        }
        m_policy.grants().assign(std::move(grants));
        refuseCycles();
    }

    void readInherits(const Place &list, RoleId senior)
    {
        QSet<QString> seen;
        m_in.each(list, [&](const Place &at) {
            const std::optional<QString> name = m_in.text(at);
            if (!name)
                return;
            if (seen.contains(*name))
                return m_in.reportTwice(at, *name);
            seen.insert(*name);
            const RoleId junior = role(at, *name);
            if (!senior.isValid() || !junior.isValid())
                return;
            m_edges.append({senior.value, junior.value});
            m_edgesAt.append({at.value.offset(), at.pointer()});
        });
    }

    void readGrants(const Place &list, RoleId role, QList<GrantRow> &grants)
    {
        QSet<quint32> seen;
        m_in.each(list, [&](const Place &at) {
            const std::optional<QString> text = m_in.text(at);
            if (!text)
                return;
            GrantId grant =
                GrantId::of(m_policy.permissions().idOf(*text)); // most are written as they are called
            if (!grant.isValid()) {
                const std::optional<PermissionName> name = readGrant(m_in, at);
                if (!name)
                    return;
                grant = m_policy.internGrant(*name);
                if (!grant.isValid())
                    return reportUnknownPermission(at, *name);
            }
            if (seen.contains(grant.value))
                return m_in.reportTwice(at, m_policy.textOf(grant));
            seen.insert(grant.value);
            if (role.isValid())
                grants.append({role, grant});
        });
    }

    void refuseCycles()
    {
        findCycles(m_policy.roles().end(), m_edges, [&](qsizetype edge, const QList<quint32> &cycle) {
            const auto nameAt = [&](qsizetype i) { return quoted(m_policy.roles().at({cycle.at(i)}).name); };
            m_in.report(m_edgesAt.at(edge).first, m_edgesAt.at(edge).second, u"inheritance-cycle"_s,
                        u"This closes a cycle of inheritance: %1."_s.arg(cycleText(cycle.size(), nameAt)));
        });
        QList<InheritanceRow> rows;
        rows.reserve(m_edges.size());
        for (const auto &[senior, junior] : std::as_const(m_edges))
            rows.append(InheritanceRow{{senior}, {junior}});
        m_policy.inheritance().assign(std::move(rows));
    }

    void readOneUser(const Place &at)
    {
        UserEntry entry = readUser(m_in, at);
        const UserId user = insert(m_policy.users(), at, std::move(entry.user));
        ++m_usersRead;
        m_assignedBy.resize(m_policy.roles().end());
        m_in.each(entry.assignments, [&](const Place &element) {
            const AssignmentEntry assignment = readAssignment(m_in, element);
            if (!assignment.roleAt.isThere() || !assignment.roleAt.value.isString())
                return;
            const RoleId assigned = role(assignment.roleAt, assignment.role);
            if (!assigned.isValid())
                return;
            quint32 &last = m_assignedBy[assigned.value];
            if (last == m_usersRead)
                return m_in.reportTwice(assignment.roleAt, assignment.role);
            last = m_usersRead;
            if (user.isValid())
                m_assignments.append(m_policy.internAssignment(user, assigned, assignment.assignment));
        });
    }

    void readOneConstraint(const Place &at)
    {
        const ConstraintValue value = readConstraint(m_in, at, Completeness::Whole);
        Constraint constraint{value.name, value.kind, {}, value.limit, value.mode};
        for (const QString &name : value.roles) {
            if (const RoleId id = m_policy.roles().idOf(name); id.isValid())
                constraint.roles.append(id);
        }
        std::sort(constraint.roles.begin(), constraint.roles.end());
        if (at.value.isObject())
            requireRoles({at.value.member(u"roles"), &at, u"roles", -1});
        insert(m_policy.constraints(), at, std::move(constraint));
    }

    void readOneOperation(const Place &at)
    {
        OperationEntry entry = readOperation(m_in, at);
        if (entry.operation.required) {
            m_requirements.check(*entry.operation.required,
                                 [&](const QString &pointer, const QString &code, const QString &message) {
                                     reportBelow(m_in, entry.places, pointer, code, message);
                                 });
            sortNames(*entry.operation.required);
        }
        insert(m_policy.operations(), at, std::move(entry.operation));
    }

    void readAdministration(const Place &at)
    {
        const auto [delegations, approvals] = m_in.members(at, AdministrationMembers);
        m_in.each(delegations, [&](const Place &element) {
            const DelegationEntry entry = readDelegation(m_in, element);
            requireRole(entry.role);
            requireRoles(entry.assign);
            requireGrants(entry.grant);
            if (!m_policy.addDelegation(entry.delegation))
                m_in.report(element, u"duplicate-name"_s, u"This delegation is there twice; keep one."_s);
        });
        m_in.each(approvals, [&](const Place &element) { readApproval(element); });
    }

    void readApproval(const Place &at)
    {
        const ApprovalEntry entry = rolewright::readApproval(m_in, at);
        requireRole(entry.by);
        // What an approval must obey by itself is asked of validate(), with a policy that has nothing else.
        Policy alone;
        if (!entry.approval.by.isEmpty())
            alone.roles().insert(Role{entry.approval.by, {}, true});
        alone.addApproval(entry.approval);
        for (const Finding &finding : validate(alone)) {
            if (finding.code != u"unknown-role")
                m_in.report(entry.changes.isThere() ? entry.changes : at, finding.code, finding.message);
        }
        if (!m_policy.addApproval(entry.approval))
            m_in.report(at, u"duplicate-name"_s, u"This approval is there twice; keep one."_s);
    }

    // Invalid where there is no such role, which is reported.
    RoleId role(const Place &at, const QString &name)
    {
        const RoleId id = m_policy.roles().idOf(name);
        if (!id.isValid())
            m_in.report(at, u"unknown-role"_s,
                        u"There is no role %1; add it to \"roles\" or mend the name."_s.arg(quoted(name)));
        return id;
    }

    // The same where what is there has been read, and what is wrong with it by itself been reported.
    void requireRole(const Place &at)
    {
        if (!at.isThere() || !at.value.isString())
            return;
        if (const QString name = at.value.toString(); !problemOfName(name))
            role(at, name);
    }

    void requireRoles(const Place &list)
    {
        if (list.isThere() && list.value.isArray())
            m_in.each(list, [&](const Place &at) { requireRole(at); });
    }

    void requireGrants(const Place &list)
    {
        if (!list.isThere() || !list.value.isArray())
            return;
        m_in.each(list, [&](const Place &at) {
            const Result<PermissionName> name =
                parseGrant(at.value.isString() ? at.value.toString() : QString());
            if (name && !m_policy.internGrant(*name).isValid())
                reportUnknownPermission(at, *name);
        });
    }

    void reportUnknownPermission(const Place &at, const PermissionName &name)
    {
        m_in.report(at, u"unknown-permission"_s,
                    u"There is no permission %1; add it to \"permissions\" or mend the name."_s.arg(
                        quoted(name.toText())));
    }

    const JsonDocument &m_document;
    StrictReader m_in;
    Policy m_policy;
    RequirementChecker m_requirements{m_policy}; // asked once all permissions are read
    Edges m_edges; // inheritance, in document order
    QList<std::pair<qint64, QString>> m_edgesAt; // offset and pointer of each
    QList<AssignmentRow> m_assignments;
    quint32 m_usersRead = 0;
    QList<quint32> m_assignedBy; // by role: the number of the last user who was assigned it
};

} // namespace

Result<Policy> readPolicy(const QByteArray &json)
{
    const Result<JsonDocument> document = JsonDocument::parse(json);
    if (!document)
        return failure(document.error());
    return PolicyReader(*document).read();
}

} // namespace rolewright
