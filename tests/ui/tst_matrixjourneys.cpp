// SPDX-License-Identifier: Apache-2.0
// What is done in the matrices of users, through the real window, by keyboard: journey 3 of desktop.md,
// dates, and "Give access...".
#include "tests/ui/pictures.h"
#include "tests/ui/realwindow.h"
#include "ui/matrix/accessbar.h"
#include "ui/matrix/accessoffersmodel.h"
#include "ui/matrix/validitybar.h"
#include "ui/simulate/simulatepanel.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/problemlabel.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QDateTimeEdit>
#include <QTabBar>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

Policy office()
{
    QByteArray users;
    for (int i = 0; i < 60; ++i) {
        users += i ? "," : "";
        users +=
            u"{\"id\": \"user%1\", \"assignments\": [{\"role\": \"reader\"}]}"_s.arg(i, 2, 10, QChar(u'0'))
                .toUtf8();
    }
    const Result<Policy> policy = readPolicy(R"({"rolewright": 1,
        "permissions": [{"name": "a:publish"}, {"name": "a:read"}, {"name": "a:update"}],
        "roles": [{"name": "chief", "inherits": ["editor"], "grants": ["a:update"]},
                  {"name": "editor", "grants": ["a:publish"]}, {"name": "reader", "grants": ["a:read"]}],
        "users": [)" + users + "]}");
    Q_ASSERT(policy);
    return *policy;
}

} // namespace

class tst_MatrixJourneys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(ThemeChoice::Light, 100); }
    void init();
    void assignsFiftyUntilADate();
    void refusesDatesThatEndBeforeTheyBegin();
    void changesTheDatesOfManyAtOnce();
    void givesAccess();
    void takesAccessAway();
    void asksWhy();

private:
    void openOffice(Program &program, int tab);

    std::unique_ptr<QTemporaryDir> m_home;
};

void tst_MatrixJourneys::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    QVERIFY(m_home->isValid());
}

void tst_MatrixJourneys::openOffice(Program &program, int tab)
{
    QVERIFY(program.show());
    QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
    program.workspace.create(m_home->filePath(u"office.rolewright"_s), office());
    QVERIFY(opened.wait());
    QVERIFY(program.workspace.isOpen());
    auto *tabs = program.window.matrix().findChild<QTabBar *>();
    for (int i = 0; i < tab; ++i) {
        tabs->setFocus(); // a matrix takes it when it is shown
        press(Qt::Key_Right);
    }
    program.matrix().setFocus();
    QCOMPARE(tabs->currentIndex(), tab);
}

// Journey 3.
void tst_MatrixJourneys::assignsFiftyUntilADate()
{
    Program program(*m_home);
    openOffice(program, 1);
    program.matrix().goTo(u"user00"_s, u"editor"_s);
    for (int i = 1; i < 50; ++i)
        press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_F4);
    auto *bar = program.window.findChild<ValidityBar *>();
    QVERIFY(bar->isVisible());
    QVERIFY(bar->isAncestorOf(QApplication::focusWidget())); // on "Until"
    press(Qt::Key_Space);
    press(Qt::Key_Tab);
    auto *until = qobject_cast<QDateTimeEdit *>(QApplication::focusWidget());
    QVERIFY(until);
    QVERIFY(until->dateTime() > QDateTime::currentDateTimeUtc()); // what it offers is not over
    const QDateTime offered = until->dateTime();
    until->setDateTime(QDateTime::currentDateTimeUtc().addDays(-1));
    press(Qt::Key_Return);
    QVERIFY(bar->isVisible());
    QVERIFY2(bar->findChild<ProblemLabel *>()->text().contains(u"It would be over already"_s),
             qPrintable(bar->findChild<ProblemLabel *>()->text()));
    QVERIFY(!program.workspace.draft().isDirty());
    keepPictures(program.window, u"assign-refused"_s);
    until->setDateTime(offered);
    until->setFocus();
    until->setSelectedSection(QDateTimeEdit::YearSection);
    type(u"2031"_s);
    const Instant end{until->dateTime().toMSecsSinceEpoch()};
    QCOMPARE(until->date().year(), 2031);
    press(Qt::Key_Return);
    QVERIFY(!bar->isVisible());
    QCOMPARE(QApplication::focusWidget(), &program.matrix());

    const auto assigned = [&] {
        qsizetype count = 0;
        const Policy &policy = program.workspace.policy();
        policy.assignments().forEach([&](const AssignmentRow &row) {
            count += policy.roles().at(row.role).name == u"editor" && policy.validityOf(row).until == end;
        });
        return count;
    };
    QCOMPARE(assigned(), 50);
    QCOMPARE(program.workspace.draft().changes().size(), 50);
    const Cell cell = program.cell(u"user49"_s, u"editor"_s);
    QVERIFY(cell.temporary && cell.pending && cell.shape == Cell::Shape::Granted);
    keepPictures(program.window, u"assign-fifty"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(assigned(), 0);
    QVERIFY(!program.workspace.draft().isDirty());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(assigned(), 50);

    press(Qt::Key_S, Qt::ControlModifier);
    type(u"summer"_s);
    QAbstractButton *apply = nullptr;
    for (QAbstractButton *button : program.window.findChildren<QAbstractButton *>()) {
        if (button->text() == u"&Apply"_s)
            apply = button;
    }
    QVERIFY(apply);
    QTRY_VERIFY(apply->isEnabled()); // the review is there
    keepPictures(program.window, u"assign-review"_s);
    QSignalSpy committed(&program.workspace, &Workspace::committed);
    press(Qt::Key_Return);
    QVERIFY(committed.count() || committed.wait());
    QVERIFY(!program.workspace.draft().isDirty());
    QCOMPARE(assigned(), 50);
}

void tst_MatrixJourneys::refusesDatesThatEndBeforeTheyBegin()
{
    Program program(*m_home);
    openOffice(program, 1);
    program.matrix().goTo(u"user03"_s, u"reader"_s);
    press(Qt::Key_F4);
    auto *bar = program.window.findChild<ValidityBar *>();
    QList<MomentEdit *> edits = bar->findChildren<MomentEdit *>();
    QCOMPARE(edits.size(), 2);
    const Instant late{4'000'000'000'000};
    const Instant early{3'000'000'000'000};
    edits.at(0)->setMoment(late);
    edits.at(1)->setMoment(early);
    press(Qt::Key_Return);
    QVERIFY(bar->isVisible());
    QVERIFY(!program.workspace.draft().isDirty());
    QVERIFY(bar->findChild<ProblemLabel *>()->text().contains(u"It must begin before it ends."_s));
    QCOMPARE(edits.at(0)->moment(), late); // kept
    QCOMPARE(edits.at(1)->moment(), early);
    edits.at(0)->setMoment({});
    press(Qt::Key_Return);
    QVERIFY(!bar->isVisible());
    QCOMPARE(program.workspace.draft().changes().size(), 1);
    QVERIFY(program.cell(u"user03"_s, u"reader"_s).temporary);
    // Escape leaves them as they are.
    press(Qt::Key_F4);
    QCOMPARE(edits.at(1)->moment(), early);
    press(Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
    QCOMPARE(program.workspace.draft().changes().size(), 1);
}

void tst_MatrixJourneys::changesTheDatesOfManyAtOnce()
{
    Program program(*m_home);
    openOffice(program, 1);
    program.matrix().goTo(u"user00"_s, u"editor"_s);
    press(Qt::Key_Insert);
    press(Qt::Key_Down, Qt::ShiftModifier);
    press(Qt::Key_Right, Qt::ShiftModifier); // editor and reader of two; one is missing
    press(Qt::Key_F4);
    auto *bar = program.window.findChild<ValidityBar *>();
    const QList<MomentEdit *> edits = bar->findChildren<MomentEdit *>();
    const Instant from{1'000'000'000'000};
    edits.at(0)->setMoment(from);
    const int steps = program.workspace.undoStack().count();
    press(Qt::Key_Return);
    QCOMPARE(program.workspace.undoStack().count(), steps + 1);
    for (const QString &user : {u"user00"_s, u"user01"_s}) {
        for (const QString &role : {u"editor"_s, u"reader"_s}) {
            const Policy &policy = program.workspace.policy();
            const AssignmentRow *row =
                policy.assignments().find(policy.users().idOf(user).value, policy.roles().idOf(role).value);
            QVERIFY(row);
            QCOMPARE(policy.validityOf(*row), (Validity{from, Instant::openEnd()}));
        }
    }
}

void tst_MatrixJourneys::givesAccess()
{
    Program program(*m_home);
    openOffice(program, 2);
    program.matrix().goTo(u"user07"_s, u"a:publish"_s);
    QCOMPARE(program.cell(u"user07"_s, u"a:publish"_s).shape, Cell::Shape::None);
    press(Qt::Key_Space);
    auto *bar = program.window.findChild<AccessBar *>();
    QVERIFY(bar->isVisible());
    auto *ways = bar->findChild<QTreeView *>();
    QTRY_COMPARE(ways->model()->rowCount(), 3);
    QStringList shown;
    for (int row = 0; row < 3; ++row) {
        QStringList cells;
        for (int column = 0; column < AccessOffersModel::ColumnCount; ++column)
            cells.append(ways->model()->index(row, column).data().toString().section(u':', 0, 0));
        shown.append(cells.join(u" | "_s));
    }
    QCOMPARE(shown.at(0), u"Assign the role editor | nothing else | nobody else"_s);
    QVERIFY2(shown.at(1).startsWith(u"Assign the role chief | 1 further"_s), qPrintable(shown.at(1)));
    QVERIFY2(shown.at(2).startsWith(u"Grant it to the role reader | nothing else | 59 more"_s),
             qPrintable(shown.at(2)));
    QCOMPARE(QApplication::focusWidget(), ways);
    press(Qt::Key_Return);
    QVERIFY(!bar->isVisible());
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
    const Cell given = program.cell(u"user07"_s, u"a:publish"_s);
    QVERIFY(given.shape == Cell::Shape::Granted && given.pending);
    QCOMPARE(program.workspace.undoStack().undoText(), u"Give a:publish to user07"_s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!program.workspace.draft().isDirty());
    // By granting it to the role of all.
    press(Qt::Key_F2);
    QTRY_COMPARE(ways->model()->rowCount(), 3);
    press(Qt::Key_End);
    press(Qt::Key_Return);
    QVERIFY(program.cell(u"user59"_s, u"a:publish"_s).pending);
    QCOMPARE(program.workspace.draft().changes().size(), 1);
}

void tst_MatrixJourneys::takesAccessAway()
{
    Program program(*m_home);
    openOffice(program, 2);
    program.matrix().goTo(u"user07"_s, u"a:read"_s);
    press(Qt::Key_Delete);
    auto *bar = program.window.findChild<AccessBar *>();
    QVERIFY(bar->isVisible());
    QAbstractButton *accept = nullptr;
    for (QAbstractButton *button : bar->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Ta&ke away"_s)
            accept = button;
    }
    QVERIFY(accept);
    QTRY_VERIFY(accept->isEnabled());
    press(Qt::Key_Return);
    const Cell cell = program.cell(u"user07"_s, u"a:read"_s);
    QVERIFY(cell.shape == Cell::Shape::None && cell.pending);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!program.workspace.draft().isDirty());
    // Escape changes nothing.
    press(Qt::Key_Delete);
    press(Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QCOMPARE(QApplication::focusWidget(), &program.matrix());
    QVERIFY(!program.workspace.draft().isDirty());
}

void tst_MatrixJourneys::asksWhy()
{
    Program program(*m_home);
    openOffice(program, 2);
    program.matrix().goTo(u"user07"_s, u"a:publish"_s);
    press(Qt::Key_F1);
    auto *panel = program.window.findChild<SimulatePanel *>();
    QTRY_VERIFY2(panel->asText().contains(u"user07"_s) && panel->asText().contains(u"publish"_s),
                 qPrintable(panel->asText()));
}

QTEST_MAIN(tst_MatrixJourneys)
#include "tst_matrixjourneys.moc"
