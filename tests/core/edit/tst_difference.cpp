// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"

#include "tests/support/randomedits.h"
#include "tests/support/smallpolicy.h"

#include <rapidcheck.h>

#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;

Change rename(Kind kind, const QString &from, const QString &to)
{
    return {Verb::Rename, kind, from, {}, {}, {}, to};
}

} // namespace

class tst_Difference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void order();
    void renamesInACircle();
    void nameTakenOver();
    void madeAgain();
    void otherNumbersForTheSameValues();
    void randomEditsOfOneLineage();
    void randomPoliciesByName();
};

void tst_Difference::order()
{
    const Policy before = smallPolicy();
    const Policy after = policyOf(R"({"rolewright": 1,
 "ownership": {"property": "author"},
 "permissions": [{"name": "a:x", "sensitive": true}, {"name": "a:y"}, {"name": "c:z"}],
 "roles": [{"name": "r0", "grants": ["a:x", "c:*"]}, {"name": "r1", "grants": ["a:y", "c:z"], "enabled": false},
           {"name": "r3"}, {"name": "r4", "inherits": ["r0"]}],
 "users": [{"id": "u0", "assignments": [{"role": "r0"}, {"role": "r1", "until": "2028-01-01T00:00:00Z"}, {"role": "r4"}]}],
 "constraints": [{"name": "c0", "kind": "static", "roles": ["r0", "r3"], "limit": 2}],
 "operations": [{"name": "o0", "requires": {"anyRole": ["r0"]}},
                {"name": "o1", "requires": {"allOf": [{"anyPermission": ["a:x"]}, {"access": "a:y"}]}}],
 "administration": {"delegations": [{"role": "r4", "assign": ["r0"]}]}})");
    const QList<Change> changes = differenceByName(before, after);
    const QStringList expected{
        u"revoke a:* from r0"_s,
        u"stop r1 inheriting r0"_s,
        u"unassign r2 from u1"_s,
        u"take role r2 out of constraint c0"_s,
        u"remove delegation: r1 may assign r0 and grant a:x"_s,
        u"remove approval: role.delete needs r2"_s,
        u"remove test t0"_s,
        u"remove user u1"_s,
        u"remove role r2"_s,
        u"remove permission b:x"_s,
        u"add permission c:z"_s,
        u"add role r4"_s,
        u"set the ownership property to \"author\""_s,
        u"mark permission a:x as sensitive"_s,
        u"disable role r1"_s,
        u"let operation o0 require any role of r0"_s,
        u"let the assignment of r1 to u0 end at 2028-01-01T00:00:00Z"_s,
        u"grant c:* to r0"_s,
        u"grant c:z to r1"_s,
        u"let r4 inherit r0"_s,
        u"assign r4 to u0"_s,
        u"add role r3 to constraint c0"_s,
        u"add delegation: r4 may assign r0"_s,
    };
    QCOMPARE(descriptionsOf(changes).join(u'\n'), expected.join(u'\n'));
    Policy policy = before;
    QCOMPARE(problemsOf(apply(policy, changes)), QStringList());
    QCOMPARE(textOf(policy), textOf(after));
    QCOMPARE(problemsOf(apply(policy, inverted(changes))), QStringList());
    QCOMPARE(textOf(policy), textOf(before));
}

void tst_Difference::renamesInACircle()
{
    const Policy before = smallPolicy();
    Policy after = before;
    QVERIFY(apply(after,
                  {rename(Kind::Role, u"r0"_s, u"spare"_s), rename(Kind::Role, u"r1"_s, u"r0"_s),
                   rename(Kind::Role, u"r2"_s, u"r1"_s), rename(Kind::Role, u"spare"_s, u"r2"_s),
                   rename(Kind::User, u"u1"_s, u"u2"_s), rename(Kind::User, u"u0"_s, u"u1"_s)}));
    const QList<Change> changes = difference(before, after);
    QCOMPARE(descriptionsOf(changes).join(u'\n'),
             (QStringList{
                  u"rename role r0 to temporary 1"_s,
                  u"rename role r1 to r0"_s,
                  u"rename role r2 to r1"_s,
                  u"rename role temporary 1 to r2"_s,
                  u"rename user u1 to u2"_s,
                  u"rename user u0 to u1"_s,
              })
                 .join(u'\n'));
    Policy policy = before;
    QVERIFY(apply(policy, changes));
    QCOMPARE(textOf(policy), textOf(after));
}

// r2 goes and r0 takes its name, while o0 goes on naming "r2".
void tst_Difference::nameTakenOver()
{
    const Policy before = smallPolicy();
    Policy after = before;
    const Requirement onlyR1{Requirement::Kind::AnyRole, {u"r1"_s}, {}, {}};
    const Requirement r2{Requirement::Kind::AnyRole, {u"r0"_s, u"r2"_s}, {}, {}};
    const auto steps =
        completed(before,
                  {{Verb::Set, Kind::Operation, u"o0"_s, {}, u"requires"_s, {}, std::optional(onlyR1)},
                   {Verb::Remove, Kind::Approval, {}, {}, {}, Approval{{u"role.delete"_s}, u"r2"_s}, {}},
                   {Verb::Remove, Kind::Role, u"r2"_s, {}, {}, {}, {}},
                   rename(Kind::Role, u"r0"_s, u"r2"_s),
                   {Verb::Add, Kind::Role, u"r0"_s, {}, {}, {}, Role{u"r0"_s, {}, true}},
                   {Verb::Set, Kind::Operation, u"o0"_s, {}, u"requires"_s, {}, std::optional(r2)}});
    QCOMPARE(problemsOf(steps), QStringList());
    QVERIFY(apply(after, *steps));
    const QList<Change> changes = difference(before, after);
    Policy policy = before;
    QCOMPARE(problemsOf(apply(policy, changes)), QStringList());
    QCOMPARE(textOf(policy), textOf(after));
    QCOMPARE(problemsOf(apply(policy, inverted(changes))), QStringList());
    QCOMPARE(textOf(policy), textOf(before));
}

void tst_Difference::madeAgain()
{
    const Policy before = smallPolicy();
    const auto gone =
        completed(before,
                  {{Verb::Remove, Kind::Operation, u"o0"_s, {}, {}, {}, {}},
                   {Verb::Remove, Kind::Approval, {}, {}, {}, Approval{{u"role.delete"_s}, u"r2"_s}, {}},
                   {Verb::Remove, Kind::Role, u"r0"_s, {}, {}, {}, {}}});
    QCOMPARE(problemsOf(gone), QStringList());
    Policy after = before;
    QVERIFY(apply(after, *gone));
    QVERIFY(apply(after, inverted(*gone)));
    QCOMPARE(textOf(after), textOf(before));
    QVERIFY(after.roles().idOf(u"r0"_s) != before.roles().idOf(u"r0"_s));
    QCOMPARE(linesOf(difference(before, after)), QStringList());
}

// A store that reads a policy again may give other numbers to validities and patterns.
void tst_Difference::otherNumbersForTheSameValues()
{
    const auto add = [](Policy &policy, const QString &grant, qint64 until) {
        Change assign{Verb::Add,
                      Kind::Assignment,
                      u"u0"_s,
                      u"r2"_s,
                      {},
                      {},
                      Assignment{{Instant::openStart(), Instant{until}}, {}}};
        QVERIFY(apply(policy, {{Verb::Add, Kind::Grant, u"r2"_s, grant, {}, {}, {}}, assign}));
    };
    const auto remove = [](Policy &policy, const QString &grant) {
        QVERIFY(apply(policy,
                      *completed(policy,
                                 {{Verb::Remove, Kind::Grant, u"r2"_s, grant, {}, {}, {}},
                                  {Verb::Remove, Kind::Assignment, u"u0"_s, u"r2"_s, {}, {}, {}}})));
    };
    Policy before = smallPolicy();
    Policy after = before;
    add(before, u"b:*"_s, 1);
    add(after, u"c:*"_s, 2);
    QCOMPARE(
        descriptionsOf(difference(before, after)).join(u'\n'),
        u"revoke b:* from r2\nlet the assignment of r2 to u0 end at 1970-01-01T00:00:00.002Z\ngrant c:* to r2"_s);
    remove(after, u"c:*"_s);
    add(after, u"b:*"_s, 1);
    QCOMPARE(linesOf(difference(before, after)), QStringList());
}

void tst_Difference::randomEditsOfOneLineage()
{
    const bool good = rc::check(
        "difference() applies, gives the policy after, and leads back",
        [](const std::vector<unsigned> &numbers) {
            const Policy before = smallPolicy();
            Policy after = before;
            RandomEdits edits(numbers);
            while (!edits.atEnd()) {
                const Policy last = after;
                const QList<Change> changes = edits.next(after);
                if (!apply(after, changes))
                    continue;
                Policy back = after;
                RC_ASSERT(problemsOf(apply(back, inverted(changes))) == QStringList());
                RC_ASSERT(textOf(back).toStdString() == textOf(last).toStdString());
            }
            const QList<Change> changes = difference(before, after);
            Policy policy = before;
            RC_ASSERT(problemsOf(apply(policy, changes)).join(u'\n').toStdString() == std::string());
            RC_ASSERT(textOf(policy).toStdString() == textOf(after).toStdString());
            RC_ASSERT(linesOf(difference(policy, policy)).isEmpty());
            RC_ASSERT(problemsOf(apply(policy, inverted(changes))).join(u'\n').toStdString()
                      == std::string());
            RC_ASSERT(textOf(policy).toStdString() == textOf(before).toStdString());
        });
    QVERIFY(good);
}

void tst_Difference::randomPoliciesByName()
{
    const bool good = rc::check(
        "differenceByName() makes one policy equal to another",
        [](const std::vector<unsigned> &first, const std::vector<unsigned> &second) {
            const auto make = [](const std::vector<unsigned> &numbers) {
                Policy policy = smallPolicy();
                RC_ASSERT(apply(policy, RandomEdits(numbers).rest(policy)).has_value());
                return policy;
            };
            const Policy before = make(first);
            const Policy after = make(second);
            Policy policy = before;
            const QList<Change> changes = differenceByName(before, after);
            RC_ASSERT(problemsOf(apply(policy, changes)).join(u'\n').toStdString() == std::string());
            RC_ASSERT(textOf(policy).toStdString() == textOf(after).toStdString());
            RC_ASSERT(differenceByName(policy, after).isEmpty());
        });
    QVERIFY(good);
}

QTEST_GUILESS_MAIN(tst_Difference)
#include "tst_difference.moc"
