// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decision/policyindex.h"

#include <QHash>

namespace rolewright {

// What a PolicyIndex is made of. Lists are chunked where an edit touches one entry of many, so that it copies a chunk.
struct PolicyIndex::Data
{
    struct RoleData
    {
        bool enabled = false; // beside what every decision reads with it
        quint32 rank = 0; // juniors before seniors
        BitSet effective;
        BitSet own;
        BitSet reach;
        BitSet reachAll;
        QList<RoleId> juniors;
        QList<RoleId> seniors;
        QList<PermissionName> patterns; // among its grants
    };
    static constexpr quint32 ChunkSize = 64;

    QList<Pair> pairs;
    // Their numbers by either segment, so that a pattern visits what it covers.
    QHash<QString, QList<quint32>> pairsOfResource;
    QHash<QString, QList<quint32>> pairsOfAction;
    Pool<PermissionName> slotNames; // the number is the slot
    QList<quint32> pairOfSlot;
    QList<SlotId> slotOfPermission;
    QList<quint32> pairOfPermission;
    BitSet catalogue;
    BitSet holdable;
    QStringList patternScopes; // of patterns that some role holds or held
    QList<QList<RoleData>> roles;
    QHash<quint32, CompiledRequirement> requirements;
    QList<ConstraintId> dynamicConstraints;
    bool isRanked = true; // every junior before its seniors; false where inheritance has a cycle

    // Of the pair with that name, which has no scope; None where there is none.
    quint32 pairNumber(const PermissionName &name) const
    {
        const quint32 slot = slotNames.find(name);
        return slot == ShardedIndex<PermissionName>::None ? slot : pairOfSlot.at(slot);
    }
    const RoleData &role(RoleId id) const
    {
        static const RoleData none;
        const qsizetype chunk = id.value / ChunkSize;
        return chunk < roles.size() ? roles.at(chunk).at(id.value % ChunkSize) : none;
    }
    RoleData &role(RoleId id)
    {
        while (roles.size() <= qsizetype(id.value / ChunkSize))
            roles.append(QList<RoleData>(ChunkSize));
        return roles[id.value / ChunkSize][id.value % ChunkSize];
    }
};

// Builds and follows. Used by PolicyIndex only.
struct IndexBuilder
{
    using Data = PolicyIndex::Data;
    using RoleData = Data::RoleData;

    IndexBuilder(Data &d, const Policy &p) : data(d), policy(p) {}

    void build();
    // False where only a rebuild will do.
    bool update(const Policy &before);

private:
    void addBuiltIns();
    void enter(PermissionId id, const PermissionName &name); // its slot; nobody's grants are looked at
    void addPermission(PermissionId id, const PermissionName &name);
    void forgetPermission(PermissionId id);
    quint32 pairFor(const PermissionName &name);
    SlotId slotFor(quint32 pair, const QString &scope);
    void addPatternScope(const QString &scope);
    // visit(slot) for every slot that the grant covers.
    template <class Visit>
    void forEachCovered(const Policy &names, GrantId grant, Visit visit) const;
    bool coveredByOwn(RoleId role, const PermissionName &slotName) const;
    void addGrant(RoleId role, GrantId grant);
    void removeGrant(const Policy &before, RoleId role, GrantId grant);
    void followPermissions(const Policy &before, QList<RoleId> &dirty, QList<GrantRow> &added);
    void spread(RoleId role, QList<SlotId> fresh);
    void rankAll();
    bool rankAbove(const InheritanceRow &row); // false where only rankAll() will do
    void computeReach(RoleId role);
    void recompute(QList<RoleId> dirty, bool reachToo);
    void compileOperations();
    CompiledRequirement compile(const Requirement &requirement) const;
    void findConstraints();

    Data &data;
    const Policy &policy;
};

template <class Visit>
void IndexBuilder::forEachCovered(const Policy &names, GrantId id, Visit visit) const
{
    if (!id.isPattern()) {
        const SlotId slot = data.slotOfPermission.at(id.permission().value);
        const PolicyIndex::Pair &pair = data.pairs.at(data.pairOfPermission.at(id.permission().value));
        visit(slot);
        if (slot == pair.unscoped) {
            for (const PolicyIndex::Pair::Scoped &scoped : pair.scoped)
                visit(scoped.slot);
        }
        return;
    }
    const PermissionName grant = names.nameOf(id);
    const auto visitPair = [&](const PolicyIndex::Pair &pair) {
        if (!grant.hasScope())
            visit(pair.unscoped);
        for (const PolicyIndex::Pair::Scoped &scoped : pair.scoped) {
            if (!grant.hasScope() || scoped.scope == grant.scope)
                visit(scoped.slot);
        }
    };
    const PermissionName access = grant.withoutScope();
    const auto visitAll = [&](const QList<quint32> &numbers) {
        for (const quint32 number : numbers) {
            const PolicyIndex::Pair &pair = data.pairs.at(number);
            if (covers(access, data.slotNames.at(pair.unscoped.value)))
                visitPair(pair);
        }
    };
    if (isBuiltInResource(access.resource)) {
        for (const PermissionName &right : builtInRights()) {
            if (covers(access, right))
                visitPair(data.pairs.at(data.pairNumber(right)));
        }
    } else if (access.resource != anySegment()) {
        visitAll(data.pairsOfResource.value(access.resource));
    } else if (access.action != anySegment()) {
        visitAll(data.pairsOfAction.value(access.action));
    } else {
        for (const PolicyIndex::Pair &pair : data.pairs) {
            if (covers(access, data.slotNames.at(pair.unscoped.value)))
                visitPair(pair);
        }
    }
}

} // namespace rolewright
