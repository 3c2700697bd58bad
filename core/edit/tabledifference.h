// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/policy/policy.h"

namespace rolewright {

// Which entity of one table is which of another.
template <class IdType, class Entity>
struct TableDifference
{
    using Entities = Table<IdType, Entity>;
    struct Pair
    {
        IdType before;
        IdType after;
    };

    const Entities &before;
    const Entities &after;
    bool sameLineage; // an id means the same in both
    QList<IdType> gone; // of before, by key
    QList<IdType> come; // of after, by key
    QList<Pair> kept; // by key after; of one lineage only those that differ
    QHash<IdType, IdType> beforeOf; // where the ids are not the same

    TableDifference(const Entities &beforeTable, const Entities &afterTable, bool lineage)
        : before(beforeTable)
        , after(afterTable)
        , sameLineage(lineage)
    {
        if (sameLineage)
            matchById();
        else
            matchByKey();
        sort(before, gone);
        sort(after, come);
        sortKept();
    }

    void sortKept()
    {
        std::sort(kept.begin(), kept.end(), [this](const Pair &a, const Pair &b) {
            return lessByCodePoint(keyOf(after.at(a.after)), keyOf(after.at(b.after)));
        });
    }

    // Of an entity of `after`; invalid where it came.
    IdType idBefore(IdType id) const
    {
        const auto it = beforeOf.constFind(id);
        if (it != beforeOf.cend())
            return *it;
        return sameLineage && before.contains(id) ? id : IdType();
    }

    // From the old key to the new one.
    QHash<QString, QString> renames() const
    {
        QHash<QString, QString> result;
        for (const Pair &pair : kept) {
            const QString was = keyOf(before.at(pair.before));
            const QString is = keyOf(after.at(pair.after));
            if (was != is)
                result.insert(was, is);
        }
        return result;
    }

private:
    void matchById()
    {
        Entities::forEachDifference(before, after, [&](IdType id, const Entity *was, const Entity *is) {
            if (was && is)
                kept.append({id, id});
            else
                (was ? gone : come).append(id);
        });
        if (gone.isEmpty() || come.isEmpty())
            return;
        // Removed and made again is the same thing again.
        QHash<QString, IdType> removed;
        for (const IdType id : std::as_const(gone))
            removed.insert(keyOf(before.at(id)), id);
        come.removeIf([&](IdType id) {
            const auto it = removed.constFind(keyOf(after.at(id)));
            if (it == removed.cend())
                return false;
            kept.append({*it, id});
            beforeOf.insert(id, *it);
            return true;
        });
        if (!beforeOf.isEmpty())
            gone.removeIf(
                [&](IdType id) { return after.idOf(keyOf(before.at(id))).isValid() && wasMadeAgain(id); });
    }
    bool wasMadeAgain(IdType id) const
    {
        const auto it = beforeOf.constFind(after.idOf(keyOf(before.at(id))));
        return it != beforeOf.cend() && *it == id;
    }

    void matchByKey()
    {
        after.forEach([&](IdType id, const Entity &entity) {
            const IdType was = before.idOf(keyOf(entity));
            if (!was.isValid()) {
                come.append(id);
                return;
            }
            beforeOf.insert(id, was);
            kept.append({was, id});
        });
        before.forEach([&](IdType id, const Entity &entity) {
            if (!after.idOf(keyOf(entity)).isValid())
                gone.append(id);
        });
    }

    static void sort(const Entities &table, QList<IdType> &ids)
    {
        std::sort(ids.begin(), ids.end(), [&](IdType a, IdType b) {
            return lessByCodePoint(keyOf(table.at(a)), keyOf(table.at(b)));
        });
    }
};

// Of all tables of two policies, which outlive it.
struct TableDifferences
{
    const Policy &before;
    const Policy &after;
    bool sameLineage;
    TableDifference<PermissionId, Permission> permissions{before.permissions(), after.permissions(),
                                                          sameLineage};
    TableDifference<RoleId, Role> roles{before.roles(), after.roles(), sameLineage};
    TableDifference<UserId, User> users{before.users(), after.users(), sameLineage};
    TableDifference<ConstraintId, Constraint> constraints{before.constraints(), after.constraints(),
                                                          sameLineage};
    TableDifference<OperationId, Operation> operations{before.operations(), after.operations(), sameLineage};
    TableDifference<TestId, PolicyTest> tests{before.tests(), after.tests(), sameLineage};
};

} // namespace rolewright
