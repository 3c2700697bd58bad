// SPDX-License-Identifier: Apache-2.0
// Journey 5 of desktop.md through the real window, in a guarded store, by keyboard alone: what breaks separation of
// duty, or leaves nobody who can administer, is refused with the reason and a way out. ROLEWRIGHT_PICTURES names a folder
// that its pictures go to.
#include "tests/ui/guardedstore.h"
#include "tests/ui/pictures.h"
#include "ui/changes/changespage.h"
#include "ui/shell/messagebar.h"

#include <QLineEdit>
#include <QTabBar>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestAdminJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void journey_data();
    void journey();

private:
    QTemporaryDir m_folder;
    QString m_store;
};

namespace {

// To the line of that text, with the arrow keys.
bool goToLine(QTreeView &view, const QString &text)
{
    if (!tabTo(&view))
        return false;
    press(Qt::Key_Home);
    for (int line = 0; line < 20 && !view.currentIndex().data().toString().contains(text); ++line)
        press(Qt::Key_Down);
    return view.currentIndex().data().toString().contains(text);
}

QString visibleText(const QWidget &page)
{
    QString text;
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible())
            text += label->text() + u'\n';
    }
    return text;
}

} // namespace

void TestAdminJourney::initTestCase()
{
    m_store = m_folder.filePath(u"guarded.rolewright"_s);
    const Status made = makeGuardedStore(m_store);
    QVERIFY2(made, made ? "" : qPrintable(toText(made.error())));
}

void TestAdminJourney::journey_data()
{
    addLooks();
}

void TestAdminJourney::journey()
{
    QFETCH(int, theme);
    QFETCH(int, zoom);
    applyTheme(ThemeChoice(theme), zoom);
    QTemporaryDir home;
    const QString path = home.filePath(u"acme.rolewright"_s);
    QVERIFY(QFile::copy(m_store, path));
    GuardedProgram program(home);
    QVERIFY(program.show());
    QVERIFY(program.open(path));
    QVERIFY(program.enterAs(u"ann"_s));
    auto *tabs = program.window.matrix().findChild<QTabBar *>();
    QVERIFY(tabTo(tabs));
    press(Qt::Key_Right); // Users x Roles
    const auto toggle = [&](const QString &user, const QString &role) {
        const qsizetype before = program.workspace.draft().position();
        QVERIFY(tabTo(&program.matrix()));
        program.matrix().goTo(user, role);
        press(Qt::Key_Space);
        QCOMPARE(program.workspace.draft().position(), before + 1);
    };

    // Sue must not be an editor: she is of the security.
    toggle(u"sue"_s, u"editor"_s);
    toggle(u"alice"_s, u"editor"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    auto &page = *program.window.findChild<ChangesPage *>();
    auto *changes = named<QTreeView>(page, u"What changes"_s);
    auto *apply = buttonOf(page, u"Apply"_s);
    QTRY_VERIFY(visibleText(page).contains(u"It cannot be applied:"_s));
    const QString why = visibleText(page);
    QVERIFY2(why.contains(u"four eyes"_s) && why.contains(u"sue"_s), qPrintable(why));
    QVERIFY(!apply->isEnabled());
    keepPicture(program.window, u"separation"_s);
    // The way out: take back what breaks it, keep the rest.
    QVERIFY(goToLine(*changes, u"sue"_s));
    QVERIFY(pressButton(buttonOf(page, u"Take back the selected"_s)));
    QTRY_VERIFY(apply->isEnabled());
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_S, Qt::ControlModifier); // to the reason
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(u"ticket 5"_s);
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    press(Qt::Key_Return);
    QVERIFY(committed.wait(10'000));

    // Nobody would be left who administers.
    press(Qt::Key_1, Qt::ControlModifier);
    toggle(u"ann"_s, u"root"_s);
    toggle(u"sue"_s, u"root"_s);
    press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(visibleText(page).contains(u"It changes who may administer."_s));
    QTRY_VERIFY(apply->isEnabled());
    press(Qt::Key_S, Qt::ControlModifier); // to the reason, which stays empty
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(program.confirmation());
    keepPicture(program.window, u"confirmation"_s);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    auto *bar = program.window.findChild<MessageBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->text().contains(u"administrator"_s), 20'000);
    QVERIFY2(bar->text().contains(u"Nothing was applied; your changes are kept."_s), qPrintable(bar->text()));
    QCOMPARE(program.workspace.netChanges().size(), 2);
    keepPicture(program.window, u"nobody"_s);
    if (program.confirmation())
        press(Qt::Key_Escape);
    QVERIFY(goToLine(*changes, u"ann"_s));
    QVERIFY(pressButton(buttonOf(page, u"Take back the selected"_s)));
    QTRY_VERIFY(apply->isVisible() && apply->isEnabled());
    press(Qt::Key_S, Qt::ControlModifier);
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(program.confirmWith(passwordOf(u"ann"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(committed.size(), 2, 20'000);
    keepPicture(program.window, u"done"_s);
}

QTEST_MAIN(TestAdminJourney)
#include "tst_adminjourney.moc"
