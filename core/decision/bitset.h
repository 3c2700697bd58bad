// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <algorithm>
#include <bit>

namespace rolewright {

// A growing set of small numbers; copies share until one is written. Bits past the end are 0.
class BitSet
{
public:
    bool test(quint32 bit) const
    {
        const qsizetype word = bit / 64;
        return word < m_words.size() && (m_words.at(word) >> (bit % 64) & 1);
    }
    void set(quint32 bit)
    {
        const qsizetype word = bit / 64;
        if (word >= m_words.size())
            m_words.resize(word + 1);
        m_words[word] |= quint64(1) << (bit % 64);
    }
    void reset(quint32 bit)
    {
        const qsizetype word = bit / 64;
        if (word < m_words.size())
            m_words[word] &= ~(quint64(1) << (bit % 64));
    }
    // True if a bit was new.
    bool unite(const BitSet &other)
    {
        if (other.m_words.constData() == m_words.constData() || other.m_words.isEmpty())
            return false;
        if (m_words.isEmpty()) {
            m_words = other.m_words;
            return true;
        }
        bool anyNew = other.m_words.size() > m_words.size();
        for (qsizetype i = 0, n = std::min(m_words.size(), other.m_words.size()); i < n && !anyNew; ++i)
            anyNew = other.m_words.at(i) & ~m_words.at(i);
        if (!anyNew)
            return false;
        if (other.m_words.size() > m_words.size())
            m_words.resize(other.m_words.size());
        quint64 *to = m_words.data();
        const quint64 *from = other.m_words.constData();
        for (qsizetype i = 0; i < other.m_words.size(); ++i)
            to[i] |= from[i];
        return true;
    }
    bool intersects(const BitSet &other) const
    {
        for (qsizetype i = 0, n = std::min(m_words.size(), other.m_words.size()); i < n; ++i) {
            if (m_words.at(i) & other.m_words.at(i))
                return true;
        }
        return false;
    }
    void intersect(const BitSet &other)
    {
        if (other.m_words.size() < m_words.size())
            m_words.resize(other.m_words.size());
        quint64 *to = m_words.data();
        for (qsizetype i = 0; i < m_words.size(); ++i)
            to[i] &= other.m_words.at(i);
    }
    // How many bits of this and `mask` the other has not.
    qsizetype countMissingIn(const BitSet &other, const BitSet &mask) const
    {
        qsizetype n = 0;
        for (qsizetype i = 0, end = std::min(m_words.size(), mask.m_words.size()); i < end; ++i)
            n += std::popcount(m_words.at(i) & mask.m_words.at(i) & ~(i < other.m_words.size() ? other.m_words.at(i) : 0));
        return n;
    }
    qsizetype count() const
    {
        qsizetype n = 0;
        for (const quint64 word : m_words)
            n += std::popcount(word);
        return n;
    }
    bool isEmpty() const
    {
        return std::all_of(m_words.begin(), m_words.end(), [](quint64 word) { return word == 0; });
    }
    bool sharesWith(const BitSet &other) const { return m_words.constData() == other.m_words.constData(); }

    template <class Visit>
    void forEach(Visit visit) const
    {
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            for (quint64 word = m_words.at(i); word; word &= word - 1)
                visit(quint32(i * 64 + std::countr_zero(word)));
        }
    }
    // The bits of this that `other` has not: visit(bit).
    template <class Visit>
    void forEachMissingIn(const BitSet &other, Visit visit) const
    {
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            const quint64 theirs = i < other.m_words.size() ? other.m_words.at(i) : 0;
            for (quint64 word = m_words.at(i) & ~theirs; word; word &= word - 1)
                visit(quint32(i * 64 + std::countr_zero(word)));
        }
    }

    friend bool operator==(const BitSet &a, const BitSet &b)
    {
        if (a.sharesWith(b))
            return true;
        const qsizetype n = std::max(a.m_words.size(), b.m_words.size());
        for (qsizetype i = 0; i < n; ++i) {
            if ((i < a.m_words.size() ? a.m_words.at(i) : 0) != (i < b.m_words.size() ? b.m_words.at(i) : 0))
                return false;
        }
        return true;
    }

private:
    QList<quint64> m_words;
};

} // namespace rolewright
