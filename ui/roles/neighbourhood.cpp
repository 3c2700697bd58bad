// SPDX-License-Identifier: Apache-2.0
#include "ui/roles/neighbourhood.h"

#include <QQueue>
#include <QSet>

#include <algorithm>

namespace rolewright {

namespace {

using Neighbours = QHash<quint32, QList<RoleId>>;

} // namespace

Neighbourhood neighbourhood(const Policy &policy, RoleId role, int depth)
{
    Neighbourhood result;
    Neighbours juniors;
    Neighbours seniors;
    QList<RoleId> all;
    policy.inheritance().forEach([&](const InheritanceRow &row) {
        juniors[row.senior.value].append(row.junior);
        seniors[row.junior.value].append(row.senior);
    });
    QHash<quint32, int> indexes;
    const auto add = [&](RoleId id) {
        if (indexes.contains(id.value))
            return;
        if (result.nodes.size() == Neighbourhood::Maximum) {
            indexes.insert(id.value, -1);
            ++result.left;
            return;
        }
        const Role &found = policy.roles().at(id);
        indexes.insert(id.value, int(result.nodes.size()));
        result.nodes.append({id, found.name, found.enabled});
    };
    const auto byName = [&policy](RoleId a, RoleId b) {
        return policy.roles().at(a).name < policy.roles().at(b).name;
    };
    const bool everything = depth == Neighbourhood::Everything;
    if (policy.roles().contains(role))
        add(role);
    // Up and down by turns, so that neither side uses up the room of the other.
    QList<RoleId> up = result.nodes.isEmpty() ? QList<RoleId>() : QList<RoleId>{role};
    QList<RoleId> down = up;
    QSet<quint32> seenUp{role.value};
    QSet<quint32> seenDown{role.value};
    const auto step = [&](QList<RoleId> &front, QSet<quint32> &seen, const Neighbours &next) {
        QList<RoleId> found;
        for (const RoleId at : std::as_const(front)) {
            for (const RoleId id : next.value(at.value)) {
                if (!seen.contains(id.value)) {
                    seen.insert(id.value);
                    found.append(id);
                }
            }
        }
        std::sort(found.begin(), found.end(), byName);
        std::for_each(found.begin(), found.end(), add);
        front = found;
    };
    for (int i = 0; (everything || i < depth) && !(up.isEmpty() && down.isEmpty()); ++i) {
        step(down, seenDown, juniors);
        step(up, seenUp, seniors);
    }
    if (everything) {
        for (const RoleId id : policy.roles().idsByKey()) {
            if (juniors.contains(id.value) || seniors.contains(id.value))
                add(id);
        }
    }
    for (int i = 0; i < result.nodes.size(); ++i) {
        for (const RoleId junior : juniors.value(result.nodes.at(i).role.value)) {
            if (const int at = indexes.value(junior.value, -1); at >= 0)
                result.edges.append({i, at});
        }
    }
    return result;
}

QList<RoleId> wayDown(const Policy &policy, RoleId from, RoleId to)
{
    QHash<quint32, RoleId> cameFrom{{from.value, RoleId()}};
    QQueue<RoleId> waiting;
    waiting.enqueue(from);
    while (!waiting.isEmpty() && !cameFrom.contains(to.value)) {
        const RoleId senior = waiting.dequeue();
        policy.inheritance().forEachOf(senior.value, [&](const InheritanceRow &row) {
            if (cameFrom.contains(row.junior.value))
                return;
            cameFrom.insert(row.junior.value, senior);
            waiting.enqueue(row.junior);
        });
    }
    QList<RoleId> path;
    for (RoleId at = to; at.isValid() && cameFrom.contains(at.value); at = cameFrom.value(at.value))
        path.prepend(at);
    return path;
}

} // namespace rolewright
