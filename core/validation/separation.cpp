// SPDX-License-Identifier: Apache-2.0
#include "core/validation/separation.h"

#include <QSet>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

Separation::Separation(const Policy &policy)
    : m_policy(policy)
{
    policy.constraints().forEach([&](ConstraintId id, const Constraint &constraint) {
        if (constraint.kind != Constraint::Kind::Static)
            return;
        for (const RoleId role : constraint.roles) {
            if (!m_bits.contains(role)) {
                m_bits.insert(role, quint32(m_bits.size()));
                m_constraintsOf.append(QList<ConstraintId>());
            }
            m_constraintsOf[m_bits.value(role)].append(id);
        }
    });
    if (isEmpty())
        return;
    QHash<RoleId, QList<RoleId>> seniors;
    policy.inheritance().forEach([&](const InheritanceRow &row) { seniors[row.junior].append(row.senior); });
    for (auto it = m_bits.cbegin(); it != m_bits.cend(); ++it) {
        QList<RoleId> open{it.key()};
        while (!open.isEmpty()) {
            const RoleId role = open.takeLast();
            BitSet &brings = m_brings[role];
            if (brings.test(*it))
                continue;
            brings.set(*it);
            open += seniors.value(role);
        }
    }
}

BitSet Separation::heldBy(UserId user, Instant now) const
{
    BitSet held;
    m_policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        const auto it = m_brings.constFind(row.role);
        if (it != m_brings.cend() && now < m_policy.validityOf(row).until)
            held.unite(*it);
    });
    return held;
}

QList<RoleId> Separation::rolesIn(const BitSet &held, const Constraint &constraint) const
{
    QList<RoleId> roles;
    for (const RoleId role : constraint.roles) {
        const auto bit = m_bits.constFind(role);
        if (bit != m_bits.cend() && held.test(*bit))
            roles.append(role);
    }
    return roles;
}

QList<RoleId> Separation::rolesOf(UserId user, const Constraint &constraint, Instant now) const
{
    return rolesIn(heldBy(user, now), constraint);
}

QList<Violation> Separation::violationsOf(UserId user, const BitSet &held) const
{
    QList<Violation> found;
    if (held.count() < 2)
        return found;
    QList<ConstraintId> hit; // each as often as the user has one of its roles
    held.forEach([&](quint32 bit) { hit += m_constraintsOf.at(bit); });
    std::sort(hit.begin(), hit.end());
    for (auto at = hit.cbegin(); at != hit.cend();) {
        const auto end = std::upper_bound(at, hit.cend(), *at);
        const Constraint &constraint = m_policy.constraints().at(*at);
        if (end - at >= constraint.limit)
            found.append({*at, user, rolesIn(held, constraint)});
        at = end;
    }
    return found;
}

QList<Violation> Separation::violationsOf(UserId user, Instant now) const
{
    return violationsOf(user, heldBy(user, now));
}

QList<Violation> Separation::violations(Instant now) const
{
    QList<Violation> found;
    if (isEmpty())
        return found;
    BitSet held;
    UserId user;
    m_policy.assignments().forEach([&](const AssignmentRow &row) {
        if (row.user != user) {
            found += violationsOf(user, held);
            user = row.user;
            held = {};
        }
        const auto it = m_brings.constFind(row.role);
        if (it != m_brings.cend() && now < m_policy.validityOf(row).until)
            held.unite(*it);
    });
    return found + violationsOf(user, held);
}

QString listed(const Policy &policy, const QList<RoleId> &roles)
{
    QStringList names;
    for (const RoleId role : roles)
        names.append(policy.roles().at(role).name);
    sortByCodePoint(names);
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return names.join(u", "_s) + u" and "_s + last;
}

QList<Violation> violations(const Policy &policy, Instant now)
{
    return Separation(policy).violations(now);
}

namespace {

// Where neither constraints nor inheritance changed, only users whose assignments did can be worse off.
std::optional<QSet<UserId>> usersTouched(const Policy &before, const Policy &after)
{
    bool isSameStructure = true;
    Policy::Constraints::forEachDifference(
        before.constraints(), after.constraints(),
        [&](ConstraintId, const Constraint *, const Constraint *) { isSameStructure = false; });
    Relation<InheritanceRow>::forEachDifference(
        before.inheritance(), after.inheritance(),
        [&](const InheritanceRow *, const InheritanceRow *) { isSameStructure = false; });
    if (!isSameStructure)
        return {};
    QSet<UserId> users;
    Relation<AssignmentRow>::forEachDifference(
        before.assignments(), after.assignments(),
        [&](const AssignmentRow *was, const AssignmentRow *is) { users.insert(is ? is->user : was->user); },
        [&](const AssignmentRow &was, const AssignmentRow &is) {
            return was.key() == is.key() && before.validityOf(was) == after.validityOf(is);
        });
    return users;
}

} // namespace

Findings newViolations(const Policy &before, const Policy &after, Instant now)
{
    Findings findings;
    const Separation separation(after);
    if (separation.isEmpty())
        return findings;
    QList<Violation> found;
    if (const auto users = usersTouched(before, after)) {
        for (const UserId user : *users)
            found += separation.violationsOf(user, now);
        std::sort(found.begin(), found.end(), [](const Violation &a, const Violation &b) {
            return a.user != b.user ? a.user < b.user : a.constraint < b.constraint;
        });
    } else {
        found = separation.violations(now);
    }
    if (found.isEmpty())
        return findings;
    const Separation separationBefore(before);
    for (const Violation &violation : std::as_const(found)) {
        const Constraint &constraint = after.constraints().at(violation.constraint);
        if (constraint.mode != Constraint::Mode::Enforce)
            continue;
        // It stands already, and no role was added to it.
        const Constraint *was = before.constraints().find(violation.constraint);
        if (was && was->kind == Constraint::Kind::Static) {
            const QList<RoleId> roles = separationBefore.rolesOf(violation.user, *was, now);
            const bool isWorse = std::any_of(violation.roles.begin(), violation.roles.end(),
                                             [&](RoleId role) { return !roles.contains(role); });
            if (roles.size() >= was->limit && !isWorse)
                continue;
        }
        const QString user = after.users().at(violation.user).id;
        findings.append(
            {Severity::Error, u"static-separation"_s,
             u"Constraint %1 forbids that user %2 has %3 together, also by inheritance. Take a role away, or change the constraint."_s
                 .arg(constraint.name, user, listed(after, violation.roles)),
             u"user "_s + user, 0, 0});
    }
    return findings;
}

} // namespace rolewright
