// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

#include <functional>
#include <utility>

namespace rolewright {

// Finds the edges that close a cycle when a graph is built edge by edge in the order given; such an edge is
// left out of the graph. report(index of the edge, the cycle as nodes: first the edge's start, last the start
// again), a shortest one. Linear where there is no cycle; else each edge against a depth-first order costs
// what lies between its ends. Pure; any thread.
using Edges = QList<std::pair<quint32, quint32>>;
void findCycles(quint32 nodes, const Edges &edges,
                const std::function<void(qsizetype edge, const QList<quint32> &cycle)> &report);

} // namespace rolewright
