// SPDX-License-Identifier: Apache-2.0
#include "core/validation/separationreview.h"

#include "core/validation/separation.h"

#include <algorithm>

namespace rolewright {

namespace {

using Kind = SeparationCase::Kind;

class SeparationReviewer
{
public:
    SeparationReviewer(const PolicyIndex &draft, const Policy &stored, Instant now, const CancelToken *cancel)
        : m_index(draft)
        , m_policy(draft.policy())
        , m_stored(stored)
        , m_now(now)
        , m_cancel(cancel)
    {
    }

    QList<SeparationCase> run()
    {
        if (m_policy.constraints().size() > 0) {
            findRolesAlone();
            findStatic();
            findSessions();
        }
        if (isCancelled())
            return {};
        sort();
        return m_cases;
    }

private:
    bool isCancelled() const { return m_cancel && m_cancel->load(std::memory_order_relaxed); }

    static QList<RoleId> rolesIn(const Constraint &constraint, const BitSet &reached)
    {
        QList<RoleId> roles;
        std::copy_if(constraint.roles.begin(), constraint.roles.end(), std::back_inserter(roles),
                     [&](RoleId role) { return reached.test(role.value); });
        return roles;
    }
    // A constraint that is not finished breaks nothing.
    static bool isBroken(const Constraint &constraint, const QList<RoleId> &roles)
    {
        return constraint.roles.size() >= 2 && roles.size() >= constraint.limit;
    }

    void findRolesAlone()
    {
        m_policy.constraints().forEach([&](ConstraintId id, const Constraint &constraint) {
            m_policy.roles().forEach([&](RoleId role, const Role &) {
                const bool isStatic = constraint.kind == Constraint::Kind::Static;
                const QList<RoleId> roles =
                    rolesIn(constraint, isStatic ? m_index.reachAll(role) : m_index.reach(role));
                if (isBroken(constraint, roles))
                    m_cases.append({id, Kind::RoleAlone, {}, role, roles});
            });
        });
    }

    void findStatic()
    {
        const Separation before(m_stored);
        for (const Violation &violation : violations(m_policy, m_now)) {
            const Constraint &constraint = m_policy.constraints().at(violation.constraint);
            if (!isBroken(constraint, violation.roles))
                continue;
            Kind kind = Kind::Recorded;
            if (constraint.mode == Constraint::Mode::Enforce)
                kind = stood(before, violation) ? Kind::Stands : Kind::Refused;
            m_cases.append({violation.constraint, kind, violation.user, {}, violation.roles});
        }
    }
    // Broken already, and by no role fewer: what newViolations() lets pass.
    bool stood(const Separation &before, const Violation &violation) const
    {
        const Constraint *was = m_stored.constraints().find(violation.constraint);
        if (!was || was->kind != Constraint::Kind::Static || !m_stored.users().contains(violation.user))
            return false;
        const QList<RoleId> roles = before.rolesOf(violation.user, *was, m_now);
        return roles.size() >= was->limit
            && std::all_of(violation.roles.begin(), violation.roles.end(),
                           [&](RoleId role) { return roles.contains(role); });
    }

    void findSessions()
    {
        QList<ConstraintId> dynamic;
        m_policy.constraints().forEach([&](ConstraintId id, const Constraint &constraint) {
            if (constraint.kind == Constraint::Kind::Dynamic)
                dynamic.append(id);
        });
        if (dynamic.isEmpty())
            return;
        m_policy.users().forEach([&](UserId id, const User &user) {
            if (!user.active || isCancelled())
                return;
            BitSet reached;
            for (const RoleId role : m_index.assignedRoles(id, m_now))
                reached.unite(m_index.reach(role));
            for (const ConstraintId constraint : std::as_const(dynamic)) {
                const QList<RoleId> roles = rolesIn(m_policy.constraints().at(constraint), reached);
                if (isBroken(m_policy.constraints().at(constraint), roles))
                    m_cases.append({constraint, Kind::Session, id, {}, roles});
            }
        });
    }

    QString nameOf(const SeparationCase &each) const
    {
        return each.kind == Kind::RoleAlone ? m_policy.roles().at(each.role).name
                                            : m_policy.users().at(each.user).id;
    }
    void sort()
    {
        std::sort(m_cases.begin(), m_cases.end(), [this](const SeparationCase &a, const SeparationCase &b) {
            if (a.constraint != b.constraint)
                return lessByCodePoint(m_policy.constraints().at(a.constraint).name,
                                       m_policy.constraints().at(b.constraint).name);
            return a.kind != b.kind ? a.kind < b.kind : lessByCodePoint(nameOf(a), nameOf(b));
        });
    }

    const PolicyIndex &m_index;
    const Policy &m_policy;
    const Policy &m_stored;
    Instant m_now;
    const CancelToken *m_cancel;
    QList<SeparationCase> m_cases;
};

} // namespace

QList<SeparationCase> reviewSeparation(const PolicyIndex &draft, const Policy &stored, Instant now,
                                       const CancelToken *cancel)
{
    return SeparationReviewer(draft, stored, now, cancel).run();
}

} // namespace rolewright
