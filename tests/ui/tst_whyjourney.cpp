// SPDX-License-Identifier: Apache-2.0
// Journey 4: "Why can bob publish?" and "Why can't alice edit this?", from a cell and from the panel, the
// smallest change that would give it, and the question saved as a test, in the real window.
#include "tests/ui/openstore.h"
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "ui/help/helpwindow.h"
#include "ui/matrix/whybar.h"
#include "ui/simulate/repairpane.h"
#include "ui/simulate/simulatepanel.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_WhyJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fromACell();
    void fromThePanel();
    void repairsAndSavesATest();
    void f1ElsewhereIsHelp();

private:
    void openSample(Program &program);

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_WhyJourney::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
}

void tst_WhyJourney::openSample(Program &program)
{
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.window.openSample();
    QVERIFY(opened.wait());
}

void tst_WhyJourney::fromACell()
{
    Program program(*m_home);
    openSample(program);
    auto *panel = program.window.findChild<SimulatePanel *>();
    // Somebody who has the role stands for it: bob is an editor.
    program.matrix().goTo(u"article:publish"_s, u"editor"_s);
    press(Qt::Key_F1);
    QTRY_VERIFY2(panel->asText().contains(u"May bob publish article any?\nALLOWED - granted by a role"_s),
                 qPrintable(panel->asText()));
    QTRY_VERIFY2(panel->asText().contains(u"editor, assigned\n    [yes] grants article:*"_s),
                 qPrintable(panel->asText()));
    // No help came with it.
    QVERIFY(!program.find<HelpWindow>(u"help"_s));
    // From alice's row among the roles: how she comes to the role; the question before stays.
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"u alice"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(program.model().rowName(program.matrix().currentIndex().row()), u"alice"_s);
    press(Qt::Key_F1);
    auto *why = program.window.findChild<WhyBar *>();
    QVERIFY2(why->isVisible() && why->text().contains(u"alice"_s), qPrintable(why->text()));
    QCOMPARE(labelled<QLineEdit>(*panel, u"User"_s)->text(), u"bob"_s);
    // Among the permissions: why she can't.
    program.window.matrix().showPane(2);
    QTRY_VERIFY(program.model().rowOf(u"alice"_s) >= 0);
    program.matrix().goTo(u"alice"_s, u"article:update"_s);
    press(Qt::Key_F1);
    QTRY_VERIFY2(panel->asText().startsWith(u"May alice update article any?\nDENIED"_s),
                 qPrintable(panel->asText()));
}

void tst_WhyJourney::fromThePanel()
{
    Program program(*m_home);
    openSample(program);
    auto *panel = program.window.findChild<SimulatePanel *>();
    const auto fill = [&](const QString &label, const QString &text) {
        auto *field = labelled<QLineEdit>(*panel, label);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        type(text);
    };
    fill(u"User"_s, u"bob"_s);
    fill(u"Resource type"_s, u"article"_s);
    fill(u"Action"_s, u"publish"_s);
    QTRY_VERIFY2(panel->asText().startsWith(u"May bob publish article any?\nALLOWED - granted by a role"_s),
                 qPrintable(panel->asText()));
    fill(u"User"_s, u"alice"_s);
    fill(u"Action"_s, u"update"_s);
    fill(u"Owner"_s, u"bob"_s);
    QTRY_VERIFY2(panel->asText().startsWith(u"May alice update article any, owned by bob?\nDENIED"_s),
                 qPrintable(panel->asText()));
    // Her own, she may.
    fill(u"Owner"_s, u"alice"_s);
    QTRY_VERIFY2(panel->asText().startsWith(
                     u"May alice update article any, owned by alice?\nALLOWED - granted by scope own"_s),
                 qPrintable(panel->asText()));
    QTRY_VERIFY2(panel->asText().contains(u"[yes] grants article:update:own, and alice owns it"_s),
                 qPrintable(panel->asText()));
}

void tst_WhyJourney::repairsAndSavesATest()
{
    Program program(*m_home);
    openSample(program);
    program.window.resize(1280, 860);
    auto *panel = program.window.findChild<SimulatePanel *>();
    // Why can't an author hide a comment? From the cell, for somebody who has the role.
    program.matrix().goTo(u"comment:hide"_s, u"author"_s);
    press(Qt::Key_F1);
    QTRY_VERIFY2(panel->asText().contains(u"hide comment any?\nDENIED - not granted"_s),
                 qPrintable(panel->asText()));
    QTRY_VERIFY(panel->asText().contains(u"Roles that would give it"_s));
    keepPictures(program.window, u"why"_s);
    // What would give it? The smallest change is chosen already.
    auto *repairs = panel->findChild<RepairPane *>();
    panel->findChild<QTabWidget *>()->setCurrentWidget(repairs);
    QTRY_VERIFY2(repairs->text().startsWith(u"[?] "_s), qPrintable(repairs->text()));
    auto *tree = repairs->findChild<QTreeView *>();
    QCOMPARE(tree->currentIndex().row(), 0);
    keepPictures(program.window, u"repairs"_s);
    tree->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY2(panel->asText().contains(u"ALLOWED - granted by a role"_s), qPrintable(panel->asText()));
    QVERIFY(panel->asText().contains(u"After your draft: ALLOWED. Now: DENIED - not granted."_s));
    QCOMPARE(program.workspace.undoStack().count(), 1);
    QCOMPARE(program.workspace.draft().changes().size(), 1);
    // The question becomes a test that says so, in the same draft.
    QTest::mouseClick(buttonOf(*panel, u"Save as test…"_s), Qt::LeftButton);
    const QString name = qobject_cast<QLineEdit *>(QApplication::focusWidget())->text();
    QVERIFY2(name.endsWith(u" may hide comment"_s), qPrintable(name));
    keepPictures(program.window, u"savetest"_s);
    press(Qt::Key_Return);
    QCOMPARE(program.workspace.undoStack().count(), 2);
    QVERIFY(program.workspace.policy().tests().idOf(name).isValid());
    // Both are applied together, and the test passes on what is stored.
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    program.workspace.apply(u"ticket 4"_s);
    QVERIFY(committed.wait());
    bool ran = false;
    for (const TestOutcome &outcome : runTests(program.workspace.baseIndex(), Instant::now())) {
        ran = ran || outcome.test == name;
        QVERIFY2(outcome.passed, qPrintable(outcome.test));
    }
    QVERIFY(ran);
    QVERIFY(panel->asText().contains(u"Answered by version 2."_s));
}

void tst_WhyJourney::f1ElsewhereIsHelp()
{
    Program program(*m_home);
    openSample(program);
    program.find<QListWidget>(u"pages"_s)->setFocus();
    press(Qt::Key_F1);
    auto *help = program.find<HelpWindow>(u"help"_s);
    QVERIFY(help && help->isVisible());
    auto *text = help->findChild<QTextBrowser *>();
    QVERIFY(help->page() == u"index"_s || help->page() == u"matrix"_s);
    help->open(u"index"_s);
    QVERIFY(text->toPlainText().startsWith(u"Rolewright"_s));
    // Every page of the repository is there and links only to pages that are.
    const QStringList pages =
        QDir(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/resources/help")).entryList({u"*.md"_s}, QDir::Files);
    QCOMPARE(help->findChild<QListWidget *>()->count(), pages.size());
    for (const QString &page : pages) {
        help->open(page.chopped(3));
        QCOMPARE(help->page(), page.chopped(3));
        QVERIFY(text->toPlainText().size() > 100);
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                const QString link = part.fragment().charFormat().anchorHref();
                QVERIFY2(link.isEmpty() || pages.contains(link), qPrintable(page + u": "_s + link));
            }
        }
    }
    // A link is followed.
    help->open(u"index"_s);
    Q_EMIT text->anchorClicked(QUrl(u"stores.md"_s));
    QCOMPARE(help->page(), u"stores"_s);
    Q_EMIT text->anchorClicked(QUrl(u"https://example.org/"_s));
    QCOMPARE(help->page(), u"stores"_s);
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!help->isVisible());
}

QTEST_MAIN(tst_WhyJourney)
#include "tst_whyjourney.moc"
