// SPDX-License-Identifier: Apache-2.0
#include "ui/changes/takeback.h"

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

bool names(const Change &relation, const Change &entity)
{
    const auto ends = endsOf(relation.kind);
    return ends
        && ((ends->first == entity.kind && relation.key == entity.key)
            || (ends->second == entity.kind && relation.other == entity.key));
}

QString newName(const Change &rename)
{
    const QString *name = std::get_if<QString>(&rename.to);
    return name ? *name : QString();
}

bool belongTogether(const Change &a, const Change &b)
{
    if (a.verb == Verb::Rename && b.verb == Verb::Rename)
        return a.kind == b.kind && (a.key == newName(b) || b.key == newName(a));
    return a.verb == Verb::Remove && b.verb == Verb::Remove && (names(a, b) || names(b, a));
}

QSet<qsizetype> withCompanions(const QList<Change> &net, const QList<qsizetype> &chosen)
{
    QSet<qsizetype> all(chosen.begin(), chosen.end());
    QList<qsizetype> open = chosen;
    while (!open.isEmpty()) {
        const Change &change = net.at(open.takeLast());
        // A grant brings its role back, but not everything else that went with the role.
        if (change.verb != Verb::Remove && change.verb != Verb::Rename)
            continue;
        for (qsizetype i = 0; i < net.size(); ++i) {
            if (!all.contains(i) && belongTogether(change, net.at(i))) {
                all.insert(i);
                open.append(i);
            }
        }
    }
    return all;
}

} // namespace

QList<Change> takingBack(const QList<Change> &net, const QList<qsizetype> &chosen)
{
    const QSet<qsizetype> all = withCompanions(net, chosen);
    // Renames that stay: what is added back under a name of the base is called by its name of now.
    const auto renamed = [&](Kind kind, QString name) {
        for (qsizetype i = 0; i < net.size(); ++i) {
            const Change &change = net.at(i);
            if (change.verb == Verb::Rename && change.kind == kind && change.key == name && !all.contains(i))
                name = newName(change);
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
