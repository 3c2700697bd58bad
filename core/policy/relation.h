// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <algorithm>
#include <type_traits>

namespace rolewright {

// A set of rows (first, second, ...) ordered and unique by `key()` = first << 32 | second, in flat chunks that copies
// share: copying is O(1), an edit detaches one chunk of some thousand rows, a look-up is two binary searches.
template <class Row>
class Relation
{
    static_assert(std::is_trivially_copyable_v<Row>);

public:
    qsizetype size() const { return m_size; }

    const Row *find(quint32 first, quint32 second) const
    {
        const quint64 key = keyOf(first, second);
        const qsizetype chunk = chunkOf(key);
        if (chunk < 0)
            return nullptr;
        const QList<Row> &rows = m_chunks.at(chunk);
        const auto at = lowerBound(rows, key);
        return at != rows.end() && at->key() == key ? &*at : nullptr;
    }

    // False, and nothing done, where the key is there already.
    bool insert(const Row &row)
    {
        if (m_chunks.isEmpty())
            m_chunks.append(QList<Row>());
        const qsizetype chunk = std::max<qsizetype>(0, chunkOf(row.key()));
        const QList<Row> &before = m_chunks.at(chunk);
        const auto at = lowerBound(before, row.key());
        if (at != before.end() && at->key() == row.key())
            return false;
        const qsizetype index = at - before.begin();
        QList<Row> &rows = m_chunks[chunk];
        rows.insert(index, row);
        if (rows.size() > ChunkMaximum) {
            const qsizetype half = rows.size() / 2;
            QList<Row> upper = rows.mid(half);
            rows.resize(half);
            m_chunks.insert(chunk + 1, std::move(upper));
        }
        ++m_size;
        return true;
    }

    // False where the key is not there.
    bool replace(const Row &row)
    {
        const qsizetype chunk = chunkOf(row.key());
        if (chunk < 0)
            return false;
        const QList<Row> &before = m_chunks.at(chunk);
        const auto at = lowerBound(before, row.key());
        if (at == before.end() || at->key() != row.key())
            return false;
        const qsizetype index = at - before.begin();
        m_chunks[chunk][index] = row;
        return true;
    }

    // False where the key is not there.
    bool remove(quint32 first, quint32 second)
    {
        const quint64 key = keyOf(first, second);
        const qsizetype chunk = chunkOf(key);
        if (chunk < 0)
            return false;
        const QList<Row> &before = m_chunks.at(chunk);
        const auto at = lowerBound(before, key);
        if (at == before.end() || at->key() != key)
            return false;
        const qsizetype index = at - before.begin();
        QList<Row> &rows = m_chunks[chunk];
        rows.remove(index);
        if (rows.isEmpty())
            m_chunks.remove(chunk);
        --m_size;
        return true;
    }

    // Everything at once, in any order, keys unique: O(n log n), O(n) where sorted already.
    void assign(QList<Row> rows)
    {
        const auto less = [](const Row &a, const Row &b) { return a.key() < b.key(); };
        if (!std::is_sorted(rows.begin(), rows.end(), less))
            std::sort(rows.begin(), rows.end(), less);
        m_chunks.clear();
        m_size = rows.size();
        for (qsizetype i = 0; i < rows.size(); i += ChunkFill)
            m_chunks.append(rows.mid(i, ChunkFill));
    }

    // visit(row), in order; a visitor that returns bool stops with false.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const QList<Row> &rows : m_chunks) {
            for (const Row &row : rows) {
                if (!proceed(visit, row))
                    return;
            }
        }
    }
    // The same for the rows of one `first`, ordered by `second`.
    template <class Visit>
    void forEachOf(quint32 first, Visit visit) const
    {
        const quint64 key = keyOf(first, 0);
        qsizetype chunk = chunkOf(key);
        if (chunk < 0)
            chunk = 0;
        for (bool start = true; chunk < m_chunks.size(); ++chunk, start = false) {
            const QList<Row> &rows = m_chunks.at(chunk);
            for (auto at = start ? lowerBound(rows, key) : rows.begin(); at != rows.end(); ++at) {
                if (quint32(at->key() >> 32) != first || !proceed(visit, *at))
                    return;
            }
        }
    }

    // visit(before or null, after or null) for rows that differ; chunks that both share are skipped. A visitor
    // that returns bool stops with false. Where the numbers in
    // rows may mean different things in the two policies (each interned its own), `same` compares what they mean.
    template <class Visit>
    static void forEachDifference(const Relation &before, const Relation &after, Visit visit)
    {
        forEachDifference(before, after, visit, [](const Row &was, const Row &is) { return was == is; });
    }
    template <class Visit, class Same>
    static void forEachDifference(const Relation &before, const Relation &after, Visit visit, Same same)
    {
        Walk a {before};
        Walk b {after};
        for (;;) {
            while (!a.done() && !b.done() && a.index == 0 && b.index == 0
                   && a.rows().constData() == b.rows().constData()) {
                a.nextChunk();
                b.nextChunk();
            }
            if (a.done() && b.done())
                return;
            const Row *was = a.done() ? nullptr : &a.row();
            const Row *is = b.done() ? nullptr : &b.row();
            if (was && is && was->key() != is->key())
                (was->key() < is->key() ? is : was) = nullptr;
            Q_ASSERT(was || is);
            if (!(was && is && same(*was, *is)) && !proceed(visit, was, is))
                return;
            if (was)
                a.next();
            if (is)
                b.next();
        }
    }

private:
    static constexpr qsizetype ChunkMaximum = 2048;
    static constexpr qsizetype ChunkFill = 1536; // leaves room to insert

    static quint64 keyOf(quint32 first, quint32 second) { return quint64(first) << 32 | second; }
    static auto lowerBound(const QList<Row> &rows, quint64 key)
    {
        return std::lower_bound(rows.begin(), rows.end(), key,
                                [](const Row &row, quint64 wanted) { return row.key() < wanted; });
    }
    // The last chunk whose first key is not above, or -1.
    qsizetype chunkOf(quint64 key) const
    {
        const auto after = std::upper_bound(m_chunks.begin(), m_chunks.end(), key, [](quint64 wanted, const QList<Row> &rows) {
            return wanted < (rows.isEmpty() ? 0 : rows.first().key());
        });
        return (after - m_chunks.begin()) - 1;
    }
    template <class Visit, class... Rows>
    static bool proceed(Visit &visit, const Rows &...rows)
    {
        if constexpr (std::is_void_v<std::invoke_result_t<Visit &, const Rows &...>>) {
            visit(rows...);
            return true;
        } else {
            return visit(rows...);
        }
    }

    struct Walk
    {
        const Relation &relation;
        qsizetype chunk = 0;
        qsizetype index = 0;

        bool done() const { return chunk >= relation.m_chunks.size(); }
        const QList<Row> &rows() const { return relation.m_chunks.at(chunk); }
        const Row &row() const { return rows().at(index); }
        void nextChunk()
        {
            ++chunk;
            index = 0;
        }
        void next()
        {
            if (++index == rows().size())
                nextChunk();
        }
    };

    QList<QList<Row>> m_chunks; // none is empty once a row is in, each sorted, all sorted
    qsizetype m_size = 0;
};

} // namespace rolewright
