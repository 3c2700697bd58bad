// SPDX-License-Identifier: Apache-2.0
// Journey 5 of desktop.md through the real window, by keyboard: a change that breaks separation of duty is
// refused, with the reason and a way out.
#include "tests/ui/openstore.h"
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "ui/changes/changespage.h"

#include <QLineEdit>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_RefusalJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void separationOfDuty();
};

namespace {

bool says(const QWidget &page, const QString &text)
{
    for (const QLabel *label : page.findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().startsWith(text))
            return true;
    }
    return false;
}

} // namespace

void tst_RefusalJourney::separationOfDuty()
{
    const QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
    Program program(home);
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());

    // One change that is fine, and one that lets an author pay.
    program.matrix().goTo(u"comment:hide"_s, u"author"_s);
    press(Qt::Key_Space);
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"u alice"_s);
    press(Qt::Key_Return, Qt::ControlModifier); // to her row among the roles
    QTRY_COMPARE(program.model().rowName(program.matrix().currentIndex().row()), u"alice"_s);
    program.matrix().goTo(u"alice"_s, u"bookkeeper"_s);
    press(Qt::Key_Space);
    QVERIFY(program.cell(u"alice"_s, u"bookkeeper"_s).pending);
    QTRY_VERIFY(program.cell(u"alice"_s, u"bookkeeper"_s).conflict);
    keepPictures(program.window, u"duty-cell"_s);

    press(Qt::Key_S, Qt::ControlModifier);
    auto *changes = program.window.findChild<ChangesPage *>();
    QTRY_VERIFY(changes->isVisible());
    const QString reason =
        u"It cannot be applied: Constraint nobody pays oneself forbids that user alice has "_s;
    QTRY_VERIFY(says(*changes, reason));
    auto *apply = buttonOf(*changes, u"Apply"_s);
    QVERIFY(!apply->isEnabled());
    keepPictures(program.window, u"duty-refused"_s);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    type(u"ticket 17"_s);
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    press(Qt::Key_Return);
    QTest::qWait(200);
    QCOMPARE(committed.count(), 0);
    QCOMPARE(program.workspace.draft().changes().size(), 2);

    // The way out: the one change is taken back, the other applied.
    auto *list = named<QTreeView>(*changes, u"What changes"_s);
    list->setFocus();
    press(Qt::Key_Home);
    for (int i = 0; i < 9 && list->currentIndex().data().toString() != u"assign bookkeeper to alice"_s; ++i)
        press(Qt::Key_Down);
    QCOMPARE(list->currentIndex().data().toString(), u"assign bookkeeper to alice"_s);
    press(Qt::Key_Delete);
    QCOMPARE(program.workspace.draft().changes().size(), 1);
    QTRY_VERIFY(!says(*changes, u"It cannot be applied"_s) && apply->isEnabled());
    press(Qt::Key_S, Qt::ControlModifier); // the reason is there already
    QVERIFY(committed.count() || committed.wait());
    QVERIFY(!program.workspace.draft().isDirty());
}

QTEST_MAIN(tst_RefusalJourney)
#include "tst_refusaljourney.moc"
