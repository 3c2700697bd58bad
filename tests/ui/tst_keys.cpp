// SPDX-License-Identifier: Apache-2.0
// The keys of the commands: shown, changed, put back, remembered; and the session that comes back.
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"
#include "ui/keys/keysdialog.h"
#include "ui/keys/keysmodel.h"
#include "ui/roles/rolespage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDockWidget>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QTabBar>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_Keys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesKeys();
    void saysConflicts();
    void noTwoCommandsShareAKey();
    void theSessionComesBack();
    void reopeningIsAChoice();

private:
    void openSample(Program &program);

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_Keys::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
}

void tst_Keys::openSample(Program &program)
{
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
}

namespace {

KeysDialog *openKeys(Program &program)
{
    program.window.action(u"keys"_s)->trigger();
    return program.find<KeysDialog>(u"keys"_s);
}

void choose(KeysDialog &dialog, const QString &title)
{
    auto *view = named<QTreeView>(dialog, u"Commands"_s);
    const auto found =
        view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, title, 1, Qt::MatchStartsWith);
    QVERIFY2(!found.isEmpty(), qPrintable(title));
    view->setCurrentIndex(found.first());
}

QString hint(const KeysDialog &dialog)
{
    QString text;
    for (const QLabel *label : dialog.findChildren<QLabel *>()) {
        if (label->wordWrap())
            text = label->text();
    }
    return text;
}

} // namespace

void tst_Keys::changesKeys()
{
    {
        Program program(*m_home);
        openSample(program);
        KeysDialog *dialog = openKeys(program);
        QVERIFY(dialog);
        auto *view = named<QTreeView>(*dialog, u"Commands"_s);
        QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        QVERIFY(printed(*view->model()).contains(u"Undo | Ctrl+Z\nRedo | Ctrl+Shift+Z, Ctrl+Y\n"_s));
        QVERIFY(printed(*view->model()).contains(u"Toggle cells | Space\n"_s));
        named<QLineEdit>(*dialog, u"Filter commands and keys"_s)->setText(u"apply"_s);
        QCOMPARE(printed(*view->model()), u"Apply… | Ctrl+S\n"_s);
        choose(*dialog, u"Apply"_s);
        auto *keys = dialog->findChild<QKeySequenceEdit *>();
        keys->setKeySequence(Qt::CTRL | Qt::Key_Return);
        QTest::mouseClick(buttonOf(*dialog, u"Assign"_s), Qt::LeftButton);
        QCOMPARE(printed(*view->model()), u"Apply… (changed) | Ctrl+Return\n"_s);
        QCOMPARE(program.window.action(u"apply"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
        dialog->close();
    }
    Program next(*m_home);
    openSample(next);
    QCOMPARE(next.window.action(u"apply"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
    KeysDialog *dialog = openKeys(next);
    choose(*dialog, u"Apply"_s);
    QTest::mouseClick(buttonOf(*dialog, u"Reset"_s), Qt::LeftButton);
    QCOMPARE(next.window.action(u"apply"_s)->shortcut(), QKeySequence(QKeySequence::Save));
    QVERIFY(!next.settings.keys(u"apply"_s));
}

void tst_Keys::saysConflicts()
{
    Program program(*m_home);
    openSample(program);
    KeysDialog *dialog = openKeys(program);
    auto *keys = dialog->findChild<QKeySequenceEdit *>();
    choose(*dialog, u"Discard"_s);
    keys->setKeySequence(Qt::CTRL | Qt::Key_K);
    QCOMPARE(hint(*dialog), u"Ctrl+K is taken by “Search or command…”, which would have no key then."_s);
    QTest::mouseClick(buttonOf(*dialog, u"Assign"_s), Qt::LeftButton);
    QVERIFY(program.window.action(u"palette"_s)->shortcuts().isEmpty());
    QCOMPARE(program.find<QLineEdit>(u"palette"_s)->placeholderText(), u"Search or command"_s);
    // What the matrix does by itself cannot be taken.
    keys->setKeySequence(Qt::Key_Space);
    QVERIFY2(hint(*dialog).contains(u"cannot be taken"_s), qPrintable(hint(*dialog)));
    QVERIFY(!buttonOf(*dialog, u"Assign"_s)->isEnabled());
    choose(*dialog, u"Toggle cells"_s);
    QVERIFY(!keys->isEnabled());
    QTest::mouseClick(buttonOf(*dialog, u"Reset all"_s), Qt::LeftButton);
    QCOMPARE(program.window.action(u"palette"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_K));
    QVERIFY(program.window.action(u"discard"_s)->shortcuts().isEmpty());
}

void tst_Keys::noTwoCommandsShareAKey()
{
    Program program(*m_home);
    QHash<QString, QString> owners;
    for (const QAction *action : program.window.findChildren<QAction *>()) {
        if (!program.window.action(action->objectName()))
            continue;
        for (const QKeySequence &keys : action->shortcuts()) {
            const QString text = keys.toString();
            QVERIFY2(!owners.contains(text),
                     qPrintable(u"%1: %2 and %3"_s.arg(text, owners.value(text), action->objectName())));
            owners.insert(text, action->objectName());
        }
    }
    QVERIFY(owners.size() > 15);
}

void tst_Keys::theSessionComesBack()
{
    {
        Program program(*m_home);
        openSample(program);
        press(Qt::Key_F, Qt::ControlModifier);
        type(u"comment:*"_s);
        press(Qt::Key_Return);
        program.matrix().goTo(u"comment:hide"_s, u"author"_s);
        program.window.addDockWidget(Qt::LeftDockWidgetArea, program.find<QDockWidget>(u"simulate"_s));
        program.window.action(u"page-roles"_s)->trigger();
        QCOMPARE(program.page(), u"Roles"_s);
        auto *roles = program.window.findChild<RolesPage *>();
        named<QTreeView>(*roles, u"Roles"_s)->sortByColumn(1, Qt::DescendingOrder);
        named<QLineEdit>(*roles, u"Filter by name or description"_s)->setText(u"*or"_s);
        QTRY_COMPARE(named<QTreeView>(*roles, u"Roles"_s)->model()->rowCount(), 6);
        roles->select(u"moderator"_s);
        QVERIFY(program.window.close());
    }
    Program next(*m_home);
    QVERIFY(next.show());
    QSignalSpy opened(&next.workspace, &Workspace::storeChanged);
    next.window.openLast();
    QVERIFY(opened.wait());
    QVERIFY(next.workspace.isOpen());
    QCOMPARE(next.page(), u"Roles"_s);
    const auto *roles = next.window.findChild<RolesPage *>();
    QCOMPARE(roles->selectedKey(), u"moderator"_s);
    QCOMPARE(named<QTreeView>(*roles, u"Roles"_s)->header()->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(named<QLineEdit>(*roles, u"Filter by name or description"_s)->text(), u"*or"_s);
    QTRY_COMPARE(named<QTreeView>(*roles, u"Roles"_s)->model()->rowCount(), 6);
    QCOMPARE(next.window.dockWidgetArea(next.find<QDockWidget>(u"simulate"_s)), Qt::LeftDockWidgetArea);
    QTRY_COMPARE(next.model().rowName(next.matrix().currentIndex().row()), u"comment:hide"_s);
    QCOMPARE(next.model().columnName(next.matrix().currentIndex().column()), u"author"_s);
    QCOMPARE(next.model().rowOf(u"article:publish"_s), -1); // filtered
    // Another store is no business of this one's.
    QSignalSpy other(&next.workspace, &Workspace::storeChanged);
    next.window.newStore(m_home->filePath(u"new.rolewright"_s));
    QVERIFY(other.wait());
    QCOMPARE(next.page(), u"Matrix"_s);
    QSignalSpy back(&next.workspace, &Workspace::storeChanged);
    next.window.openSample();
    QVERIFY(back.wait());
    QCOMPARE(next.page(), u"Roles"_s);
}

void tst_Keys::reopeningIsAChoice()
{
    {
        Program program(*m_home);
        openSample(program);
        program.window.action(u"reopen"_s)->trigger();
        QVERIFY(!program.settings.reopensLast());
        QVERIFY(program.window.close());
    }
    {
        Program next(*m_home);
        QVERIFY(next.show());
        next.window.openLast();
        QTest::qWait(200);
        QVERIFY(!next.workspace.isOpen());
        next.window.action(u"reopen"_s)->trigger();
        openSample(next);
        QSignalSpy closed(&next.workspace, &Workspace::storeChanged);
        next.window.action(u"close"_s)->trigger();
        QCOMPARE(closed.count(), 1);
        QVERIFY(next.window.close());
    }
    // It was closed by hand: nothing comes back.
    Program last(*m_home);
    QVERIFY(last.show());
    last.window.openLast();
    QTest::qWait(200);
    QVERIFY(!last.workspace.isOpen());
}

QTEST_MAIN(tst_Keys)
#include "tst_keys.moc"
