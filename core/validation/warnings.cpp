// SPDX-License-Identifier: Apache-2.0
#include "core/decision/decide.h"
#include "core/validation/separation.h"

#include <QSet>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

class Warner
{
public:
    Warner(const Policy &policy, Instant now)
        : m_policy(policy)
        , m_now(now)
    {
    }

    Findings run()
    {
        warnOfLookAlikes();
        warnOfIdlePatterns();
        warnOfDynamicConstraints();
        warnOfStandingViolations();
        warnOfScopedRequirements();
        warnOfTimelessTests();
        return m_findings;
    }

private:
    void report(const QString &code, const QString &place, const QString &message)
    {
        m_findings.append({Severity::Warning, code, message, place, 0, 0});
    }

    void warnOfLookAlikes()
    {
        lookAlikesIn(u"permission"_s, keysOf(m_policy.permissions()));
        lookAlikesIn(u"role"_s, keysOf(m_policy.roles()));
        lookAlikesIn(u"user"_s, keysOf(m_policy.users()));
        lookAlikesIn(u"constraint"_s, keysOf(m_policy.constraints()));
        lookAlikesIn(u"operation"_s, keysOf(m_policy.operations()));
        lookAlikesIn(u"test"_s, keysOf(m_policy.tests()));
        QSet<QString> attributes;
        m_policy.users().forEach([&](UserId, const User &user) {
            for (auto it = user.attributes.keyBegin(); it != user.attributes.keyEnd(); ++it)
                attributes.insert(*it);
        });
        QStringList sorted(attributes.begin(), attributes.end());
        sortByCodePoint(sorted);
        lookAlikesIn(u"attribute"_s, sorted);
    }
    template <class IdType, class Entity>
    static QStringList keysOf(const Table<IdType, Entity> &table)
    {
        QStringList keys;
        keys.reserve(table.size());
        for (const IdType id : table.idsByKey())
            keys.append(keyOf(table.at(id)));
        return keys;
    }
    void lookAlikesIn(const QString &kind, const QStringList &names)
    {
        QHash<QString, QString> seen;
        seen.reserve(names.size());
        for (const QString &name : names) {
            const QString skeletonOfName = skeleton(name);
            const auto other = seen.constFind(skeletonOfName);
            if (other == seen.cend())
                seen.insert(skeletonOfName, name);
            else
                report(u"look-alike"_s, kind + u' ' + name,
                       u"The %1 %2 looks like the %1 %3; they are two different things."_s.arg(kind, name,
                                                                                               *other));
        }
    }

    void warnOfIdlePatterns()
    {
        QSet<QString> resources;
        QSet<QString> actions;
        m_policy.permissions().forEach([&](PermissionId, const Permission &permission) {
            resources.insert(permission.name.resource);
            actions.insert(permission.name.action);
        });
        // Known is a resource and action under any scope (section 3), so the pattern's own scope does not
        // matter. One of its segments is `*`.
        const auto isIdle = [&](const PermissionName &pattern) {
            if (isBuiltInResource(pattern.resource))
                return std::none_of(
                    builtInRights().begin(), builtInRights().end(),
                    [&](const PermissionName &right) { return covers(pattern.withoutScope(), right); });
            return resources.isEmpty()
                || (pattern.resource != anySegment() && !resources.contains(pattern.resource))
                || (pattern.action != anySegment() && !actions.contains(pattern.action));
        };
        QList<std::pair<QString, QString>> idle; // role, pattern
        m_policy.grants().forEach([&](const GrantRow &row) {
            if (row.grant.isPattern() && isIdle(m_policy.nameOf(row.grant)))
                idle.append({m_policy.roles().at(row.role).name, m_policy.textOf(row.grant)});
        });
        std::sort(idle.begin(), idle.end(), [](const auto &a, const auto &b) {
            return a.first != b.first ? lessByCodePoint(a.first, b.first)
                                      : lessByCodePoint(a.second, b.second);
        });
        for (const auto &[role, pattern] : std::as_const(idle))
            report(u"idle-pattern"_s, u"role "_s + role,
                   u"The grant %1 of role %2 matches nothing that is known."_s.arg(pattern, role));
    }

    // The role and what it inherits through enabled roles.
    QSet<RoleId> effective(RoleId start) const
    {
        QSet<RoleId> reached;
        QList<RoleId> open{start};
        while (!open.isEmpty()) {
            const RoleId role = open.takeLast();
            if (reached.contains(role) || !m_policy.roles().at(role).enabled)
                continue;
            reached.insert(role);
            m_policy.inheritance().forEachOf(role.value,
                                             [&](const InheritanceRow &row) { open.append(row.junior); });
        }
        return reached;
    }
    void warnOfDynamicConstraints()
    {
        QList<Constraint> constraints;
        for (const ConstraintId id : m_policy.constraints().idsByKey()) {
            if (m_policy.constraints().at(id).kind == Constraint::Kind::Dynamic)
                constraints.append(m_policy.constraints().at(id));
        }
        if (constraints.isEmpty())
            return;
        for (const RoleId id : m_policy.roles().idsByKey()) {
            const QSet<RoleId> reached = effective(id);
            if (reached.size() < 2)
                continue;
            for (const Constraint &constraint : std::as_const(constraints)) {
                QList<RoleId> roles;
                std::copy_if(constraint.roles.begin(), constraint.roles.end(), std::back_inserter(roles),
                             [&](RoleId role) { return reached.contains(role); });
                if (roles.size() >= constraint.limit)
                    report(
                        u"constraint-broken-by-role"_s, u"constraint "_s + constraint.name,
                        u"Role %1 alone breaks constraint %2: by inheritance it has %3. Nobody can use it in a session."_s
                            .arg(m_policy.roles().at(id).name, constraint.name, listed(m_policy, roles)));
            }
        }
    }

    void warnOfStandingViolations()
    {
        for (const Violation &violation : violations(m_policy, m_now)) {
            const QString user = m_policy.users().at(violation.user).id;
            report(u"static-separation"_s, u"user "_s + user,
                   u"User %1 has %2, which constraint %3 forbids together."_s.arg(
                       user, listed(m_policy, violation.roles),
                       m_policy.constraints().at(violation.constraint).name));
        }
    }

    void warnOfScopedRequirements()
    {
        for (const OperationId id : m_policy.operations().idsByKey()) {
            const Operation &operation = m_policy.operations().at(id);
            for (const PermissionName &name :
                 operation.required ? scopedIn(*operation.required) : QList<PermissionName>())
                report(
                    u"scoped-requirement"_s, u"operation "_s + operation.name,
                    u"Operation %1 requires that one holds %2, which says nothing about the thing it works on. Require access to %3, or use owner."_s
                        .arg(operation.name, name.toText(), name.withoutScope().toText()));
        }
    }

    void warnOfTimelessTests()
    {
        std::optional<PolicyIndex> index;
        for (const TestId id : m_policy.tests().idsByKey()) {
            const PolicyTest &test = m_policy.tests().at(id);
            Result<Request> request = parseRequest(test.request.toUtf8());
            if (!request || request->time)
                continue;
            const QList<Instant> moments = momentsOf(m_policy.users().idOf(request->subject));
            if (moments.isEmpty())
                continue;
            if (!index)
                index.emplace(m_policy);
            if (changesItsAnswer(*index, *request, test.expected, moments))
                report(
                    u"test-without-time"_s, u"test "_s + test.name,
                    u"The answer of test %1 depends on when it runs, because an assignment of %2 begins or ends. Give it a time."_s
                        .arg(test.name, request->subject));
        }
    }
    // One in each stretch of time in which the same assignments are valid; empty where they always are.
    QList<Instant> momentsOf(UserId user) const
    {
        QList<Instant> boundaries;
        m_policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
            const Validity &validity = m_policy.validityOf(row);
            if (validity.from != Instant::openStart())
                boundaries.append(validity.from);
            if (validity.until != Instant::openEnd())
                boundaries.append(validity.until);
        });
        std::sort(boundaries.begin(), boundaries.end());
        boundaries.erase(std::unique(boundaries.begin(), boundaries.end()), boundaries.end());
        if (!boundaries.isEmpty())
            boundaries.prepend({boundaries.first().msecs - 1});
        return boundaries;
    }
    static bool changesItsAnswer(const PolicyIndex &index, Request request, const Expectation &expected,
                                 const QList<Instant> &moments)
    {
        std::optional<Decision> first;
        for (const Instant moment : moments) {
            request.time = moment;
            const Decision decision = decide(index, request, moment);
            if (!first)
                first = decision;
            if (decision.allowed != first->allowed
                || (!expected.reason.isEmpty() && decision.reason != first->reason))
                return true;
        }
        return false;
    }

    const Policy &m_policy;
    Instant m_now;
    Findings m_findings;
};

} // namespace

Findings warnings(const Policy &policy, Instant now)
{
    return Warner(policy, now).run();
}

} // namespace rolewright
