// SPDX-License-Identifier: Apache-2.0
// Journeys through the real window (desktop.md), by key and mouse, on real stores.
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "ui/shell/changesbar.h"
#include "ui/shell/messagebar.h"
#include "ui/simulate/simulatepanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>
#include <QTranslator>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void firstStart();
    void grantAndFindInTheTrail();
    void editsWithTheKeyboard();
    void editsWithTheMouse();
    void asksAboutACell();
    void aNewPermissionIsAskedInPlace();
    void foldsAndCopies();
    void messagesHaveOneAction();
    void themesAndZoom();
    void showsNamesAsPlainText();
    void saysPlurals();

private:
    void openSample(Program &program);

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_MainWindow::initTestCase()
{
    applyTheme(ThemeChoice::Light, 100);
}

void tst_MainWindow::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8()); // where the sample goes
}

void tst_MainWindow::openSample(Program &program)
{
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
    QVERIFY(program.workspace.isOpen());
}

// Journey 1.
void tst_MainWindow::firstStart()
{
    {
        Program program(*m_home);
        QVERIFY(program.show());
        QVERIFY(program.find<QAbstractButton>(u"new"_s)->isVisible());
        QVERIFY(program.find<QAbstractButton>(u"open"_s)->isVisible());
        QVERIFY(!program.matrix().isVisible());
        QCOMPARE(program.window.windowTitle(), u"Rolewright[*]"_s);
        keepPictures(program.window, u"first-start"_s);
        // The sample has the focus: Return takes it.
        QCOMPARE(QApplication::focusWidget(), program.find<QAbstractButton>(u"sample"_s));
        QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
        press(Qt::Key_Return);
        QVERIFY(opened.wait());
        QVERIFY(program.matrix().isVisible());
        QCOMPARE(program.window.windowTitle(), u"newsroom.rolewright[*] – version 1 – Rolewright"_s);
        QVERIFY(program.model().rowOf(u"article:update:own"_s) >= 0);
        QCOMPARE(program.cell(u"article:update:own"_s, u"author"_s).shape, Cell::Shape::Granted);
        QVERIFY(program.service.traits().notice.contains(u"open"_s));
        QVERIFY(program.window.close());
    }
    // The next start knows it.
    Program next(*m_home);
    QVERIFY(next.show());
    QAbstractButton *recent = nullptr;
    for (QAbstractButton *button : next.window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == u"newsroom.rolewright"_s)
            recent = button;
    }
    QVERIFY(recent);
    QSignalSpy opened(&next.workspace, &Workspace::storeChanged);
    QTest::mouseClick(recent, Qt::LeftButton);
    QVERIFY(opened.wait());
    QVERIFY(next.workspace.isOpen());
}

// Journey 2.
void tst_MainWindow::grantAndFindInTheTrail()
{
    {
        Program program(*m_home);
        openSample(program);
        press(Qt::Key_F, Qt::ControlModifier);
        type(u"comment:hide"_s);
        press(Qt::Key_Return); // back to the matrix
        QCOMPARE(QApplication::focusWidget(), &program.matrix());
        program.matrix().goTo(u"comment:hide"_s, u"author"_s);
        QCOMPARE(program.cell(u"comment:hide"_s, u"author"_s).shape, Cell::Shape::None);
        press(Qt::Key_Space);
        const Cell granted = program.cell(u"comment:hide"_s, u"author"_s);
        QCOMPARE(granted.shape, Cell::Shape::Granted);
        QVERIFY(granted.pending);
        QVERIFY(program.window.isWindowModified());
        // Who gains is known before anything is applied.
        QTRY_VERIFY2(program.window.changesBar().summary().contains(u"gain"_s),
                     qPrintable(program.window.changesBar().summary()));
        QVERIFY(program.window.changesBar().summary().startsWith(u"1 pending change"_s));

        press(Qt::Key_S, Qt::ControlModifier);
        QVERIFY2(program.page().startsWith(u"Changes"_s), qPrintable(program.page()));
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        type(u"ticket 17"_s);
        QAbstractButton *apply = nullptr;
        for (QAbstractButton *button : program.find<QStackedWidget>(u"pagestack"_s)
                                           ->currentWidget()
                                           ->findChildren<QAbstractButton *>()) {
            if (button->text() == u"&Apply"_s)
                apply = button;
        }
        QVERIFY(apply);
        QTRY_VERIFY(apply->isEnabled()); // the review is there
        keepPictures(program.window, u"grant-review"_s);
        QSignalSpy committed(&program.workspace, &Workspace::committed);
        press(Qt::Key_Return);
        QVERIFY(committed.count() || committed.wait());
        QVERIFY(!program.window.isWindowModified());
        QCOMPARE(program.window.changesBar().summary(), u"No pending changes"_s);
        QCOMPARE(program.window.messages().text(), u"Applied as version 2."_s);

        press(Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(program.page(), u"Audit"_s);
        auto *events =
            program.find<QStackedWidget>(u"pagestack"_s)->currentWidget()->findChild<QAbstractItemView *>();
        QVERIFY(events);
        QString shown;
        QTRY_VERIFY(events->model()->rowCount() > 0);
        for (int column = 0; column < events->model()->columnCount(); ++column)
            shown += events->model()->index(0, column).data().toString() + u'|';
        QVERIFY2(shown.contains(u"comment:hide"_s) && shown.contains(program.workspace.actor()),
                 qPrintable(shown));
        keepPictures(program.window, u"grant-trail"_s);
    }
    // Also after a restart.
    Program next(*m_home);
    openSample(next);
    QCOMPARE(next.workspace.draft().baseVersion(), 2);
    const Cell kept = next.cell(u"comment:hide"_s, u"author"_s);
    QCOMPARE(kept.shape, Cell::Shape::Granted);
    QVERIFY(!kept.pending);
    QList<AuditEvent> trail;
    next.service.events({}, this, [&](const Result<QList<AuditEvent>> &events) {
        trail = events.value_or(QList<AuditEvent>());
    });
    QTRY_VERIFY(!trail.isEmpty());
    QCOMPARE(trail.first().reason, u"ticket 17"_s);
    QCOMPARE(trail.first().version, 2);
}

void tst_MainWindow::editsWithTheKeyboard()
{
    Program program(*m_home);
    openSample(program);
    MatrixView &view = program.matrix();
    view.goTo(u"article:create"_s, u"auditor"_s);
    press(Qt::Key_Right, Qt::ControlModifier); // the next held cell
    QCOMPARE(program.model().columnName(view.currentIndex().column()), u"author"_s);
    press(Qt::Key_Delete);
    QCOMPARE(program.cell(u"article:create"_s, u"author"_s).shape, Cell::Shape::None);
    press(Qt::Key_Insert);
    QCOMPARE(program.cell(u"article:create"_s, u"author"_s).shape, Cell::Shape::Granted);
    QVERIFY(!program.workspace.draft().isDirty());
    // Going to a cell leaves the others, also while a shortcut's Ctrl is still held.
    QTest::keyPress(&view, Qt::Key_Control, Qt::ControlModifier);
    view.goTo(u"article:read"_s, u"reader"_s);
    view.goTo(u"article:create"_s, u"reader"_s);
    QCOMPARE(view.selectionModel()->selection().indexes().size(), 1);
    QTest::keyRelease(&view, Qt::Key_Control);
    // A range is one step.
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_F2);
    QCOMPARE(program.workspace.draft().changes().size(), 3);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!program.workspace.draft().isDirty());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(program.workspace.draft().changes().size(), 3);
    // Typing goes to the row of that name.
    type(u"comment:hi"_s);
    QCOMPARE(program.model().rowName(view.currentIndex().row()), u"comment:hide"_s);
    // A whole column.
    view.goTo(u"article:create"_s, u"reader"_s);
    press(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(view.selectionModel()->selectedColumns().size(), 1);
    press(Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(view.selectionModel()->selectedRows().size(), 1);
    // Round the panes.
    press(Qt::Key_F6);
    QVERIFY(QApplication::focusWidget() != &view);
}

void tst_MainWindow::editsWithTheMouse()
{
    Program program(*m_home);
    openSample(program);
    MatrixView &view = program.matrix();
    const QModelIndex index = program.model().index(program.model().rowOf(u"article:create"_s),
                                                    program.model().columnOf(u"reader"_s));
    view.scrollTo(index);
    // Beside the shape only chooses, on it toggles.
    const QRect cell = view.visualRect(index);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, cell.topLeft() + QPoint(2, 2));
    QCOMPARE(view.currentIndex(), index);
    QVERIFY(!program.workspace.draft().isDirty());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, cell.center());
    QCOMPARE(program.workspace.undoStack().undoText(), u"Grant article:create to reader"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    // With its row selected before, the click leaves only the cell selected: Space means that one.
    view.selectRow(index.row());
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::NoModifier, view.visualRect(index).center());
    QCOMPARE(program.workspace.draft().changes().size(), 1);
    QCOMPARE(view.selectionModel()->selection().indexes(), QModelIndexList{index});
    press(Qt::Key_Space);
    QVERIFY(!program.workspace.draft().isDirty());
    // A click below the list of pages chooses none; the one that is shown stays the chosen one.
    auto *pages = program.find<QListWidget>(u"pages"_s);
    QTest::mouseClick(pages->viewport(), Qt::LeftButton, Qt::NoModifier,
                      {10, pages->viewport()->height() - 5});
    QCOMPARE(pages->selectedItems(), QList<QListWidgetItem *>{pages->currentItem()});
}

void tst_MainWindow::asksAboutACell()
{
    Program program(*m_home);
    openSample(program);
    program.matrix().goTo(u"article:publish"_s, u"editor"_s);
    press(Qt::Key_F1);
    auto *panel = program.window.findChild<SimulatePanel *>();
    QVERIFY(panel->isVisible());
    QTRY_VERIFY2(panel->asText().contains(u"article"_s) && panel->asText().contains(u"publish"_s),
                 qPrintable(panel->asText()));
}

void tst_MainWindow::aNewPermissionIsAskedInPlace()
{
    Program program(*m_home);
    openSample(program);
    program.window.action(u"newpermission"_s)->trigger();
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(u"article"_s);
    press(Qt::Key_Return);
    QVERIFY(!program.workspace.draft().isDirty()); // no permission; the bar says why
    type(u":pin"_s);
    press(Qt::Key_Return);
    QVERIFY(program.workspace.policy().permissions().idOf(u"article:pin"_s).isValid());
    QCOMPARE(program.model().rowName(program.matrix().currentIndex().row()), u"article:pin"_s);
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
}

void tst_MainWindow::foldsAndCopies()
{
    Program program(*m_home);
    openSample(program);
    program.matrix().goTo(u"article:create"_s, u"author"_s);
    press(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"\tauthor\narticle:create\tgranted\n"_s);
    const int rows = program.model().rowCount();
    press(Qt::Key_Minus);
    QVERIFY(program.model().rowCount() < rows);
    QVERIFY(program.model().isGroup(program.matrix().currentIndex().row()));
    press(Qt::Key_Return);
    QCOMPARE(program.model().rowCount(), rows);
}

void tst_MainWindow::messagesHaveOneAction()
{
    Program program(*m_home);
    openSample(program);
    bool done = false;
    program.workspace.show({Message::Kind::Warning, u"<b>something</b>"_s, u"Do it"_s, [&] { done = true; }});
    QVERIFY(program.window.messages().isVisible());
    QCOMPARE(program.window.messages().text(), u"<b>something</b>"_s);
    for (QAbstractButton *button : program.window.messages().findChildren<QAbstractButton *>()) {
        if (button->text() == u"Do it"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(done);
    QVERIFY(!program.window.messages().isVisible());
}

void tst_MainWindow::themesAndZoom()
{
    Program program(*m_home);
    openSample(program);
    const auto lightness = [&] {
        return program.matrix().viewport()->grab().toImage().pixelColor(2, 2).lightness();
    };
    program.window.action(u"theme-light"_s)->trigger();
    QTRY_VERIFY(lightness() > 150);
    program.window.action(u"theme-dark"_s)->trigger();
    QTRY_VERIFY(lightness() < 100);
    const int before = program.matrix().verticalHeader()->defaultSectionSize();
    for (int i = 0; i < 5; ++i)
        program.window.action(u"larger"_s)->trigger();
    QTRY_VERIFY(program.matrix().verticalHeader()->defaultSectionSize() > before);
    QCOMPARE(program.settings.zoom(), 150);
    program.window.action(u"normal"_s)->trigger();
    program.window.action(u"theme-light"_s)->trigger();
}

void tst_MainWindow::showsNamesAsPlainText()
{
    Program program(*m_home);
    openSample(program);
    Role role;
    role.name = u"<img src=x>"_s;
    role.description = u"<b>bold</b>"_s;
    Change change;
    change.verb = Change::Verb::Add;
    change.kind = Change::Kind::Role;
    change.key = role.name;
    change.to = role;
    QVERIFY(program.workspace.edit(u"Create"_s, QList<Change>{change}));
    const int column = program.model().columnOf(role.name);
    QVERIFY(column >= 0);
    const QString tip = program.model().headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;img"_s) && !tip.contains(u"<img"_s), qPrintable(tip));
}

void tst_MainWindow::saysPlurals()
{
    QTranslator plurals;
    QVERIFY(plurals.load(u":/translations/rolewright_en.qm"_s));
    QCoreApplication::installTranslator(&plurals);
    Program program(*m_home);
    openSample(program);
    program.matrix().goTo(u"comment:hide"_s, u"author"_s);
    press(Qt::Key_Space);
    QTRY_COMPARE(program.window.changesBar().summary(), u"1 pending change: 3 users gain access"_s);
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"
