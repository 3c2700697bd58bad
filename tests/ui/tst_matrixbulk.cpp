// SPDX-License-Identifier: Apache-2.0
// Bulk work in the matrices: copy and paste, drag and drop.
#include "tests/ui/matrixpanes.h"
#include "ui/matrix/celltext.h"
#include "ui/matrix/frozencolumns.h"
#include "ui/matrix/matrixcopy.h"
#include "ui/matrix/matrixdrag.h"
#include "ui/matrix/matrixpaste.h"
#include "ui/matrix/pastebar.h"
#include "ui/matrix/permissionrolemodel.h"
#include "ui/matrix/userrolemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

QItemSelection everything(const MatrixModel &model)
{
    return QItemSelection(model.index(0, 0), model.index(model.rowCount() - 1, model.columnCount() - 1));
}

QStringList stateOf(const Workspace &workspace)
{
    QStringList lines;
    const Policy &policy = workspace.policy();
    policy.grants().forEach([&](const GrantRow &row) {
        lines.append(policy.roles().at(row.role).name + u' ' + policy.textOf(row.grant));
    });
    policy.assignments().forEach([&](const AssignmentRow &row) {
        const Validity &validity = policy.validityOf(row);
        lines.append(u"%1 %2 %3 %4"_s.arg(policy.users().at(row.user).id, policy.roles().at(row.role).name)
                         .arg(validity.from.msecs)
                         .arg(validity.until.msecs));
    });
    lines.sort();
    return lines;
}

void pasteAt(MatrixPane &pane, const QString &row, const QString &column, const QString &text)
{
    MatrixModel &model = pane.model();
    // Not by the view, which looks at the keys that the last click left down.
    pane.view().selectionModel()->setCurrentIndex(model.index(model.rowOf(row), model.columnOf(column)),
                                                  QItemSelectionModel::ClearAndSelect);
    QApplication::clipboard()->setText(text);
    pane.view().setFocus();
    QTest::keyClick(&pane.view(), Qt::Key_V, Qt::ControlModifier);
}

QPushButton *button(const QWidget &parent, const QString &text)
{
    for (QPushButton *each : parent.findChildren<QPushButton *>()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

QStringList linesOf(const PasteBar &bar)
{
    const QAbstractItemModel *model = bar.findChild<QListView *>()->model();
    QStringList lines;
    for (int row = 0; row < model->rowCount(); ++row)
        lines.append(model->index(row, 0).data().toString());
    return lines;
}

} // namespace

class tst_MatrixBulk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCellTexts_data();
    void readsCellTexts();
    void copiesAGroupAsItsLines();
    void grantsGoRoundTheClipboard();
    void assignmentsGoRoundTheClipboard();
    void pastesFromTheCurrentCell();
    void fillsTheSelectionWithOneValue();
    void saysWhatDoesNotFitAndKeepsIt();
    void saysUnknownNames();
    void refusesDatesThatEndBeforeTheyBegin();
    void showsLargePastesFirst();
    void dropsARoleOnAUser();
    void dropsAPermissionOnARole();
    void refusesWhatDoesNotBelong();
    void fillsAndClearsAsOneStep();
};

void tst_MatrixBulk::readsCellTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("means");
    for (const char *text : {"x", "X", "1", "yes", "TRUE", "*", " x "})
        QTest::newRow(text) << QString::fromUtf8(text) << u"held"_s;
    for (const char *text : {"", "-", "0", "no", "inherited", "by pattern, pending", "not granted"})
        QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text) << u"free"_s;
    QTest::newRow("granted") << u"granted, pending, sensitive"_s << u"exactly - -"_s;
    QTest::newRow("by others") << u"granted, changed by somebody else a moment ago"_s << u"exactly - -"_s;
    QTest::newRow("day") << u"until 2027-01-01"_s << u"exactly - 2027-01-01T00:00:00Z"_s;
    QTest::newRow("both") << u"x from 2026-01-01 until 2027-01-01T10:00:00+02:00"_s
                          << u"exactly 2026-01-01T00:00:00Z 2027-01-01T08:00:00Z"_s;
    for (const char *text : {"foo", "granted, foo", "no until 2027-01-01", "until tomorrow",
                             "until 2027-01-01 until 2028-01-01", "all of the group", "2"})
        QTest::newRow(text) << QString::fromUtf8(text) << u"nothing"_s;
}

void tst_MatrixBulk::readsCellTexts()
{
    QFETCH(QString, text);
    const std::optional<CellState> state = readCellText(text);
    QString means = u"nothing"_s;
    if (state && !state->held)
        means = u"free"_s;
    else if (state && !state->exactly)
        means = u"held"_s;
    else if (state)
        means = u"exactly %1 %2"_s.arg(
            state->validity.from == Instant::openStart() ? u"-"_s : toText(state->validity.from),
            state->validity.until == Instant::openEnd() ? u"-"_s : toText(state->validity.until));
    QTEST(means, "means");
}

void tst_MatrixBulk::copiesAGroupAsItsLines()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    PermissionRoleModel model(open.workspace);
    model.setAllFolded(true);
    const std::unique_ptr<QMimeData> data(
        copyOf(model, QItemSelection(model.index(1, 0), model.index(1, 1))));
    QCOMPARE(data->text(),
             u"\tauthor\tchief\n"
             "article:create\tgranted\tinherited\n"
             "article:publish\t\t\n"
             "article:update\tin some scope only\tinherited\n"
             "article:update:own\tgranted\tcovered without scope\n"_s);
    QCOMPARE(data->html().count(u"<tr>"_s), 5);
    QVERIFY(data->html().contains(u"<th>article:create</th><td>granted</td><td>inherited</td>"_s));
}

template <class Model>
void goRound()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<Model>(open.workspace);
    MatrixModel &model = pane->model();
    const QStringList before = stateOf(open.workspace);
    const std::unique_ptr<QMimeData> copied(copyOf(model, everything(model)));
    const QString text = copied->text();
    // Pasted where it is: nothing to do.
    QApplication::clipboard()->setText(text);
    pane->view().paste();
    QTRY_COMPARE(open.messages, QStringList{u"All pasted cells are so already."_s});
    QVERIFY(!open.workspace.draft().isDirty());
    // Everything else, then pasted: as it was, in one step.
    QVERIFY(model.edit(everything(model), MatrixModel::Edit::Take));
    QVERIFY(
        model.edit(QItemSelection(model.index(model.rowCount() - 1, 3), model.index(model.rowCount() - 1, 3)),
                   MatrixModel::Edit::Give));
    QVERIFY(stateOf(open.workspace) != before);
    const int steps = open.workspace.undoStack().count();
    pane->view().paste();
    QTRY_COMPARE(open.workspace.undoStack().count(), steps + 1);
    QCOMPARE(stateOf(open.workspace), before);
    QVERIFY(!open.workspace.draft().isDirty());
}

void tst_MatrixBulk::grantsGoRoundTheClipboard()
{
    goRound<PermissionRoleModel>();
}

void tst_MatrixBulk::assignmentsGoRoundTheClipboard()
{
    goRound<UserRoleModel>();
}

void tst_MatrixBulk::pastesFromTheCurrentCell()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(open.workspace);
    // Over the group row of comment: groups take no part.
    pasteAt(*pane, u"article:update:own"_s, u"chief"_s, u"x\t\r\n\"x\"\tyes\r\n"_s);
    QTRY_COMPARE(open.workspace.undoStack().count(), 1);
    QCOMPARE(open.workspace.undoStack().undoText(), u"Paste 4 cell(s)"_s);
    const MatrixModel &model = pane->model();
    const auto shape = [&](const QString &row, const QString &column) {
        return model.cell(model.rowOf(row), model.columnOf(column)).shape;
    };
    QCOMPARE(shape(u"article:update:own"_s, u"chief"_s), Cell::Shape::Granted);
    QCOMPARE(shape(u"comment:delete"_s, u"chief"_s), Cell::Shape::Granted);
    QCOMPARE(shape(u"comment:delete"_s, u"editor"_s), Cell::Shape::Granted);
    QVERIFY(open.messages.isEmpty());
    open.workspace.undoStack().undo();
    QVERIFY(!open.workspace.draft().isDirty());

    // What an empty cell takes is said.
    pasteAt(*pane, u"article:create"_s, u"author"_s, u"\n"_s);
    QTRY_COMPARE(shape(u"article:create"_s, u"author"_s), Cell::Shape::None);
    QCOMPARE(open.messages, QStringList{u"1 cell(s) are taken by this paste: empty ones take."_s});
}

void tst_MatrixBulk::fillsTheSelectionWithOneValue()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<UserRoleModel>(open.workspace);
    pane->view().selectColumn(pane->model().columnOf(u"idle"_s));
    QApplication::clipboard()->setText(u"until 2031-01-01"_s);
    pane->view().paste();
    QTRY_COMPARE(open.workspace.undoStack().count(), 1);
    const Policy &policy = open.workspace.policy();
    for (const QString &user : {u"alice"_s, u"bob"_s, u"eve"_s}) {
        const AssignmentRow *row =
            policy.assignments().find(policy.users().idOf(user).value, policy.roles().idOf(u"idle"_s).value);
        QVERIFY(row);
        QCOMPARE(toText(policy.validityOf(*row).until), u"2031-01-01T00:00:00Z"_s);
    }
}

void tst_MatrixBulk::saysWhatDoesNotFitAndKeepsIt()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(open.workspace);
    auto *bar = pane->findChild<PasteBar *>();
    pasteAt(*pane, u"comment:delete"_s, u"editor"_s, u"x\tx\tx\nx\tmaybe\tx\n"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(linesOf(*bar),
             (QStringList{u"1 line(s) do not fit below the current cell."_s,
                          u"1 column(s) do not fit right of the current cell."_s,
                          u"grant comment:delete to editor"_s, u"grant comment:delete to idle"_s}));
    QVERIFY(!open.workspace.draft().isDirty());
    QVERIFY(!button(*bar, u"Apply"_s)->isVisible());
    // Only on purpose, what fits.
    button(*bar, u"Leave out what does not fit"_s)->click();
    QVERIFY(!bar->isVisible());
    QCOMPARE(open.workspace.undoStack().count(), 1);
    QCOMPARE(open.workspace.draft().changes().size(), 2);

    open.workspace.undoStack().undo();
    pasteAt(*pane, u"article:create"_s, u"author"_s, u"x\tmaybe\n"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(
        linesOf(*bar).first(),
        u"Line 1, column 2 (article:create, chief): \"maybe\" is nothing that a cell can say. Write x, or leave it empty."_s);
    QTest::keyClick(bar, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(!open.workspace.draft().isDirty());
}

void tst_MatrixBulk::saysUnknownNames()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(open.workspace);
    auto *bar = pane->findChild<PasteBar *>();
    pasteAt(*pane, u"article:create"_s, u"author"_s,
            u"\tidle\tintern\narticle:create\tx\tx\narticle:erase\tx\t\ncomment:*\tx\t\n"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(linesOf(*bar),
             (QStringList{u"Column 3: There is no role \"intern\"."_s,
                          u"Line 3: The catalogue has no permission \"article:erase\"."_s,
                          u"grant article:create to idle"_s, u"grant comment:* to idle"_s}));
    // The role comes: what was pasted is read again.
    const Change role{Change::Verb::Add,          Change::Kind::Role, u"intern"_s, {}, {}, {},
                      Role{u"intern"_s, {}, true}};
    QVERIFY(open.workspace.edit(u"role"_s, QList<Change>{role}));
    QTRY_COMPARE(linesOf(*bar).first(), u"Line 3: The catalogue has no permission \"article:erase\"."_s);
    QVERIFY(linesOf(*bar).contains(u"grant article:create to intern"_s));
    QCOMPARE(open.workspace.draft().changes().size(), 1);
}

void tst_MatrixBulk::refusesDatesThatEndBeforeTheyBegin()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<UserRoleModel>(open.workspace);
    auto *bar = pane->findChild<PasteBar *>();
    pasteAt(*pane, u"alice"_s, u"idle"_s, u"from 2027-01-01 until 2026-01-01"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(linesOf(*bar), QStringList{u"Line 1, column 1 (alice, idle): It would end before it begins."_s});
    QVERIFY(!button(*bar, u"Leave out what does not fit"_s)->isVisible());
}

void tst_MatrixBulk::showsLargePastesFirst()
{
    OpenWorkspace open;
    QByteArray document = R"({"rolewright": 1, "roles": [{"name": "r"}], "users": [)";
    for (int i = 0; i < 150; ++i)
        document += (i ? ", " : "") + QByteArray(R"({"id": "u)") + QByteArray::number(i + 100) + R"("})";
    QVERIFY(open.create(document + "]}"));
    const auto pane = paneOf<UserRoleModel>(open.workspace);
    auto *bar = pane->findChild<PasteBar *>();
    pasteAt(*pane, u"u100"_s, u"r"_s, u"x\n"_s.repeated(150));
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(!open.workspace.draft().isDirty());
    QCOMPARE(linesOf(*bar).size(), 150);
    QCOMPARE(QApplication::focusWidget(), button(*bar, u"Apply"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(open.workspace.draft().changes().size(), 150);
    QCOMPARE(open.workspace.undoStack().count(), 1);
    QVERIFY(!bar->isVisible());
}

void tst_MatrixBulk::dropsARoleOnAUser()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<UserRoleModel>(open.workspace);
    MatrixView &view = pane->view();
    const int row = pane->model().rowOf(u"alice"_s);
    const QPoint point(3, view.rowViewportPosition(row) + 3);
    QVERIFY(drop(view.viewport(), point, {Change::Kind::Role, {u"idle"_s, u"editor"_s}}));
    QCOMPARE(open.workspace.undoStack().count(), 1);
    QCOMPARE(open.workspace.draft().changes().size(), 2);
    // On the head as well.
    const int eve = pane->model().rowOf(u"eve"_s);
    QVERIFY(drop(view.verticalHeader()->viewport(), {3, view.rowViewportPosition(eve) + 3},
                 {Change::Kind::Role, {u"idle"_s}}));
    QCOMPARE(open.workspace.undoStack().undoText(), u"Assign idle to eve"_s);
    // A user onto a role is the same thing.
    const int idle = pane->model().columnOf(u"idle"_s);
    QVERIFY(drop(view.horizontalHeader()->viewport(), {view.columnViewportPosition(idle) + 3, 3},
                 {Change::Kind::User, {u"bob"_s}}));
    QCOMPARE(open.workspace.undoStack().undoText(), u"Assign idle to bob"_s);
}

void tst_MatrixBulk::dropsAPermissionOnARole()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(open.workspace);
    MatrixView &view = pane->view();
    MatrixModel &model = pane->model();
    // What pulling the head of a group takes along.
    const DraggedNames group =
        draggedFrom(model, *view.verticalHeader(), model.rowOf(u"comment:delete"_s) - 1);
    QCOMPARE(group, (DraggedNames{Change::Kind::Permission, {u"comment:delete"_s}}));
    view.selectColumn(0);
    view.selectionModel()->select(QItemSelection(model.index(0, 2), model.index(model.rowCount() - 1, 2)),
                                  QItemSelectionModel::Select);
    QCOMPARE(draggedFrom(model, *view.horizontalHeader(), 2).names, (QStringList{u"author"_s, u"editor"_s}));
    QCOMPARE(draggedFrom(model, *view.horizontalHeader(), 1).names, QStringList{u"chief"_s});
    const QPoint point(view.columnViewportPosition(0) + 3, 100);
    QVERIFY(drop(view.viewport(), point, group));
    QCOMPARE(open.workspace.undoStack().undoText(), u"Grant comment:delete to author"_s);
}

void tst_MatrixBulk::refusesWhatDoesNotBelong()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(open.workspace);
    QVERIFY(!drop(pane->view().viewport(), {3, 60}, {Change::Kind::User, {u"alice"_s}}));
    QMimeData text;
    text.setText(u"author"_s);
    QDragEnterEvent enter({3, 60}, Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(!draggedNames(&text));
    QVERIFY(!open.workspace.draft().isDirty());
}

void tst_MatrixBulk::fillsAndClearsAsOneStep()
{
    OpenWorkspace open;
    QVERIFY(open.create(Newspaper));
    const auto pane = paneOf<PermissionRoleModel>(open.workspace);
    MatrixView &view = pane->view();
    MatrixModel &model = pane->model();
    view.setFocus();
    // A whole column, by keys.
    view.setCurrentIndex(model.index(1, model.columnOf(u"idle"_s)));
    QTest::keyClick(&view, Qt::Key_Space, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Insert);
    QCOMPARE(open.workspace.undoStack().count(), 1);
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(open.workspace.undoStack().count(), 2);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(model.cell(row, model.columnOf(u"idle"_s)).shape != Cell::Shape::Granted);
    open.workspace.undoStack().setIndex(0);
    QVERIFY(!open.workspace.draft().isDirty());
    // A whole row, of a group.
    view.setCurrentIndex(model.index(model.groupRow(model.rowOf(u"article:create"_s)), 0));
    QTest::keyClick(&view, Qt::Key_Space, Qt::ShiftModifier);
    QTest::keyClick(&view, Qt::Key_Delete);
    QCOMPARE(open.workspace.undoStack().count(), 1);
    for (const Change &change : open.workspace.draft().changes())
        QVERIFY(change.verb == Change::Verb::Remove && change.other.startsWith(u"article:"_s));
}

QTEST_MAIN(tst_MatrixBulk)
#include "tst_matrixbulk.moc"
