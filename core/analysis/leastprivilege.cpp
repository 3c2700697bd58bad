// SPDX-License-Identifier: Apache-2.0
// Who has more than the policy needs to say.
#include "core/analysis/analyzer.h"
#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

using Kind = Change::Kind;
using Verb = Change::Verb;

void Analyzer::findRedundantGrants()
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
QString Analyzer::coverOf(RoleId role, const PermissionName &name) const
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

QString Analyzer::giverOf(const QList<RoleId> &juniors, GrantId grant, const PermissionName &name) const
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

void Analyzer::reportRedundantGrants(RoleId role, QMap<QString, QStringList> &byGiver,
                                     const QString &sentence)
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

void Analyzer::findRedundantAssignments()
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

void Analyzer::findSensitivePatterns()
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

void Analyzer::findSameRoles()
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

} // namespace rolewright
