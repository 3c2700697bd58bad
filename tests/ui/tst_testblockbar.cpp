// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "ui/matrix/matrixpage.h"
#include "ui/matrix/matrixpane.h"
#include "ui/matrix/testblockbar.h"

#include <QListView>
#include <QMenu>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestTestBlockBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTestsOfARegion();
    void makesTestsOfRoles();
    void showsManyFirst();
    void refusesAMatrixWithoutAccess();
};

namespace {

QStringList testsOf(const OpenStore &store)
{
    QStringList lines;
    const Policy::Tests &tests = store.workspace.policy().tests();
    for (const TestId id : tests.idsByKey())
        lines.append(
            u"%1: %2"_s.arg(tests.at(id).name, tests.at(id).expected.decision ? u"allowed"_s : u"denied"_s));
    return lines;
}

void choose(MatrixView &view, const QString &row, const QString &column, int rows, int columns)
{
    auto *model = qobject_cast<MatrixModel *>(view.model());
    const int top = model->rowOf(row);
    const int left = model->columnOf(column);
    view.selectionModel()->select(
        QItemSelection(model->index(top, left), model->index(top + rows - 1, left + columns - 1)),
        QItemSelectionModel::ClearAndSelect);
}

// As a person does it: the line of the cell's menu.
bool choseFromMenu(MatrixView &view)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(&view, &event);
    for (QMenu *menu : view.findChildren<QMenu *>()) {
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&') == u"Make tests of this"_s && action->isEnabled()) {
                action->trigger();
                menu->close();
                return true;
            }
        }
    }
    return false;
}

} // namespace

void TestTestBlockBar::makesTestsOfARegion()
{
    OpenStore store;
    MatrixPage page(store.workspace);
    page.resize(900, 600);
    page.show();
    page.showPane(2);
    QTRY_VERIFY(page.access().model().rowOf(u"alice"_s) >= 0);
    MatrixView &view = page.access().view();
    view.goTo(u"alice"_s, u"article:publish"_s);
    choose(view, u"alice"_s, u"article:publish"_s, 2, 2);
    QVERIFY(choseFromMenu(view));
    QTRY_COMPARE(testsOf(store),
                 (QStringList{u"alice does not publish: denied"_s, u"alice may article:read: allowed"_s,
                              u"alice may not article:publish: denied"_s,
                              u"bob may article:publish: allowed"_s, u"bob may article:read: allowed"_s}));
    QCOMPARE(store.workspace.undoStack().count(), 1);
    QCOMPARE(store.messages.last(), u"3 test(s) expect allowed, 1 test(s) expect denied."_s);
    for (const TestOutcome &outcome : runTests(store.workspace.index(), Instant::now()))
        QVERIFY2(outcome.passed, qPrintable(outcome.test));
    store.workspace.undoStack().undo();
    QCOMPARE(testsOf(store), QStringList{u"alice does not publish: denied"_s});
}

void TestTestBlockBar::makesTestsOfRoles()
{
    OpenStore store;
    MatrixPage page(store.workspace);
    page.resize(900, 600);
    page.show();
    MatrixView &view = page.permissions().view();
    view.goTo(u"article:update"_s, u"author"_s);
    choose(view, u"article:update"_s, u"author"_s, 2, 1);
    QVERIFY(choseFromMenu(view));
    QTRY_COMPARE(testsOf(store),
                 (QStringList{u"alice as author may article:update:own: allowed"_s,
                              u"alice as author may not article:update: denied"_s,
                              u"alice does not publish: denied"_s}));
}

void TestTestBlockBar::showsManyFirst()
{
    QByteArray document = newsroom();
    QByteArray many;
    for (int i = 0; i < 30; ++i)
        many += "{\"id\": \"u" + QByteArray::number(i + 10) + "\"}, ";
    document.replace("\"users\": [", "\"users\": [" + many);
    OpenStore store(document);
    MatrixPage page(store.workspace);
    page.resize(900, 600);
    page.show();
    page.showPane(2);
    QTRY_VERIFY(page.access().model().rowOf(u"u39"_s) >= 0);
    MatrixView &view = page.access().view();
    view.goTo(u"alice"_s, u"article:create"_s);
    view.selectAll();
    QVERIFY(choseFromMenu(view));
    auto *bar = page.findChild<TestBlockBar *>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(store.changes().isEmpty());
    auto *names = named<QListView>(*bar, u"Tests to be made"_s);
    QCOMPARE(names->model()->rowCount(), 35 * 8);
    QVERIFY(printed(*names->model()).contains(u"alice may not article:publish\n"_s));
    // An edit meanwhile counts.
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"alice"_s, u"editor"_s, {}, {}, Assignment()}));
    QTRY_VERIFY(printed(*names->model()).contains(u"alice may article:publish\n"_s));
    QTest::keyClick(bar, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(store.workspace.undoStack().count(), 1);
    QVERIFY(choseFromMenu(view));
    QTRY_VERIFY(bar->isVisible());
    QTest::mouseClick(buttonOf(*bar, u"Make the tests"_s), Qt::LeftButton);
    QCOMPARE(store.workspace.undoStack().count(), 2);
    QCOMPARE(testsOf(store).size(), 35 * 8 + 1);
    QVERIFY(!bar->isVisible());
}

void TestTestBlockBar::refusesAMatrixWithoutAccess()
{
    OpenStore store;
    MatrixPage page(store.workspace);
    page.resize(900, 600);
    page.show();
    page.showPane(1);
    QTRY_VERIFY(page.users().model().rowOf(u"alice"_s) >= 0);
    page.users().view().goTo(u"alice"_s, u"author"_s);
    QVERIFY(!choseFromMenu(page.users().view()));
    page.users().view().makeTests();
    QCOMPARE(store.messages.size(), 1);
    QVERIFY(store.changes().isEmpty());
}

QTEST_MAIN(TestTestBlockBar)
#include "tst_testblockbar.moc"
