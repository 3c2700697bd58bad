// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/takeback.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <utility>

namespace rolewright {

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

// What the two names of a relation are names of.
std::optional<std::pair<Kind, Kind>> endsOf(Kind relation)
{
    switch (relation) {
    case Kind::Grant:
        return std::pair(Kind::Role, Kind::Permission);
    case Kind::Inheritance:
        return std::pair(Kind::Role, Kind::Role);
    case Kind::Assignment:
        return std::pair(Kind::User, Kind::Role);
    case Kind::Member:
        return std::pair(Kind::Constraint, Kind::Role);
    default:
        return {};
    }
}

QString newName(const Change &rename)
{
    const QString *name = std::get_if<QString>(&rename.to);
    return name ? *name : QString();
}

using Thing = std::pair<int, QString>; // kind and name

Thing thing(Kind kind, const QString &name)
{
    return {int(kind), name};
}

// Where in the net changes what belongs together stands: removals by the entities that they are about, renames by
// their names before and after.
struct Companions
{
    QMultiHash<Thing, qsizetype> removedRelations; // of an entity
    QMultiHash<Thing, qsizetype> removedEntities;
    QMultiHash<Thing, qsizetype> renamesFrom;
    QMultiHash<Thing, qsizetype> renamesTo;

    explicit Companions(const QList<Change> &net)
    {
        for (qsizetype i = 0; i < net.size(); ++i) {
            const Change &change = net.at(i);
            if (change.verb == Verb::Rename) {
                renamesFrom.insert(thing(change.kind, change.key), i);
                renamesTo.insert(thing(change.kind, newName(change)), i);
            } else if (change.verb == Verb::Remove) {
                if (const auto ends = endsOf(change.kind)) {
                    removedRelations.insert(thing(ends->first, change.key), i);
                    removedRelations.insert(thing(ends->second, change.other), i);
                } else {
                    removedEntities.insert(thing(change.kind, change.key), i);
                }
            }
        }
    }
    QList<qsizetype> of(const Change &change) const
    {
        if (change.verb == Verb::Rename)
            return renamesTo.values(thing(change.kind, change.key)) + renamesFrom.values(thing(change.kind, newName(change)));
        // A grant brings its role back, but not everything else that went with the role.
        if (change.verb != Verb::Remove)
            return {};
        if (const auto ends = endsOf(change.kind))
            return removedEntities.values(thing(ends->first, change.key)) + removedEntities.values(thing(ends->second, change.other));
        return removedRelations.values(thing(change.kind, change.key));
    }
};

QSet<qsizetype> withCompanions(const QList<Change> &net, const QList<qsizetype> &chosen, const Companions &companions)
{
    QSet<qsizetype> all(chosen.begin(), chosen.end());
    QList<qsizetype> open = chosen;
    while (!open.isEmpty()) {
        for (const qsizetype i : companions.of(net.at(open.takeLast()))) {
            if (all.contains(i))
                continue;
            all.insert(i);
            open.append(i);
        }
    }
    return all;
}

} // namespace

QList<Change> takingBack(const QList<Change> &net, const QList<qsizetype> &chosen)
{
    const Companions companions(net);
    const QSet<qsizetype> all = withCompanions(net, chosen, companions);
    // Renames that stay: what is added back under a name of the base is called by its name of now. A cycle goes
    // through a temporary name, which the change set's order resolves: each name is followed forward only.
    const auto renamed = [&](Kind kind, QString name) {
        qsizetype last = -1;
        for (auto found = companions.renamesFrom.constFind(thing(kind, name));
             found != companions.renamesFrom.cend() && *found > last;
             found = companions.renamesFrom.constFind(thing(kind, name))) {
            last = *found;
            if (all.contains(last))
                break;
            name = newName(net.at(last));
        }
        return name;
    };
    QList<Change> changes;
    for (qsizetype i = net.size() - 1; i >= 0; --i) {
        if (!all.contains(i))
            continue;
        Change change = net.at(i).inverted();
        if (const auto ends = endsOf(change.kind); ends && change.verb == Verb::Add) {
            change.key = renamed(ends->first, change.key);
            change.other = renamed(ends->second, change.other);
        }
        changes.append(change);
    }
    return changes;
}

QList<Change> overruling(const Policy &policy, const QList<Change> &mine)
{
    QList<Change> changes;
    for (Change change : mine) {
        if (change.verb != Verb::Add)
            change.was = {};
        if (change.verb == Verb::Add && change.kind == Kind::Assignment) {
            const UserId user = policy.users().idOf(change.key);
            const RoleId role = policy.roles().idOf(change.other);
            if (user.isValid() && role.isValid() && policy.assignments().find(user.value, role.value))
                changes.append({Verb::Remove, change.kind, change.key, change.other, {}, {}, {}});
        }
        changes.append(change);
    }
    return changes;
}

} // namespace rolewright
