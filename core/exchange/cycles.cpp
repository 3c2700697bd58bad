// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/cycles.h"

#include <QHash>

#include <algorithm>
#include <array>

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

// A shortest way from one node to another, both included; empty where there is none. Searches from both ends
// in turn, so that it stops as soon as the smaller side is exhausted.
QList<quint32> way(const Neighbours &out, const Neighbours &in, quint32 from, quint32 to)
{
    if (from == to)
        return {from};
    struct Side
    {
        const Neighbours &next;
        QHash<quint32, quint32> cameFrom;
        QList<quint32> front;
    };
    std::array<Side, 2> sides{{{out, {{from, from}}, {from}}, {in, {{to, to}}, {to}}}};
    for (;;) {
        const bool forward = sides[0].cameFrom.size() <= sides[1].cameFrom.size();
        Side &side = sides[forward ? 0 : 1];
        const Side &other = sides[forward ? 1 : 0];
        if (side.front.isEmpty())
            return {};
        QList<quint32> front;
        for (const quint32 node : std::as_const(side.front)) {
            for (const quint32 next : side.next.at(node)) {
                if (side.cameFrom.contains(next))
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

} // namespace

void findCycles(quint32 nodes, const Edges &edges,
                const std::function<void(qsizetype edge, const QList<quint32> &cycle)> &report)
{
    const QList<bool> suspects = core(nodes, edges);
    Neighbours out(nodes), in(nodes);
    for (qsizetype i = 0; i < edges.size(); ++i) {
        const auto &[from, to] = edges.at(i);
        if (!suspects.at(from) || !suspects.at(to))
            continue;
        const QList<quint32> back = way(out, in, to, from);
        if (back.isEmpty()) {
            out[from].append(to);
            in[to].append(from);
        } else {
            report(i, QList<quint32>{from} + back);
        }
    }
}

} // namespace rolewright
