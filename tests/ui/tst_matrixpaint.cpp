// SPDX-License-Identifier: Apache-2.0
// That the view's own way of painting cells and heads paints what a table would: cell by cell, afresh each
// time.
#include "tests/ui/matrixpanes.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/shell/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

QImage pictureOf(QWidget &widget)
{
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

// As QTableView does it: the delegate is asked for each cell.
QImage cellByCell(const MatrixView &view)
{
    QImage image(view.viewport()->size(), QImage::Format_RGB32);
    image.fill(view.palette().color(QPalette::Base));
    QPainter painter(&image);
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const QModelIndex index = view.model()->index(row, column);
            QStyleOptionViewItem option;
            option.initFrom(&view);
            option.state.setFlag(QStyle::State_HasFocus, view.hasFocus());
            option.state.setFlag(QStyle::State_Selected, view.selectionModel()->isSelected(index));
            option.rect = view.visualRect(index);
            view.itemDelegate()->paint(&painter, option, index);
        }
    }
    return image;
}

} // namespace

class tst_MatrixPaint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light, 100); }
    void paintsEachCell_data();
    void paintsEachCell();
    void paintsWhatIsAskedFor();
    void paintsHeadsAsTheyAre();
};

void tst_MatrixPaint::paintsEachCell_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<bool>("scrolled");
    QTest::newRow("all of them") << Qt::LeftToRight << false;
    QTest::newRow("cut at every side") << Qt::LeftToRight << true;
    QTest::newRow("from right to left") << Qt::RightToLeft << false;
    QTest::newRow("from right to left, cut") << Qt::RightToLeft << true;
}

void tst_MatrixPaint::paintsEachCell()
{
    QFETCH(const Qt::LayoutDirection, direction);
    QFETCH(const bool, scrolled);
    OpenWorkspace opened;
    QVERIFY(opened.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(opened.workspace);
    MatrixView &view = pane->view();
    pane->setLayoutDirection(direction);
    pane->model().setAllFolded(false);
    if (scrolled) {
        constexpr int HeadWidth = 60;
        view.verticalHeader()->setFixedWidth(HeadWidth);
        view.setFixedSize(HeadWidth + 5 * view.columnWidth(0) / 2,
                          view.horizontalHeader()->height() + 7 * view.rowHeight(0) / 2);
    }
    view.setFocus();
    QTest::qWait(1);
    view.selectionModel()->setCurrentIndex(view.model()->index(2, 1), QItemSelectionModel::ClearAndSelect);
    view.selectionModel()->select(QItemSelection(view.model()->index(3, 0), view.model()->index(5, 1)),
                                  QItemSelectionModel::Select);
    if (scrolled) {
        view.verticalScrollBar()->setValue(view.rowHeight(0) / 2);
        view.horizontalScrollBar()->setValue(view.columnWidth(0) / 3);
        QVERIFY(view.verticalScrollBar()->value() > 0 && view.horizontalScrollBar()->value() > 0);
    }
    const QImage painted = pictureOf(*view.viewport());
    const QImage expected = cellByCell(view);
    QVERIFY(painted.size() == expected.size());
    QVERIFY2(painted == expected,
             qPrintable(painted.save(u"painted.png"_s) && expected.save(u"expected.png"_s)
                            ? u"see painted.png and expected.png"_s
                            : QString()));
}

void tst_MatrixPaint::paintsWhatIsAskedFor()
{
    OpenWorkspace opened;
    QVERIFY(opened.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(opened.workspace);
    MatrixView &view = pane->view();
    pane->model().setAllFolded(false);
    QTest::qWait(1);
    const QImage whole = pictureOf(*view.viewport());
    const QRect row = view.visualRect(view.model()->index(2, 0)).adjusted(0, 0, 500, 0);
    const QRect column = view.visualRect(view.model()->index(0, 1)).adjusted(0, 0, 0, 400);
    const QRegion cross = QRegion(row).united(column).intersected(view.viewport()->rect());
    QImage part(whole.size(), QImage::Format_RGB32);
    part.fill(Qt::magenta);
    view.viewport()->render(&part, cross.boundingRect().topLeft(), cross);
    int within = 0;
    for (int y = 0; y < part.height(); ++y) {
        for (int x = 0; x < part.width(); ++x) {
            const bool asked = cross.contains(QPoint(x, y));
            within += asked;
            QCOMPARE(part.pixel(x, y), asked ? whole.pixel(x, y) : qRgb(255, 0, 255));
        }
    }
    QVERIFY(within > 1000);
}

void tst_MatrixPaint::paintsHeadsAsTheyAre()
{
    OpenWorkspace opened;
    QVERIFY(opened.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(opened.workspace);
    MatrixView &view = pane->view();
    QTest::qWait(1);
    const auto heads = [&] { return pictureOf(*view.horizontalHeader()); };
    const QImage before = heads();
    QCOMPARE(heads(), before);

    Change disabled;
    disabled.verb = Change::Verb::Set;
    disabled.kind = Change::Kind::Role;
    disabled.key = u"editor"_s;
    disabled.field = u"enabled"_s;
    disabled.to = false;
    QVERIFY(opened.workspace.edit(u"Disable"_s, QList<Change>{disabled}));
    const QImage struck = heads();
    QVERIFY(struck != before);
    opened.workspace.undoStack().undo();
    QCOMPARE(heads(), before);

    view.selectionModel()->setCurrentIndex(view.model()->index(0, 1), QItemSelectionModel::ClearAndSelect);
    const QImage second = heads();
    QVERIFY(second != before);

    applyTheme(ThemeChoice::Dark, 100);
    QTest::qWait(1);
    const QImage dark = heads();
    QVERIFY(dark != second);
    applyTheme(ThemeChoice::Light, 100);
    QTest::qWait(1);
    QCOMPARE(heads(), second);
}

QTEST_MAIN(tst_MatrixPaint)
#include "tst_matrixpaint.moc"
