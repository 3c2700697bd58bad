// SPDX-License-Identifier: Apache-2.0
// How a Merge applies the edits that it keeps to theirs.
#include "core/edit/merge.h"

#include "core/edit/fields.h"

#include <algorithm>
#include <limits>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

constexpr qsizetype All = std::numeric_limits<qsizetype>::max();

} // namespace

QString Merge::nameIn(const Policy &policy, const Ent &ent) const
{
    if (ent.isNew)
        return ent.name;
    const auto name = [&](const auto &base, const auto &table) {
        const auto *entity = table.find(base.idOf(ent.name));
        return entity ? keyOf(*entity) : ent.name;
    };
    switch (ent.kind) {
    case Kind::Permission:
        return name(m_base.permissions(), policy.permissions());
    case Kind::Role:
        return name(m_base.roles(), policy.roles());
    case Kind::User:
        return name(m_base.users(), policy.users());
    case Kind::Constraint:
        return name(m_base.constraints(), policy.constraints());
    case Kind::Operation:
        return name(m_base.operations(), policy.operations());
    default:
        return name(m_base.tests(), policy.tests());
    }
}

// The change with the names and the `was` that the policy has.
Change Merge::onto(const Policy &policy, const Edit &edit) const
{
    const NewName newName = [&](Kind kind, const QString &name) {
        return nameIn(policy, m_my.ent(kind, name, edit.usesBaseNames));
    };
    Change change = edit.change;
    const auto end = [&](qsizetype index) { return nameIn(policy, edit.ends.at(index)); };
    switch (change.kind) {
    case Kind::Grant:
        change.key = end(0);
        if (edit.ends.size() > 1)
            change.other = end(1);
        break;
    case Kind::Inheritance:
    case Kind::Assignment:
    case Kind::Member:
        change.key = end(0);
        change.other = end(1);
        break;
    case Kind::Delegation:
    case Kind::Approval:
        change.was = renamed(change.was, newName);
        change.to = renamed(change.to, newName);
        return change;
    case Kind::Ownership:
        break;
    default:
        change.key = end(0);
    }
    if (change.verb != Verb::Rename)
        change.to = renamed(change.to, newName);
    if (change.verb == Verb::Remove || change.verb == Verb::Set)
        change.was = currentValue(policy, change);
    return change;
}

// As soon as the new name is free; two that wait for each other go through a temporary name.
void Merge::applyRenames(Applier &applier, const QList<qsizetype> &renames, Applied &applied) const
{
    QList<qsizetype> open = renames;
    while (!open.isEmpty()) {
        const qsizetype before = open.size();
        open.removeIf([&](qsizetype index) {
            const Change change = onto(applier.policy(), m_my.list().at(index));
            const QString to = std::get<QString>(change.to);
            if (change.key != to && exists(applier.policy(), change.kind, to))
                return false;
            const Status status = change.key == to ? Status() : applier.apply(change);
            if (!status)
                applied.refused.append({index, status.error().findings.first().message});
            return true;
        });
        if (open.size() < before)
            continue;
        // Does one of the others have the name? Then that one steps aside.
        const Change waiting = onto(applier.policy(), m_my.list().at(open.first()));
        const QString wanted = std::get<QString>(waiting.to);
        const auto holder = std::find_if(open.begin(), open.end(), [&](qsizetype index) {
            const Change other = onto(applier.policy(), m_my.list().at(index));
            return other.kind == waiting.kind && other.key == wanted;
        });
        QString free = (waiting.kind == Kind::Permission ? u"temporary:%1"_s : u"temporary %1"_s);
        int number = 1;
        while (exists(applier.policy(), waiting.kind, free.arg(number)))
            ++number;
        Status status = holder == open.end()
            ? applier.apply(waiting)
            : applier.apply({Verb::Rename, waiting.kind, wanted, {}, {}, {}, free.arg(number)});
        if (!status) {
            applied.refused.append({open.first(), status.error().findings.first().message});
            open.removeFirst();
        }
    }
}

Merge::Applied Merge::applied(qsizetype count) const
{
    Applier applier(m_theirs);
    Applied result;
    QList<qsizetype> order; // the edit of each change the applier was given
    QList<qsizetype> renames;
    const auto flush = [&] {
        const qsizetype before = applier.count();
        applyRenames(applier, renames, result);
        for (qsizetype i = before; i < applier.count(); ++i)
            order.append(-1); // a rename is refused at once or never
        renames.clear();
    };
    for (qsizetype index = 0; index < m_states.size() && count > 0; ++index) {
        if (m_states.at(index) != State::Kept)
            continue;
        --count;
        const Edit &edit = m_my.list().at(index);
        if (edit.change.verb == Verb::Rename) {
            renames.append(index);
            continue;
        }
        if (!renames.isEmpty())
            flush();
        order.append(index);
        if (const Status status = applier.apply(onto(applier.policy(), edit)); !status)
            result.refused.append({index, status.error().findings.first().message});
    }
    flush();
    if (const Status status = applier.finish(); !status && result.refused.isEmpty())
        result.refused.append(
            {order.at(Applier::indexOf(status.error())), status.error().findings.first().message});
    result.policy = applier.policy();
    return result;
}

// Leaves out what cannot be applied to theirs, such as a name that they have taken.
void Merge::settle()
{
    while (!m_result) {
        Applied all = applied(All);
        if (all.refused.isEmpty()) {
            m_result = all.policy;
            return;
        }
        for (const auto &[index, message] : std::as_const(all.refused))
            conflict(message, {index}, {});
    }
}

const Policy &Merge::result()
{
    settle();
    return *m_result;
}

} // namespace rolewright
