// SPDX-License-Identifier: Apache-2.0
// In which order rows and columns of a matrix come, and what is pinned.
#include "tests/ui/matrixpanes.h"
#include "ui/matrix/frozencolumns.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/matrix/userrolemodel.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QScrollBar>

using namespace rolewright;

class tst_MatrixOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsColumns();
    void sortsRowsWithinAndAcrossGroups();
    void pinsStayFirst();
    void pinnedColumnsStandStill();
    void weightsAreThoseOfTheCells();
};

void tst_MatrixOrder::sortsColumns()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.sortBy(Qt::Horizontal, MatrixModel::Order::Held);
    QTRY_COMPARE(columnsOf(model), u"chief editor author idle"_s);
    model.sortBy(Qt::Horizontal, MatrixModel::Order::Similar, u"editor"_s);
    QTRY_COMPARE(columnsOf(model), u"editor author chief idle"_s);
    // An edit moves nothing.
    QVERIFY(model.edit(QItemSelection(model.index(1, 3), model.index(model.rowCount() - 1, 3)),
                       MatrixModel::Edit::Give));
    QCOMPARE(columnsOf(model), u"editor author chief idle"_s);
    model.sortBy(Qt::Horizontal, MatrixModel::Order::Name);
    QCOMPARE(columnsOf(model), u"author chief editor idle"_s);
}

void tst_MatrixOrder::sortsRowsWithinAndAcrossGroups()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.sortBy(Qt::Vertical, MatrixModel::Order::Held);
    QTRY_COMPARE(rowsOf(model),
                 u"[article] article:create article:update:own article:update article:publish "
                 "[*] *:delete [comment] comment:delete"_s);
    model.setFolded(0, true);
    model.setFolded(0, false);
    QVERIFY(rowsOf(model).startsWith(u"[article] article:create article:update:own"_s));
    UserRoleModel users(open.workspace);
    QAbstractItemModelTester userTester(&users, QAbstractItemModelTester::FailureReportingMode::Fatal);
    users.sortBy(Qt::Vertical, MatrixModel::Order::Similar, u"eve"_s);
    QTRY_COMPARE(users.order(Qt::Vertical), MatrixModel::Order::Similar);
    QCOMPARE(rowsOf(users), u"bob eve alice"_s); // the same roles, inactive or not
    users.sortBy(Qt::Vertical, MatrixModel::Order::Held);
    QTRY_COMPARE(users.order(Qt::Vertical), MatrixModel::Order::Held);
    QCOMPARE(rowsOf(users), u"bob eve alice"_s);
}

void tst_MatrixOrder::pinsStayFirst()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setPinned(Qt::Horizontal, {u"idle"_s, u"editor"_s});
    QCOMPARE(columnsOf(model), u"idle editor author chief"_s);
    model.setPinned(Qt::Vertical, {u"comment:delete"_s, u"article:publish"_s});
    QCOMPARE(rowsOf(model),
             u"[Pinned] comment:delete article:publish [*] *:delete "
             "[article] article:create article:update article:update:own"_s);
    QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(), u"comment:delete"_s);
    // Sorting keeps them there, and an edit touches them where they stand.
    model.sortBy(Qt::Horizontal, MatrixModel::Order::Held);
    QTRY_COMPARE(columnsOf(model), u"idle editor chief author"_s);
    QSignalSpy touched(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(model.setData(model.index(2, 0), false, Qt::CheckStateRole));
    QCOMPARE(touched.size(), 1);
    QVERIFY(touched.at(0).at(0).toModelIndex().row() <= 2);
    QVERIFY(touched.at(0).at(1).toModelIndex().row() >= 2);
    model.setAllFolded(true);
    QCOMPARE(rowsOf(model), u"[Pinned] comment:delete article:publish [*] [article]"_s);
    QCOMPARE(model.rowName(model.revealRow(u"article:create"_s)), u"article:create"_s);
}

void tst_MatrixOrder::pinnedColumnsStandStill()
{
    OpenWorkspace open;
    QByteArray document = R"({"rolewright": 1, "users": [{"id": "u"}, {"id": "v"}], "roles": [)";
    for (int i = 0; i < 60; ++i)
        document += (i ? ", " : "") + QByteArray(R"({"name": "r)") + QByteArray::number(i + 100) + R"("})";
    QVERIFY(open.create(document + "]}"));
    const auto pane = paneOf<UserRoleModel>(open.workspace);
    MatrixView &view = pane->view();
    auto *frozen = view.findChild<FrozenColumns *>();
    QVERIFY(!frozen->isVisible());
    view.goTo(u"u"_s, u"r150"_s);
    QVERIFY(view.horizontalScrollBar()->value() > 0);
    view.togglePin(Qt::Horizontal);
    QTRY_VERIFY(frozen->isVisible());
    QCOMPARE(pane->model().columnName(0), u"r150"_s);
    QCOMPARE(frozen->geometry().left(), view.viewport()->geometry().left());
    QCOMPARE(frozen->frozenWidth(), view.columnWidth(0));
    // The rest scrolls; what is pinned does not, and hides nothing that is gone to.
    view.goTo(u"u"_s, u"r159"_s);
    QCOMPARE(frozen->columnViewportPosition(0), 0);
    const int scrolled = view.horizontalScrollBar()->value();
    QVERIFY(scrolled > 0);
    view.goTo(u"u"_s, u"r150"_s);
    QCOMPARE(view.horizontalScrollBar()->value(), scrolled);
    view.goTo(u"u"_s, u"r110"_s);
    QVERIFY(view.columnViewportPosition(view.currentIndex().column()) >= frozen->frozenWidth());
    // A click toggles there, and what is dropped goes to it.
    const QPoint middle(view.columnWidth(0) / 2, view.rowHeight(0) / 2);
    QTest::mouseClick(frozen->viewport(), Qt::LeftButton, {}, middle);
    QCOMPARE(open.workspace.undoStack().undoText(), u"Assign r150 to u"_s);
    QVERIFY(drop(frozen->viewport(), middle, {Change::Kind::User, {u"v"_s}}));
    QCOMPARE(open.workspace.undoStack().undoText(), u"Assign r150 to v"_s);
    view.togglePin(Qt::Horizontal);
    QTRY_VERIFY(!frozen->isVisible());
}

// What the order weighs is what the cells show.
void tst_MatrixOrder::weightsAreThoseOfTheCells()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    const QHash<quint32, double> counts =
        heldCounts(open.workspace.index(), HeldAxis::RolesByGrants, Instant::now());
    const QHash<quint32, double> rows =
        heldCounts(open.workspace.index(), HeldAxis::Grants, Instant::now());
    const Policy &policy = open.workspace.policy();
    for (int column = 0; column < model.columnCount(); ++column) {
        double held = 0;
        for (int row = 0; row < model.rowCount(); ++row) {
            const Cell cell = model.cell(row, column);
            // Disabled roles give nothing; a pattern counts where it is granted.
            held += !model.isGroup(row) && cell.isHeld() && !cell.dimmed && cell.shape != Cell::Shape::Scoped
                && !(model.rowName(row).startsWith(u'*') && cell.shape != Cell::Shape::Granted);
        }
        QCOMPARE(counts.value(policy.roles().idOf(model.columnName(column)).value), held);
    }
    QCOMPARE(rows.value(policy.permissions().idOf(u"article:create"_s).value), 3.0);
    const auto like = heldSimilarities(open.workspace.index(), HeldAxis::RolesByGrants,
                                       policy.roles().idOf(u"editor"_s).value, Instant::now());
    QCOMPARE(like.value(policy.roles().idOf(u"author"_s).value), 2.0 / 3.0);
    QCOMPARE(like.value(policy.roles().idOf(u"editor"_s).value), 1.0);
}

QTEST_MAIN(tst_MatrixOrder)
#include "tst_matrixorder.moc"
