// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/analyze.h"

#include "core/base/text.h"
#include "core/edit/nameuse.h"
#include "core/validation/validate.h"

#include <QMap>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

// "a, b, c, … (12)"
QString some(const QStringList &names)
{
    constexpr qsizetype Named = 3;
    if (names.size() <= Named + 1)
        return names.join(u", "_s);
    return names.mid(0, Named).join(u", "_s) + u", … (%1)"_s.arg(names.size());
}

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

    std::optional<QList<AnalyzedFinding>> run()
    {
        QList<AnalyzedFinding> others;
        for (const Finding &warning : warnings(m_policy, m_at)) {
            const bool separates =
                warning.code == u"static-separation" || warning.code == u"constraint-broken-by-role";
            (separates ? m_found : others).append({warning, {}});
        }
        for (const auto step :
             {&Analyzer::findRedundantGrants, &Analyzer::findRedundantAssignments,
              &Analyzer::findSensitivePatterns, &Analyzer::findSameRoles, &Analyzer::findInactiveUsers,
              &Analyzer::findAssignmentsOver, &Analyzer::findDisabledRoles, &Analyzer::findIdleRoles,
              &Analyzer::findEmptyRoles, &Analyzer::findUngranted}) {
            (this->*step)();
            if (isCancelled())
                return {};
        }
        return m_found + others;
    }

private:
    bool isCancelled() const { return m_cancel && m_cancel->load(std::memory_order_relaxed); }

    void report(const QString &code, const QString &place, const QString &message,
                const QList<Change> &mend = {})
    {
        m_found.append({{Severity::Warning, code, message, place, 0, 0}, mend});
    }

    const QString &nameOf(RoleId role) const { return m_policy.roles().at(role).name; }
    bool isEnabled(RoleId role) const { return m_policy.roles().at(role).enabled; }

    void findRedundantGrants()
    {
        for (const RoleId role : m_roles) {
            if (isCancelled())
                return;
            if (!isEnabled(role))
                continue;
            QList<RoleId> juniors;
            m_policy.inheritance().forEachOf(role.value, [&](const InheritanceRow &row) {
                if (isEnabled(row.junior))
                    juniors.append(row.junior);
            });
            std::sort(juniors.begin(), juniors.end(),
                      [&](RoleId a, RoleId b) { return lessByCodePoint(nameOf(a), nameOf(b)); });
            QMap<QString, QStringList> byGrant; // what each other grant of the role covers
            QMap<QString, QStringList> byJunior;
            m_policy.grants().forEachOf(role.value, [&](const GrantRow &row) {
                const PermissionName name = m_policy.nameOf(row.grant);
                if (const QString cover = coverOf(role, name); !cover.isEmpty())
                    byGrant[cover].append(name.toText());
                else if (const QString junior = giverOf(juniors, row.grant, name); !junior.isEmpty())
                    byJunior[junior].append(name.toText());
            });
            reportRedundantGrants(
                role, byGrant,
                u"Role %1 grants %2, which its grant of %3 covers already. To revoke it takes nothing "
                "from anybody."_s);
            reportRedundantGrants(
                role, byJunior,
                u"Role %1 grants %2, which it inherits from %3 already. To revoke it takes nothing "
                "from anybody."_s);
        }
    }
    // Another grant of the role.
    QString coverOf(RoleId role, const PermissionName &name) const
    {
        for (const PermissionName &pattern : m_index.patterns(role)) {
            if (pattern != name && covers(pattern, name))
                return pattern.toText();
        }
        if (!name.hasScope())
            return {};
        const PermissionId unscoped = m_policy.permissions().idOf(name.withoutScope().toText());
        const bool isGranted =
            unscoped.isValid() && m_policy.grants().find(role.value, GrantId::of(unscoped).value);
        return isGranted ? name.withoutScope().toText() : QString();
    }
    QString giverOf(const QList<RoleId> &juniors, GrantId grant, const PermissionName &name) const
    {
        for (const RoleId junior : juniors) {
            bool gives = false;
            if (grant.isPattern()) {
                // Not what it covers today, but whatever it will.
                m_index.reach(junior).forEach([&](quint32 each) {
                    const QList<PermissionName> &patterns = m_index.patterns(RoleId{each});
                    gives = gives
                        || std::any_of(patterns.cbegin(), patterns.cend(),
                                       [&](const PermissionName &pattern) { return covers(pattern, name); });
                });
            } else {
                gives = m_index.effective(junior).test(m_index.slot(grant.permission()).value);
            }
            if (gives)
                return nameOf(junior);
        }
        return {};
    }
    void reportRedundantGrants(RoleId role, QMap<QString, QStringList> &byGiver, const QString &sentence)
    {
        for (auto at = byGiver.begin(); at != byGiver.end(); ++at) {
            sortByCodePoint(at.value());
            QList<Change> mend;
            for (const QString &grant : std::as_const(at.value()))
                mend.append({Verb::Remove, Kind::Grant, nameOf(role), grant, {}, {}, {}});
            report(u"redundant-grant"_s, u"role "_s + nameOf(role),
                   sentence.arg(nameOf(role), some(at.value()), at.key()), mend);
        }
    }

    Change withoutAssignment(const User &user, RoleId role) const
    {
        return {Verb::Remove, Kind::Assignment, user.id, nameOf(role), {}, {}, {}};
    }

    void findRedundantAssignments()
    {
        struct Held
        {
            RoleId role;
            Validity validity;
        };
        for (const UserId id : m_users) {
            if (isCancelled())
                return;
            const User &user = m_policy.users().at(id);
            QList<Held> held;
            m_policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
                if (isEnabled(row.role) && m_policy.validityOf(row).until > m_at)
                    held.append({row.role, m_policy.validityOf(row)});
            });
            if (!user.active || held.size() < 2)
                continue;
            QMap<QString, QList<RoleId>> byGiver;
            for (const Held &each : std::as_const(held)) {
                const auto giver = std::find_if(held.cbegin(), held.cend(), [&](const Held &other) {
                    return other.role != each.role && m_index.reach(other.role).test(each.role.value)
                        && other.validity.from <= each.validity.from
                        && each.validity.until <= other.validity.until;
                });
                if (giver != held.cend())
                    byGiver[nameOf(giver->role)].append(each.role);
            }
            for (auto at = byGiver.cbegin(); at != byGiver.cend(); ++at) {
                QStringList names;
                QList<Change> mend;
                for (const RoleId role : at.value()) {
                    names.append(nameOf(role));
                    mend.append(withoutAssignment(user, role));
                }
                sortByCodePoint(names);
                report(
                    u"redundant-assignment"_s, u"user "_s + user.id,
                    u"User %1 is assigned %2, which %3 brings for as long. To take it away changes nothing for them."_s
                        .arg(user.id, some(names), at.key()),
                    mend);
            }
        }
    }

    void findSensitivePatterns()
    {
        QList<std::pair<PermissionId, PermissionName>> sensitive;
        m_policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
            if (permission.sensitive)
                sensitive.append({id, permission.name});
        });
        for (const RoleId role : m_roles) {
            if (isCancelled())
                return;
            if (!isEnabled(role))
                continue;
            for (const PermissionName &pattern : m_index.patterns(role)) {
                QStringList given;
                for (const auto &[id, name] : std::as_const(sensitive)) {
                    if (covers(pattern, name) && !m_policy.grants().find(role.value, GrantId::of(id).value))
                        given.append(name.toText());
                }
                if (given.isEmpty())
                    continue;
                sortByCodePoint(given);
                report(u"sensitive-by-pattern"_s, u"role "_s + nameOf(role),
                       u"Role %1 gives the sensitive %2 by the pattern %3 only. Name what it is to "
                       u"have, or "
                       "narrow the pattern."_s.arg(nameOf(role), some(given), pattern.toText()));
            }
        }
    }

    void findSameRoles()
    {
        QHash<size_t, QList<QList<RoleId>>> groups; // by hash of what they give
        QList<RoleId> firsts;
        for (const RoleId role : m_roles) {
            const BitSet &given = m_index.effective(role);
            if (given.isEmpty())
                continue;
            size_t hash = 0;
            given.forEach([&](quint32 slot) { hash = ::qHash(slot, hash * 31); });
            QList<QList<RoleId>> &alike = groups[hash];
            const auto same = std::find_if(alike.begin(), alike.end(), [&](const QList<RoleId> &group) {
                return m_index.effective(group.first()) == given;
            });
            if (same != alike.end())
                same->append(role);
            else
                alike.append({role});
        }
        QMap<qsizetype, QStringList> found; // by the place of the first
        for (const QList<QList<RoleId>> &alike : std::as_const(groups)) {
            for (const QList<RoleId> &group : alike) {
                if (group.size() < 2)
                    continue;
                QStringList names;
                for (const RoleId role : group)
                    names.append(nameOf(role));
                found.insert(m_roles.indexOf(group.first()), names);
            }
        }
        for (const QStringList &names : std::as_const(found))
            report(u"same-roles"_s, u"role "_s + names.first(),
                   u"The roles %1 give exactly the same; one of them would do."_s.arg(some(names)));
    }

    void findInactiveUsers()
    {
        for (const UserId id : m_users) {
            const User &user = m_policy.users().at(id);
            if (user.active)
                continue;
            QStringList names;
            QList<Change> mend;
            m_policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
                names.append(nameOf(row.role));
                mend.append(withoutAssignment(user, row.role));
            });
            if (names.isEmpty())
                continue;
            sortByCodePoint(names);
            report(u"inactive-user"_s, u"user "_s + user.id,
                   u"User %1 is inactive and is assigned %2 still, and has it again when made active."_s.arg(
                       user.id, some(names)),
                   mend);
        }
    }

    void findAssignmentsOver()
    {
        for (const UserId id : m_users) {
            const User &user = m_policy.users().at(id);
            QStringList names;
            QList<Change> mend;
            m_policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
                if (!user.active || m_policy.validityOf(row).until > m_at)
                    return;
                names.append(nameOf(row.role));
                mend.append(withoutAssignment(user, row.role));
            });
            if (names.isEmpty())
                continue;
            sortByCodePoint(names);
            report(
                u"assignment-over"_s, u"user "_s + user.id,
                u"User %1 is assigned %2 until a time that is over. To take it away changes nothing for them."_s
                    .arg(user.id, some(names)),
                mend);
        }
    }

    void findDisabledRoles()
    {
        QHash<RoleId, QStringList> holders;
        for (const UserId id : m_users) {
            m_policy.assignments().forEachOf(id.value, [&](const AssignmentRow &row) {
                if (!isEnabled(row.role) && m_policy.users().at(id).active
                    && m_policy.validityOf(row).until > m_at)
                    holders[row.role].append(m_policy.users().at(id).id);
            });
        }
        for (const RoleId role : m_roles) {
            if (const QStringList users = holders.value(role); !users.isEmpty())
                report(u"disabled-role"_s, u"role "_s + nameOf(role),
                       u"Role %1 is disabled, and gives nothing to whom it is assigned: %2."_s.arg(
                           nameOf(role), some(users)));
        }
    }

    void findIdleRoles()
    {
        if (m_policy.users().size() == 0)
            return; // a catalogue of roles, to be merged into another policy
        BitSet assigned;
        m_policy.assignments().forEach([&](const AssignmentRow &row) {
            if (m_policy.users().at(row.user).active && m_policy.validityOf(row).contains(m_at))
                assigned.set(row.role.value);
        });
        BitSet held;
        assigned.forEach([&](quint32 role) { held.unite(m_index.reach(RoleId{role})); });
        for (const RoleId role : m_roles) {
            if (isEnabled(role) && !held.test(role.value))
                report(
                    u"idle-role"_s, u"role "_s + nameOf(role),
                    u"No active user has the role %1, by assignment or inheritance. Assign it, or delete it."_s
                        .arg(nameOf(role)));
        }
    }

    void findEmptyRoles()
    {
        QSet<QString> named;
        const auto add = [&](Kind kind, const QString &name, bool) {
            if (kind == Kind::Role)
                named.insert(name);
        };
        m_policy.operations().forEach([&](OperationId, const Operation &operation) {
            if (operation.required)
                forEachName(*operation.required, add);
        });
        for (const Approval &approval : m_policy.approvals())
            forEachName(approval, add);
        for (const Delegation &delegation : m_policy.delegations())
            forEachName(delegation, add);
        m_policy.constraints().forEach([&](ConstraintId, const Constraint &constraint) {
            for (const RoleId role : constraint.roles)
                named.insert(nameOf(role));
        });
        for (const RoleId role : m_roles) {
            if (isEnabled(role) && m_index.effective(role).isEmpty() && !named.contains(nameOf(role)))
                report(u"empty-role"_s, u"role "_s + nameOf(role),
                       u"Role %1 gives nothing, and no operation, constraint or approval names it. Grant it "
                       "something, or delete it."_s.arg(nameOf(role)));
        }
    }

    void findUngranted()
    {
        BitSet given;
        for (const RoleId role : m_roles)
            given.unite(m_index.effective(role));
        QMap<QString, QStringList> byResource;
        m_policy.permissions().forEach([&](PermissionId id, const Permission &permission) {
            if (!given.test(m_index.slot(id).value))
                byResource[permission.name.resource].append(permission.name.toText());
        });
        for (QStringList &names : byResource) {
            sortByCodePoint(names);
            report(
                u"ungranted"_s, u"permission "_s + names.first(),
                u"No enabled role gives %1. Grant it, or take it out of the catalogue."_s.arg(some(names)));
        }
    }

    const PolicyIndex &m_index;
    const Policy &m_policy;
    const Instant m_at;
    const CancelToken *m_cancel;
    const QList<RoleId> m_roles; // by name
    const QList<UserId> m_users; // by id
    QList<AnalyzedFinding> m_found;
};

} // namespace

const QStringList &analyzedCodes()
{
    static const QStringList codes{u"static-separation"_s,    u"constraint-broken-by-role"_s,
                                   u"redundant-grant"_s,      u"redundant-assignment"_s,
                                   u"sensitive-by-pattern"_s, u"same-roles"_s,
                                   u"inactive-user"_s,        u"assignment-over"_s,
                                   u"disabled-role"_s,        u"idle-role"_s,
                                   u"empty-role"_s,           u"ungranted"_s,
                                   u"look-alike"_s,           u"idle-pattern"_s,
                                   u"scoped-requirement"_s,   u"test-without-time"_s};
    return codes;
}

std::optional<QList<AnalyzedFinding>> analyze(const PolicyIndex &index, Instant t, const CancelToken *cancel)
{
    return Analyzer(index, t, cancel).run();
}

} // namespace rolewright
