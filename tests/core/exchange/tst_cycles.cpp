// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/cycles.h"

#include "tests/support/threadwork.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace rolewright;

namespace {

using Found = QList<std::pair<qsizetype, QList<quint32>>>;

Found cyclesOf(quint32 nodes, const Edges &edges)
{
    Found found;
    findCycles(nodes, edges, [&](qsizetype edge, const QList<quint32> &cycle) {
        found.append({edge, cycle});
    });
    return found;
}

// How many edges the shortest way has, by the definition; -1 where there is none.
qsizetype distance(quint32 from, quint32 to, const QSet<std::pair<quint32, quint32>> &edges)
{
    QSet<quint32> reached{from};
    for (qsizetype steps = 0;; ++steps) {
        if (reached.contains(to))
            return steps;
        const QSet<quint32> before = reached;
        for (const auto &[start, end] : edges) {
            if (before.contains(start))
                reached.insert(end);
        }
        if (reached == before)
            return -1;
    }
}

} // namespace

// Which inheritance closes a cycle, where there are many of both.
class TestCycles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheDefinition();
    void oneEdgeTooMany();
};

void TestCycles::agreesWithTheDefinition()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int run = 0; run < 300; ++run) {
        const quint32 nodes = 1 + random.bounded(8);
        QSet<std::pair<quint32, quint32>> drawn;
        Edges edges;
        for (quint32 i = random.bounded(3 * nodes); i > 0; --i) {
            const std::pair edge(random.bounded(nodes), random.bounded(nodes));
            if (!drawn.contains(edge))
                edges.append(edge);
            drawn.insert(edge);
        }
        QSet<std::pair<quint32, quint32>> kept;
        Found found = cyclesOf(nodes, edges);
        for (qsizetype i = 0; i < edges.size(); ++i) {
            const auto &[from, to] = edges.at(i);
            const qsizetype back = distance(to, from, kept);
            if (back < 0) {
                kept.insert(edges.at(i));
                continue;
            }
            QVERIFY(!found.isEmpty());
            const auto [edge, cycle] = found.takeFirst();
            QCOMPARE(edge, i);
            QCOMPARE(cycle.size(), back + 2);
            QCOMPARE(cycle.first(), from);
            QCOMPARE(cycle.at(1), to);
            QCOMPARE(cycle.last(), from);
            for (qsizetype step = 1; step + 1 < cycle.size(); ++step)
                QVERIFY(kept.contains({cycle.at(step), cycle.at(step + 1)}));
        }
        QVERIFY(found.isEmpty());
    }
}

// 2,000 roles that inherit 20 each, in any order, once took seconds where one edge too many closes a cycle.
void TestCycles::oneEdgeTooMany()
{
    constexpr quint32 Nodes = 2000;
    QList<quint32> names;
    for (quint32 i = 0; i < Nodes; ++i)
        names.append(i);
    QRandomGenerator random(1);
    std::shuffle(names.begin(), names.end(), random);
    Edges edges;
    for (quint32 i = 0; i < Nodes; ++i) {
        for (quint32 j = i + 1; j < std::min(Nodes, i + 21); ++j)
            edges.append({names.at(i), names.at(j)});
    }
    std::sort(edges.begin(), edges.end());
    const double floor = workOf([&] { QVERIFY(cyclesOf(Nodes, edges).isEmpty()); });
    edges.append({names.last(), names.first()});
    Found found;
    const double work = workOf([&] { found = cyclesOf(Nodes, edges); });
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().first, edges.size() - 1);
    QVERIFY2(work < 100 * floor, qPrintable(u"%1 ms, and %2 ms without"_s.arg(work).arg(floor)));
}

QTEST_APPLESS_MAIN(TestCycles)
#include "tst_cycles.moc"
