// SPDX-License-Identifier: Apache-2.0
// The frame of the window on a real desktop: what stays in place, who has the focus, whose key it is.
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"
#include "ui/changes/changespage.h"
#include "ui/help/helpwindow.h"
#include "ui/palette/palette.h"
#include "ui/replace/replacepane.h"
#include "ui/shell/changesbar.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/pages.h"
#include "ui/simulate/simulatepanel.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSpinBox>
#include <QTextBlock>
#include <QTextBrowser>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_Window : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aMessageMovesNothing();
    void aMessageMakesWay();
    void aMessageLeavesWithItsCause();
    void aMessageLeavesTheApplyButtonsFree();
    void whatIsUndoneIsTold();
    void helpIsAboutThePage();
    void applyAsksForTheReason();
    void saysConflicts();
    void cellsAreSeenBeforeTheyChange();
    void theBottomLineIsBelowTheDocks();
    void escapeClosesFindAndReplace();
    void thePageListShowsTheFocus();
    void undoIsTheFieldsWhileItHasSomething();
    void theFocusStaysAfterApply();
    void theDockKeepsItsWidth();
    void toolsHaveMenusAndKeys();
    void menusLineUpWithTheSearch();
    void zoomReachesDocksAndIcons();

private:
    void openSample(Program &program);
    void makePending(Program &program);

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_Window::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
    applyTheme(ThemeChoice::Light, 100);
}

void tst_Window::openSample(Program &program)
{
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
}

void tst_Window::makePending(Program &program)
{
    program.matrix().goTo(u"comment:hide"_s, u"author"_s);
    press(Qt::Key_Space);
    QVERIFY(program.workspace.draft().isDirty());
}

void tst_Window::aMessageMovesNothing()
{
    Program program(*m_home);
    openSample(program);
    auto *pages = program.window.findChild<Pages *>();
    const QRect before(pages->mapTo(&program.window, QPoint()), pages->size());
    const QRect matrix(program.matrix().mapTo(&program.window, QPoint()), program.matrix().size());
    const MessageBar &bar = program.window.messages();
    program.workspace.show(
        {Message::Kind::Error, u"Something went wrong. Try it again."_s, u"Try again"_s, [] {}});
    QVERIFY(bar.isVisible());
    QTest::qWait(50);
    QCOMPARE(QRect(pages->mapTo(&program.window, QPoint()), pages->size()), before);
    QCOMPARE(QRect(program.matrix().mapTo(&program.window, QPoint()), program.matrix().size()), matrix);
    // Where the hand is, the message is not.
    program.window.action(u"page-changes"_s)->trigger();
    program.window.findChild<ChangesPage *>()->focusReason();
    program.workspace.show({Message::Kind::Error, u"Not applied."_s, {}, {}});
    const QWidget *focus = QApplication::focusWidget();
    QVERIFY(qobject_cast<const QLineEdit *>(focus));
    const QRect field(focus->mapToGlobal(QPoint()), focus->size());
    QVERIFY(!QRect(bar.mapToGlobal(QPoint()), bar.size()).intersects(field));
    // It is on the way of F6, and Escape closes it.
    for (int i = 0; i < 8 && !bar.isAncestorOf(QApplication::focusWidget()); ++i)
        press(Qt::Key_F6);
    QVERIFY(bar.isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
}

void tst_Window::aMessageMakesWay()
{
    Program program(*m_home);
    openSample(program);
    program.window.action(u"page-changes"_s)->trigger();
    const MessageBar &bar = program.window.messages();
    program.workspace.show({Message::Kind::Error, u"Not applied."_s, {}, {}});
    const auto covers = [&](const QWidget *widget) {
        return QRect(bar.mapToGlobal(QPoint()), bar.size())
            .intersects({widget->mapToGlobal(QPoint()), widget->size()});
    };
    auto &page = *program.window.findChild<ChangesPage *>();
    const auto *reason = labelled<QLineEdit>(page, u"Reason"_s);
    const auto *filter = named<QLineEdit>(page, u"Filter changes"_s);
    for (int round = 0; round < 2; ++round) {
        page.focusReason();
        QVERIFY(reason->hasFocus());
        QVERIFY(!covers(reason));
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter->hasFocus());
        QVERIFY(!covers(filter));
    }
    QVERIFY(bar.isVisible());
}

void tst_Window::aMessageLeavesTheApplyButtonsFree()
{
    Program program(*m_home);
    openSample(program);
    makePending(program);
    const MessageBar &bar = program.window.messages();
    auto &page = *program.window.findChild<ChangesPage *>();
    const auto liesOnIt = [&] {
        const QWidget *part = page.applyPart();
        return QRect(bar.mapToGlobal(QPoint()), bar.size())
            .intersects({part->mapToGlobal(QPoint()), part->size()});
    };
    // It was there before the page, and then it comes while the page is shown.
    program.workspace.show({Message::Kind::Error, u"Not applied."_s, {}, {}});
    program.window.action(u"page-changes"_s)->trigger();
    QTRY_VERIFY(page.applyPart()->isVisible() && !liesOnIt());
    program.workspace.show({Message::Kind::Error, u"Not applied, again."_s, {}, {}});
    QVERIFY(bar.isVisible());
    QVERIFY(!liesOnIt());
}

// The key for it may be pressed anywhere, and what it takes back be on another page.
void tst_Window::whatIsUndoneIsTold()
{
    Program program(*m_home);
    openSample(program);
    makePending(program);
    const ChangesBar &bar = program.window.changesBar();
    QCOMPARE(bar.told(), QString());
    program.window.action(u"page-users"_s)->trigger();
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!program.workspace.draft().isDirty());
    QCOMPARE(bar.told(), u"Undone: Grant comment:hide to author"_s);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bar.told(), u"Redone: Grant comment:hide to author"_s);
    program.workspace.discard(); // an edit says itself what it is
    QCOMPARE(bar.told(), QString());
    program.workspace.undoStack().setIndex(0);
    QCOMPARE(bar.told(), u"2 step(s) undone"_s);
}

void tst_Window::helpIsAboutThePage()
{
    Program program(*m_home);
    openSample(program);
    auto *pages = program.window.findChild<Pages *>();
    const QHash<QString, QString> headings{{u"users"_s, u"Users"_s}, {u"questions"_s, u"Who can"_s},
                                           {u"difference"_s, u"Versions"_s}, {u"compare"_s, u"Compare"_s}};
    for (int i = 0; i < pages->count(); ++i) {
        pages->show(i);
        program.window.action(u"help"_s)->trigger();
        auto *help = program.window.findChild<HelpWindow *>();
        QVERIFY(help && help->isVisible());
        QVERIFY2(help->page() != u"index", qPrintable(pages->nameAt(i)));
        const auto *text = help->findChild<QTextBrowser *>();
        if (const QString heading = headings.value(pages->nameAt(i)); !heading.isEmpty()) {
            QCOMPARE(text->textCursor().block().text(), heading);
            QVERIFY(text->rect().contains(text->cursorRect().center()));
        }
        help->close();
    }
    // Without a store there is no page yet.
    program.workspace.close();
    program.window.action(u"help"_s)->trigger();
    QCOMPARE(program.window.findChild<HelpWindow *>()->page(), u"index"_s);
}

// Whoever came to the page in another way than by Ctrl+S has not been asked why yet.
void tst_Window::applyAsksForTheReason()
{
    Program program(*m_home);
    openSample(program);
    makePending(program);
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    press(Qt::Key_2, Qt::ControlModifier);
    auto &page = *program.window.findChild<ChangesPage *>();
    QTRY_VERIFY(buttonOf(page, u"Apply"_s)->isEnabled());
    press(Qt::Key_F, Qt::ControlModifier);
    auto *filter = named<QLineEdit>(page, u"Filter changes"_s);
    QVERIFY(filter->hasFocus());
    type(u"hide"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(labelled<QLineEdit>(page, u"Reason"_s)->hasFocus());
    QVERIFY(!program.workspace.isApplying());
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_Escape); // clears it, as any filter
    QCOMPARE(filter->text(), QString());
    press(Qt::Key_S, Qt::ControlModifier);
    type(u"ticket 17"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(committed.wait(10'000));
}

void tst_Window::saysConflicts()
{
    Program program(*m_home);
    openSample(program);
    QList<Change> changes;
    for (const QString &role : {u"author"_s, u"bookkeeper"_s}) // whom the sample keeps apart
        changes.append({Change::Verb::Add, Change::Kind::Assignment, u"newcomer"_s, role, {}, {}, Assignment()});
    changes.prepend({Change::Verb::Add, Change::Kind::User, u"newcomer"_s, {}, {}, {},
                     User{u"newcomer"_s, u"newcomer"_s, true, {}, {}}});
    QVERIFY(program.workspace.edit(u"Too much"_s, changes));
    QTRY_VERIFY2(program.window.changesBar().summary().endsWith(u", 1 conflict(s)"_s),
                 qPrintable(program.window.changesBar().summary()));
}

void tst_Window::cellsAreSeenBeforeTheyChange()
{
    Program program(*m_home);
    openSample(program);
    program.matrix().goTo(u"comment:hide"_s, u"author"_s);
    press(Qt::Key_5, Qt::ControlModifier);
    program.window.action(u"give"_s)->trigger();
    QVERIFY(program.page().startsWith(u"Matrix"_s));
    QVERIFY(!program.workspace.draft().isDirty());
    program.window.action(u"give"_s)->trigger();
    QVERIFY(program.workspace.draft().isDirty());
    QCOMPARE(program.cell(u"comment:hide"_s, u"author"_s).shape, Cell::Shape::Granted);
}

void tst_Window::aMessageLeavesWithItsCause()
{
    Program program(*m_home);
    openSample(program);
    const MessageBar &bar = program.window.messages();
    const auto say = [&](Message::About about) {
        Message message{Message::Kind::Error, u"It cannot be done."_s, {}, {}};
        message.about = about;
        program.workspace.show(message);
        QTest::qWait(400);
        QVERIFY(bar.isVisible());
    };
    say(Message::About::Edit);
    makePending(program);
    QVERIFY(!bar.isVisible());
    // What an edit told goes with it.
    program.workspace.show({Message::Kind::Information, u"Many cells are changed."_s, {}, {}});
    QVERIFY(bar.isVisible());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!program.workspace.draft().isDirty());
    QVERIFY(!bar.isVisible());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(program.workspace.draft().isDirty());
    say(Message::About::Apply);
    program.matrix().goTo(u"comment:hide"_s, u"editor"_s);
    press(Qt::Key_Space);
    QVERIFY(bar.isVisible()); // still not applied
    program.workspace.discard();
    QVERIFY(!program.workspace.draft().isDirty());
    QVERIFY(!bar.isVisible());
    // The store's file is away for a moment.
    const QString path = program.service.traits().location;
    QVERIFY(QFile::rename(path, path + u".away"_s));
    QTRY_VERIFY(bar.isVisible());
    QTest::qWait(400);
    QVERIFY(QFile::rename(path + u".away"_s, path));
    QTRY_VERIFY(!bar.isVisible());
}

void tst_Window::theBottomLineIsBelowTheDocks()
{
    Program program(*m_home);
    openSample(program);
    makePending(program);
    program.window.action(u"replace"_s)->trigger();
    QTest::qWait(100);
    const QWidget &line = program.window.changesBar();
    const int top = line.mapTo(&program.window, QPoint()).y();
    for (const QString &name : {u"simulate"_s, u"replace"_s}) {
        const auto *dock = program.find<QDockWidget>(name);
        QVERIFY(dock->isVisible());
        QVERIFY2(dock->geometry().bottom() < top, qPrintable(name));
    }
    QVERIFY(top + line.height() >= program.window.height() - 4);
    QVERIFY(line.width() >= program.window.width() - 8);
}

void tst_Window::escapeClosesFindAndReplace()
{
    Program program(*m_home);
    openSample(program);
    press(Qt::Key_H, Qt::ControlModifier);
    QTRY_VERIFY(program.window.findChild<ReplacePane *>()->isAncestorOf(QApplication::focusWidget()));
    press(Qt::Key_Escape);
    QVERIFY(!program.find<QDockWidget>(u"replace"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
}

void tst_Window::thePageListShowsTheFocus()
{
    Program program(*m_home);
    openSample(program);
    auto *list = program.find<QListWidget>(u"pages"_s);
    QVERIFY(!list->hasFocus());
    const QImage before = list->grab().toImage();
    for (int i = 0; i < 8 && !list->hasFocus(); ++i)
        press(Qt::Key_F6);
    QVERIFY(list->hasFocus());
    QTest::qWait(50);
    QVERIFY(list->grab().toImage() != before);
}

void tst_Window::undoIsTheFieldsWhileItHasSomething()
{
    Program program(*m_home);
    openSample(program);
    makePending(program);
    press(Qt::Key_S, Qt::ControlModifier);
    auto *reason = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(reason);
    type(u"ticket 17"_s);
    QCOMPARE(reason->text(), u"ticket 17"_s);
    while (reason->isUndoAvailable()) {
        press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(program.workspace.draft().isDirty());
    }
    QCOMPARE(reason->text(), QString());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!reason->text().isEmpty());
    while (reason->isUndoAvailable())
        press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Z, Qt::ControlModifier); // nothing left in the field: the window's
    QVERIFY(!program.workspace.draft().isDirty());
}

void tst_Window::theFocusStaysAfterApply()
{
    Program program(*m_home);
    openSample(program);
    makePending(program);
    press(Qt::Key_S, Qt::ControlModifier);
    auto *reason = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(reason);
    type(u"ticket 17"_s);
    QTRY_VERIFY(buttonOf(*program.window.findChild<ChangesPage *>(), u"Apply"_s)->isEnabled());
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    press(Qt::Key_Return);
    QVERIFY(reason->isReadOnly()); // on its way
    QCOMPARE(QApplication::focusWidget(), reason);
    QVERIFY(committed.wait(10'000));
    QTRY_VERIFY(!reason->isReadOnly());
    QCOMPARE(QApplication::focusWidget(), reason);
    QVERIFY(reason->text().isEmpty());
    // Also where the button was pressed, which is disabled then: the keyboard is not lost.
    press(Qt::Key_1, Qt::ControlModifier);
    program.matrix().goTo(u"comment:hide"_s, u"editor"_s);
    press(Qt::Key_Space);
    press(Qt::Key_S, Qt::ControlModifier);
    auto *apply = buttonOf(*program.window.findChild<ChangesPage *>(), u"Apply"_s);
    QTRY_VERIFY(apply->isEnabled());
    apply->setFocus();
    press(Qt::Key_Space);
    QVERIFY(committed.count() == 2 || committed.wait(10'000));
    QTRY_VERIFY(QApplication::focusWidget());
    QVERIFY(program.window.findChild<ChangesPage *>()->isAncestorOf(QApplication::focusWidget()));
}

void tst_Window::theDockKeepsItsWidth()
{
    Program program(*m_home);
    openSample(program);
    auto *dock = program.find<QDockWidget>(u"simulate"_s);
    program.window.resizeDocks({dock}, {260}, Qt::Horizontal);
    QTest::qWait(50);
    const int width = dock->width();
    QVERIFY(std::abs(width - 260) < 20);
    auto *panel = program.window.findChild<SimulatePanel *>();
    for (const auto &[user, action] : {std::pair(u"alice"_s, u"update"_s), std::pair(u"bob"_s, u"publish"_s),
                                       std::pair(u"nobody"_s, u"delete"_s)}) {
        panel->ask(user, action, u"article"_s);
        QTest::qWait(200);
        QCOMPARE(dock->width(), width);
    }
}

void tst_Window::toolsHaveMenusAndKeys()
{
    Program program(*m_home);
    openSample(program);
    QStringList titles;
    for (const QAction *action : program.window.menuBar()->actions())
        titles.append(action->text().remove(u'&'));
    QCOMPARE(titles, (QStringList{u"File"_s, u"Edit"_s, u"View"_s, u"Policy"_s, u"Tools"_s, u"Help"_s}));
    for (const auto &[key, page] :
         {std::pair(Qt::Key_F, u"Findings"_s), std::pair(Qt::Key_W, u"Who can"_s), std::pair(Qt::Key_R, u"Replay"_s),
          std::pair(Qt::Key_C, u"Compare"_s), std::pair(Qt::Key_V, u"Versions"_s)}) {
        press(key, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(program.page(), page);
    }
    program.window.action(u"newrole"_s)->trigger();
    QCOMPARE(program.page(), u"Roles"_s);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(u"auditor"_s);
    press(Qt::Key_Return);
    QVERIFY(program.workspace.policy().roles().idOf(u"auditor"_s).isValid());
    // What is in a submenu says of which one: "Never" alone says nothing.
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"never"_s);
    const auto *hits = program.window.findChild<PaletteField *>()->list()->model();
    QTRY_COMPARE(hits->index(0, 0).data().toString(), u"Sign out after a time without me › Never"_s);
}

void tst_Window::menusLineUpWithTheSearch()
{
    Program program(*m_home);
    openSample(program);
    const QMenuBar *bar = program.window.menuBar();
    const auto *search = program.find<PaletteField>(u"palette"_s);
    const QRect field(search->mapTo(bar, QPoint()), search->size());
    const QRect title = bar->actionGeometry(bar->actions().first());
    QVERIFY2(std::abs(field.center().y() - title.center().y()) <= 1,
             qPrintable(u"%1 and %2"_s.arg(field.center().y()).arg(title.center().y())));
    QVERIFY(bar->rect().contains(field));
}

void tst_Window::zoomReachesDocksAndIcons()
{
    Program program(*m_home);
    openSample(program);
    const auto *dock = program.find<QDockWidget>(u"simulate"_s);
    const auto titleHeight = [&] { return dock->widget()->y(); };
    const int title = titleHeight();
    const int icons = program.find<QListWidget>(u"pages"_s)->iconSize().height();
    applyTheme(ThemeChoice::Light, 200);
    QTRY_VERIFY2(titleHeight() >= title * 3 / 2, qPrintable(u"%1 from %2"_s.arg(titleHeight()).arg(title)));
    QVERIFY(program.find<QListWidget>(u"pages"_s)->iconSize().height() >= icons * 3 / 2);
    applyTheme(ThemeChoice::Light, 100);
    QTRY_COMPARE(titleHeight(), title);
}

QTEST_MAIN(tst_Window)
#include "tst_window.moc"
