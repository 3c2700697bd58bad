// SPDX-License-Identifier: Apache-2.0
// The connection is lost while changes are applied, in the real window on a real server: nothing is lost, and
// nothing done twice (desktop.md, journey 8).
#include "tests/support/cuttingproxy.h"
#include "tests/ui/pictures.h"
#include "tests/ui/postgreswindow.h"
#include "ui/shell/messagebar.h"

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestLostJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsOutWhatBecameOfIt_data();
    void findsOutWhatBecameOfIt();
    void keepsWhatWasNotApplied();
    void opensAgainWhatWasAway();

private:
    static constexpr int Patience = 60'000; // ms, for what a real server has to do
    static bool openAs(GuardedProgram &program, const QString &location)
    {
        if (!program.show() || !program.open(location))
            return false;
        program.enter(u"ann"_s, TeamStore::password());
        return QTest::qWaitFor([&] { return !program.workspace.isShut(); }, Patience);
    }
    static bool addRole(Program &program, const QString &name)
    {
        Change change;
        change.verb = Change::Verb::Add;
        change.kind = Change::Kind::Role;
        change.key = name;
        change.to = Role{name, {}, true};
        return program.workspace.edit(u"add"_s, QList<Change>{change});
    }
    static Snapshot stored(const TeamStore &team)
    {
        team.server.useLogin(u"sue"_s, team.database);
        const Result<Snapshot> head = openStore(team.location(u"sue"_s)).value()->load();
        PostgresLogins::forget(team.location(u"sue"_s));
        return head.value();
    }
};

void TestLostJourney::findsOutWhatBecameOfIt_data()
{
    QTest::addColumn<int>("cut");
    QTest::newRow("of a COMMIT that was done") << int(CuttingProxy::Cut::Reply);
    QTest::newRow("of a COMMIT that never came") << int(CuttingProxy::Cut::Request);
}

void TestLostJourney::findsOutWhatBecameOfIt()
{
    QFETCH(int, cut);
    const TeamStore team;
    CuttingProxy proxy(team.server.port());
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(openAs(
        program, u"postgresql://ann@127.0.0.1:%1/%2?sslmode=disable"_s.arg(proxy.port()).arg(team.database)));
    QVERIFY(addRole(program, u"night"_s));
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    proxy.arm(CuttingProxy::Cut(cut));
    program.workspace.apply(u"because"_s);
    QVERIFY(committed.count() || committed.wait(Patience));
    QCOMPARE(proxy.cuts(), 1);
    QVERIFY(!program.workspace.draft().isDirty());
    const Snapshot head = stored(team);
    QCOMPARE(head.version, 2); // once
    QVERIFY(head.policy.roles().idOf(u"night"_s).isValid());
}

void TestLostJourney::keepsWhatWasNotApplied()
{
    const TeamStore team;
    QTemporaryDir home;
    GuardedProgram program(home);
    QVERIFY(openAs(program, team.location(u"ann"_s)));
    QVERIFY(addRole(program, u"night"_s));
    team.server.crash();
    program.workspace.apply(u"because"_s); // before or after the window knows
    QTRY_VERIFY_WITH_TIMEOUT(!program.workspace.isApplying(), Patience);
    QVERIFY(program.workspace.draft().isDirty());
    QTRY_VERIFY_WITH_TIMEOUT(program.workspace.isAway(), Patience);
    keepPictures(program.window, u"lost"_s);
    team.server.start();
    QTRY_VERIFY_WITH_TIMEOUT(!program.workspace.isAway(), Patience);
    QVERIFY(program.workspace.draft().isDirty());
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    auto *again = buttonOf(program.window.messages(), u"Apply them now"_s);
    QVERIFY(again && again->isVisible());
    again->click();
    QVERIFY(committed.count() || committed.wait(Patience));
    QCOMPARE(stored(team).version, 2);
}

void TestLostJourney::opensAgainWhatWasAway()
{
    const TeamStore team;
    const QString store = team.location(u"ann"_s);
    QTemporaryDir home;
    {
        GuardedProgram program(home);
        QVERIFY(openAs(program, store));
    }
    team.server.stop();
    GuardedProgram program(home);
    QVERIFY(program.show());
    QSignalSpy failed(&program.workspace, &Workspace::openFailed);
    program.window.openLast();
    const bool said = failed.count() || failed.wait(Patience);
    team.server.start();
    QVERIFY(said);
    // Tomorrow it may be there.
    QCOMPARE(program.settings.lastStore(), store);
    QCOMPARE(program.settings.recentStores(), QStringList{store});
    auto *again = buttonOf(program.window.messages(), u"Try again"_s);
    QVERIFY(again && again->isVisible());
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(program.signIn().isVisible(), Patience);
}

QTEST_MAIN(TestLostJourney)
#include "tst_lostjourney.moc"
