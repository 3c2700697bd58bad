// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/whylines.h"

#include "core/decision/evaluate.h"
#include "core/decision/pathsearch.h"
#include "ui/widgets/momentedit.h"

#include <QCoreApplication>

namespace rolewright {

namespace {

constexpr qsizetype PathMaximum = 20; // ways that are told

struct WhyLines
{
    Q_DECLARE_TR_FUNCTIONS(WhyLines)
};

// Ways with the same beginning share its lines. `first` words the role that a way begins with.
template <class First>
void addPaths(QList<TreeLine> &to, const QList<GrantPath> &paths, First first)
{
    for (const GrantPath &path : paths) {
        QList<TreeLine> *level = &to;
        for (qsizetype i = 0; i < path.roles.size(); ++i) {
            const bool ends = path.grant.isEmpty() && i + 1 == path.roles.size();
            TreeLine &line = lineIn(*level,
                                    i == 0 ? first(path.roles.at(i))
                                           : WhyLines::tr("%1, inherited by %2").arg(path.roles.at(i), path.roles.at(i - 1)),
                                    ends ? TreeLine::Mark::Yes : TreeLine::Mark::None);
            level = &line.children;
        }
        if (!path.grant.isEmpty())
            level->append({WhyLines::tr("grants %1").arg(path.grant), TreeLine::Mark::Yes, {}, {}});
    }
    if (paths.size() == PathMaximum)
        to.append({WhyLines::tr("and perhaps further ways"), TreeLine::Mark::None, {}, {}});
}

void addBreaches(QList<TreeLine> &to, const PolicyIndex &index, const QList<RoleId> &roles)
{
    for (const ConstraintId id : brokenConstraints(index, roles))
        to.append({WhyLines::tr("The constraint %1 forbids these roles to act together: a session has to choose.")
                       .arg(index.policy().constraints().at(id).name),
                   TreeLine::Mark::Warning,
                   {},
                   {}});
}

QString withDates(const QString &role, const Validity &validity)
{
    const bool begins = validity.from != Instant::openStart();
    const bool ends = validity.until != Instant::openEnd();
    if (begins && ends)
        return WhyLines::tr("%1, assigned from %2 until %3")
            .arg(role, shownTime(validity.from), shownTime(validity.until));
    if (ends)
        return WhyLines::tr("%1, assigned until %2").arg(role, shownTime(validity.until));
    return begins ? WhyLines::tr("%1, assigned since %2").arg(role, shownTime(validity.from))
                  : WhyLines::tr("%1, assigned").arg(role);
}

} // namespace

QList<TreeLine> whyRoleHolds(const PolicyIndex &index, RoleId role, GrantId grant)
{
    const Policy &policy = index.policy();
    const QString name = policy.roles().at(role).name;
    const PermissionName wanted = policy.nameOf(grant);
    // A row of a pattern is about exactly this grant.
    const Goal goal = permissionGoal(index, wanted);
    const auto itself = [&](RoleId each) {
        return policy.grants().find(each.value, grant.value) ? QList<Hit>{{wanted.toText(), {}, {}}} : QList<Hit>();
    };
    const auto hits = grant.isPattern() ? std::function<QList<Hit>(RoleId)>(itself) : goal.hits;
    const auto enabled = [&](RoleId each) { return policy.roles().at(each).enabled; };
    const auto asIs = [](const QString &each) { return each; };
    QList<TreeLine> lines;
    if (!enabled(role)) {
        lines.append({WhyLines::tr("%1 is disabled: it gives nothing.").arg(name), TreeLine::Mark::Warning, {}, {}});
        return lines;
    }
    addPaths(lines, findPaths(index, {role}, enabled, hits, PathMaximum), asIs);
    if (!lines.isEmpty()) {
        addBreaches(lines, index, {role});
        return lines;
    }
    lines.append({WhyLines::tr("No grant of %1, or of a role that it inherits, covers %2.").arg(name, wanted.toText()),
                  TreeLine::Mark::No,
                  {},
                  {}});
    if (const PolicyIndex::Pair *pair = index.pair(wanted.resource, wanted.action); pair && !grant.isPattern()) {
        for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped) {
            if (index.effective(role).test(scoped.slot.value) && scoped.scope != wanted.scope)
                lines.append({WhyLines::tr("It has %1, which holds in this scope only.")
                                  .arg(index.nameOf(scoped.slot).toText()),
                              TreeLine::Mark::Warning,
                              {},
                              {}});
        }
    }
    return lines;
}

QList<TreeLine> whyUserHasRole(const PolicyIndex &index, UserId user, RoleId role, Instant now)
{
    const Policy &policy = index.policy();
    const QString id = policy.users().at(user).id;
    const auto enabled = [&](RoleId each) { return policy.roles().at(each).enabled; };
    const QList<RoleId> assigned = index.assignedRoles(user, now);
    QList<TreeLine> lines;
    if (!policy.users().at(user).active)
        lines.append({WhyLines::tr("%1 is inactive: denied everything that is not public.").arg(id),
                      TreeLine::Mark::Warning,
                      {},
                      {}});
    const auto dated = [&](const QString &name) {
        const AssignmentRow *row = policy.assignments().find(user.value, policy.roles().idOf(name).value);
        return withDates(name, policy.validityOf(*row));
    };
    const QList<GrantPath> paths = findPaths(index, assigned, enabled, roleGoal(role).hits, PathMaximum);
    addPaths(lines, paths, dated);
    policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        if (!index.reachAll(row.role).test(role.value))
            return;
        const Validity &validity = policy.validityOf(row);
        const QString name = policy.roles().at(row.role).name;
        QString text;
        if (validity.until <= now)
            text = WhyLines::tr("%1 was assigned until %2; that is over.").arg(name, shownTime(validity.until));
        else if (validity.from > now)
            text = WhyLines::tr("%1 is assigned from %2 on; that has not begun.").arg(name, shownTime(validity.from));
        else if (!index.reach(row.role).test(role.value))
            text = WhyLines::tr("%1 is assigned, but %2 is disabled or inherited through a disabled role only.")
                       .arg(name, policy.roles().at(role).name);
        if (!text.isEmpty())
            lines.append({text, TreeLine::Mark::Warning, {}, {}});
    });
    if (lines.isEmpty())
        lines.append({WhyLines::tr("No role that is assigned to %1 is %2 or inherits it.")
                          .arg(id, policy.roles().at(role).name),
                      TreeLine::Mark::No,
                      {},
                      {}});
    if (breaching(index, assigned).test(role.value))
        addBreaches(lines, index, assigned);
    return lines;
}

} // namespace rolewright
