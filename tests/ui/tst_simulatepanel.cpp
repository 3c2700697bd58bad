// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "core/exchange/policyjson.h"
#include "ui/simulate/repairpane.h"
#include "ui/simulate/simulatepanel.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/problemlabel.h"
#include "ui/widgets/wrappinglabel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
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
    void breaksNamesThatAreWiderThanItIs();
    void keepsTheQuestionWhereTheUserIsKnown();
    void asksAnewWhenTheDraftChanges();
    void assignsAnOfferedRole();
    void movesTheDatesOfAnAssignmentThatIsOver();
    void explainsAnOperation();
    void copiesAsJson();
    void savesAsTest();
    void savesTheTimeWhereItMatters();
};

// Journey 4: "Why can bob publish?" and "Why can't alice edit this?" from the panel.
void TestSimulatePanel::saysWhatIsMissingOnALine()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.resize(300, 700);
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    const auto labels = panel.findChildren<WrappingLabel *>();
    const auto hint = std::find_if(labels.begin(), labels.end(), [](const WrappingLabel *label) {
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

void TestSimulatePanel::breaksNamesThatAreWiderThanItIs()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    const int narrow = panel.minimumSizeHint().width();
    const QString longName = u"compute.googleapis.com/instances/instanceAdmin.v1/"_s.repeated(3);
    panel.ask(u"bob"_s, u"publish"_s, longName);
    QCOMPARE(panel.minimumSizeHint().width(), narrow);
    panel.resize(narrow, 900);
    const auto labels = panel.findChildren<WrappingLabel *>();
    const auto said = std::find_if(labels.begin(), labels.end(), [&](const WrappingLabel *label) {
        return label->text().contains(longName);
    });
    QVERIFY(said != labels.end());
    // All of it is there to read and to copy.
    QTRY_VERIFY((*said)->height() >= (*said)->document()->size().height());
    QVERIFY((*said)->document()->idealWidth() <= (*said)->width());
    (*said)->selectAll();
    QCOMPARE((*said)->textCursor().selectedText(), (*said)->text());
}

// For comparing two stores.
void TestSimulatePanel::keepsTheQuestionWhereTheUserIsKnown()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    const auto create = [&](const QString &file, const QByteArray &document) {
        QSignalSpy opened(&store.workspace, &Workspace::storeChanged);
        store.workspace.create(store.folder.filePath(file), *readPolicy(document));
        return opened.wait(60'000);
    };
    QVERIFY(create(u"b.rolewright"_s,
                   newsroom().replace("\"article:publish\", \"article:update\"]}", "\"article:update\"]}")));
    QVERIFY2(panel.asText().startsWith(u"May bob publish article any?\nDENIED"), qPrintable(panel.asText()));
    QVERIFY(create(u"c.rolewright"_s, newsroom().replace("\"bob\"", "\"bert\"")));
    QCOMPARE(labelled<QLineEdit>(panel, u"User"_s)->text(), QString());
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
    QPushButton *assign = buttonOf(panel, u"Assign in draft"_s);
    QTRY_VERIFY(assign->isVisible());
    // However long the name is, the panel stays as narrow as it was.
    const int narrow = panel.minimumSizeHint().width();
    const QString longName = u"roles/compute.googleapis.com/instances/instanceAdmin.v1"_s;
    QVERIFY(store.edit({Change::Verb::Rename, Change::Kind::Role, u"editor"_s, {}, {}, {}, longName}));
    QTRY_VERIFY(assign->accessibleName().contains(longName));
    QVERIFY(assign->isVisible());
    QCOMPARE(panel.minimumSizeHint().width(), narrow);
    store.workspace.undoStack().undo();
    QTRY_VERIFY(!assign->accessibleName().contains(longName));
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
    QTest::mouseClick(buttonOf(panel, u"Assign in draft"_s), Qt::LeftButton);
    QVERIFY(panel.asText().contains(u"ALLOWED"));
    QCOMPARE(store.workspace.draft().changes().size(), 1);
    QCOMPARE(store.workspace.draft().changes().first().field, u"until"_s);
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

QTEST_MAIN(TestSimulatePanel)
#include "tst_simulatepanel.moc"
