// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "ui/simulate/questionform.h"
#include "ui/tests/testsmodel.h"
#include "ui/tests/testspage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestTestsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatPassesFailsAndWouldBreak();
    void createsRenamesDeletes();
    void refusesABadName();
    void expects();
    void asksAnotherQuestionByTheForm();
    void asksAnotherQuestionAsText();
    void keepsWhatTheFormCannotShow();
    void saysWhatNoTestTouches();
    void explainsAFailure();
    void runsWhileHidden();
};

namespace {

const QString NoPublish = u"alice does not publish"_s;

Change assignment(const QString &user, const QString &role)
{
    return {Change::Verb::Add, Change::Kind::Assignment, user, role, {}, {}, Assignment()};
}

const PolicyTest &testOf(const OpenStore &store, const QString &name = NoPublish)
{
    const Policy::Tests &tests = store.workspace.policy().tests();
    return tests.at(tests.idOf(name));
}

bool says(const QWidget &page, const QString &text)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text() == text)
            return true;
    }
    return false;
}

// The list of the page, with a tester on its model.
struct List
{
    explicit List(TestsPage &page)
        : view(named<QTreeView>(page, u"Tests"_s))
        , tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
    }
    QString text() const { return printed(*view->model()); }

    QTreeView *view;
    QAbstractItemModelTester tester;
};

} // namespace

void TestTestsPage::saysWhatPassesFailsAndWouldBreak()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    List list(page);
    QSignalSpy failing(&page, &TestsPage::failing);
    QTRY_COMPARE(list.text(), u"alice does not publish | denied | passes\n"_s);
    QVERIFY(store.edit({Change::Verb::Add,
                        Change::Kind::Test,
                        u"bob may fly"_s,
                        {},
                        {},
                        {},
                        PolicyTest{u"bob may fly"_s, testOf(store).request, {true, {}}}}));
    QTRY_COMPARE(list.text(), u"alice does not publish | denied | passes\nbob may fly | allowed | fails\n"_s);
    QVERIFY(!buttonOf(page, u"Apply anyway…"_s)->isVisible());
    QVERIFY(store.edit(assignment(u"alice"_s, u"editor"_s)));
    QTRY_COMPARE(list.text(),
                 u"alice does not publish | denied | would break\nbob may fly | allowed | passes\n"_s);
    QCOMPARE(failing.last().value(0).value<qsizetype>(), qsizetype(1));
    QVERIFY(buttonOf(page, u"Apply anyway…"_s)->isVisible());
    QSignalSpy asked(&page, &TestsPage::overrideRequested);
    QTest::mouseClick(buttonOf(page, u"Apply anyway…"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    // Applied all the same, it fails on the stored version too: nothing more would break.
    QSignalSpy committed(&store.workspace, &Workspace::committed);
    store.workspace.apply(u"ticket 7"_s, true);
    QVERIFY(committed.wait(10'000));
    QTRY_COMPARE(list.text(), u"alice does not publish | denied | fails\nbob may fly | allowed | passes\n"_s);
    // What is worst comes first.
    list.view->sortByColumn(TestsModel::State, Qt::AscendingOrder);
    QCOMPARE(list.text().section(u'\n', 0, 0), u"alice does not publish | denied | fails"_s);
}

void TestTestsPage::createsRenamesDeletes()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    List list(page);
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"Name of the new test:"_s);
    QTest::keyClicks(field, u"first"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(page.selectedKey(), u"first"_s);
    QCOMPARE(testOf(store, u"first"_s).request,
             uR"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "create"}, )"
             uR"("resource": {"type": "article", "id": "any"}})"_s);
    auto *name = named<QLineEdit>(page, u"Name"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"alice creates"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(page.selectedKey(), u"alice creates"_s);
    QTRY_COMPARE(list.text(),
                 u"alice creates | denied | fails\nalice does not publish | denied | passes\n"_s);
    QVERIFY(QTest::qWaitForWindowActive(&page));
    list.view->setFocus();
    QTest::keyClick(list.view, Qt::Key_Delete);
    QTest::mouseClick(buttonOf(page, u"Delete"_s), Qt::LeftButton);
    QVERIFY(store.changes().isEmpty());
}

void TestTestsPage::refusesABadName()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"Name of the new test:"_s);
    field->setText(NoPublish);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(field->accessibleDescription(), u"There is a test alice does not publish already."_s);
}

void TestTestsPage::expects()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    List list(page);
    auto *reason = named<QComboBox>(page, u"Expected reason"_s);
    reason->setCurrentIndex(reason->findData(u"user-inactive"_s));
    Q_EMIT reason->activated(reason->currentIndex());
    QCOMPARE(testOf(store).expected.reason, u"user-inactive"_s);
    QTRY_COMPARE(list.text(), u"alice does not publish | denied | would break\n"_s);
    auto *decision = labelled<QComboBox>(page, u"Expected"_s);
    decision->setCurrentIndex(0);
    Q_EMIT decision->activated(0);
    const Expectation allowed{true, {}};
    QCOMPARE(testOf(store).expected, allowed);
    // Only the reasons of an allow are offered then.
    QCOMPARE(reason->findData(u"user-inactive"_s), -1);
    QVERIFY(reason->findData(u"granted"_s) > 0);
    store.workspace.undoStack().setIndex(0);
    QCOMPARE(reason->findData(u"granted"_s), -1);
    QVERIFY(store.changes().isEmpty());
}

void TestTestsPage::asksAnotherQuestionByTheForm()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    List list(page);
    auto *form = page.findChild<QuestionForm *>();
    auto *user = labelled<QLineEdit>(*form, u"User"_s);
    QCOMPARE(user->text(), u"alice"_s);
    user->clear();
    QVERIFY(!buttonOf(page, u"Update"_s)->isEnabled());
    QVERIFY(says(page, u"⚠ Say which user."_s));
    QTest::keyClicks(user, u"bob"_s);
    QVERIFY(store.changes().isEmpty());
    QTest::mouseClick(buttonOf(page, u"Update"_s), Qt::LeftButton);
    QCOMPARE(
        testOf(store).request,
        uR"({"subject": {"type": "user", "id": "bob"}, "action": {"name": "publish"}, )"
        uR"("resource": {"type": "article", "id": "1"}, "context": {"time": "2026-06-01T00:00:00Z"}})"_s);
    QVERIFY(!buttonOf(page, u"Update"_s)->isEnabled());
    QTRY_COMPARE(list.text(), u"alice does not publish | denied | would break\n"_s);
    QSignalSpy asked(&page, &TestsPage::questionAsked);
    QTest::mouseClick(buttonOf(page, u"Simulate…"_s), Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).value<Request>().subject, u"bob"_s);
}

void TestTestsPage::asksAnotherQuestionAsText()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    auto *text = named<QPlainTextEdit>(page, u"Question as text"_s);
    auto *wrong = named<QListView>(page, u"What is wrong with Question as text"_s);
    page.findChild<QTabWidget *>()->setCurrentIndex(1);
    QVERIFY(QTest::qWaitForWindowActive(&page));
    text->setFocus();
    QVERIFY(text->toPlainText().startsWith(u"{\n  \"subject\": {"_s));
    text->setPlainText(
        u"{\"subject\": {\"type\": \"user\", \"id\": \"bob\"},\n \"action\": {},\n \"resource\": 7}"_s);
    QCOMPARE(printed(*wrong->model()),
             u"⚠ Line 2: The request has no action.name; say it as a non-empty string.\n"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(store.changes().isEmpty());
    text->setPlainText(uR"({"subject": {"type": "user", "id": "bob"}, "action": {"name": "read"},
 "resource": {"type": "article", "id": "2", "properties": {"owner": "carol"}}})"_s);
    QCOMPARE(wrong->model()->rowCount(), 0);
    QCOMPARE(labelled<QLineEdit>(*page.findChild<QuestionForm *>(), u"Owner"_s)->text(), u"carol"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(testOf(store).request,
             uR"({"subject": {"type": "user", "id": "bob"}, "action": {"name": "read"}, )"
             uR"("resource": {"type": "article", "id": "2", "properties": {"owner": "carol"}}})"_s);
    QCOMPARE(store.workspace.undoStack().count(), 1);
}

void TestTestsPage::keepsWhatTheFormCannotShow()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    const QString extra =
        uR"({"subject": {"type": "user", "id": "bob", "session": "x"}, "action": {"name": "read"}, )"
        uR"("resource": {"type": "article", "id": "2"}})"_s;
    QVERIFY(store.edit({Change::Verb::Set, Change::Kind::Test, NoPublish, {}, u"request"_s, {}, extra}));
    QVERIFY(!page.findChild<QuestionForm *>()->isVisible());
    QVERIFY(says(page, u"This question says more than the form has fields for. Edit it as text."_s));
    QVERIFY(!buttonOf(page, u"Update"_s)->isEnabled());
    QCOMPARE(testOf(store).request, extra);
}

void TestTestsPage::saysWhatNoTestTouches()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    auto *untested = named<QListView>(page, u"Permissions that no test touches"_s);
    QTRY_COMPARE(printed(*untested->model()), uR"(article:create
article:delete
article:read
article:update
article:update:own
comment:delete
comment:delete:team
)"_s);
    const QString operation =
        uR"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "perform"}, )"
        uR"("resource": {"type": "operation", "id": "PUT /articles/{id}"}})"_s;
    QVERIFY(store.edit({Change::Verb::Set, Change::Kind::Test, NoPublish, {}, u"request"_s, {}, operation}));
    QTRY_COMPARE(
        printed(*untested->model()),
        u"article:create\narticle:delete\narticle:read\narticle:update\ncomment:delete\ncomment:delete:team\n"_s);
}

void TestTestsPage::explainsAFailure()
{
    OpenStore store;
    TestsPage page(store.workspace);
    page.show();
    QVERIFY(store.edit(assignment(u"alice"_s, u"editor"_s)));
    QTRY_VERIFY(
        says(page, u"It would break: allowed - granted by a role. It passes on the stored version."_s));
    auto *why = named<QTreeView>(page, u"Explanation"_s);
    QTRY_COMPARE(printed(*why->model()), u"alice\n  editor, assigned\n    grants article:publish\n"_s);
}

void TestTestsPage::runsWhileHidden()
{
    OpenStore store;
    TestsPage page(store.workspace);
    QSignalSpy failing(&page, &TestsPage::failing);
    QVERIFY(store.edit(assignment(u"alice"_s, u"editor"_s)));
    QTRY_COMPARE(failing.value(failing.size() - 1).value(0).value<qsizetype>(), qsizetype(1));
    page.show();
    page.hide();
    store.workspace.undoStack().undo();
    QTRY_COMPARE(failing.last().value(0).value<qsizetype>(), qsizetype(0));
}

QTEST_MAIN(TestTestsPage)
#include "tst_testspage.moc"
