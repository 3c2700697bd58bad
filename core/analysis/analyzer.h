// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/analysis/analyze.h"

#include <QMap>

namespace rolewright {

// One run of analyze(). The index outlives it.
class Analyzer
{
public:
    Analyzer(const PolicyIndex &index, Instant t, const CancelToken *cancel)
        : m_index(index)
        , m_policy(index.policy())
        , m_at(t)
        , m_cancel(cancel)
        , m_roles(m_policy.roles().idsByKey())
        , m_users(m_policy.users().idsByKey())
    {
    }

    std::optional<QList<AnalyzedFinding>> run();

private:
    bool isCancelled() const { return m_cancel && m_cancel->load(std::memory_order_relaxed); }

    void report(const QString &code, const QString &place, const QString &message,
                const QList<Change> &mend = {})
    {
        m_found.append({{Severity::Warning, code, message, place, 0, 0}, mend});
    }

    const QString &nameOf(RoleId role) const { return m_policy.roles().at(role).name; }
    bool isEnabled(RoleId role) const { return m_policy.roles().at(role).enabled; }
    Change withoutAssignment(const User &user, RoleId role) const;
    static QString some(const QStringList &names); // "a, b, c, … (12)"

    // Least privilege: leastprivilege.cpp.
    void findRedundantGrants();
    QString coverOf(RoleId role, const PermissionName &name) const;
    QString giverOf(const QList<RoleId> &juniors, GrantId grant, const PermissionName &name) const;
    void reportRedundantGrants(RoleId role, QMap<QString, QStringList> &byGiver, const QString &sentence);

    void findRedundantAssignments();
    void findSensitivePatterns();
    void findSameRoles();

    // What is dead: deadparts.cpp.
    void findInactiveUsers();
    void findAssignmentsOver();
    void findDisabledRoles();
    void findIdleRoles();
    void findEmptyRoles();
    void findUngranted();

    const PolicyIndex &m_index;
    const Policy &m_policy;
    const Instant m_at;
    const CancelToken *m_cancel;
    const QList<RoleId> m_roles; // by name
    const QList<UserId> m_users; // by id
    QList<AnalyzedFinding> m_found;
};

} // namespace rolewright
