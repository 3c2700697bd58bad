// SPDX-License-Identifier: Apache-2.0
// Two administrators in two real windows on one PostgreSQL store: what one applies shows in the other
// (desktop.md, journey 7). ROLEWRIGHT_PICTURES names a folder for its pictures.
#include "tests/ui/pictures.h"
#include "tests/ui/postgreswindow.h"
#include "ui/changes/conflictspane.h"
#include "ui/shell/messagebar.h"

#include <QPlainTextEdit>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestTeamJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhoElseIsThere();
    void showsWhatTheOtherDid();
    void tellsNobodyWhoMayNotReadTheTrail();
    void letsTheMarksGo();
    void asksAboutTheSameThing();
    void doesTheSameOnce();

private:
    static constexpr int Patience = 30'000; // ms, for what a real server has to do
    std::unique_ptr<TeamStore> m_team;
    std::unique_ptr<QTemporaryDir> m_homes[2];
    std::unique_ptr<GuardedProgram> m_ann;
    std::unique_ptr<GuardedProgram> m_sue;

    // Several windows: keys go to the active one.
    static bool toFront(GuardedProgram &program)
    {
        program.window.raise();
        program.window.activateWindow();
        return QTest::qWaitFor([&] { return QApplication::activeWindow() == &program.window; }, Patience);
    }
    bool open(GuardedProgram &program, const QString &user)
    {
        if (!program.show() || !program.open(m_team->location(user)) || !toFront(program))
            return false;
        program.enter(user, TeamStore::password());
        return QTest::qWaitFor([&] { return !program.workspace.isShut(); }, Patience);
    }
    static bool grant(GuardedProgram &program, const QString &permission, const QString &role)
    {
        if (!toFront(program))
            return false;
        program.window.matrix().foldAll(false);
        program.matrix().setFocus();
        program.matrix().goTo(permission, role);
        press(Qt::Key_Insert);
        return program.workspace.draft().isDirty();
    }
    static bool describeRole(GuardedProgram &program, const QString &role, const QString &text)
    {
        Change change;
        change.kind = Change::Kind::Role;
        change.key = role;
        change.field = u"description"_s;
        change.to = text;
        return program.workspace.edit(u"describe"_s, QList<Change>{change});
    }
    static bool apply(GuardedProgram &program)
    {
        QSignalSpy committed(&program.workspace, &Workspace::committed);
        program.workspace.apply(u"because"_s);
        return committed.count() || committed.wait(Patience);
    }
    static bool hasVersion(GuardedProgram &program, qint64 version)
    {
        return QTest::qWaitFor([&] { return program.workspace.draft().baseVersion() == version; }, Patience);
    }
};

void TestTeamJourney::init()
{
    m_team = std::make_unique<TeamStore>();
    for (auto &home : m_homes)
        home = std::make_unique<QTemporaryDir>();
    m_ann = std::make_unique<GuardedProgram>(*m_homes[0]);
    m_sue = std::make_unique<GuardedProgram>(*m_homes[1]);
    QVERIFY(open(*m_ann, u"ann"_s));
    QVERIFY(open(*m_sue, u"sue"_s));
}

void TestTeamJourney::cleanup()
{
    m_ann.reset();
    m_sue.reset();
    m_team.reset();
}

void TestTeamJourney::showsWhoElseIsThere()
{
    const auto labelOf = [](GuardedProgram &program) {
        return program.window.findChild<QLabel *>(u"presence"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(labelOf(*m_ann)->isVisible() && labelOf(*m_sue)->isVisible(), Patience);
    QVERIFY2(labelOf(*m_ann)->text().startsWith(u"1 other"_s), qPrintable(labelOf(*m_ann)->text()));
    QVERIFY2(labelOf(*m_ann)->toolTip().startsWith(u"sue with "_s), qPrintable(labelOf(*m_ann)->toolTip()));
    QCOMPARE(labelOf(*m_ann)->accessibleDescription(), labelOf(*m_ann)->toolTip());
    QVERIFY(labelOf(*m_sue)->toolTip().startsWith(u"ann with "_s));
    keepPictures(m_ann->window, u"presence"_s);
    m_sue.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!labelOf(*m_ann)->isVisible(), Patience);
    QVERIFY(labelOf(*m_ann)->toolTip().isEmpty());
}

void TestTeamJourney::showsWhatTheOtherDid()
{
    QVERIFY(grant(*m_ann, u"article:publish"_s, u"author"_s)); // hers, pending
    QVERIFY(grant(*m_sue, u"article:read"_s, u"reader"_s));
    QVERIFY(apply(*m_sue));
    QVERIFY(hasVersion(*m_ann, 2));
    const auto theirs = [&] { return m_ann->cell(u"article:read"_s, u"reader"_s); };
    const auto mine = [&] { return m_ann->cell(u"article:publish"_s, u"author"_s); };
    QCOMPARE(theirs().shape, Cell::Shape::Granted);
    QVERIFY(!theirs().pending);
    QTRY_VERIFY_WITH_TIMEOUT(theirs().others, Patience);
    QVERIFY(mine().pending);
    QVERIFY(!mine().others);
    QCOMPARE(m_ann->workspace.netChanges().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_ann->window.messages().text(),
        u"Version 2 was applied by sue. Your pending changes were carried over to it."_s, Patience);
    MatrixModel &model = m_ann->model();
    const QModelIndex cell = model.index(model.rowOf(u"article:read"_s), model.columnOf(u"reader"_s));
    const QString told = cell.data(Qt::ToolTipRole).toString();
    QVERIFY2(told.contains(u"sue did this in version 2"_s), qPrintable(told));
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(u"somebody else"_s));
    // Her own are not somebody else's.
    QVERIFY(!m_sue->cell(u"article:read"_s, u"reader"_s).others);
    keepPictures(m_ann->window, u"team-arrived"_s);
    // And mine there, on top of hers.
    QVERIFY(apply(*m_ann));
    QVERIFY(hasVersion(*m_sue, 3));
    QTRY_VERIFY_WITH_TIMEOUT(m_sue->cell(u"article:publish"_s, u"author"_s).others, Patience);
    QVERIFY(!m_ann->cell(u"article:publish"_s, u"author"_s).others);
}

void TestTeamJourney::tellsNobodyWhoMayNotReadTheTrail()
{
    QTemporaryDir home;
    GuardedProgram rae(home);
    QVERIFY(open(rae, u"rae"_s));
    QVERIFY(grant(*m_sue, u"article:read"_s, u"reader"_s));
    QVERIFY(apply(*m_sue));
    QTRY_VERIFY_WITH_TIMEOUT(rae.cell(u"article:read"_s, u"reader"_s).others, Patience);
    QTRY_COMPARE_WITH_TIMEOUT(rae.window.messages().text(), u"Version 2 was applied by somebody else."_s, Patience);
    MatrixModel &model = rae.model();
    const QString told = model.index(model.rowOf(u"article:read"_s), model.columnOf(u"reader"_s)).data(Qt::ToolTipRole).toString();
    QVERIFY2(told.contains(u"Somebody else did this in version 2"_s), qPrintable(told));
}

void TestTeamJourney::letsTheMarksGo()
{
    QVERIFY(grant(*m_sue, u"article:read"_s, u"reader"_s));
    QVERIFY(apply(*m_sue));
    QTRY_VERIFY_WITH_TIMEOUT(m_ann->cell(u"article:read"_s, u"reader"_s).others, Patience);
    auto *going = m_ann->window.findChild<QTimer *>(u"others"_s);
    QVERIFY(going && going->isActive());
    going->start(1);
    QTRY_VERIFY_WITH_TIMEOUT(!m_ann->cell(u"article:read"_s, u"reader"_s).others, Patience);
    QCOMPARE(m_ann->cell(u"article:read"_s, u"reader"_s).shape, Cell::Shape::Granted);
}

void TestTeamJourney::asksAboutTheSameThing()
{
    QVERIFY(describeRole(*m_ann, u"author"_s, u"Writes what editors ask for"_s));
    QVERIFY(grant(*m_ann, u"article:publish"_s, u"author"_s));
    QVERIFY(describeRole(*m_sue, u"author"_s, u"Writes at night"_s));
    QVERIFY(apply(*m_sue));
    QVERIFY(hasVersion(*m_ann, 2));
    auto *pane = m_ann->window.findChild<ConflictsPane *>();
    QTRY_COMPARE_WITH_TIMEOUT(pane->count(), 1, Patience);
    QCOMPARE(m_ann->workspace.netChanges().size(), 1); // the grant went along
    QVERIFY(toFront(*m_ann));
    m_ann->window.action(u"page-changes"_s)->trigger();
    QTRY_VERIFY(pane->isVisible());
    const auto side = [&](const QString &name) { return named<QPlainTextEdit>(*pane, name)->toPlainText(); };
    QCOMPARE(side(u"Before, as both found it"_s), u"description: \"\""_s);
    QCOMPARE(side(u"Theirs, in the store now"_s), u"set description of role author to \"Writes at night\""_s);
    QCOMPARE(side(u"Mine, left out of the draft"_s),
             u"set description of role author to \"Writes what editors ask for\""_s);
    keepPictures(m_ann->window, u"team-conflict"_s);
    QVERIFY(pressButton(buttonOf(*pane, u"Keep mine"_s)));
    QCOMPARE(pane->count(), 0);
    QTRY_COMPARE(m_ann->workspace.netChanges().size(), 2);
    QVERIFY(apply(*m_ann));
    QVERIFY(hasVersion(*m_sue, 3));
    const Policy &policy = m_sue->workspace.policy();
    QCOMPARE(policy.roles().at(policy.roles().idOf(u"author"_s)).description,
             u"Writes what editors ask for"_s);
    QCOMPARE(m_sue->cell(u"article:publish"_s, u"author"_s).shape, Cell::Shape::Granted);
    QCOMPARE(m_sue->window.findChild<ConflictsPane *>()->count(), 0);
}

void TestTeamJourney::doesTheSameOnce()
{
    QVERIFY(grant(*m_ann, u"article:publish"_s, u"author"_s));
    QVERIFY(grant(*m_sue, u"article:publish"_s, u"author"_s));
    QVERIFY(apply(*m_sue));
    QVERIFY(hasVersion(*m_ann, 2));
    QTRY_VERIFY_WITH_TIMEOUT(!m_ann->workspace.draft().isDirty(), Patience); // there is nothing left to do
    QCOMPARE(m_ann->window.findChild<ConflictsPane *>()->count(), 0);
}

QTEST_MAIN(TestTeamJourney)
#include "tst_teamjourney.moc"
