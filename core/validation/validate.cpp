// SPDX-License-Identifier: Apache-2.0
#include "core/validation/validate.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

class Validator
{
public:
    explicit Validator(const Policy &policy)
        : m_policy(policy)
    {
    }

    Findings run()
    {
        checkInheritance();
        checkAssignments();
        checkConstraints();
        checkOperations();
        checkDelegations();
        checkApprovals();
        if (m_policy.ownership().property == u"relations")
            report(u"invalid-ownership"_s, u"ownership"_s,
                   u"The ownership property cannot be relations, which holds the relations of a resource."_s);
        return m_findings;
    }

private:
    void report(const QString &code, const QString &place, const QString &message)
    {
        m_findings.append({Severity::Error, code, message, place, 0, 0});
    }

    // Depth first, without recursion: each inheritance that leads back to a role on the way is a cycle.
    void checkInheritance()
    {
        struct Step
        {
            RoleId role;
            QList<RoleId> juniors; // not yet visited, the next one last
        };
        const auto step = [this](RoleId role) {
            Step s{role, {}};
            m_policy.inheritance().forEachOf(
                role.value, [&](const InheritanceRow &row) { s.juniors.prepend(row.junior); });
            return s;
        };
        if (m_policy.inheritance().size() == 0)
            return;
        QSet<RoleId> done;
        QSet<RoleId> onWay;
        for (const RoleId start : m_policy.roles().idsByKey()) {
            if (done.contains(start))
                continue;
            QList<Step> way{step(start)};
            onWay.insert(start);
            while (!way.isEmpty()) {
                Step &last = way.last();
                if (last.juniors.isEmpty()) {
                    onWay.remove(last.role);
                    done.insert(last.role);
                    way.removeLast();
                    continue;
                }
                const RoleId junior = last.juniors.takeLast();
                if (onWay.contains(junior)) {
                    QList<RoleId> cycle;
                    for (const Step &s : std::as_const(way))
                        cycle.append(s.role);
                    reportCycle(cycle.mid(cycle.indexOf(junior)));
                } else if (!done.contains(junior)) {
                    onWay.insert(junior);
                    way.append(step(junior));
                }
            }
        }
    }
    void reportCycle(const QList<RoleId> &cycle)
    {
        report(u"inheritance-cycle"_s, u"role "_s + m_policy.roles().at(cycle.last()).name,
               u"Roles inherit each other in a cycle: %1. Take one of these inheritances away."_s.arg(
                   cycleText(cycle.size() + 1, [&](qsizetype i) {
                       return m_policy.roles().at(cycle.at(i % cycle.size())).name;
                   })));
    }

    void checkAssignments()
    {
        m_policy.assignments().forEach([&](const AssignmentRow &row) {
            const Validity &validity = m_policy.validityOf(row);
            if (validity.from >= validity.until) {
                const QString user = m_policy.users().at(row.user).id;
                report(u"invalid-validity"_s, u"user "_s + user,
                       u"The assignment of %1 to %2 ends before it begins."_s.arg(
                           m_policy.roles().at(row.role).name, user));
            }
        });
    }

    void checkConstraints()
    {
        for (const ConstraintId id : m_policy.constraints().idsByKey()) {
            const Constraint &constraint = m_policy.constraints().at(id);
            const QString place = u"constraint "_s + constraint.name;
            if (constraint.roles.size() < 2)
                report(u"constraint-roles"_s, place,
                       u"Constraint %1 needs at least two roles; add some, or delete it."_s.arg(
                           constraint.name));
            else if (constraint.limit < 2 || constraint.limit > constraint.roles.size())
                report(u"constraint-limit"_s, place,
                       u"The limit of constraint %1 is %2; it is between 2 and the number of its roles, %3."_s
                           .arg(constraint.name, QString::number(constraint.limit),
                                QString::number(constraint.roles.size())));
        }
    }

    void checkOperations()
    {
        RequirementChecker checker(m_policy);
        for (const OperationId id : m_policy.operations().idsByKey()) {
            const Operation &operation = m_policy.operations().at(id);
            if (!operation.required)
                continue;
            checker.check(*operation.required,
                          [&](const QString &, const QString &code, const QString &message) {
                              report(code, u"operation "_s + operation.name, message);
                          });
        }
    }

    void checkRole(const QString &name, const QString &place)
    {
        if (!m_policy.roles().idOf(name).isValid())
            report(u"unknown-role"_s, place, u"There is no role %1; add it, or name another."_s.arg(name));
    }

    void checkDelegations()
    {
        for (const Delegation &delegation : m_policy.delegations()) {
            const QString place = u"delegation to "_s + delegation.role;
            checkRole(delegation.role, place);
            for (const QString &role : delegation.assign)
                checkRole(role, place);
            for (const QString &grant : delegation.grant) {
                const Result<PermissionName> name = parseGrant(grant);
                if (!name)
                    report(u"invalid-grant"_s, place, u"The grant %1 %2."_s.arg(grant, name.error().message));
                else if (!isPattern(*name) && !m_policy.grantId(*name).isValid())
                    report(
                        u"unknown-permission"_s, place,
                        u"The permission %1 is not in the catalogue; add it, or name another."_s.arg(grant));
            }
        }
    }

    void checkApprovals()
    {
        for (const Approval &approval : m_policy.approvals()) {
            const QString place = u"approval by "_s + approval.by;
            checkRole(approval.by, place);
            if (approval.changes.isEmpty())
                report(u"empty-list"_s, place, u"An approval names at least one kind of change."_s);
            for (const QString &change : approval.changes) {
                if (!approvableChanges().contains(change))
                    report(
                        u"unknown-change"_s, place,
                        u"There is no kind of change %1; use one such as role.delete, grant.sensitive or administration."_s
                            .arg(change));
            }
        }
    }

    static const QSet<QString> &approvableChanges()
    {
        static const QSet<QString> changes = [] {
            QSet<QString> set{u"grant"_s,      u"grant.sensitive"_s, u"inheritance"_s,
                              u"assignment"_s, u"administration"_s,  u"ownership"_s};
            for (const QString &kind :
                 {u"permission"_s, u"role"_s, u"user"_s, u"constraint"_s, u"operation"_s, u"test"_s}) {
                for (const QString &verb : {u"create"_s, u"update"_s, u"delete"_s})
                    set.insert(kind + u'.' + verb);
            }
            return set;
        }();
        return changes;
    }

    const Policy &m_policy;
    Findings m_findings;
};

} // namespace

QString cycleText(qsizetype names, const std::function<QString(qsizetype index)> &nameAt)
{
    static constexpr qsizetype Shown = 20;
    QStringList shown;
    for (qsizetype i = 0; i < std::min(names, Shown); ++i)
        shown.append(nameAt(i));
    if (names > Shown + 1)
        shown.append(u"\u2026"_s);
    if (names > Shown)
        shown.append(nameAt(names - 1));
    return shown.join(u" inherits "_s);
}

Findings validate(const Policy &policy)
{
    return Validator(policy).run();
}

} // namespace rolewright
