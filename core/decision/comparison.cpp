// SPDX-License-Identifier: Apache-2.0
#include "core/decision/comparison.h"

#include "core/base/text.h"
#include "core/decision/pathsearch.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = ComparedThing::Kind;
using Side = ComparedThing::Side;

bool isCancelled(const CancelToken *cancel)
{
    return cancel && cancel->load(std::memory_order_relaxed);
}

QString textOf(const GrantPath &path, const QString &name)
{
    QStringList parts = path.roles;
    if (!path.grant.isEmpty() && path.grant != name)
        parts.append(path.grant);
    return parts.join(u", "_s);
}

// Both sides of each thing, under kind and name.
class Collector
{
public:
    void add(Kind kind, const QString &name, bool left, const Side &side)
    {
        ComparedThing &thing = m_things[{int(kind), name}];
        thing.kind = kind;
        thing.name = name;
        (left ? thing.left : thing.right) = side;
    }
    QList<ComparedThing> take()
    {
        QList<ComparedThing> things = m_things.values();
        std::sort(things.begin(), things.end(), [](const ComparedThing &a, const ComparedThing &b) {
            return a.kind != b.kind ? a.kind < b.kind : lessByCodePoint(a.name, b.name);
        });
        return things;
    }

private:
    QHash<std::pair<int, QString>, ComparedThing> m_things;
};

// From the role itself; empty where the role or all that inherit are disabled.
GrantPath pathFrom(const PolicyIndex &index, RoleId role, SlotId slot)
{
    const Goal goal = permissionGoal(index, index.nameOf(slot));
    const auto enabled = [&](RoleId each) { return index.policy().roles().at(each).enabled; };
    return findPaths(index, {role}, enabled, goal.hits, 1).value(0);
}

void addJuniors(const PolicyIndex &index, RoleId role, bool left, Collector &collector)
{
    const Policy &policy = index.policy();
    index.reachAll(role).forEach([&](quint32 junior) {
        if (junior == role.value)
            return;
        Side side{true, policy.inheritance().find(role.value, junior) != nullptr, {}, {}, {}};
        if (!side.own) {
            QStringList through;
            policy.inheritance().forEachOf(role.value, [&](const InheritanceRow &row) {
                if (index.reachAll(row.junior).test(junior))
                    through.append(policy.roles().at(row.junior).name);
            });
            sortByCodePoint(through);
            side.through = through.join(u", "_s);
        }
        collector.add(Kind::Junior, policy.roles().at({junior}).name, left, side);
    });
}

void addGrants(const PolicyIndex &index, RoleId role, bool left, Collector &collector, const CancelToken *cancel)
{
    const Policy &policy = index.policy();
    QSet<QString> own;
    policy.grants().forEachOf(role.value, [&](const GrantRow &row) {
        own.insert(policy.textOf(row.grant));
        collector.add(Kind::Grant, policy.textOf(row.grant), left, {true, true, {}, {}, {}});
    });
    BitSet held = index.effective(role);
    held.intersect(index.holdable());
    held.forEach([&](quint32 slot) {
        if (isCancelled(cancel))
            return;
        const QString name = index.nameOf({slot}).toText();
        Side side{true, own.contains(name), {}, pathFrom(index, role, {slot}), {}};
        if (!side.own) {
            GrantPath through = side.path;
            through.roles.removeFirst(); // the role itself
            side.through = textOf(through, name);
        }
        collector.add(Kind::Grant, name, left, side);
    });
}

void addAssignments(const PolicyIndex &index, UserId user, Instant t, bool left, Collector &collector)
{
    const Policy &policy = index.policy();
    QHash<quint32, QStringList> brought;
    policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        if (!policy.isValidAt(row, t))
            return;
        index.reach(row.role).forEach(
            [&](quint32 junior) { brought[junior].append(policy.roles().at(row.role).name); });
    });
    for (auto it = brought.begin(); it != brought.end(); ++it) {
        sortByCodePoint(*it);
        collector.add(Kind::Role, policy.roles().at({it.key()}).name, left,
                      {true, false, it->join(u", "_s), {}, {}});
    }
    policy.assignments().forEachOf(user.value, [&](const AssignmentRow &row) {
        collector.add(Kind::Role, policy.roles().at(row.role).name, left,
                      {true, true, {}, {}, policy.validityOf(row)});
    });
}

} // namespace

QList<ComparedThing> compareRoles(const PolicyIndex &index, const QString &left, const QString &right,
                                  const CancelToken *cancel)
{
    const RoleId a = index.policy().roles().idOf(left);
    const RoleId b = index.policy().roles().idOf(right);
    if (!a.isValid() || !b.isValid())
        return {};
    Collector collector;
    for (const auto &[role, isLeft] : {std::pair(a, true), std::pair(b, false)}) {
        addJuniors(index, role, isLeft, collector);
        addGrants(index, role, isLeft, collector, cancel);
    }
    return isCancelled(cancel) ? QList<ComparedThing>() : collector.take();
}

QList<ComparedThing> compareUsers(const PolicyIndex &index, const QString &left, const QString &right,
                                  Instant t, const CancelToken *cancel)
{
    const UserId a = index.policy().users().idOf(left);
    const UserId b = index.policy().users().idOf(right);
    if (!a.isValid() || !b.isValid())
        return {};
    Collector collector;
    for (const auto &[user, isLeft] : {std::pair(a, true), std::pair(b, false)}) {
        addAssignments(index, user, t, isLeft, collector);
        for (const WhatCan &each : whatCan(index, user, t, cancel)) {
            const QString name = each.permission.toText();
            collector.add(Kind::Permission, name, isLeft, {true, false, textOf(each.path, name), each.path, {}});
        }
    }
    return isCancelled(cancel) ? QList<ComparedThing>() : collector.take();
}

} // namespace rolewright
