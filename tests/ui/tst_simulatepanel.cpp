// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "ui/simulate/repairpane.h"
#include "ui/simulate/simulatepanel.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/problemlabel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestSimulatePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsMissingOnALine();
    void explains_data();
    void explains();
    void asksAnewWhenTheDraftChanges();
    void assignsAnOfferedRole();
    void movesTheDatesOfAnAssignmentThatIsOver();
    void proposesTheSmallestRepairs();
    void repairsInOneStep();
    void proposesWhatWouldDeny();
    void proposesSessionChanges();
    void searchesOnlyWhileShown();
    void narrowsTheSession();
    void asksAtAnotherTime();
    void refusesRolesThatMayNotActTogether();
    void keepsARoleThatIsTakenAway();
    void saysWhenTheAnswerTurns();
    void asksAnewWhenItTurns();
    void asksAPastVersion();
    void explainsAnOperation();
    void copiesAsJson();
    void savesAsTest();
    void savesTheTimeWhereItMatters();
    void completesFromThePolicy();
    void saysWhatIsMissing();
};

// The pane, with its search under way.
static RepairPane *shownRepairs(SimulatePanel &panel)
{
    panel.show();
    auto *tabs = panel.findChild<QTabWidget *>();
    auto *pane = panel.findChild<RepairPane *>();
    tabs->setCurrentWidget(pane);
    return pane;
}

// Journey 4: "Why can bob publish?" and "Why can't alice edit this?" from the panel.
void TestSimulatePanel::saysWhatIsMissingOnALine()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.resize(300, 700);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto labels = panel.findChildren<QLabel *>();
    const auto hint = std::find_if(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->isVisible() && label->text() == u"Say which user.";
    });
    QVERIFY(hint != labels.end());
    QVERIFY((*hint)->height() < 2 * (*hint)->fontMetrics().height());
}

void TestSimulatePanel::explains_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("owner");
    QTest::addColumn<QString>("text");
    QTest::newRow("why can bob publish")
        << u"bob"_s << u"publish"_s << u""_s << uR"(May bob publish article any?
ALLOWED - granted by a role
A role of bob grants article:publish on everything.
Answered by version 1.
No later date changes this answer.
bob
  editor, assigned
    [yes] grants article:publish
)"_s;
    QTest::newRow("why can't alice edit this")
        << u"alice"_s << u"update"_s << u"bob"_s << uR"(May alice update article any, owned by bob?
DENIED - the scope does not hold
alice may do this to some, but not to this one.
Answered by version 1.
No later date changes this answer.
alice
  [!] author grants article:update:own, but it belongs to bob, not to alice
Roles that would give it
  [?] editor, with 1 further permission(s)
)"_s;
    QTest::newRow("her own") << u"alice"_s << u"update"_s << u"alice"_s
                             << uR"(May alice update article any, owned by alice?
ALLOWED - granted by scope own
A role of alice grants article:update for this one, not for all.
Answered by version 1.
No later date changes this answer.
alice
  author, assigned
    [yes] grants article:update:own, and alice owns it
)"_s;
    QTest::newRow("inherited") << u"bob"_s << u"read"_s << u""_s << uR"(May bob read article any?
ALLOWED - granted by a role
A role of bob grants article:read on everything.
Answered by version 1.
No later date changes this answer.
bob
  editor, assigned
    author, inherited by editor
      reader, inherited by author
        [yes] grants article:read
)"_s;
    QTest::newRow("disabled") << u"erin"_s << u"read"_s << u""_s << uR"(May erin read article any?
DENIED - no role in effect
erin has no role in effect at that time.
Answered by version 1.
No later date changes this answer.
erin
  [!] retired grants article:*, but retired is disabled
Roles that would give it
  [?] reader, and nothing else
  [?] author, with 2 further permission(s)
  [?] editor, with 4 further permission(s)
)"_s;
    QTest::newRow("inactive") << u"dave"_s << u"read"_s << u""_s << uR"(May dave read article any?
DENIED - the user is inactive
dave is inactive and denied everything not public.
Answered by version 1.
No later date changes this answer.
)"_s;
    QTest::newRow("unknown") << u"alice"_s << u"fly"_s << u""_s << uR"(May alice fly article any?
DENIED - unknown permission
The catalogue has no permission article:fly, and what it does not know is denied.
Answered by version 1.
No later date changes this answer.
)"_s;
}

void TestSimulatePanel::explains()
{
    QFETCH(QString, user);
    QFETCH(QString, action);
    QFETCH(QString, owner);
    QFETCH(QString, text);
    OpenStore store;
    SimulatePanel panel(store.workspace);
    const QAbstractItemModelTester tester(panel.findChild<QTreeView *>()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    panel.ask(user, action, u"article"_s);
    labelled<QLineEdit>(panel, u"Owner"_s)->setText(owner);
    QTRY_COMPARE(panel.asText(), text);
}

void TestSimulatePanel::asksAnewWhenTheDraftChanges()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"delete"_s, u"article"_s);
    QVERIFY(panel.asText().contains(u"DENIED - not granted"));
    QVERIFY(
        store.edit({Change::Verb::Add, Change::Kind::Grant, u"editor"_s, u"article:delete"_s, {}, {}, {}}));
    QVERIFY(panel.asText().contains(u"ALLOWED - granted by a role"));
    QVERIFY2(panel.asText().contains(u"After your draft: ALLOWED. Now: DENIED - not granted."),
             qPrintable(panel.asText()));
    store.workspace.undoStack().undo();
    QVERIFY(panel.asText().contains(u"DENIED - not granted"));
    QVERIFY(!panel.asText().contains(u"After your draft"));
    store.workspace.undoStack().redo();
    QVERIFY(store.apply(u"he may"_s));
    QVERIFY(panel.asText().contains(u"ALLOWED"));
    QVERIFY(!panel.asText().contains(u"After your draft"));
}

void TestSimulatePanel::assignsAnOfferedRole()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.ask(u"alice"_s, u"publish"_s, u"article"_s);
    // The smallest offer is chosen already.
    QTRY_VERIFY(buttonOf(panel, u"Assign editor to draft"_s));
    QPushButton *assign = buttonOf(panel, u"Assign editor to draft"_s);
    QVERIFY(assign->isVisible());
    QTest::mouseClick(assign, Qt::LeftButton);
    QCOMPARE(store.changes(), QStringList{u"assign editor to alice"_s});
    QCOMPARE(store.workspace.undoStack().undoText(), u"Assign editor to alice"_s);
    QVERIFY(panel.asText().contains(u"ALLOWED"));
    QTRY_VERIFY(!assign->isVisible());
}

void TestSimulatePanel::movesTheDatesOfAnAssignmentThatIsOver()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"carol"_s, u"publish"_s, u"article"_s);
    QTRY_VERIFY2(
        panel.asText().contains(
            u"[!] editor grants article:publish, but editor was assigned only until 2020-01-01 00:00 UTC"),
        qPrintable(panel.asText()));
    QTest::mouseClick(buttonOf(panel, u"Assign editor to draft"_s), Qt::LeftButton);
    QVERIFY(panel.asText().contains(u"ALLOWED"));
    QCOMPARE(store.workspace.draft().changes().size(), 1);
    QCOMPARE(store.workspace.draft().changes().first().field, u"until"_s);
}

void TestSimulatePanel::proposesTheSmallestRepairs()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"alice"_s, u"delete"_s, u"article"_s);
    RepairPane *pane = shownRepairs(panel);
    QTRY_COMPARE(
        pane->text(),
        uR"([?] grant article:delete to author (gives 1 permission(s) more, 1 other user(s) concerned)
  alice gains article:delete
  bob gains article:delete
[?] grant article:delete to reader (gives 1 permission(s) more, 1 other user(s) concerned)
  alice gains article:delete
  bob gains article:delete
)"_s);
}

void TestSimulatePanel::repairsInOneStep()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"carol"_s, u"publish"_s, u"article"_s);
    RepairPane *pane = shownRepairs(panel);
    QTRY_COMPARE(pane->text(), uR"([?] grant article:publish to moderator (gives nothing else)
  carol gains article:publish
[?] set until of the assignment of editor to carol to open (gives 4 permission(s) more)
  carol gains article:create, article:publish, article:read, article:update, article:update:own
[?] let moderator inherit editor (gives 4 permission(s) more)
  carol gains article:create, article:publish, article:read, article:update, article:update:own
)"_s);
    QPushButton *choose = buttonOf(*pane, u"Put in draft"_s);
    QVERIFY(choose->isVisible());
    auto *tree = pane->findChild<QTreeView *>();
    tree->setCurrentIndex(tree->model()->index(1, 0));
    QTest::mouseClick(choose, Qt::LeftButton);
    QVERIFY(panel.asText().contains(u"ALLOWED"));
    QCOMPARE(store.workspace.undoStack().undoText(),
             u"Set until of the assignment of editor to carol to open"_s);
    QCOMPARE(store.workspace.undoStack().count(), 1);
    store.workspace.undoStack().undo();
    QVERIFY(panel.asText().contains(u"DENIED"));
    QVERIFY(!store.workspace.draft().isDirty());
}

void TestSimulatePanel::proposesWhatWouldDeny()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    RepairPane *pane = shownRepairs(panel);
    QTRY_COMPARE(pane->text(), uR"([?] revoke article:publish from editor (takes nothing else)
  bob loses article:publish
[?] deactivate user bob (takes 4 permission(s) more)
  bob loses article:create, article:publish, article:read, article:update, article:update:own
[?] unassign editor from bob (takes 4 permission(s) more)
  bob loses article:create, article:publish, article:read, article:update, article:update:own
)"_s);
    QCOMPARE(panel.findChild<QTabWidget *>()->tabText(1).remove(u'&'), u"How to deny it"_s);
}

void TestSimulatePanel::proposesSessionChanges()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    buttonOf<QCheckBox>(panel, u"In a session with these roles"_s)->setChecked(true);
    QVERIFY(panel.asText().contains(u"acting in no role"));
    RepairPane *pane = shownRepairs(panel);
    QTRY_VERIFY2(pane->text().startsWith(u"[?] activate editor in the session (gives nothing else)\n"),
                 qPrintable(pane->text()));
    QTest::mouseClick(buttonOf(*pane, u"Change the session"_s), Qt::LeftButton);
    QVERIFY2(panel.asText().startsWith(u"May bob publish article any, acting as editor?\nALLOWED"),
             qPrintable(panel.asText()));
    QVERIFY(!store.workspace.draft().isDirty());
}

void TestSimulatePanel::searchesOnlyWhileShown()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.ask(u"alice"_s, u"publish"_s, u"article"_s);
    QTRY_VERIFY(panel.asText().contains(u"Roles that would give it"));
    auto *pane = panel.findChild<RepairPane *>();
    QCOMPARE(pane->text(), QString());
    shownRepairs(panel);
    QTRY_VERIFY(pane->text().contains(u"assign editor to alice"));
    // The newest question is the one that is answered.
    for (const QString &user : {u"erin"_s, u"bob"_s, u"carol"_s})
        panel.ask(user, u"publish"_s, u"article"_s);
    QTRY_VERIFY(pane->text().contains(u"carol"));
    QVERIFY(!pane->text().contains(u"erin"));
    panel.ask({}, {}, {});
    QCOMPARE(pane->text(), QString());
}

void TestSimulatePanel::narrowsTheSession()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    auto *only = buttonOf<QCheckBox>(panel, u"In a session with these roles"_s);
    auto *roles = named<CheckList>(panel, u"Roles of the session"_s);
    QVERIFY(only && roles);
    only->setChecked(true);
    QVERIFY(panel.asText().startsWith(
        u"May bob publish article any, acting in no role?\nDENIED - no role in effect"));
    QCOMPARE(roles->count(), 3); // what is inherited may be activated too
    roles->item(0)->setCheckState(Qt::Checked);
    QTRY_COMPARE(panel.asText(), uR"(May bob publish article any, acting as author?
DENIED - not granted
No role of bob grants article:publish.
Answered by version 1.
No later date changes this answer.
bob
  [!] editor grants article:publish, but editor does not act in this session
Roles that would give it
  [?] editor, and nothing else
)"_s);
}

void TestSimulatePanel::asksAtAnotherTime()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"carol"_s, u"publish"_s, u"article"_s);
    QVERIFY(panel.asText().contains(u"DENIED"));
    auto *time = named<QDateTimeEdit>(panel, u"At"_s);
    buttonOf<QCheckBox>(panel, u"At"_s)->setChecked(true);
    time->setDateTime(QDateTime(QDate(2019, 12, 31), QTime(23, 59, 59), Qt::UTC));
    QVERIFY2(
        panel.asText().startsWith(u"May carol publish article any, at 2019-12-31 23:59:59 UTC?\nALLOWED"),
        qPrintable(panel.asText()));
    time->setDateTime(QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC));
    QVERIFY(panel.asText().contains(u"DENIED"));
}

void TestSimulatePanel::refusesRolesThatMayNotActTogether()
{
    OpenStore store(R"({"rolewright": 1, "permissions": [{"name": "bill:enter"}, {"name": "bill:pay"}],
        "roles": [{"name": "clerk", "grants": ["bill:enter"]}, {"name": "payer", "grants": ["bill:pay"]}],
        "users": [{"id": "ann", "assignments": [{"role": "clerk"}, {"role": "payer"}]}],
        "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["clerk", "payer"], "limit": 2}]})");
    SimulatePanel panel(store.workspace);
    panel.ask(u"ann"_s, u"pay"_s, u"bill"_s);
    QVERIFY(panel.asText().contains(u"DENIED - separation of duty"));
    buttonOf<QCheckBox>(panel, u"In a session with these roles"_s)->setChecked(true);
    auto *roles = named<CheckList>(panel, u"Roles of the session"_s);
    QCOMPARE(roles->count(), 2);
    roles->item(0)->setCheckState(Qt::Checked);
    QVERIFY2(panel.asText().startsWith(u"May ann pay bill any, acting as clerk?\nDENIED"),
             qPrintable(panel.asText()));
    roles->item(1)->setCheckState(Qt::Checked);
    QCOMPARE(roles->checkedNames(), QStringList{u"clerk"_s}); // taken back
    auto *problem = panel.findChild<ProblemLabel *>();
    QVERIFY2(problem->text().contains(
                 u"payer is not activated: four eyes forbids it together with the active roles."),
             qPrintable(problem->text()));
    roles->item(0)->setCheckState(Qt::Unchecked);
    roles->item(1)->setCheckState(Qt::Checked);
    QVERIFY2(panel.asText().startsWith(u"May ann pay bill any, acting as payer?\nALLOWED"),
             qPrintable(panel.asText()));
    QVERIFY(problem->isHidden());
    // A question that comes with both is asked as it is, and mended from there.
    Request request;
    request.subject = u"ann"_s;
    request.resourceType = u"bill"_s;
    request.resource = u"any"_s;
    request.action = u"pay"_s;
    request.roles = QStringList{u"clerk"_s, u"payer"_s};
    panel.ask(request);
    QVERIFY2(panel.asText().startsWith(
                 u"May ann pay bill any, acting as clerk, payer?\nDENIED - separation of duty"),
             qPrintable(panel.asText()));
    QVERIFY2(problem->text().contains(u"These roles do not act together: four eyes forbids it."),
             qPrintable(problem->text()));
    RepairPane *pane = shownRepairs(panel);
    QTRY_VERIFY2(pane->text().startsWith(u"[?] leave clerk out of the session (gives nothing else)"),
                 qPrintable(pane->text()));
    QTest::mouseClick(buttonOf(*pane, u"Change the session"_s), Qt::LeftButton);
    QVERIFY2(panel.asText().startsWith(u"May ann pay bill any, acting as payer?\nALLOWED"),
             qPrintable(panel.asText()));
}

void TestSimulatePanel::keepsARoleThatIsTakenAway()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    buttonOf<QCheckBox>(panel, u"In a session with these roles"_s)->setChecked(true);
    auto *roles = named<CheckList>(panel, u"Roles of the session"_s);
    roles->item(1)->setCheckState(Qt::Checked);
    QVERIFY(panel.asText().contains(u"acting as editor?\nALLOWED"));
    QVERIFY(store.edit(
        {Change::Verb::Remove, Change::Kind::Assignment, u"bob"_s, u"editor"_s, {}, Assignment(), {}}));
    QVERIFY2(panel.asText().contains(u"DENIED - the session has a role that the user lacks"),
             qPrintable(panel.asText()));
    QCOMPARE(roles->count(), 1); // to be dropped
    roles->item(0)->setCheckState(Qt::Unchecked);
    QCOMPARE(roles->count(), 0);
    QVERIFY(panel.asText().contains(u"acting in no role?"));
    // Another user's session is another one.
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    QVERIFY(panel.asText().startsWith(u"May bob publish article any?"));
}

void TestSimulatePanel::saysWhenTheAnswerTurns()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"carol"_s, u"publish"_s, u"article"_s);
    QTRY_VERIFY(panel.asText().contains(u"No later date changes this answer."));
    buttonOf<QCheckBox>(panel, u"At"_s)->setChecked(true);
    named<QDateTimeEdit>(panel, u"At"_s)->setDateTime(QDateTime(QDate(2019, 1, 1), QTime(0, 0), Qt::UTC));
    QTRY_VERIFY2(panel.asText().contains(u"Turns to DENIED at 2020-01-01 00:00 UTC: not granted."),
                 qPrintable(panel.asText()));
    buttonOf<QToolButton>(panel, u"Ask then"_s)->click();
    QVERIFY2(panel.asText().startsWith(u"May carol publish article any, at 2020-01-01 00:00 UTC?\nDENIED"),
             qPrintable(panel.asText()));
}

void TestSimulatePanel::asksAnewWhenItTurns()
{
    const Instant soon{Instant::now().msecs + 1500};
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    QVERIFY(store.edit({Change::Verb::Set, Change::Kind::Assignment, u"bob"_s, u"editor"_s, u"until"_s,
                        Instant::openEnd(), soon}));
    QVERIFY(panel.asText().contains(u"ALLOWED"));
    QTRY_VERIFY_WITH_TIMEOUT(panel.asText().contains(u"DENIED - no role in effect"), 5000);
    QVERIFY(Instant::now() >= soon);
}

void TestSimulatePanel::asksAPastVersion()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"delete"_s, u"article"_s);
    QVERIFY(
        store.edit({Change::Verb::Add, Change::Kind::Grant, u"editor"_s, u"article:delete"_s, {}, {}, {}}));
    QVERIFY(panel.asText().contains(u"Answered by version 1 with your draft."));
    QVERIFY(store.apply(u"he may"_s));
    QVERIFY2(panel.asText().contains(u"ALLOWED"), qPrintable(panel.asText()));
    QVERIFY(panel.asText().contains(u"Answered by version 2."));
    auto *past = buttonOf<QCheckBox>(panel, u"Past version"_s);
    auto *version = named<QSpinBox>(panel, u"Past version"_s);
    QCOMPARE(version->maximum(), 2);
    version->setValue(1);
    past->setChecked(true);
    QVERIFY2(panel.asText().contains(u"Fetching version 1 from the store"), qPrintable(panel.asText()));
    QTRY_VERIFY2(panel.asText().contains(u"DENIED - not granted"), qPrintable(panel.asText()));
    QVERIFY2(panel.asText().contains(u"At version 1: DENIED. Now: ALLOWED - granted by a role."),
             qPrintable(panel.asText()));
    QVERIFY2(panel.asText().contains(u"Answered by version 1, applied "), qPrintable(panel.asText()));
    QVERIFY2(panel.asText().contains(u" by root."), qPrintable(panel.asText()));
    QTRY_VERIFY(panel.asJson().contains("\"policyVersion\": 1"));
    // What is past is not repaired.
    RepairPane *pane = shownRepairs(panel);
    QVERIFY(pane->text().contains(u"Version 1 is past."));
    store.workspace.close();
    QVERIFY(!past->isChecked());
}

void TestSimulatePanel::explainsAnOperation()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.askOperation(u"alice"_s, u"PUT /articles/{id}"_s);
    QTRY_COMPARE(panel.asText(), uR"(May alice perform PUT /articles/{id}?
DENIED - the scope does not hold
alice may do this to some, but not to this one.
Answered by version 1.
No later date changes this answer.
alice
  [no] holds one of these, or owns it and holds one of those for owners
    [no] article:publish
    [no] article:update:own, and owns it
      [!] author grants article:update:own, but the question does not say who owns it
Roles that would give it
  [?] editor, with 2 further permission(s)
)"_s);
    labelled<QLineEdit>(panel, u"Owner"_s)->setText(u"alice"_s);
    QTRY_COMPARE(panel.asText(), uR"(May alice perform PUT /articles/{id}, owned by alice?
ALLOWED - what it requires is met
alice meets what PUT /articles/{id} requires.
Answered by version 1.
No later date changes this answer.
alice
  [yes] holds one of these, or owns it and holds one of those for owners
    [no] article:publish
      Roles that would give it
        [?] editor, with 1 further permission(s)
    [yes] article:update:own, and owns it
      author, assigned
        [yes] grants article:update:own, and alice owns it
)"_s);
}

void TestSimulatePanel::copiesAsJson()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    QTRY_VERIFY(panel.asJson().contains("paths"));
    const QJsonObject json = QJsonDocument::fromJson(panel.asJson()).object();
    QCOMPARE(json[u"request"_s][u"subject"_s][u"id"_s].toString(), u"bob"_s);
    QCOMPARE(json[u"response"_s][u"decision"_s].toBool(), true);
    QCOMPARE(json[u"response"_s][u"context"_s][u"reason"_s].toString(), u"granted"_s);
}

void TestSimulatePanel::savesAsTest()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.ask(u"alice"_s, u"update"_s, u"article"_s);
    labelled<QLineEdit>(panel, u"Owner"_s)->setText(u"bob"_s);
    const auto save = [&] {
        QTest::mouseClick(buttonOf(panel, u"Save as test…"_s), Qt::LeftButton);
        auto *name = named<QLineEdit>(panel, u"Name of the test, which goes into the draft:"_s);
        const QString proposed = name->text();
        QTest::keyClick(name, Qt::Key_Return);
        return proposed;
    };
    QCOMPARE(save(), u"alice may not update article, owned by bob"_s);
    QCOMPARE(store.workspace.undoStack().count(), 1);
    const Policy &policy = store.workspace.policy();
    const PolicyTest test =
        policy.tests().at(policy.tests().idOf(u"alice may not update article, owned by bob"_s));
    QCOMPARE(test.expected, (Expectation{false, {}}));
    QCOMPARE(
        test.request,
        u"{\"subject\": {\"type\": \"user\", \"id\": \"alice\"}, \"action\": {\"name\": \"update\"}, "
        "\"resource\": {\"type\": \"article\", \"id\": \"any\", \"properties\": {\"owner\": \"bob\"}}}"_s);
    // Once more: under another name.
    QCOMPARE(save(), u"alice may not update article, owned by bob 2"_s);
    // It runs, is kept, and fails where the answer is another.
    QVERIFY(store.apply(u"tests"_s));
    for (const TestOutcome &outcome : runTests(store.workspace.index(), Instant::now()))
        QVERIFY2(outcome.passed, qPrintable(outcome.test));
    QVERIFY(
        store.edit({Change::Verb::Add, Change::Kind::Grant, u"author"_s, u"article:update"_s, {}, {}, {}}));
    QCOMPARE(brokenTests(store.workspace.baseIndex(), store.workspace.index(), Instant::now()).size(), 2);
    // A name that is taken stays to be mended.
    QTest::mouseClick(buttonOf(panel, u"Save as test…"_s), Qt::LeftButton);
    auto *name = named<QLineEdit>(panel, u"Name of the test, which goes into the draft:"_s);
    QCOMPARE(name->text(), u"alice may update article, owned by bob"_s);
    name->setText(u"alice does not publish"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(name->isVisible());
    QCOMPARE(store.workspace.policy().tests().size(), 3);
}

void TestSimulatePanel::savesTheTimeWhereItMatters()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.ask(u"carol"_s, u"publish"_s, u"article"_s);
    QTest::mouseClick(buttonOf(panel, u"Save as test…"_s), Qt::LeftButton);
    auto *name = named<QLineEdit>(panel, u"Name of the test, which goes into the draft:"_s);
    QTest::keyClick(name, Qt::Key_Return);
    const Policy &policy = store.workspace.policy();
    const TestId id = policy.tests().idOf(u"carol may not publish article"_s);
    QVERIFY(id.isValid());
    QVERIFY(parseRequest(policy.tests().at(id).request.toUtf8())->time);
}

void TestSimulatePanel::completesFromThePolicy()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    const auto offers = [&](const QString &label, const QString &typed) {
        auto *field = labelled<CompletionField>(panel, label);
        field->clear();
        QTest::keyClicks(field, typed);
        QStringList names;
        for (int row = 0; row < field->completer()->completionModel()->rowCount(); ++row)
            names.append(field->completer()->completionModel()->index(row, 0).data().toString());
        return names;
    };
    QCOMPARE(offers(u"User"_s, u"a"_s), (QStringList{u"alice"_s, u"carol"_s, u"dave"_s}));
    QCOMPARE(offers(u"Resource type"_s, u"COMM"_s), QStringList{u"comment"_s});
    labelled<CompletionField>(panel, u"Resource type"_s)->setText(u"comment"_s);
    QCOMPARE(offers(u"Action"_s, u"d"_s), QStringList{u"delete"_s});
}

void TestSimulatePanel::saysWhatIsMissing()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"alice"_s, {}, u"article"_s);
    QVERIFY(panel.asText().contains(u"Say which action."));
    QCOMPARE(panel.findChild<QTreeView *>()->model()->rowCount(), 0);
}

QTEST_MAIN(TestSimulatePanel)
#include "tst_simulatepanel.moc"
