// SPDX-License-Identifier: Apache-2.0
#include "core/decision/pathsearch.h"

#include "core/base/text.h"
#include "core/decision/evaluate.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What may stand among a role's own grants for (resource, action), whatever its scope; looked up once for all roles.
struct Candidates
{
    PermissionName access;
    bool isKnown = false;
    QList<std::pair<GrantId, PermissionName>> exact; // besides patterns
};

Candidates candidatesFor(const PolicyIndex &index, const PermissionName &access)
{
    Candidates candidates {access, false, {}};
    const PolicyIndex::Pair *pair = index.pair(access.resource, access.action);
    if (!pair)
        return candidates;
    candidates.isKnown = true;
    const auto add = [&](const PermissionName &name) {
        if (const GrantId id = index.policy().grantId(name); id.isValid())
            candidates.exact.append({id, name});
    };
    if (!isPattern(access)) {
        add(access);
        for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped)
            add({access.resource, access.action, scoped.scope});
    }
    return candidates;
}

// Sorted.
QList<PermissionName> ownGrants(const PolicyIndex &index, RoleId role, const Candidates &candidates)
{
    QList<PermissionName> grants;
    if (!candidates.isKnown)
        return grants;
    for (const auto &[id, name] : candidates.exact) {
        if (index.policy().grants().find(role.value, id.value))
            grants.append(name);
    }
    for (const PermissionName &pattern : index.patterns(role)) {
        if (covers(pattern.withoutScope(), candidates.access))
            grants.append(pattern);
    }
    if (grants.size() > 1) {
        std::sort(grants.begin(), grants.end(), [](const PermissionName &a, const PermissionName &b) {
            return lessByCodePoint(a.toText(), b.toText());
        });
    }
    return grants;
}

// Accept says of a grant's scope whether it does it; `by` is shown beside a scope that does.
Goal scopedGoal(const PolicyIndex &index, const PermissionName &access, const std::function<bool(const QString &)> &accept,
                const std::function<QString(const QString &)> &by, bool missesCount)
{
    Goal goal;
    const Candidates candidates = candidatesFor(index, access);
    goal.hits = [&index, candidates, accept, by](RoleId role) {
        QList<Hit> hits;
        for (const PermissionName &grant : ownGrants(index, role, candidates)) {
            if (accept(grant.scope))
                hits.append({grant.toText(), grant.scope, grant.hasScope() ? by(grant.scope) : QString()});
        }
        return hits;
    };
    goal.scopeMisses = [&index, candidates, accept, missesCount](RoleId role) {
        QList<Hit> hits;
        if (!missesCount)
            return hits;
        for (const PermissionName &grant : ownGrants(index, role, candidates)) {
            if (!accept(grant.scope))
                hits.append({grant.toText(), grant.scope, {}});
        }
        return hits;
    };
    if (const PolicyIndex::Pair *pair = index.pair(access.resource, access.action)) {
        if (accept({}))
            goal.satisfying.append(pair->unscoped);
        for (const PolicyIndex::Pair::Scoped &scoped : pair->scoped) {
            if (accept(scoped.scope))
                goal.satisfying.append(scoped.slot);
        }
    }
    return goal;
}

QString ownerOf(const PolicyIndex &index, const Request &request)
{
    const auto found = request.properties.find(index.policy().ownership().property);
    return found == request.properties.end() ? QString() : found->second;
}

} // namespace

Goal accessGoal(const PolicyIndex &index, const PolicyIndex::Pair &pair, bool owned, const Request &request)
{
    const QStringList relations = request.relations;
    return scopedGoal(
        index, index.nameOf(pair.unscoped),
        [owned, relations](const QString &scope) { return scope.isEmpty() || scopeHolds(scope, owned, relations); },
        [owner = ownerOf(index, request)](const QString &scope) { return scope == u"own" ? owner : scope; }, true);
}

Goal permissionGoal(const PolicyIndex &index, const PermissionName &permission)
{
    return scopedGoal(
        index, permission.withoutScope(),
        [wanted = permission.scope](const QString &scope) { return scope.isEmpty() || scope == wanted; },
        [](const QString &) { return QString(); }, false);
}

Goal ownGoal(const PolicyIndex &index, const PermissionName &permission, bool owned, const Request &request)
{
    return scopedGoal(
        index, permission.withoutScope(),
        [wanted = permission.scope, owned](const QString &scope) {
            return scope.isEmpty() ? owned || !wanted.isEmpty() : owned && scope == wanted;
        },
        [owner = ownerOf(index, request)](const QString &) { return owner; }, true);
}

Goal roleGoal(RoleId role)
{
    Goal goal;
    goal.hits = [role](RoleId candidate) { return candidate == role ? QList<Hit> {Hit {}} : QList<Hit> {}; };
    goal.scopeMisses = [](RoleId) { return QList<Hit> {}; };
    goal.role = role;
    return goal;
}

namespace {

struct PathFinder
{
    const PolicyIndex &index;
    const std::function<bool(RoleId)> &passable;
    const std::function<QList<Hit>(RoleId)> &hitsOf;
    qsizetype maximum;

    QHash<quint32, QList<RoleId>> juniors; // of the roles reached, passable ones only, by name
    QHash<quint32, QList<Hit>> hits;
    QList<QSet<quint32>> completes; // [k]: roles from which a path of k + 1 roles ends in a hit
    QList<GrantPath> paths;
    QList<RoleId> current;

    QString name(RoleId role) const { return index.policy().roles().at(role).name; }

    void sortByName(QList<RoleId> &roles) const
    {
        std::sort(roles.begin(), roles.end(), [&](RoleId a, RoleId b) { return lessByCodePoint(name(a), name(b)); });
    }

    void reach(QList<RoleId> work)
    {
        while (!work.isEmpty()) {
            const RoleId role = work.takeLast();
            if (juniors.contains(role.value))
                continue;
            QList<RoleId> below;
            index.policy().inheritance().forEachOf(role.value, [&](const InheritanceRow &row) {
                if (passable(row.junior))
                    below.append(row.junior);
            });
            sortByName(below);
            work.append(below);
            juniors.insert(role.value, below);
            if (const QList<Hit> found = hitsOf(role); !found.isEmpty())
                hits.insert(role.value, found);
        }
    }

    // Perfect pruning: a prefix is followed only where it can be completed at exactly this length.
    void walk(RoleId role, qsizetype remaining)
    {
        if (paths.size() >= maximum || !completes.at(remaining).contains(role.value) || current.contains(role))
            return;
        current.append(role);
        if (remaining == 0) {
            for (const Hit &hit : hits.value(role.value)) {
                if (paths.size() >= maximum)
                    break;
                GrantPath path;
                for (const RoleId step : std::as_const(current))
                    path.roles.append(name(step));
                path.grant = hit.grant;
                path.scope = hit.scope;
                path.by = hit.by;
                paths.append(path);
            }
        } else {
            for (const RoleId junior : juniors.value(role.value))
                walk(junior, remaining - 1);
        }
        current.removeLast();
    }
};

} // namespace

QList<GrantPath> findPaths(const PolicyIndex &index, const QList<RoleId> &starts,
                           const std::function<bool(RoleId)> &passable,
                           const std::function<QList<Hit>(RoleId)> &hits, qsizetype maximum)
{
    PathFinder finder {index, passable, hits, maximum, {}, {}, {}, {}, {}};
    QList<RoleId> from;
    for (const RoleId role : starts) {
        if (passable(role))
            from.append(role);
    }
    finder.sortByName(from);
    finder.reach(from);
    QSet<quint32> ending(finder.hits.keyBegin(), finder.hits.keyEnd());
    while (!ending.isEmpty() && finder.paths.size() < maximum
           && finder.completes.size() < finder.juniors.size()) {
        finder.completes.append(ending);
        for (const RoleId role : std::as_const(from))
            finder.walk(role, finder.completes.size() - 1);
        QSet<quint32> longer;
        for (auto role = finder.juniors.cbegin(); role != finder.juniors.cend(); ++role) {
            for (const RoleId junior : role.value()) {
                if (ending.contains(junior.value)) {
                    longer.insert(role.key());
                    break;
                }
            }
        }
        ending = longer;
    }
    return finder.paths;
}

} // namespace rolewright
