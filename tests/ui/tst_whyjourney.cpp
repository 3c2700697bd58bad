// SPDX-License-Identifier: Apache-2.0
// Journey 4, its first half: "Why can bob publish?" and "Why can't alice edit this?", from a cell and from
// the panel, in the real window.
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"
#include "ui/help/helpwindow.h"
#include "ui/simulate/simulatepanel.h"

#include <QAction>
#include <QDir>
#include <QLineEdit>
#include <QTabBar>
#include <QTextBlock>
#include <QTextBrowser>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_WhyJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fromACell();
    void fromThePanel();
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
    // From alice's row: her name is there, the rest is asked.
    press(Qt::Key_K, Qt::ControlModifier);
    type(u"u alice"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(program.model().rowName(program.matrix().currentIndex().row()), u"alice"_s);
    press(Qt::Key_F1);
    QCOMPARE(labelled<QLineEdit>(*panel, u"User"_s)->text(), u"alice"_s);
    labelled<QLineEdit>(*panel, u"Resource type"_s)->setFocus();
    type(u"article"_s);
    labelled<QLineEdit>(*panel, u"Action"_s)->setFocus();
    type(u"update"_s);
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
