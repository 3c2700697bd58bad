// SPDX-License-Identifier: Apache-2.0
#include "core/decision/usage.h"

#include <QSet>

namespace rolewright {

namespace {

class UsageCounter
{
public:
    UsageCounter(const PolicyIndex &index, Instant t, const CancelToken *cancel)
        : m_index(index)
        , m_policy(index.policy())
        , m_t(t)
        , m_cancel(cancel)
        , m_usage(m_policy.permissions().end())
    {
    }

    QList<PermissionUsage> run()
    {
        countGrants();
        countUsers();
        findRequired();
        return isCancelled() ? QList<PermissionUsage>() : m_usage;
    }

private:
    bool isCancelled() const { return m_cancel && m_cancel->load(std::memory_order_relaxed); }

    void countGrants()
    {
        RoleId role;
        BitSet covered; // by the patterns of that role
        m_policy.grants().forEach([&](const GrantRow &row) {
            if (row.role != role) {
                covered.forEach([this](quint32 id) { ++m_usage[id].rolesByPattern; });
                covered = {};
                role = row.role;
            }
            if (!row.grant.isPattern())
                ++m_usage[row.grant.permission().value].roles;
            else if (!isCancelled())
                covered.unite(coveredBy(row.grant));
        });
        covered.forEach([this](quint32 id) { ++m_usage[id].rolesByPattern; });
    }

    BitSet coveredBy(GrantId pattern)
    {
        const auto known = m_covered.constFind(pattern.pattern());
        if (known != m_covered.cend())
            return *known;
        const PermissionName name = m_policy.nameOf(pattern);
        BitSet covered;
        m_policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
            if (covers(name, permission.name))
                covered.set(id.value);
        });
        m_covered.insert(pattern.pattern(), covered);
        return covered;
    }

    void countUsers()
    {
        QHash<QList<RoleId>, qint32> users; // by what they are assigned
        m_policy.users().forEach([&](UserId id, const User &user) {
            if (user.active && !isCancelled())
                ++users[m_index.assignedRoles(id, m_t)];
        });
        QList<qint32> holding(m_index.slotEnd(), 0);
        for (auto it = users.cbegin(); it != users.cend() && !isCancelled(); ++it) {
            BitSet held;
            for (const RoleId role : it.key())
                held.unite(m_index.effective(role));
            held.forEach([&](quint32 slot) { holding[slot] += *it; });
        }
        m_policy.permissions().forEach([&](PermissionId id, const Permission &) {
            m_usage[id.value].users = holding.at(m_index.slot(id).value);
        });
    }

    void findRequired()
    {
        QSet<PermissionName> access;
        m_policy.operations().forEach([&](OperationId, const Operation &operation) {
            if (operation.required)
                findRequired(*operation.required, access);
        });
        m_policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
            if (access.contains(permission.name.withoutScope()))
                m_usage[id.value].isRequired = true;
        });
    }
    void findRequired(const Requirement &requirement, QSet<PermissionName> &access)
    {
        for (const QString &name : requirement.names + requirement.own) {
            if (requirement.kind == Requirement::Kind::Access) {
                if (const Result<PermissionName> pair = parseAccess(name))
                    access.insert(*pair);
            } else if (requirement.kind != Requirement::Kind::AnyRole) {
                if (const PermissionId id = m_policy.permissions().idOf(name); id.isValid())
                    m_usage[id.value].isRequired = true;
            }
        }
        for (const Requirement &child : requirement.children)
            findRequired(child, access);
    }

    const PolicyIndex &m_index;
    const Policy &m_policy;
    Instant m_t;
    const CancelToken *m_cancel;
    QList<PermissionUsage> m_usage;
    QHash<quint32, BitSet> m_covered; // permission ids, by number of the pattern
};

} // namespace

Performers performersOf(const PolicyIndex &index, const QString &operation, Instant t,
                        const CancelToken *cancel)
{
    Performers count;
    Request request;
    request.action = QStringLiteral("perform");
    request.resourceType = QStringLiteral("operation");
    request.resource = operation;
    request.time = t;
    index.policy().users().forEach([&](UserId, const User &user) {
        if (cancel && cancel->load(std::memory_order_relaxed))
            return;
        request.subject = user.id;
        const Decision decision = decide(index, request, t);
        if (decision.allowed)
            ++count.always;
        else if (decision.reason == Reason::ScopeNotSatisfied)
            ++count.ownThings;
        else if (decision.reason == Reason::DynamicSeparation)
            ++count.chosenRoles;
    });
    return count;
}

QList<PermissionUsage> permissionUsage(const PolicyIndex &index, Instant t, const CancelToken *cancel)
{
    return UsageCounter(index, t, cancel).run();
}

} // namespace rolewright
