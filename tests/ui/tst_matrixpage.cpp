// SPDX-License-Identifier: Apache-2.0
// What the page of the matrices does beside its cells, in the real window: why, filters, legend, order.
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"
#include "ui/filter/filteredit.h"
#include "ui/matrix/legend.h"
#include "ui/matrix/whybar.h"
#include "ui/palette/hitmodel.h"
#include "ui/palette/palette.h"
#include "ui/shell/messagebar.h"
#include "ui/simulate/simulatepanel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

// dana has article:update by another way than the role editor; nobody has the role spare.
const QByteArray Newspaper = R"({
  "rolewright": 1,
  "permissions": [{"name": "article:create"}, {"name": "article:update"}, {"name": "article:update:own"},
                  {"name": "comment:delete"}],
  "roles": [{"name": "author", "grants": ["article:create", "article:update:own"]},
            {"name": "chief", "inherits": ["editor"], "grants": ["comment:*"]},
            {"name": "editor", "inherits": ["author"], "grants": ["article:update"]},
            {"name": "idle", "enabled": false, "grants": ["article:create"]},
            {"name": "payer"},
            {"name": "spare", "grants": ["article:update"]}],
  "users": [{"id": "bob", "assignments": [{"role": "chief", "until": "2999-01-01T00:00:00Z"}]},
            {"id": "carol", "assignments": [{"role": "author", "until": "2020-01-01T00:00:00Z"},
                                            {"role": "idle"}]},
            {"id": "dana", "assignments": [{"role": "author"}, {"role": "payer"}]}],
  "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["author", "payer"], "limit": 2}]
})";

} // namespace

class tst_MatrixPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsTheFilterOfThePage();
    void explainsTheWayOfTheRole();
    void explainsHowAUserComesToARole();
    void saysThatNothingMatches();
    void legendShowsWhatCanOccur();
    void legendFolds();
    void filtersKeepTheirSize();
    void keepsPinsAndOrder();
    void startsCommandsWhileWordsAreOffered();
    void findsPermissionsByAnySpelling();
    void headsLeaveRoomForCells();

private:
    void open(Program &program);
    QString location() const { return m_home->filePath(u"news.rolewright"_s); }

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_MatrixPage::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

void tst_MatrixPage::open(Program &program)
{
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    if (QFile::exists(location()))
        program.window.openStore(location());
    else
        program.workspace.create(location(), *readPolicy(Newspaper));
    QVERIFY(opened.wait());
}

void tst_MatrixPage::findsTheFilterOfThePage()
{
    Program program(*m_home);
    open(program);
    const auto focused = [] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); };
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(focused());
    QCOMPARE(focused()->accessibleName(), u"Filter permissions: article:*"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focused()->accessibleName(), u"Filter roles"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(focused()->accessibleName(), u"Filter permissions: article:*"_s);
    for (const QString &page : {u"roles"_s, u"users"_s, u"tests"_s, u"operations"_s, u"constraints"_s,
                                u"catalogue"_s, u"audit"_s, u"changes"_s}) {
        program.window.action(u"page-"_s + page)->trigger();
        const QString title = program.page();
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY2(focused() && focused()->objectName() == u"filter"_s, qPrintable(page));
        QCOMPARE(program.page(), title);
    }
    // A page without one says so, and stays.
    program.window.action(u"page-compare"_s)->trigger();
    const QString title = program.page();
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(program.window.messages().text(), u"The page Compare has no filter."_s);
    QCOMPARE(program.page(), title);
}

void tst_MatrixPage::explainsTheWayOfTheRole()
{
    Program program(*m_home);
    open(program);
    auto *panel = program.window.findChild<SimulatePanel *>();
    auto *why = program.window.findChild<WhyBar *>();
    // bob is chief, which inherits editor: the role editor is asked alone.
    program.matrix().goTo(u"article:update"_s, u"editor"_s);
    press(Qt::Key_F1);
    QVERIFY(why->isVisible());
    QTRY_VERIFY(program.matrix().viewport()->rect().contains(
        program.matrix().visualRect(program.matrix().currentIndex())));
    QCOMPARE(why->text(),
             u"editor · article:update: granted\neditor\n  [yes] grants article:update\n"
             "Asked beside for bob, who has the role."_s);
    QTRY_VERIFY2(
        panel->asText().contains(u"editor, acting in this session\n    [yes] grants article:update\n"_s),
        qPrintable(panel->asText()));
    QVERIFY2(!panel->asText().contains(u"chief"_s), qPrintable(panel->asText()));
    // The bar follows the cell; what was asked stays.
    const QString asked = panel->asText();
    press(Qt::Key_Right);
    QCOMPARE(why->text(), u"idle · article:update: not granted\n[!] idle is disabled: it gives nothing.\n"_s);
    QCOMPARE(panel->asText(), asked);
    program.matrix().goTo(u"article:update:own"_s, u"chief"_s);
    QCOMPARE(why->text(),
             u"chief · article:update:own: covered without scope\nchief\n  editor, inherited by chief\n"
             "    [yes] grants article:update\n    author, inherited by editor\n"
             "      [yes] grants article:update:own\n"_s);
    program.matrix().goTo(u"article:update"_s, u"author"_s);
    QCOMPARE(why->text(),
             u"author · article:update: in some scope only\n"
             "[no] No grant of author, or of a role that it inherits, covers article:update.\n"
             "[!] It has article:update:own, which holds in this scope only.\n"_s);
    // Nobody to ask for: the way is told all the same, and the question before stands.
    program.matrix().goTo(u"article:update"_s, u"spare"_s);
    press(Qt::Key_F1);
    QCOMPARE(why->text(),
             u"spare · article:update: granted\nspare\n  [yes] grants article:update\n"
             "Nobody has the role spare now."_s);
    QCOMPARE(panel->asText(), asked);
    // A scoped permission is asked about where its scope holds.
    program.matrix().goTo(u"article:update:own"_s, u"author"_s);
    press(Qt::Key_F1);
    QTRY_VERIFY2(panel->asText().contains(u"ALLOWED - granted by scope own"_s), qPrintable(panel->asText()));
    press(Qt::Key_Escape);
}

void tst_MatrixPage::explainsHowAUserComesToARole()
{
    Program program(*m_home);
    open(program);
    auto *panel = program.window.findChild<SimulatePanel *>();
    auto *why = program.window.findChild<WhyBar *>();
    labelled<QLineEdit>(*panel, u"User"_s)->setText(u"half a quest"_s);
    program.window.matrix().showPane(1);
    program.matrix().goTo(u"bob"_s, u"author"_s);
    press(Qt::Key_F1);
    QCOMPARE(
        why->text(),
        u"author · bob: inherited\nchief, assigned until 2999-01-01 00:00 UTC\n  editor, inherited by chief\n"
        "    [yes] author, inherited by editor\n"_s);
    QCOMPARE(labelled<QLineEdit>(*panel, u"User"_s)->text(), u"half a quest"_s);
    program.matrix().goTo(u"carol"_s, u"author"_s);
    QCOMPARE(why->text(),
             u"author · carol: assigned, temporary, without effect now\n"
             "[!] author was assigned until 2020-01-01 00:00 UTC; that is over.\n"_s);
    program.matrix().goTo(u"carol"_s, u"idle"_s);
    QCOMPARE(why->text(),
             u"idle · carol: assigned, without effect now\n"
             "[!] idle is assigned, but idle is disabled or inherited through a disabled role only.\n"_s);
    program.matrix().goTo(u"carol"_s, u"payer"_s);
    QCOMPARE(
        why->text(),
        u"payer · carol: not assigned\n[no] No role that is assigned to carol is payer or inherits it.\n"_s);
    program.matrix().goTo(u"dana"_s, u"payer"_s);
    QCOMPARE(
        why->text(),
        u"payer · dana: assigned, breaks separation of duty\n[yes] payer, assigned\n"
        "[!] The constraint four eyes forbids these roles to act together: a session has to choose.\n"_s);
    // It goes with its matrix.
    program.window.matrix().showPane(2);
    QVERIFY(!why->isVisible());
}

void tst_MatrixPage::saysThatNothingMatches()
{
    Program program(*m_home);
    open(program);
    press(Qt::Key_F, Qt::ControlModifier);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"nosuch"_s);
    QTRY_COMPARE(program.model().columnCount(), 0);
    MatrixPane &pane = program.window.matrix().permissions();
    QVERIFY(!program.matrix().isVisible());
    const auto says = [&](const QString &text) {
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    };
    QVERIFY(says(u"No role matches nosuch."_s));
    auto *clear = buttonOf(pane, u"Clear the filter"_s);
    QVERIFY(clear && clear->isVisible());
    clear->setFocus();
    press(Qt::Key_Space);
    QTRY_VERIFY(program.matrix().isVisible());
    QVERIFY(program.model().columnCount() > 0);
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
    // Of both axes, both are said and cleared.
    const QList<FilterEdit *> filters = pane.findChildren<FilterEdit *>();
    filters.at(0)->setText(u"zzz"_s);
    filters.at(1)->setText(u"yyy"_s);
    QTRY_VERIFY(says(u"No permission matches zzz.\nNo role matches yyy."_s));
    QTest::mouseClick(buttonOf(pane, u"Clear both filters"_s), Qt::LeftButton);
    QTRY_VERIFY(program.matrix().isVisible());
}

void tst_MatrixPage::legendShowsWhatCanOccur()
{
    Program program(*m_home);
    open(program);
    auto *legend = program.window.findChild<Legend *>();
    QVERIFY(!legend->accessibleName().contains(u"temporary"_s)); // grants have no dates
    QVERIFY(legend->accessibleName().contains(u"some of the group"_s));
    program.window.matrix().showPane(1);
    QCOMPARE(legend->accessibleName(),
             u"Legend: assigned, inherited, not assigned, temporary, pending, breaks separation of duty, "
             "without effect now"_s);
    program.window.matrix().showPane(2);
    QVERIFY(legend->accessibleName().contains(u"by pattern"_s));
    QVERIFY(!legend->accessibleName().contains(u"group"_s));
    // Nothing that cells show is missing.
    for (int pane = 0; pane < 3; ++pane) {
        program.window.matrix().showPane(pane);
        QSet<Cell::Shape> known;
        for (const LegendEntry &entry : program.model().legend())
            known.insert(entry.cell.shape);
        for (int row = 0; row < program.model().rowCount(); ++row) {
            for (int column = 0; column < program.model().columnCount(); ++column)
                QVERIFY(known.contains(program.model().cell(row, column).shape));
        }
    }
}

// To one line by itself where it would take more than two; what somebody chooses stays, also in the next
// session.
void tst_MatrixPage::legendFolds()
{
    const auto lines = [](const Legend &legend) {
        return legend.height() / (legend.fontMetrics().height() + 8);
    };
    {
        Program program(*m_home);
        open(program);
        auto *legend = program.window.findChild<Legend *>();
        auto *toggle = legend->findChild<QToolButton *>();
        program.window.resize(1600, 800);
        QTRY_VERIFY(lines(*legend) == 2 && toggle->isChecked());
        program.window.resize(720, 450);
        QTRY_COMPARE(lines(*legend), 1);
        QVERIFY(toggle->isVisible() && !toggle->isChecked());
        toggle->setFocus();
        press(Qt::Key_Space);
        QTRY_VERIFY(lines(*legend) > 2);
        press(Qt::Key_Space);
        QTRY_COMPARE(lines(*legend), 1);
        program.window.resize(1600, 800);
        QTest::qWait(100);
        QCOMPARE(lines(*legend), 1);
        program.window.close();
    }
    Program program(*m_home);
    open(program);
    auto *legend = program.window.findChild<Legend *>();
    program.window.resize(1600, 800);
    QTest::qWait(100);
    QCOMPARE(lines(*legend), 1);
}

void tst_MatrixPage::filtersKeepTheirSize()
{
    Program program(*m_home);
    open(program);
    program.window.resize(1000, 700);
    QTest::qWait(200); // laid out
    const QList<FilterEdit *> filters = program.window.matrix().permissions().findChildren<FilterEdit *>();
    const QRect first = filters.at(0)->geometry();
    const QRect second = filters.at(1)->geometry();
    for (const QString &text : {u"a"_s, u"article"_s, u"article:update:own"_s, u"nothing"_s, QString()}) {
        filters.at(0)->setText(text);
        filters.at(1)->setText(text.left(1));
        QCoreApplication::processEvents();
        QTest::qWait(20);
        QCOMPARE(filters.at(0)->geometry(), first);
        QCOMPARE(filters.at(1)->geometry(), second);
    }
}

void tst_MatrixPage::keepsPinsAndOrder()
{
    {
        Program program(*m_home);
        open(program);
        MatrixModel &model = program.model();
        model.setPinned(Qt::Horizontal, {u"spare"_s});
        model.setPinned(Qt::Vertical, {u"comment:delete"_s});
        model.sortBy(Qt::Horizontal, MatrixModel::Order::Similar, u"editor"_s);
        QTRY_COMPARE(model.columnName(1), u"editor"_s);
        program.window.matrix().showPane(1);
        program.model().sortBy(Qt::Vertical, MatrixModel::Order::Held);
        QTRY_COMPARE(program.model().order(Qt::Vertical), MatrixModel::Order::Held);
        program.window.close();
    }
    Program program(*m_home);
    open(program);
    QCOMPARE(program.model().rowAxis(), FilterAxis::User);
    QTRY_COMPARE(program.model().order(Qt::Vertical), MatrixModel::Order::Held);
    program.window.matrix().showPane(0);
    MatrixModel &model = program.model();
    QTRY_COMPARE(model.order(Qt::Horizontal), MatrixModel::Order::Similar);
    QCOMPARE(model.orderedLike(Qt::Horizontal), u"editor"_s);
    QCOMPARE(model.columnName(0), u"spare"_s);
    QCOMPARE(model.columnName(1), u"editor"_s);
    QCOMPARE(model.rowName(1), u"comment:delete"_s); // below "Pinned"
}

void tst_MatrixPage::startsCommandsWhileWordsAreOffered()
{
    Program program(*m_home);
    open(program);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"art"_s);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(!QApplication::activePopupWidget());
    QCOMPARE(QApplication::focusWidget(), program.find<QWidget>(u"palette"_s));
    // What the field itself does with keys, it still does.
    press(Qt::Key_Escape);
    press(Qt::Key_F, Qt::ControlModifier);
    // The focus came back to the filter, and the second press is for the other one.
    type(u"edi"_s);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_A, Qt::ControlModifier);
    auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(filter);
    QCOMPARE(filter->selectedText(), u"edi"_s);
    press(Qt::Key_Escape);
}

void tst_MatrixPage::findsPermissionsByAnySpelling()
{
    Program program(*m_home);
    open(program);
    auto *field = program.find<PaletteField>(u"palette"_s);
    const auto first = [&](const QString &typed) {
        press(Qt::Key_K, Qt::ControlModifier);
        type(typed);
        return typed;
    };
    for (const QString &typed :
         {u"p article.upd"_s, u"p article/update"_s, u"p article upd"_s, u"p artup"_s}) {
        first(typed);
        QTRY_COMPARE(field->hits().index(0).data().toString(), u"article:update"_s);
        press(Qt::Key_Escape);
    }
    first(u"p no.such.thing"_s);
    auto *popup = program.find<QWidget>(u"palettelist"_s);
    QTRY_COMPARE(field->accessibleDescription(), u"Nothing is called “p no.such.thing”."_s);
    QVERIFY(popup->isVisible());
    press(Qt::Key_Return);
    QVERIFY(popup->isVisible()); // to type on
    QCOMPARE(QApplication::focusWidget(), field);
    press(Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
}

// At 200 % on a small screen, with names as long as a cloud's.
void tst_MatrixPage::headsLeaveRoomForCells()
{
    Program program(*m_home);
    open(program);
    const QString longName = u"accesscontextmanager.gcpUserAccessBindingsOfEverybody"_s;
    QVERIFY(program.workspace.edit(
        u"Add"_s, QList<Change>{{Change::Verb::Add, Change::Kind::Role, longName, {}, {}, {}, Role{longName, {}, true}},
                                {Change::Verb::Add, Change::Kind::Permission, longName + u":get"_s, {}, {}, {},
                                 Permission{*parsePermission(longName + u":get"_s), {}, false}}}));
    MatrixView &view = program.matrix();
    program.window.resize(640, 400);
    QTRY_VERIFY(view.width() < 400);
    QTRY_VERIFY(view.verticalHeader()->width() <= view.width() / 2);
    QTRY_VERIFY(view.horizontalHeader()->height() <= view.height() / 2);
    QVERIFY(view.viewport()->width() > view.columnWidth(0));
}

QTEST_MAIN(tst_MatrixPage)
#include "tst_matrixpage.moc"
