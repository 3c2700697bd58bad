// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/text.h"

#include <QHash>
#include <QList>

#include <algorithm>
#include <array>

namespace rolewright {

// Key -> 32-bit id. 256 small hashes, so that an edit of a shared index copies one of them.
template <class Key>
class ShardedIndex
{
public:
    static constexpr quint32 None = 0xffffffffu;

    quint32 value(const Key &key) const
    {
        return m_shards.isEmpty() ? None : m_shards.at(shard(key)).value(key, None);
    }
    // The value that the key has already, or this one from now on.
    quint32 valueOrInsert(const Key &key, quint32 value)
    {
        if (m_shards.isEmpty())
            m_shards.resize(Shards);
        const qsizetype place = shard(key);
        const QHash<Key, quint32> &known = m_shards.at(place);
        if (const auto found = known.constFind(key); found != known.cend())
            return *found;
        m_shards[place].insert(key, value);
        return value;
    }
    void remove(const Key &key)
    {
        if (!m_shards.isEmpty())
            m_shards[shard(key)].remove(key);
    }

private:
    static constexpr int Shards = 256;
    // Another seed than QHash's own, or every shard would use a 256th of its buckets.
    static qsizetype shard(const Key &key) { return qsizetype(qHash(key, 0x5bd1e995u) % Shards); }

    QList<QHash<Key, quint32>> m_shards;
};

// Entities by id, in chunks that copies share: copying a table is O(1), an edit detaches one chunk. Ids grow and are
// never reused. Entity has `QString keyOf(const Entity &)`; keys are unique (asserted). Look-ups by id are O(1).
template <class IdType, class Entity>
class Table
{
public:
    qsizetype size() const { return m_size; }
    // One past the highest id ever given out.
    quint32 end() const { return m_end; }

    // Null where there is none of that id (any more).
    const Entity *find(IdType id) const
    {
        if (id.value >= m_end)
            return nullptr;
        const Slot &slot = m_chunks.at(id.value / ChunkSize).at(id.value % ChunkSize);
        return slot.used ? &slot.entity : nullptr;
    }
    const Entity &at(IdType id) const
    {
        const Entity *entity = find(id);
        Q_ASSERT(entity);
        return *entity;
    }
    bool contains(IdType id) const { return find(id) != nullptr; }
    // Invalid where no entity has that key.
    IdType idOf(const QString &key) const { return {m_index.value(key)}; }

    IdType insert(Entity entity)
    {
        const IdType id {m_end};
        const bool isNew = insertAt(id, std::move(entity));
        Q_ASSERT(isNew);
        Q_UNUSED(isNew)
        return id;
    }
    // For stores, which know the id. False, and nothing done, where the id or the key is taken.
    bool insertAt(IdType id, Entity entity)
    {
        if (contains(id) || m_index.valueOrInsert(keyOf(entity), id.value) != id.value)
            return false;
        reserveIds(id.value + 1);
        Slot &slot = slotOf(id);
        slot.entity = std::move(entity);
        slot.used = true;
        ++m_size;
        return true;
    }
    // The next id is at least this.
    void reserveIds(quint32 end)
    {
        while (quint32(m_chunks.size()) * ChunkSize < end)
            m_chunks.append(QList<Slot>(ChunkSize));
        m_end = std::max(m_end, end);
    }
    // The key may change: a rename.
    void replace(IdType id, Entity entity)
    {
        Slot &slot = slotOf(id);
        Q_ASSERT(slot.used);
        const QString before = keyOf(slot.entity);
        const QString after = keyOf(entity);
        if (before != after) {
            m_index.remove(before);
            const quint32 owner = m_index.valueOrInsert(after, id.value);
            Q_ASSERT(owner == id.value);
            Q_UNUSED(owner)
        }
        slot.entity = std::move(entity);
    }
    void remove(IdType id)
    {
        Slot &slot = slotOf(id);
        Q_ASSERT(slot.used);
        m_index.remove(keyOf(slot.entity));
        slot = {};
        --m_size;
    }

    // visit(id, entity), in the order of ids.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (quint32 i = 0; i < m_end; ++i) {
            const Slot &slot = m_chunks.at(i / ChunkSize).at(i % ChunkSize);
            if (slot.used)
                visit(IdType {i}, slot.entity);
        }
    }
    // All ids, ordered by key (code points): O(n log n).
    QList<IdType> idsByKey() const
    {
        QList<std::pair<QString, IdType>> keys;
        keys.reserve(m_size);
        forEach([&](IdType id, const Entity &entity) { keys.append({keyOf(entity), id}); });
        std::sort(keys.begin(), keys.end(),
                  [](const auto &a, const auto &b) { return lessByCodePoint(a.first, b.first); });
        QList<IdType> ids;
        ids.reserve(keys.size());
        for (const auto &[key, id] : keys)
            ids.append(id);
        return ids;
    }

    // visit(id, before or null, after or null) for ids whose entities differ; chunks that both share are skipped.
    template <class Visit>
    static void forEachDifference(const Table &before, const Table &after, Visit visit)
    {
        const quint32 end = std::max(before.m_end, after.m_end);
        for (quint32 chunk = 0; chunk * ChunkSize < end; ++chunk) {
            if (chunk < before.m_chunks.size() && chunk < after.m_chunks.size()
                && before.m_chunks.at(chunk).constData() == after.m_chunks.at(chunk).constData())
                continue;
            for (quint32 i = chunk * ChunkSize; i < std::min(end, (chunk + 1) * ChunkSize); ++i) {
                const Entity *was = before.find({i});
                const Entity *is = after.find({i});
                if ((was || is) && !(was && is && *was == *is))
                    visit(IdType {i}, was, is);
            }
        }
    }

private:
    static constexpr quint32 ChunkSize = 256;
    struct Slot
    {
        Entity entity;
        bool used = false;
    };
    Slot &slotOf(IdType id)
    {
        Q_ASSERT(id.value < m_end);
        return m_chunks[id.value / ChunkSize][id.value % ChunkSize];
    }

    QList<QList<Slot>> m_chunks;
    ShardedIndex<QString> m_index;
    qsizetype m_size = 0;
    quint32 m_end = 0;
};

// Values interned into small numbers, append only: an edit detaches one chunk and one shard.
template <class Value>
class Pool
{
public:
    // O(1); the same number for equal values.
    quint32 intern(const Value &value)
    {
        const quint32 number = m_index.valueOrInsert(value, m_size);
        if (number != m_size)
            return number;
        if (number % ChunkSize == 0) {
            m_chunks.append(QList<Value>());
            m_chunks.last().reserve(ChunkSize);
        }
        m_chunks.last().append(value);
        ++m_size;
        return number;
    }
    // ShardedIndex::None where it was never interned.
    quint32 find(const Value &value) const { return m_index.value(value); }
    // True where the two give the same numbers to what both have. O(1) a chunk where one was copied from the other.
    bool agreesWith(const Pool &other) const
    {
        const quint32 common = std::min(m_size, other.m_size);
        for (quint32 chunk = 0; chunk * ChunkSize < common; ++chunk) {
            const QList<Value> &a = m_chunks.at(chunk);
            const QList<Value> &b = other.m_chunks.at(chunk);
            if (a.constData() != b.constData()
                && !std::equal(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin()))
                return false;
        }
        return true;
    }
    const Value &at(quint32 number) const { return m_chunks.at(number / ChunkSize).at(number % ChunkSize); }
    quint32 size() const { return m_size; }

private:
    static constexpr quint32 ChunkSize = 256;
    QList<QList<Value>> m_chunks;
    ShardedIndex<Value> m_index;
    quint32 m_size = 0;
};

} // namespace rolewright
