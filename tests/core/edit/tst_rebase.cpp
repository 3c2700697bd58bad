// SPDX-License-Identifier: Apache-2.0
#include "core/edit/rebase.h"

#include "core/edit/difference.h"
#include "core/validation/validate.h"
#include "tests/support/randomedits.h"
#include "tests/support/smallpolicy.h"

#include <rapidcheck.h>

#include <QElapsedTimer>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

using Kind = Change::Kind;
using Verb = Change::Verb;
using Changes = QList<Change>;

const Instant Now{1'000'000'000'000};

Change add(Kind kind, const QString &key, const QString &other)
{
    Change change{Verb::Add, kind, key, other, {}, {}, {}};
    if (kind == Kind::Assignment)
        change.to = Assignment();
    return change;
}
Change remove(Kind kind, const QString &key, const QString &other = {})
{
    return {Verb::Remove, kind, key, other, {}, {}, {}};
}
Change set(Kind kind, const QString &key, const QString &field, const Change::Value &to,
           const QString &other = {})
{
    return {Verb::Set, kind, key, other, field, {}, to};
}
Change rename(Kind kind, const QString &from, const QString &to)
{
    return {Verb::Rename, kind, from, {}, {}, {}, to};
}
Change addRole(const QString &name, const QString &description = {})
{
    return {Verb::Add, Kind::Role, name, {}, {}, {}, Role{name, description, true}};
}
Change addOperation(const QString &name, const QString &role)
{
    return {Verb::Add,
            Kind::Operation,
            name,
            {},
            {},
            {},
            Operation{name, {}, Requirement{Requirement::Kind::AnyRole, {role}, {}, {}}}};
}

// "kept: ...", "conflict: ..." lines of what became of my changes.
QString outcome(const Rebased &rebased)
{
    QStringList lines;
    for (const QString &line : descriptionsOf(rebased.changes))
        lines.append(u"kept: "_s + line);
    for (const Conflict &conflict : rebased.conflicts)
        lines.append(u"conflict on %1: mine %2; theirs %3"_s.arg(
            conflict.thing, descriptionsOf(conflict.mine).join(u", "_s),
            descriptionsOf(conflict.theirs).join(u", "_s)));
    return lines.join(u'\n');
}

} // namespace

Q_DECLARE_METATYPE(QList<rolewright::Change>)

class tst_Rebase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void things_data();
    void things();
    void errorsThatNeitherSideHad_data();
    void errorsThatNeitherSideHad();
    void changesMadeOnSomethingElse();
    void manyChangesAtOnce();
    void randomEdits();
};

void tst_Rebase::things_data()
{
    QTest::addColumn<Changes>("theirs");
    QTest::addColumn<Changes>("mine");
    QTest::addColumn<QString>("expected");

    QTest::newRow("different fields of a role")
        << Changes{set(Kind::Role, u"r0"_s, u"description"_s, u"theirs"_s)}
        << Changes{set(Kind::Role, u"r0"_s, u"enabled"_s, false)} << u"kept: disable role r0"_s;
    QTest::newRow("different grants of a role")
        << Changes{add(Kind::Grant, u"r2"_s, u"a:x"_s)} << Changes{add(Kind::Grant, u"r2"_s, u"a:y"_s)}
        << u"kept: grant a:y to r2"_s;
    QTest::newRow("the same change") << Changes{add(Kind::Grant, u"r2"_s, u"a:x"_s), addRole(u"r9"_s)}
                                     << Changes{addRole(u"r9"_s), add(Kind::Grant, u"r2"_s, u"a:x"_s)}
                                     << QString();
    QTest::newRow("the same field, differently")
        << Changes{set(Kind::User, u"u0"_s, u"name"_s, u"Alicia"_s)}
        << Changes{set(Kind::User, u"u0"_s, u"name"_s, u"Alice"_s),
                   set(Kind::User, u"u0"_s, u"active"_s, false)}
        << u"kept: deactivate user u0\n"
           "conflict on user u0, name: mine set name of user u0 to \"Alice\"; theirs set name of user u0 to \"Alicia\""_s;
    QTest::newRow("one assignment")
        << Changes{set(Kind::Assignment, u"u0"_s, u"until"_s, Instant{5}, u"r0"_s)}
        << Changes{remove(Kind::Assignment, u"u0"_s, u"r0"_s)}
        << u"conflict on assignment of r0 to u0: mine unassign r0 from u0; theirs let the "
           "assignment of r0 to u0 end at 1970-01-01T00:00:00.005Z"_s;
    QTest::newRow("my keys follow their renames")
        << Changes{rename(Kind::Role, u"r3"_s, u"chief"_s), rename(Kind::User, u"u0"_s, u"alice"_s),
                   rename(Kind::Permission, u"b:x"_s, u"c:z"_s)}
        << Changes{add(Kind::Assignment, u"u0"_s, u"r3"_s), add(Kind::Grant, u"r3"_s, u"b:x"_s),
                   addOperation(u"o9"_s, u"r3"_s)}
        << u"kept: add operation o9\nkept: grant c:z to chief\nkept: assign chief to alice"_s;
    QTest::newRow("their keys follow my renames")
        << Changes{add(Kind::Assignment, u"u0"_s, u"r2"_s), add(Kind::Grant, u"r2"_s, u"b:x"_s)}
        << Changes{rename(Kind::Role, u"r2"_s, u"chief"_s)} << u"kept: rename role r2 to chief"_s;
    QTest::newRow("both rename")
        << Changes{rename(Kind::Role, u"r2"_s, u"chief"_s)}
        << Changes{rename(Kind::Role, u"r2"_s, u"head"_s), add(Kind::Grant, u"head"_s, u"b:x"_s)}
        << u"kept: grant b:x to chief\n"
           "conflict on role r2, name: mine rename role r2 to head; theirs rename role r2 to chief"_s;
    QTest::newRow("renames in a circle")
        << Changes{add(Kind::Grant, u"r2"_s, u"b:x"_s)}
        << Changes{rename(Kind::Role, u"r2"_s, u"spare"_s), rename(Kind::Role, u"r3"_s, u"r2"_s),
                   rename(Kind::Role, u"spare"_s, u"r3"_s)}
        << u"kept: rename role r2 to temporary 1\nkept: rename role r3 to r2\nkept: rename role temporary 1 to r3"_s;
    QTest::newRow("a name that they have taken")
        << Changes{addRole(u"chief"_s)}
        << Changes{rename(Kind::Role, u"r2"_s, u"chief"_s), add(Kind::Grant, u"chief"_s, u"b:x"_s)}
        << u"kept: grant b:x to r2\nconflict on role r2, name: mine rename role r2 to chief; theirs "_s;
    QTest::newRow("both add, differently")
        << Changes{addRole(u"r9"_s, u"theirs"_s), add(Kind::Grant, u"r9"_s, u"a:x"_s)}
        << Changes{addRole(u"r9"_s, u"mine"_s), add(Kind::Grant, u"r9"_s, u"a:y"_s)}
        << u"conflict on role r9: mine add role r9, grant a:y to r9; theirs add role r9"_s;
    QTest::newRow("they delete what I change")
        << Changes{remove(Kind::User, u"u1"_s)}
        << Changes{add(Kind::Assignment, u"u1"_s, u"r3"_s), set(Kind::User, u"u1"_s, u"active"_s, false),
                   add(Kind::Grant, u"r3"_s, u"b:x"_s)}
        << u"kept: grant b:x to r3\n"
           "conflict on user u1: mine deactivate user u1, assign r3 to u1; theirs remove user u1"_s;
    QTest::newRow("I delete what they change")
        << Changes{add(Kind::Assignment, u"u1"_s, u"r3"_s)}
        << Changes{remove(Kind::User, u"u1"_s), add(Kind::Grant, u"r3"_s, u"b:x"_s)}
        << u"kept: grant b:x to r3\n"
           "conflict on user u1: mine unassign r2 from u1, remove user u1; theirs assign r3 to u1"_s;
    QTest::newRow("both delete") << Changes{remove(Kind::User, u"u1"_s)}
                                 << Changes{remove(Kind::User, u"u1"_s),
                                            remove(Kind::Grant, u"r0"_s, u"a:*"_s)}
                                 << u"kept: revoke a:* from r0"_s;
    QTest::newRow("they require what I delete")
        << Changes{addOperation(u"o9"_s, u"r3"_s)} << Changes{remove(Kind::Role, u"r3"_s)}
        << u"conflict on role r3: mine remove role r3; theirs add operation o9"_s;
    QTest::newRow("two ways of changing a delegation")
        << Changes{{Verb::Add, Kind::Delegation, {}, {}, {}, {}, Delegation{u"r2"_s, {u"r3"_s}, {}, {}}}}
        << Changes{{Verb::Add, Kind::Delegation, {}, {}, {}, {}, Delegation{u"r2"_s, {u"r0"_s}, {}, {}}}}
        << u"conflict on delegation to r2: mine add delegation: r2 may assign r0; theirs add delegation: r2 may assign r3"_s;
}

void tst_Rebase::things()
{
    QFETCH(Changes, theirs);
    QFETCH(Changes, mine);
    QFETCH(QString, expected);
    const Policy base = smallPolicy();
    const auto theirChanges = completed(base, theirs);
    const auto myChanges = completed(base, mine);
    QCOMPARE(problemsOf(theirChanges), QStringList());
    QCOMPARE(problemsOf(myChanges), QStringList());
    Policy theirPolicy = base;
    QVERIFY(apply(theirPolicy, *theirChanges));
    const Rebased rebased = rebase(base, theirPolicy, *myChanges, Now);
    QCOMPARE(outcome(rebased), expected);
    QVERIFY(apply(theirPolicy, rebased.changes));
    QCOMPARE(textOf(theirPolicy), textOf(rebased.result));
}

void tst_Rebase::errorsThatNeitherSideHad_data()
{
    QTest::addColumn<Changes>("theirs");
    QTest::addColumn<Changes>("mine");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("message");

    QTest::newRow("a cycle")
        << Changes{add(Kind::Inheritance, u"r2"_s, u"r3"_s)}
        << Changes{add(Kind::Grant, u"r2"_s, u"a:x"_s), add(Kind::Inheritance, u"r3"_s, u"r2"_s),
                   add(Kind::Grant, u"r3"_s, u"a:x"_s)}
        << u"kept: grant a:x to r2\nkept: grant a:x to r3\n"
           "conflict on inheritance of r2 by r3: mine let r3 inherit r2; theirs "_s
        << u"Roles inherit each other in a cycle: r2 inherits r3 inherits r2. Take one of these inheritances away."_s;
    QTest::newRow("separation of duty")
        << Changes{add(Kind::Member, u"c0"_s, u"r3"_s)}
        << Changes{add(Kind::Assignment, u"u1"_s, u"r3"_s), set(Kind::User, u"u1"_s, u"active"_s, false)}
        << u"kept: deactivate user u1\nconflict on assignment of r3 to u1: mine assign r3 to u1; theirs "_s
        << u"Constraint c0 forbids that user u1 has r2 and r3 together, also by inheritance. Take a role away, or change the constraint."_s;
    QTest::newRow("a constraint gets too small")
        << Changes{add(Kind::Member, u"c0"_s, u"r3"_s), set(Kind::Constraint, u"c0"_s, u"limit"_s, qint64(3)),
                   remove(Kind::Assignment, u"u0"_s, u"r1"_s)}
        << Changes{add(Kind::Member, u"c0"_s, u"r1"_s), remove(Kind::Member, u"c0"_s, u"r0"_s),
                   remove(Kind::Member, u"c0"_s, u"r2"_s), add(Kind::Member, u"c0"_s, u"r3"_s)}
        << u"kept: take role r2 out of constraint c0\nkept: add role r1 to constraint c0\n"
           "conflict on role r0 of constraint c0: mine take role r0 out of constraint c0; theirs "_s
        << u"The limit of constraint c0 is 3; it is between 2 and the number of its roles, 2."_s;
}

void tst_Rebase::errorsThatNeitherSideHad()
{
    QFETCH(QString, message);
    QFETCH(Changes, theirs);
    QFETCH(Changes, mine);
    const Policy base = smallPolicy();
    Policy theirPolicy = base;
    QVERIFY(apply(theirPolicy, *completed(base, theirs)));
    const Rebased rebased = rebase(base, theirPolicy, *completed(base, mine), Now);
    QTEST(outcome(rebased), "expected");
    QCOMPARE(rebased.conflicts.first().message, message);
}

void tst_Rebase::changesMadeOnSomethingElse()
{
    const Policy base = smallPolicy();
    const Rebased rebased = rebase(base, base, {remove(Kind::User, u"nobody"_s)}, Now);
    QCOMPARE(rebased.conflicts.size(), 1);
    QCOMPARE(rebased.conflicts.first().mine.size(), 1);
    QCOMPARE(textOf(rebased.result), textOf(base));
}

void tst_Rebase::manyChangesAtOnce()
{
    constexpr int Count = 20'000;
    Policy base = smallPolicy();
    Changes permissions;
    for (int i = 0; i < Count; ++i)
        permissions.append({Verb::Add,
                            Kind::Permission,
                            u"p:%1"_s.arg(i),
                            {},
                            {},
                            {},
                            Permission{{u"p"_s, QString::number(i), {}}, {}, false}});
    QVERIFY(apply(base, permissions));
    Changes mine;
    Changes theirs{rename(Kind::Role, u"r2"_s, u"chief"_s)};
    for (int i = 0; i < Count; ++i) {
        mine.append(add(Kind::Grant, u"r2"_s, u"p:%1"_s.arg(i)));
        theirs.append(add(Kind::Grant, i % 2 ? u"chief"_s : u"r3"_s, u"p:%1"_s.arg(i)));
    }
    for (int i = 0; i < 500; ++i) {
        mine.append(set(Kind::Permission, u"p:%1"_s.arg(i), u"sensitive"_s, true));
        theirs.append(set(Kind::Permission, u"p:%1"_s.arg(i), u"description"_s, u"theirs"_s));
        mine.append(set(Kind::Permission, u"p:%1"_s.arg(i + 1000), u"description"_s, u"mine"_s));
        theirs.append(set(Kind::Permission, u"p:%1"_s.arg(i + 1000), u"description"_s, u"theirs"_s));
    }
    Policy theirPolicy = base;
    QVERIFY(apply(theirPolicy, *completed(base, theirs)));
    QElapsedTimer timer;
    timer.start();
    const Rebased rebased = rebase(base, theirPolicy, *completed(base, mine), Now);
    qInfo("%lld changes rebased in %lld ms", qlonglong(mine.size()), qlonglong(timer.elapsed()));
    QVERIFY(timer.elapsed() < 10'000);
    QCOMPARE(rebased.changes.size(), Count / 2 + 500);
    QCOMPARE(rebased.conflicts.size(), 500);
}

void tst_Rebase::randomEdits()
{
    const bool good = rc::check(
        "what one side rebases on the other is what the other rebases on it",
        [](const std::vector<unsigned> &first, const std::vector<unsigned> &second) {
            const Policy base = smallPolicy();
            const Changes theirs = RandomEdits(first).validRest(base, Now);
            const Changes mine = RandomEdits(second).validRest(base, Now);
            Policy theirPolicy = base;
            Policy myPolicy = base;
            RC_ASSERT(apply(theirPolicy, theirs).has_value());
            RC_ASSERT(apply(myPolicy, mine).has_value());

            const Rebased onTheirs = rebase(base, theirPolicy, mine, Now);
            const Rebased onMine = rebase(base, myPolicy, theirs, Now);
            Policy policy = theirPolicy;
            RC_ASSERT(problemsOf(apply(policy, onTheirs.changes)).join(u'\n').toStdString() == std::string());
            RC_ASSERT(textOf(policy).toStdString() == textOf(onTheirs.result).toStdString());
            RC_ASSERT(validate(onTheirs.result).isEmpty());
            RC_LOG() << outcome(onTheirs).toStdString() << "\n---\n" << outcome(onMine).toStdString() << "\n";
            RC_ASSERT(onTheirs.conflicts.isEmpty() == onMine.conflicts.isEmpty());
            RC_CLASSIFY(onTheirs.conflicts.isEmpty(), "no conflict");
            if (onTheirs.conflicts.isEmpty())
                RC_ASSERT(textOf(onTheirs.result).toStdString() == textOf(onMine.result).toStdString());
            // Nothing is lost silently: what is not in the result was a conflict.
            const Rebased once = rebase(base, onTheirs.result, mine, Now);
            RC_ASSERT(linesOf(once.changes).isEmpty());
            RC_ASSERT(once.conflicts.isEmpty() == onTheirs.conflicts.isEmpty());
            // Onto the base itself nothing changes and nothing conflicts.
            const Rebased onBase = rebase(base, base, mine, Now);
            RC_ASSERT(onBase.conflicts.isEmpty());
            RC_ASSERT(textOf(onBase.result).toStdString() == textOf(myPolicy).toStdString());
            // And what they have already is not done again.
            const Rebased again = rebase(base, myPolicy, mine, Now);
            RC_ASSERT(again.conflicts.isEmpty());
            RC_ASSERT(again.changes.isEmpty());
        });
    QVERIFY(good);
}

QTEST_GUILESS_MAIN(tst_Rebase)
#include "tst_rebase.moc"
