// SPDX-License-Identifier: Apache-2.0
// Every page by keyboard alone: the Tab key comes to every control and leaves again, F6 goes round the panes,
// and what the page is for is done without the mouse.
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"
#include "ui/compare/comparemodel.h"
#include "ui/shell/pages.h"
#include "ui/simulate/simulatepanel.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QSet>
#include <QTabBar>
#include <QTranslator>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class tst_PageKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tabReachesEverything();
    void f6GoesRound();
    void menusKeepTheirLetters_data();
    void menusKeepTheirLetters();
    void emptyListsAreFilled();
    void roles();
    void users();
    void catalogue();
    void constraints();
    void operations();
    void tests();
    void questions();
    void compare();
    void difference();

private:
    void goTo(const QString &page);
    QWidget &page() { return *m_program->window.findChild<Pages *>()->current(); }
    bool tabTo(const QWidget *wanted);
    QStringList pending() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Program> m_program;
};

namespace {

// What the Tab key is to come to.
bool isStop(const QWidget *widget)
{
    const bool isInner = qobject_cast<const QAbstractSpinBox *>(widget->parentWidget())
        || qobject_cast<const QComboBox *>(widget->parentWidget());
    return widget->isVisible() && widget->isEnabled() && !isInner && !widget->focusProxy()
        && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

QString titleOf(const QWidget *widget)
{
    if (!widget)
        return u"nothing"_s;
    const QString text = widget->property("text").toString();
    return u"%1 %2 %3"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName(),
                             text);
}

} // namespace

void tst_PageKeys::init()
{
    m_program.reset();
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->filePath(u"data"_s).toUtf8());
    m_program = std::make_unique<Program>(*m_home);
    QVERIFY(m_program->show());
    QSignalSpy opened(&m_program->workspace, &Workspace::storeChanged);
    press(Qt::Key_Return); // the sample
    QVERIFY(opened.wait());
}

void tst_PageKeys::goTo(const QString &page)
{
    press(Qt::Key_K, Qt::ControlModifier);
    type(page);
    press(Qt::Key_Return);
    QTRY_VERIFY2(m_program->page().startsWith(page), qPrintable(m_program->page()));
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() != u"palette"_s);
}

bool tst_PageKeys::tabTo(const QWidget *wanted)
{
    if (!wanted)
        return false;
    constexpr int Patience = 100; // presses
    QStringList passed;
    for (int i = 0; i < Patience && QApplication::focusWidget() != wanted; ++i) {
        press(Qt::Key_Tab);
        passed.append(titleOf(QApplication::focusWidget()));
    }
    if (QApplication::focusWidget() == wanted)
        return true;
    qWarning().noquote() << u"Tab does not come to"_s << titleOf(wanted) << u"but to"_s
                         << passed.join(u" | "_s);
    return false;
}

QStringList tst_PageKeys::pending() const
{
    QStringList texts;
    for (const Change &change : m_program->workspace.draft().changes())
        texts.append(describe(change));
    return texts;
}

void tst_PageKeys::tabReachesEverything()
{
    auto *pages = m_program->window.findChild<Pages *>();
    QStringList faults;
    for (int i = 0; i < pages->count(); ++i) {
        goTo(pages->titleAt(i));
        QTest::qWait(200); // what workers answer enables buttons
        QWidget *first = QApplication::focusWidget();
        if (!first || !page().isAncestorOf(first)) {
            faults.append(u"%1: the focus is on %2"_s.arg(pages->titleAt(i), titleOf(first)));
            continue;
        }
        QSet<const QWidget *> missing;
        for (const QWidget *widget : page().findChildren<QWidget *>()) {
            if (isStop(widget))
                missing.insert(widget);
        }
        const qsizetype stops = missing.size();
        bool leaves = false;
        for (qsizetype presses = 0; presses < stops * 2 + 60; ++presses) {
            missing.remove(QApplication::focusWidget());
            press(Qt::Key_Tab);
            leaves = leaves || !page().isAncestorOf(QApplication::focusWidget());
        }
        for (const QWidget *widget : std::as_const(missing)) {
            if (isStop(widget))
                faults.append(u"%1: Tab does not come to %2"_s.arg(pages->titleAt(i), titleOf(widget)));
        }
        if (!leaves)
            faults.append(u"%1: Tab does not leave it, but stays on %2"_s.arg(
                pages->titleAt(i), titleOf(QApplication::focusWidget())));
    }
    QVERIFY2(faults.isEmpty(), qPrintable(u'\n' + faults.join(u'\n')));
}

void tst_PageKeys::f6GoesRound()
{
    auto *pages = m_program->window.findChild<Pages *>();
    for (int i = 0; i < pages->count(); ++i) {
        goTo(pages->titleAt(i));
        const auto pane = [&]() -> QString {
            const QWidget *focus = QApplication::focusWidget();
            if (!focus)
                return u"nothing"_s;
            if (page().isAncestorOf(focus))
                return u"page"_s;
            if (pages->isAncestorOf(focus))
                return u"list"_s;
            return m_program->find<QDockWidget>(u"simulate"_s)->isAncestorOf(focus) ? u"panel"_s : u"bar"_s;
        };
        QStringList passed{pane()};
        for (int presses = 0; presses < 6 && (presses == 0 || passed.last() != u"page"_s); ++presses) {
            press(Qt::Key_F6);
            passed.append(pane());
        }
        // The bar has nothing that takes the focus while nothing is pending.
        QVERIFY2(passed == QStringList({u"page"_s, u"panel"_s, u"list"_s, u"page"_s}),
                 qPrintable(pages->titleAt(i) + u": "_s + passed.join(u", "_s)));
    }
}

// In a new store nothing is there to be clicked on.
void tst_PageKeys::menusKeepTheirLetters_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("de") << u"de"_s;
}

// Where a control has the letter of a menu, Alt and that letter come to the control: the menu's key is dead.
void tst_PageKeys::menusKeepTheirLetters()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u"rolewright_"_s + language, u":/translations"_s));
    QCoreApplication::installTranslator(&translator);
    init(); // the window in this language
    QHash<QKeySequence, QString> menus;
    for (const QAction *menu : m_program->window.menuBar()->actions())
        menus.insert(QKeySequence::mnemonic(menu->text()), menu->text());
    QCOMPARE(menus.size(), m_program->window.menuBar()->actions().size());
    QVERIFY(!menus.contains({}));
    QStringList taken;
    int looked = 0;
    const auto look = [&](const QWidget *widget, const QString &text) {
        const QKeySequence letter = QKeySequence::mnemonic(text);
        looked += letter.isEmpty() ? 0 : 1;
        if (widget->window() == &m_program->window && menus.contains(letter))
            taken.append(u"%1 of %2"_s.arg(text, menus.value(letter)));
    };
    for (const QLabel *label : m_program->window.findChildren<QLabel *>()) {
        if (label->buddy())
            look(label, label->text());
    }
    for (const QAbstractButton *button : m_program->window.findChildren<QAbstractButton *>())
        look(button, button->text());
    for (const QTabBar *bar : m_program->window.findChildren<QTabBar *>()) {
        for (int tab = 0; tab < bar->count(); ++tab)
            look(bar, bar->tabText(tab));
    }
    QVERIFY2(looked > 100, qPrintable(QString::number(looked)));
    QVERIFY2(taken.isEmpty(), qPrintable(taken.join(u'\n')));
}

void tst_PageKeys::emptyListsAreFilled()
{
    QSignalSpy opened(&m_program->workspace, &Workspace::storeChanged);
    m_program->workspace.create(m_home->filePath(u"new.rolewright"_s), Policy());
    QVERIFY(opened.wait());
    for (const QString &title : {u"Roles"_s, u"Users"_s, u"Operations"_s}) {
        goTo(title);
        press(Qt::Key_Insert);
        type(u"first"_s);
        press(Qt::Key_Return);
    }
    QCOMPARE(pending(), QStringList({u"add role first"_s, u"add user first"_s, u"add operation first"_s}));
}

void tst_PageKeys::roles()
{
    goTo(u"Roles"_s);
    press(Qt::Key_Insert);
    type(u"trainee"_s);
    press(Qt::Key_Return);
    QCOMPARE(pending(), QStringList{u"add role trainee"_s});
    QVERIFY(tabTo(named<QLineEdit>(page(), u"resource:action, or a pattern"_s)));
    type(u"article:read"_s);
    press(Qt::Key_Return);
    QVERIFY(tabTo(named<QLineEdit>(page(), u"Role to inherit"_s)));
    type(u"reader"_s);
    press(Qt::Key_Return);
    QCOMPARE(pending(),
             QStringList({u"add role trainee"_s, u"grant article:read to trainee"_s,
                          u"let trainee inherit reader"_s}));
}

void tst_PageKeys::users()
{
    goTo(u"Users"_s);
    press(Qt::Key_Insert);
    type(u"nina"_s);
    press(Qt::Key_Return);
    QVERIFY(tabTo(labelled<QLineEdit>(page(), u"Role"_s)));
    type(u"author"_s);
    press(Qt::Key_Return);
    QCOMPARE(pending(), QStringList({u"add user nina"_s, u"assign author to nina"_s}));
}

void tst_PageKeys::catalogue()
{
    goTo(u"Catalogue"_s);
    press(Qt::Key_Insert);
    type(u"article:archive"_s);
    press(Qt::Key_Return);
    QVERIFY(tabTo(named<QLineEdit>(page(), u"Role to grant it to"_s)));
    type(u"editor"_s);
    press(Qt::Key_Return);
    QCOMPARE(pending(),
             QStringList({u"add permission article:archive"_s, u"grant article:archive to editor"_s}));
}

void tst_PageKeys::constraints()
{
    goTo(u"Constraints"_s);
    auto *grid = named<QAbstractItemView>(page(), u"Roles in constraints"_s);
    QVERIFY(tabTo(grid));
    // The last role is no member of the last constraint.
    press(Qt::Key_End, Qt::ControlModifier);
    press(Qt::Key_Space);
    QCOMPARE(pending(), QStringList{u"add role reader to constraint write or moderate"_s});
}

void tst_PageKeys::operations()
{
    goTo(u"Operations"_s);
    press(Qt::Key_Insert);
    type(u"GET /archive"_s);
    press(Qt::Key_Return);
    QVERIFY(tabTo(named<QLineEdit>(page(), u"What is required"_s)));
    type(u"article:read"_s);
    press(Qt::Key_Return);
    QCOMPARE(pending(), QStringList{u"add operation GET /archive"_s});
    const Policy &policy = m_program->workspace.policy();
    const std::optional<Requirement> &needs =
        policy.operations().at(policy.operations().idOf(u"GET /archive"_s)).required;
    QVERIFY(needs && needs->names == QStringList{u"article:read"_s});
}

void tst_PageKeys::tests()
{
    goTo(u"Tests"_s);
    press(Qt::Key_Insert);
    type(u"nobody publishes"_s);
    press(Qt::Key_Return);
    QVERIFY(m_program->workspace.policy().tests().idOf(u"nobody publishes"_s).isValid());
    QVERIFY(tabTo(labelled<QLineEdit>(page(), u"User"_s)));
    type(u"alice"_s);
    QVERIFY(tabTo(labelled<QLineEdit>(page(), u"Resource type"_s)));
    type(u"article"_s);
    QVERIFY(tabTo(labelled<QLineEdit>(page(), u"Action"_s)));
    type(u"publish"_s);
    press(Qt::Key_Return, Qt::ControlModifier); // takes the question
    const Policy &policy = m_program->workspace.policy();
    const QString request = policy.tests().at(policy.tests().idOf(u"nobody publishes"_s)).request;
    QVERIFY2(request.contains(u"alice"_s) && request.contains(u"publish"_s), qPrintable(request));
}

void tst_PageKeys::questions()
{
    goTo(u"Who can"_s);
    type(u"article"_s);
    QVERIFY(tabTo(labelled<QLineEdit>(page(), u"Action"_s)));
    type(u"publish"_s);
    auto *answer = named<QTreeView>(page(), u"Answer"_s);
    QTRY_COMPARE(answer->model()->rowCount(), 2);
    QVERIFY(tabTo(answer));
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    auto *panel = m_program->window.findChild<SimulatePanel *>();
    QTRY_VERIFY2(panel->asText().startsWith(u"May erin publish"_s), qPrintable(panel->asText()));
}

void tst_PageKeys::compare()
{
    goTo(u"Compare"_s);
    type(u"author"_s);
    press(Qt::Key_Return); // to the other side
    QCOMPARE(QApplication::focusWidget(), named<QLineEdit>(page(), u"Right side"_s));
    type(u"editor"_s);
    auto *differences = named<QTreeView>(page(), u"Differences"_s);
    QTRY_VERIFY(differences->model()->rowCount() > 0);
    press(Qt::Key_Return); // to what differs
    QCOMPARE(QApplication::focusWidget(), differences);
    // Down to article:*, which the left one gets.
    press(Qt::Key_Home);
    for (int i = 0;
         i < 20 && differences->currentIndex().siblingAtColumn(CompareModel::Name).data() != u"article:*"_s;
         ++i)
        press(Qt::Key_Down);
    press(Qt::Key_L, Qt::AltModifier);
    QTRY_COMPARE(pending(), QStringList{u"grant article:* to author"_s});
}

void tst_PageKeys::difference()
{
    m_program->matrix().setFocus();
    QSignalSpy committed(&m_program->workspace, &Workspace::committed);
    m_program->matrix().goTo(u"comment:hide"_s, u"author"_s);
    press(Qt::Key_Space);
    m_program->workspace.apply(u"ticket 17"_s);
    QVERIFY(committed.wait());
    goTo(u"Versions"_s);
    auto *versions = named<QTreeView>(page(), u"Versions"_s);
    QCOMPARE(QApplication::focusWidget(), versions);
    auto *changes = named<QTreeView>(page(), u"What changes"_s);
    press(Qt::Key_Home);
    QTRY_COMPARE(printed(*changes->model()), u"Grants (1)\n  grant comment:hide to author\n"_s);
    press(Qt::Key_Down);
    QTRY_VERIFY(printed(*changes->model()).startsWith(u"Permissions ("_s));
}

QTEST_MAIN(tst_PageKeys)
#include "tst_pagekeys.moc"
