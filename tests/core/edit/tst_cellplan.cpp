// SPDX-License-Identifier: Apache-2.0
#include "core/edit/cellplan.h"

#include "core/edit/apply.h"
#include "tests/support/policytext.h"

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Small = R"({"rolewright": 1,
  "permissions": [{"name": "a:x"}, {"name": "a:y"}],
  "roles": [{"name": "r", "grants": ["a:x"]}, {"name": "s"}],
  "users": [{"id": "u", "assignments": [{"role": "r", "until": "2030-01-01T00:00:00Z"}]}, {"id": "v"}]})";

const CellState Held{true, false, {}};
const CellState Free{false, false, {}};

CellState during(const QString &from, const QString &until)
{
    Validity validity;
    if (!from.isEmpty())
        validity.from = *parseDocumentTime(from);
    if (!until.isEmpty())
        validity.until = *parseDocumentTime(until);
    return {true, true, validity};
}

QStringList problems(const CellPlan &plan)
{
    QStringList lines;
    for (const CellPlan::Problem &problem : plan.problems)
        lines.append(u"%1: %2"_s.arg(problem.wish).arg(problem.message));
    return lines;
}

} // namespace

class tst_CellPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansGrants();
    void plansAssignmentsWithDates();
    void keepsWhatTheStoreSays();
    void saysWhatCannotBe();
};

void tst_CellPlan::plansGrants()
{
    const Policy policy = policyOf(Small);
    const CellPlan plan = planCells(policy, policy, Change::Kind::Grant,
                                    {{u"r"_s, u"a:x"_s, Free},
                                     {u"r"_s, u"a:y"_s, Held},
                                     {u"s"_s, u"a:x"_s, Free},
                                     {u"s"_s, u"a:*"_s, Held},
                                     {u"s"_s, u"a:*"_s, Held}});
    QCOMPARE(problems(plan), QStringList());
    QCOMPARE(descriptionsOf(plan.changes),
             (QStringList{u"revoke a:x from r"_s, u"grant a:y to r"_s, u"grant a:* to s"_s}));
    QCOMPARE(plan.given, 2);
    QCOMPARE(plan.taken, 1);
    QCOMPARE(plan.same, 1);
}

void tst_CellPlan::plansAssignmentsWithDates()
{
    const Policy policy = policyOf(Small);
    const CellPlan plan = planCells(policy, policy, Change::Kind::Assignment,
                                    {{u"u"_s, u"r"_s, during({}, u"2031-01-01T00:00:00Z"_s)},
                                     {u"v"_s, u"s"_s, during(u"2029-01-01T00:00:00Z"_s, {})}});
    QCOMPARE(problems(plan), QStringList());
    QCOMPARE(plan.given, 1);
    QCOMPARE(plan.redated, 1);
    Policy after = policy;
    QVERIFY(apply(after, *completed(policy, plan.changes)));
    // The same again is nothing.
    const CellPlan again = planCells(after, policy, Change::Kind::Assignment,
                                     {{u"u"_s, u"r"_s, during({}, u"2031-01-01T00:00:00Z"_s)},
                                      {u"v"_s, u"s"_s, during(u"2029-01-01T00:00:00Z"_s, {})}});
    QVERIFY(again.changes.isEmpty());
    QCOMPARE(again.same, 2);
}

void tst_CellPlan::keepsWhatTheStoreSays()
{
    const Policy base = policyOf(Small);
    QVERIFY(planCells(base, base, Change::Kind::Assignment, {{u"u"_s, u"r"_s, Held}}).changes.isEmpty());
    Policy taken = base;
    QVERIFY(apply(taken,
                  *completed(base,
                             planCells(base, base, Change::Kind::Assignment, {{u"u"_s, u"r"_s, Free}})
                                 .changes)));
    Policy back = taken;
    QVERIFY(apply(back,
                  *completed(taken,
                             planCells(taken, base, Change::Kind::Assignment, {{u"u"_s, u"r"_s, Held}})
                                 .changes)));
    QCOMPARE(textOf(back), textOf(base));
}

void tst_CellPlan::saysWhatCannotBe()
{
    const Policy policy = policyOf(Small);
    const CellPlan grants = planCells(policy, policy, Change::Kind::Grant,
                                      {{u"nobody"_s, u"a:x"_s, Held},
                                       {u"r"_s, u"a:z"_s, Held},
                                       {u"r"_s, u"a b"_s, Held},
                                       {u"s"_s, u"a:x"_s, Held},
                                       {u"s"_s, u"a:x"_s, Free}});
    QCOMPARE(grants.problems.size(), 4);
    QCOMPARE(problems(grants).at(0), u"0: There is no role \"nobody\"."_s);
    QCOMPARE(problems(grants).at(1), u"1: The catalogue has no permission \"a:z\"."_s);
    QCOMPARE(problems(grants).at(3), u"4: The same cell is pasted twice, with different values."_s);
    QCOMPARE(descriptionsOf(grants.changes), QStringList{u"grant a:x to s"_s});
    const CellPlan dates =
        planCells(policy, policy, Change::Kind::Assignment,
                  {{u"v"_s, u"r"_s, during(u"2031-01-01T00:00:00Z"_s, u"2030-01-01T00:00:00Z"_s)}});
    QCOMPARE(problems(dates), QStringList{u"0: It would end before it begins."_s});
    QVERIFY(dates.changes.isEmpty());
}

QTEST_GUILESS_MAIN(tst_CellPlan)
#include "tst_cellplan.moc"
