// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/cycles.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace rolewright {

namespace {

using Neighbours = QList<QList<quint32>>;

// The nodes that are on a cycle or between cycles: what is left when nodes without successors, or without
// predecessors, have been taken away again and again.
QList<bool> core(quint32 nodes, const Edges &edges)
{
    Neighbours out(nodes), in(nodes);
    for (const auto &[from, to] : edges) {
        out[from].append(to);
        in[to].append(from);
    }
    QList<bool> left(nodes, true);
    const std::array<std::pair<const Neighbours *, const Neighbours *>, 2> passes{{{&out, &in}, {&in, &out}}};
    for (const auto &[ahead, behind] : passes) {
        QList<qsizetype> count(nodes, 0);
        QList<quint32> free;
        for (quint32 node = 0; node < nodes; ++node) {
            count[node] = std::count_if(ahead->at(node).begin(), ahead->at(node).end(),
                                        [&](quint32 other) { return left.at(other); });
            if (left.at(node) && count.at(node) == 0)
                free.append(node);
        }
        while (!free.isEmpty()) {
            const quint32 node = free.takeLast();
            left[node] = false;
            for (const quint32 other : behind->at(node)) {
                if (left.at(other) && --count[other] == 0)
                    free.append(other);
            }
        }
    }
    return left;
}

// An order of the nodes in which every edge of a growing graph goes up, kept as in Pearce and Kelly, "A
// dynamic topological sort algorithm for directed acyclic graphs" (2007): only what lies between the ends of
// an edge that would go down is looked at, and put in order anew.
class GrowingOrder
{
public:
    // Begins with an order in which all edges go up but those that close a cycle in some depth-first walk.
    GrowingOrder(quint32 nodes, const Edges &edges)
        : m_out(nodes)
        , m_in(nodes)
        , m_rank(nodes, 0)
    {
        Neighbours all(nodes);
        for (const auto &[from, to] : edges)
            all[from].append(to);
        QList<bool> seen(nodes, false);
        quint32 rank = nodes;
        for (quint32 start = 0; start < nodes; ++start) {
            QList<std::pair<quint32, qsizetype>> open; // a node, and which of its neighbours comes next
            if (!std::exchange(seen[start], true))
                open.append({start, 0});
            while (!open.isEmpty()) {
                auto &[node, next] = open.last();
                if (next == all.at(node).size()) {
                    m_rank[node] = --rank; // after all that it leads to
                    open.removeLast();
                } else if (const quint32 other = all.at(node).at(next++); !std::exchange(seen[other], true)) {
                    open.append({other, 0});
                }
            }
        }
    }

    // Empty, and the edge is in; or a way back from its end to its start, both included, and it is not.
    QList<quint32> add(quint32 from, quint32 to)
    {
        if (m_rank.at(from) >= m_rank.at(to)) {
            const QList<quint32> back = way(to, from);
            if (!back.isEmpty())
                return back;
            putBefore(from, to);
        }
        m_out[from].append(to);
        m_in[to].append(from);
        return {};
    }

private:
    // A shortest one, which only goes up. Searches from both ends in turn, so that it stops as soon as the
    // smaller side is exhausted.
    QList<quint32> way(quint32 from, quint32 to) const
    {
        if (from == to)
            return {from};
        struct Side
        {
            const Neighbours &next;
            QHash<quint32, quint32> cameFrom;
            QList<quint32> front;
        };
        std::array<Side, 2> sides{{{m_out, {{from, from}}, {from}}, {m_in, {{to, to}}, {to}}}};
        for (;;) {
            const bool forward = sides[0].cameFrom.size() <= sides[1].cameFrom.size();
            Side &side = sides[forward ? 0 : 1];
            const Side &other = sides[forward ? 1 : 0];
            if (side.front.isEmpty())
                return {};
            QList<quint32> front;
            for (const quint32 node : std::as_const(side.front)) {
                for (const quint32 next : side.next.at(node)) {
                    if (!isBetween(next, from, to) || side.cameFrom.contains(next))
                        continue;
                    side.cameFrom.insert(next, node);
                    front.append(next);
                    if (!other.cameFrom.contains(next))
                        continue;
                    QList<quint32> path;
                    for (quint32 n = next;; n = sides[0].cameFrom.value(n)) {
                        path.prepend(n);
                        if (n == from)
                            break;
                    }
                    for (quint32 n = next; n != to;) {
                        n = sides[1].cameFrom.value(n);
                        path.append(n);
                    }
                    return path;
                }
            }
            side.front = front;
        }
    }

    bool isBetween(quint32 node, quint32 low, quint32 high) const
    {
        return m_rank.at(node) >= m_rank.at(low) && m_rank.at(node) <= m_rank.at(high);
    }

    // All that is reached from `start` between the two, by rank.
    QList<quint32> reached(quint32 start, const Neighbours &next, quint32 low, quint32 high) const
    {
        QList<quint32> found{start};
        QSet<quint32> seen{start};
        for (qsizetype i = 0; i < found.size(); ++i) {
            for (const quint32 node : next.at(found.at(i))) {
                if (isBetween(node, low, high) && !seen.contains(node)) {
                    seen.insert(node);
                    found.append(node);
                }
            }
        }
        std::sort(found.begin(), found.end(),
                  [this](quint32 a, quint32 b) { return m_rank.at(a) < m_rank.at(b); });
        return found;
    }

    // Puts `high`, which `low` does not lead to, and what leads to it before `low` and what that leads to.
    void putBefore(quint32 high, quint32 low)
    {
        const QList<quint32> nodes = reached(high, m_in, low, high) + reached(low, m_out, low, high);
        QList<quint32> ranks;
        for (const quint32 node : nodes)
            ranks.append(m_rank.at(node));
        std::sort(ranks.begin(), ranks.end());
        for (qsizetype i = 0; i < nodes.size(); ++i)
            m_rank[nodes.at(i)] = ranks.at(i);
    }

    Neighbours m_out;
    Neighbours m_in;
    QList<quint32> m_rank;
};

} // namespace

void findCycles(quint32 nodes, const Edges &edges,
                const std::function<void(qsizetype edge, const QList<quint32> &cycle)> &report)
{
    const QList<bool> suspects = core(nodes, edges);
    const auto isSuspect = [&](const std::pair<quint32, quint32> &edge) {
        return suspects.at(edge.first) && suspects.at(edge.second);
    };
    Edges suspicious;
    std::copy_if(edges.begin(), edges.end(), std::back_inserter(suspicious), isSuspect);
    if (suspicious.isEmpty())
        return;
    GrowingOrder order(nodes, suspicious);
    for (qsizetype i = 0; i < edges.size(); ++i) {
        if (!isSuspect(edges.at(i)))
            continue;
        const auto &[from, to] = edges.at(i);
        if (const QList<quint32> back = order.add(from, to); !back.isEmpty())
            report(i, QList<quint32>{from} + back);
    }
}

} // namespace rolewright
