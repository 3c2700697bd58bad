// SPDX-License-Identifier: Apache-2.0
#include "core/analysis/causes.h"

#include "core/base/text.h"
#include "core/decision/impact.h"
#include "core/decision/performable.h"
#include "core/edit/applier.h"

#include <QHash>
#include <QMap>

#include <algorithm>

namespace rolewright {

namespace {

QStringList namesIn(const BitSet &bits, const BitSet &without, const QStringList &names)
{
    QStringList list;
    bits.forEachMissingIn(without, [&](quint32 bit) { list.append(names.at(bit)); });
    return list;
}

// The names of both sides, sorted. `table(policy)` has them by key.
template <class Table>
QStringList namesOfBoth(const PolicyIndex &before, const PolicyIndex &after, Table table)
{
    QStringList names;
    const auto take = [&](const PolicyIndex &index) {
        table(index.policy()).forEach([&](auto, const auto &entity) { names.append(keyOf(entity)); });
    };
    take(before);
    take(after);
    sortByCodePoint(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

// The user of an entry, whatever it was called on either side.
UserId userOf(const AccessChange &access, const PolicyIndex &before, const PolicyIndex &after)
{
    const UserId user = after.policy().users().idOf(access.user);
    return user.isValid() ? user : before.policy().users().idOf(access.user);
}

// The change at which a (user, permission) last turned.
using Turns = QHash<std::pair<UserId, QString>, qsizetype>;

QList<Cause> grouped(const Impact &net, const PolicyIndex &before, const PolicyIndex &after, const Turns &turns)
{
    QMap<qsizetype, Cause> causes;
    for (const AccessChange &access : net.changes) {
        const UserId is = after.policy().users().idOf(access.user);
        const UserId was = before.policy().users().idOf(access.user);
        const auto entryOf = [&](const QString &permission) -> AccessChange & {
            // One who went and came again under the same name has two entries, and two numbers.
            const qsizetype change = turns.contains({is, permission}) ? turns.value({is, permission})
                                                                      : turns.value({was, permission});
            Cause &cause = causes[change];
            cause.change = change;
            if (cause.impact.changes.isEmpty() || cause.impact.changes.last().user != access.user)
                cause.impact.changes.append({access.user, access.name, {}, {}});
            return cause.impact.changes.last();
        };
        for (const QString &permission : access.gained)
            entryOf(permission).gained.append(permission);
        for (const QString &permission : access.lost)
            entryOf(permission).lost.append(permission);
    }
    for (Cause &cause : causes) {
        for (const AccessChange &access : std::as_const(cause.impact.changes)) {
            cause.impact.gaining += access.gained.isEmpty() ? 0 : 1;
            cause.impact.losing += access.lost.isEmpty() ? 0 : 1;
        }
    }
    return causes.values();
}

} // namespace

std::optional<OperationImpact> operationImpact(const PolicyIndex &before, const PolicyIndex &after, Instant t,
                                               const CancelToken *cancel)
{
    OperationImpact effect;
    const QStringList operations =
        namesOfBoth(before, after, [](const Policy &policy) -> const Policy::Operations & { return policy.operations(); });
    if (operations.isEmpty())
        return effect;
    Performable could(before, operations, t);
    Performable can(after, operations, t);
    const QStringList users =
        namesOfBoth(before, after, [](const Policy &policy) -> const Policy::Users & { return policy.users(); });
    for (const QString &user : users) {
        if (cancel && cancel->load(std::memory_order_relaxed))
            return {};
        const BitSet &was = could.of(before.policy().users().idOf(user));
        const BitSet &is = can.of(after.policy().users().idOf(user));
        if (was == is)
            continue;
        // Names are sorted, and so are their bits.
        const OperationChange change {user, namesIn(is, was, operations), namesIn(was, is, operations)};
        effect.opened += change.opened.size();
        effect.closed += change.closed.size();
        effect.changes.append(change);
    }
    return effect;
}

Result<QList<Cause>> impactByCause(const PolicyIndex &before, const QList<Change> &changes, Instant t,
                                   const CancelToken *cancel, std::atomic<qint64> *progress)
{
    const auto cancelled = failure(ErrorCode::Cancelled, QStringLiteral("The comparison was cancelled."));
    Applier applier(before.policy());
    PolicyIndex index = before;
    RoleUsers holders(before.policy());
    Turns turns;
    for (qsizetype i = 0; i < changes.size(); ++i) {
        if (cancel && cancel->load(std::memory_order_relaxed))
            return cancelled;
        if (progress)
            progress->store(i, std::memory_order_relaxed);
        if (const Status done = applier.apply(changes.at(i)); !done)
            return failure(done.error());
        const PolicyIndex next = index.updated(applier.policy());
        const std::optional<Impact> step = impact(index, next, t, holders, cancel);
        if (!step)
            return cancelled;
        for (const AccessChange &access : step->changes) {
            const UserId user = userOf(access, index, next);
            for (const QString &permission : access.gained + access.lost)
                turns.insert({user, permission}, i);
        }
        index = next;
    }
    if (const Status whole = applier.finish(); !whole)
        return failure(whole.error());
    const std::optional<Impact> net = impact(before, index, t, true, cancel);
    if (!net)
        return cancelled;
    return grouped(*net, before, index, turns);
}

} // namespace rolewright
