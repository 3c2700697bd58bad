// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"
#include "tests/ui/shownrepairs.h"

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

// The question: whom it is about, in which session, when, and of which version.
class TestSimulateQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void narrowsTheSession();
    void asksAtAnotherTime();
    void refusesRolesThatMayNotActTogether();
    void keepsARoleThatIsTakenAway();
    void saysWhenTheAnswerTurns();
    void asksAnewWhenItTurns();
    void asksAPastVersion();
    void completesFromThePolicy();
    void saysWhatIsMissing();
};

void TestSimulateQuestion::narrowsTheSession()
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

void TestSimulateQuestion::asksAtAnotherTime()
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

void TestSimulateQuestion::refusesRolesThatMayNotActTogether()
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

void TestSimulateQuestion::keepsARoleThatIsTakenAway()
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

void TestSimulateQuestion::saysWhenTheAnswerTurns()
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

void TestSimulateQuestion::asksAnewWhenItTurns()
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

void TestSimulateQuestion::asksAPastVersion()
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

void TestSimulateQuestion::completesFromThePolicy()
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

void TestSimulateQuestion::saysWhatIsMissing()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"alice"_s, {}, u"article"_s);
    QVERIFY(panel.asText().contains(u"Say which action."));
    QCOMPARE(panel.findChild<QTreeView *>()->model()->rowCount(), 0);
}

QTEST_MAIN(TestSimulateQuestion)
#include "tst_simulatequestion.moc"
