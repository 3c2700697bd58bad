// SPDX-License-Identifier: Apache-2.0
// Compare, find and replace, and the history, in the real window.
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"
#include "ui/compare/comparepage.h"
#include "ui/replace/replacepane.h"
#include "ui/roles/rolespage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QTreeView>
#include <QUndoView>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

// The names and both sides, as on the screen.
QStringList linesOf(const QTreeView &view)
{
    QStringList lines;
    const QAbstractItemModel &model = *view.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList fields;
        for (int column = 0; column < model.columnCount(); ++column)
            fields.append(model.index(row, column).data().toString());
        lines.append(fields.join(u" | "_s));
    }
    return lines;
}

const QByteArray News = R"({"rolewright": 1,
  "permissions": [{"name": "article:create"}, {"name": "article:update"}, {"name": "comment:delete"}],
  "roles": [{"name": "author", "grants": ["article:create"]},
            {"name": "editor", "inherits": ["author"], "grants": ["article:update"]},
            {"name": "moderator", "grants": ["comment:delete"]}],
  "users": [{"id": "amy", "assignments": [{"role": "editor"}]},
            {"id": "ben", "assignments": [{"role": "moderator", "until": "2999-01-01T00:00:00Z"}]}]})";

} // namespace

class tst_BulkPanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesTwoRoles();
    void takesOverOneOrAll();
    void comparesUsers();
    void saysWhatIsMissing();
    void isReachedFromThePages();
    void replacesNames();
    void saysWhatCannotBeReplaced();
    void jumpsInTheHistory();
};

void tst_BulkPanes::comparesTwoRoles()
{
    OpenStore store(News);
    ComparePage page(store.workspace);
    page.show();
    auto *view = named<QTreeView>(page, u"Differences"_s);
    QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    page.compare(ComparePage::Kind::Roles, u"editor"_s, u"moderator"_s);
    QTRY_COMPARE(linesOf(*view),
                 (QStringList{u"inherits | author | directly | ◀ | –"_s,
                              u"permission | article:create | through author | ◀ | –"_s,
                              u"permission | article:update | granted | ◀ | –"_s,
                              u"permission | comment:delete | – | ▶ | granted"_s}));
    QCOMPARE(view->model()->headerData(2, Qt::Horizontal).toString(), u"editor"_s);
    QCOMPARE(view->model()->index(0, 3).data(Qt::AccessibleTextRole).toString(), u"only editor"_s);
    auto *shown = named<QComboBox>(page, u"Show"_s);
    shown->setCurrentIndex(2);
    Q_EMIT shown->activated(2);
    QCOMPARE(linesOf(*view).size(), 1);
    buttonOf(page, u"Swap"_s)->click();
    QTRY_COMPARE(linesOf(*view).size(), 3);
}

void tst_BulkPanes::takesOverOneOrAll()
{
    OpenStore store(News);
    ComparePage page(store.workspace);
    page.show();
    auto *view = named<QTreeView>(page, u"Differences"_s);
    page.compare(ComparePage::Kind::Roles, u"editor"_s, u"moderator"_s);
    QTRY_COMPARE(linesOf(*view).size(), 4);
    view->setCurrentIndex(view->model()->index(2, 0));
    buttonOf(page, u"Selected: make the right like the left"_s)->click();
    QTRY_COMPARE(store.changes(), QStringList{u"grant article:update to moderator"_s});
    QTRY_COMPARE(linesOf(*view).size(), 3);
    buttonOf(page, u"All to the right"_s)->click();
    QTRY_COMPARE(linesOf(*view), QStringList());
    QCOMPARE(store.workspace.undoStack().count(), 2);
    QCOMPARE(store.workspace.undoStack().undoText(), u"Copy from editor to moderator"_s);
    store.workspace.undoStack().setIndex(0);
    QTRY_COMPARE(linesOf(*view).size(), 4);
    buttonOf(page, u"All to the left"_s)->click();
    QTRY_COMPARE(linesOf(*view), QStringList());
    QCOMPARE(store.workspace.undoStack().count(), 1);
}

void tst_BulkPanes::comparesUsers()
{
    OpenStore store(News);
    ComparePage page(store.workspace);
    page.show();
    auto *view = named<QTreeView>(page, u"Differences"_s);
    page.compare(ComparePage::Kind::Users, u"amy"_s, u"ben"_s);
    QTRY_COMPARE(linesOf(*view).size(), 6);
    QVERIFY(linesOf(*view).contains(
        u"role | moderator | – | ▶ | assigned, until 2999-01-01 00:00 UTC"_s));
    QVERIFY(linesOf(*view).contains(u"permission | article:create | through editor, author | ◀ | –"_s));
    // A permission alone cannot be taken over.
    view->setCurrentIndex(view->model()->index(5, 0));
    buttonOf(page, u"Selected: make the left like the right"_s)->click();
    QTRY_COMPARE(store.messages.size(), 1);
    QVERIFY(store.changes().isEmpty());
    buttonOf(page, u"All to the left"_s)->click();
    QTRY_COMPARE(linesOf(*view), QStringList());
}

void tst_BulkPanes::saysWhatIsMissing()
{
    OpenStore store(News);
    ComparePage page(store.workspace);
    page.show();
    page.compare(ComparePage::Kind::Roles, u"editor"_s, u"nobody"_s);
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY2(texts.contains(u"There is no role \"nobody\"."_s), qPrintable(texts.join(u'\n')));
    QVERIFY(!buttonOf(page, u"All to the left"_s)->isEnabled());
}

void tst_BulkPanes::isReachedFromThePages()
{
    QTemporaryDir home;
    Program program(home);
    program.window.newStore(home.filePath(u"a.rolewright"_s));
    QVERIFY(program.show());
    QTRY_VERIFY(program.workspace.isOpen());
    const Change role{Change::Verb::Add, Change::Kind::Role, u"clerk"_s, {}, {}, {}, Role{u"clerk"_s, {}, true}};
    QVERIFY(program.workspace.edit(u"role"_s, QList<Change>{role}));
    program.window.action(u"page-roles"_s)->trigger();
    auto *roles = program.window.findChild<RolesPage *>();
    roles->select(u"clerk"_s);
    buttonOf(*roles, u"Compare…"_s)->click();
    QCOMPARE(program.page(), u"Compare"_s);
    auto *page = program.window.findChild<ComparePage *>();
    QCOMPARE(named<QLineEdit>(*page, u"Left side"_s)->text(), u"clerk"_s);
    QVERIFY(named<QLineEdit>(*page, u"Right side"_s)->hasFocus());
}

void tst_BulkPanes::replacesNames()
{
    OpenStore store(News);
    ReplacePane pane(store.workspace);
    pane.open();
    auto *view = named<QTreeView>(pane, u"What is renamed"_s);
    QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    labelled<QLineEdit>(pane, u"Find"_s)->setText(u"or$"_s);
    buttonOf<QCheckBox>(pane, u"Regular expression"_s)->click();
    labelled<QLineEdit>(pane, u"Replace with"_s)->setText(u"ing"_s);
    QTRY_COMPARE(linesOf(*view),
                 (QStringList{u"author | authing | "_s, u"editor | editing | "_s, u"moderator | moderating | "_s}));
    QVERIFY(view->model()->setData(view->model()->index(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    buttonOf(pane, u"Replace all"_s)->click();
    QTRY_COMPARE(store.workspace.undoStack().count(), 1);
    QVERIFY(store.workspace.policy().roles().idOf(u"authing"_s).isValid());
    QVERIFY(store.workspace.policy().roles().idOf(u"editor"_s).isValid());
    QVERIFY(store.workspace.policy().roles().idOf(u"moderating"_s).isValid());
    store.workspace.undoStack().undo();
    QVERIFY(store.changes().isEmpty());
}

void tst_BulkPanes::saysWhatCannotBeReplaced()
{
    OpenStore store(News);
    ReplacePane pane(store.workspace);
    pane.open();
    auto *view = named<QTreeView>(pane, u"What is renamed"_s);
    labelled<QLineEdit>(pane, u"Find"_s)->setText(u"author"_s);
    labelled<QLineEdit>(pane, u"Replace with"_s)->setText(u"editor"_s);
    QTRY_COMPARE(linesOf(*view), QStringList{u"author | editor | editor exists already."_s});
    QVERIFY(!buttonOf(pane, u"Replace all"_s)->isEnabled());
    buttonOf<QCheckBox>(pane, u"Regular expression"_s)->click();
    labelled<QLineEdit>(pane, u"Find"_s)->setText(u"("_s);
    QTRY_COMPARE(linesOf(*view), QStringList());
    QStringList texts;
    for (const QLabel *label : pane.findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.join(u'\n').contains(u"This regular expression has an error at character"_s));
}

void tst_BulkPanes::jumpsInTheHistory()
{
    QTemporaryDir home;
    Program program(home);
    program.window.newStore(home.filePath(u"a.rolewright"_s));
    QVERIFY(program.show());
    QTRY_VERIFY(program.workspace.isOpen());
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s}) {
        const Change role{Change::Verb::Add, Change::Kind::Role, name, {}, {}, {}, Role{name, {}, true}};
        QVERIFY(program.workspace.edit(u"Create role "_s + name, QList<Change>{role}));
    }
    auto *dock = program.find<QDockWidget>(u"history"_s);
    QVERIFY(!dock->isVisible());
    program.window.action(u"history"_s)->trigger();
    QVERIFY(dock->isVisible());
    auto *list = dock->findChild<QUndoView *>();
    QCOMPARE(list->model()->rowCount(), 4);
    QCOMPARE(list->model()->index(2, 0).data().toString(), u"Create role b"_s);
    QSignalSpy changed(&program.workspace, &Workspace::changed);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Home);
    QCOMPARE(changed.size(), 1); // in one go
    QVERIFY(!program.workspace.draft().isDirty());
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(program.workspace.policy().roles().size(), 1);
    program.window.action(u"page-catalogue"_s)->trigger();
    program.window.action(u"replace"_s)->trigger();
    auto *replace = program.window.findChild<ReplacePane *>();
    QVERIFY(replace->isVisible());
    // In what the page is about, until something is looked for.
    auto *field = labelled<QComboBox>(*replace, u"In"_s);
    QCOMPARE(field->currentText(), u"Whole names of permissions"_s);
    QTest::keyClicks(QApplication::focusWidget(), u"article"_s);
    program.window.action(u"page-users"_s)->trigger();
    program.window.action(u"replace"_s)->trigger();
    QCOMPARE(field->currentText(), u"Whole names of permissions"_s);
}

QTEST_MAIN(tst_BulkPanes)
#include "tst_bulkpanes.moc"
