// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "core/validation/validate.h"
#include "ui/constraints/casesmodel.h"
#include "ui/constraints/constraintgridmodel.h"
#include "ui/constraints/constraintsmodel.h"
#include "ui/constraints/constraintspage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestConstraintsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void createsAndFinishes();
    void refusesABadName_data();
    void refusesABadName();
    void renamesAndDeletes();
    void editsKindLimitAndMode();
    void togglesMembers();
    void filtersTheGrid();
    void showsWhatTheDraftBreaks();
    void warnsOfARoleAlone();
    void goesToTheUser();
    void reviewsAsTheStoreDoes();
};

namespace {

// carol is an editor no more; gina pays and edits, with an assignment of the stored policy.
QByteArray document()
{
    return R"({"rolewright": 1,
 "roles": [{"name": "author"}, {"name": "chief", "inherits": ["editor"]}, {"name": "editor", "inherits": ["author"]},
           {"name": "payer"}, {"name": "retired", "enabled": false}],
 "users": [{"id": "alice", "assignments": [{"role": "author"}]}, {"id": "bob", "assignments": [{"role": "chief"}]},
           {"id": "carol", "assignments": [{"role": "editor", "until": "2020-01-01T00:00:00Z"}, {"role": "payer"}]},
           {"id": "dave", "active": false, "assignments": [{"role": "author"}, {"role": "payer"}]},
           {"id": "gina", "assignments": [{"role": "editor"}, {"role": "payer"}]}],
 "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["editor", "payer"], "limit": 2},
                 {"name": "money", "kind": "static", "roles": ["editor", "payer", "retired"], "limit": 2, "mode": "record"}]
})";
}

QTableView *gridOf(const ConstraintsPage &page)
{
    return named<QTableView>(page, u"Roles in constraints"_s);
}

QAbstractItemModel &casesOf(const ConstraintsPage &page)
{
    return *named<QTreeView>(page, u"Broken constraints"_s)->model();
}

// A line a role: its name, and x for each constraint that it belongs to.
QString printedGrid(const QAbstractItemModel &model)
{
    QString text;
    for (int column = 0; column < model.columnCount(); ++column)
        text += model.headerData(column, Qt::Horizontal).toString() + u'\n';
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            text += model.index(row, column).data(Qt::CheckStateRole).toInt() == Qt::Checked ? u'x' : u'.';
        text += u' ' + model.headerData(row, Qt::Vertical).toString() + u'\n';
    }
    return text;
}

QModelIndex cellOf(const QAbstractItemModel &model, const QString &role, const QString &constraint)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(row, Qt::Vertical) == role
                && model.headerData(column, Qt::Horizontal) == constraint)
                return model.index(row, column);
        }
    }
    return {};
}

void toggle(QTableView *grid, const QString &role, const QString &constraint)
{
    grid->setFocus();
    grid->setCurrentIndex(cellOf(*grid->model(), role, constraint));
    QTest::keyClick(grid, Qt::Key_Space);
}

const Constraint &constraintOf(const OpenStore &store, const QString &name)
{
    const Policy::Constraints &constraints = store.workspace.policy().constraints();
    return constraints.at(constraints.idOf(name));
}

} // namespace

void TestConstraintsPage::lists()
{
    OpenStore store(document());
    ConstraintsModel model(store.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(printed(model), uR"(four eyes | dynamic | 2 of 2 | …
money | static | 2 of 3 | … | record only
)"_s);
    QSignalSpy counted(&model, &ConstraintsModel::counted);
    model.setWatched(true);
    QVERIFY(counted.wait());
    QCOMPARE(printed(model), uR"(four eyes | dynamic | 2 of 2 | 1
money | static | 2 of 3 | 1 | record only
)"_s);
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"bob"_s, u"payer"_s, {}, {}, Assignment()}));
    QVERIFY(counted.wait());
    QCOMPARE(printed(model), uR"(four eyes | dynamic | 2 of 2 | 2
money | static | 2 of 3 | 2 | record only
)"_s);
    ModelFilter filter(store, model);
    filter.set(u"role:retired"_s);
    QCOMPARE(printed(model), u"money | static | 2 of 3 | 2 | record only\n"_s);
}

void TestConstraintsPage::createsAndFinishes()
{
    OpenStore store(document());
    ConstraintsPage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"Name of the new constraint:"_s);
    QTest::keyClicks(field, u"apart"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(page.selectedKey(), u"apart"_s);
    const auto says = [&](const QString &text) {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    };
    QVERIFY(says(u"⚠ It needs at least two roles; until then it cannot be applied."_s));
    // The grid stands in the new column already.
    QCOMPARE(gridOf(page)->currentIndex().column(), 0);
    toggle(gridOf(page), u"author"_s, u"apart"_s);
    toggle(gridOf(page), u"payer"_s, u"apart"_s);
    QVERIFY(!says(u"⚠ It needs at least two roles; until then it cannot be applied."_s));
    QVERIFY(says(u"Nobody may be assigned or inherit 2 or more of author and payer."_s));
    // Both had the roles before; the constraint is what makes them break it. Also dave, who is inactive.
    QTRY_COMPARE(printed(casesOf(page)).section(u'\n', 0, 1),
                 uR"(apart | user dave | author and payer | refused when it is applied
apart | user gina | author and payer | refused when it is applied)"_s);
}

void TestConstraintsPage::refusesABadName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("problem");
    QTest::newRow("empty") << u""_s << u"The name is empty."_s;
    QTest::newRow("taken") << u"money"_s << u"There is a constraint money already."_s;
    QTest::newRow("space") << u" a"_s << u"The name begins or ends with a space."_s;
}

void TestConstraintsPage::refusesABadName()
{
    QFETCH(QString, typed);
    QFETCH(QString, problem);
    OpenStore store(document());
    ConstraintsPage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"Name of the new constraint:"_s);
    QTest::keyClicks(field, typed);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(field->text(), typed);
    QCOMPARE(field->accessibleDescription(), problem);
}

void TestConstraintsPage::renamesAndDeletes()
{
    OpenStore store(document());
    ConstraintsPage page(store.workspace);
    page.show();
    page.select(u"money"_s);
    auto *name = named<QLineEdit>(page, u"Name"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"cash"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(store.changes(), QStringList{u"rename constraint money to cash"_s});
    QCOMPARE(printedGrid(*gridOf(page)->model()).section(u'\n', 0, 1), u"cash\nfour eyes"_s);
    QVERIFY(QTest::qWaitForWindowActive(&page));
    named<QTreeView>(page, u"Constraints"_s)->setFocus();
    QTest::keyClick(named<QTreeView>(page, u"Constraints"_s), Qt::Key_Delete);
    QTest::mouseClick(buttonOf(page, u"Delete"_s), Qt::LeftButton);
    QCOMPARE(store.workspace.policy().constraints().size(), 1);
    QCOMPARE(page.selectedKey(), u"four eyes"_s);
}

void TestConstraintsPage::editsKindLimitAndMode()
{
    OpenStore store(document());
    ConstraintsPage page(store.workspace);
    page.show();
    page.select(u"money"_s);
    auto *limit = labelled<QSpinBox>(page, u"Conflict at"_s);
    QCOMPARE(limit->text(), u"2 of 3"_s);
    QTest::keyClick(limit, Qt::Key_Up);
    QCOMPARE(constraintOf(store, u"money"_s).limit, 3);
    QTest::keyClick(limit, Qt::Key_Up); // there are no more
    QCOMPARE(store.workspace.undoStack().count(), 1);
    auto *kind = labelled<QComboBox>(page, u"Kind"_s);
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(constraintOf(store, u"money"_s).kind, Constraint::Kind::Dynamic);
    auto *mode = labelled<QComboBox>(page, u"Mode"_s);
    QTest::keyClick(mode, Qt::Key_Up);
    QCOMPARE(constraintOf(store, u"money"_s).mode, Constraint::Mode::Enforce);
    QCOMPARE(store.changes().size(), 3);
    store.workspace.undoStack().setIndex(0);
    QCOMPARE(limit->value(), 2);
    QCOMPARE(kind->currentIndex(), 0);
    QCOMPARE(mode->currentIndex(), 1);
}

void TestConstraintsPage::togglesMembers()
{
    OpenStore store(document());
    ConstraintGridModel model(store.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(printedGrid(model), uR"(four eyes
money
.. author
.. chief
xx editor
xx payer
.x retired
)"_s);
    ConstraintsPage page(store.workspace);
    page.show();
    QTableView *grid = gridOf(page);
    toggle(grid, u"retired"_s, u"four eyes"_s);
    QCOMPARE(store.workspace.undoStack().undoText(), u"Add retired to constraint four eyes"_s);
    QCOMPARE(page.selectedKey(), u"four eyes"_s); // the list goes where the grid is
    labelled<QSpinBox>(page, u"Conflict at"_s)->setValue(3);
    // By mouse; the limit cannot stay above the number of roles.
    const QRect cell = grid->visualRect(cellOf(*grid->model(), u"editor"_s, u"four eyes"_s));
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 4, cell.center().y()));
    QCOMPARE(store.workspace.undoStack().count(), 2); // beside the shape: only goes there
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(constraintOf(store, u"four eyes"_s).limit, 2);
    QCOMPARE(printedGrid(model), uR"(four eyes
money
.. author
.. chief
.x editor
xx payer
xx retired
)"_s);
    QCOMPARE(store.workspace.undoStack().count(), 3);
    store.workspace.undoStack().undo();
    QCOMPARE(constraintOf(store, u"four eyes"_s).limit, 3);
}

void TestConstraintsPage::filtersTheGrid()
{
    OpenStore store(document());
    ConstraintsPage page(store.workspace);
    page.show();
    named<QLineEdit>(page, u"Filter roles"_s)->setText(u"ER"_s);
    QCOMPARE(printedGrid(*gridOf(page)->model()), uR"(four eyes
money
xx payer
)"_s);
    named<QLineEdit>(page, u"Filter roles"_s)->clear();
    QTest::mouseClick(buttonOf<QCheckBox>(page, u"Only roles in a constraint"_s), Qt::LeftButton, {},
                      QPoint(8, 8));
    QCOMPARE(printedGrid(*gridOf(page)->model()), uR"(four eyes
money
xx editor
xx payer
.x retired
)"_s);
}

void TestConstraintsPage::showsWhatTheDraftBreaks()
{
    OpenStore store(document());
    ConstraintsPage page(store.workspace);
    page.show();
    QTRY_COMPARE(printed(casesOf(page)),
                 uR"(four eyes | user gina | editor and payer | must say which role acts
money | user gina | editor and payer | recorded only
)"_s);
    QVERIFY(store.edit(
        {Change::Verb::Set, Change::Kind::Constraint, u"money"_s, {}, u"mode"_s, {}, u"enforce"_s}));
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"bob"_s, u"payer"_s, {}, {}, Assignment()}));
    // A future assignment counts for a static constraint, and so does a disabled role.
    QVERIFY(store.edit({Change::Verb::Add,
                        Change::Kind::Assignment,
                        u"carol"_s,
                        u"retired"_s,
                        {},
                        {},
                        Assignment{{*parseDocumentTime(u"2999-01-01T00:00:00Z"), Instant::openEnd()}, {}}}));
    QTRY_COMPARE(printed(casesOf(page)),
                 uR"(four eyes | user bob | editor and payer | must say which role acts
four eyes | user gina | editor and payer | must say which role acts
money | user bob | editor and payer | refused when it is applied
money | user carol | payer and retired | refused when it is applied
money | user gina | editor and payer | stands already
)"_s);
    auto *tabs = page.findChild<QTabWidget *>();
    QCOMPARE(tabs->tabText(1), u"Broken (5, 2 refused)"_s);
    // What a person is told here is what the store does.
    QVERIFY(!store.workspace.isApplying());
    store.workspace.apply(u"try"_s);
    QTRY_VERIFY(!store.workspace.isApplying());
    QVERIFY2(store.messages.last().contains(u"Constraint money forbids that user bob"),
             qPrintable(store.messages.last()));
    store.workspace.undoStack().setIndex(1);
    QTRY_COMPARE(printed(casesOf(page)),
                 uR"(four eyes | user gina | editor and payer | must say which role acts
money | user gina | editor and payer | stands already
)"_s);
    QVERIFY(store.apply(u"enforce"_s));
}

void TestConstraintsPage::warnsOfARoleAlone()
{
    OpenStore store(document());
    ConstraintsPage page(store.workspace);
    page.show();
    QVERIFY(store.edit({Change::Verb::Add, Change::Kind::Inheritance, u"chief"_s, u"payer"_s, {}, {}, {}}));
    QTRY_COMPARE(printed(casesOf(page)),
                 uR"(four eyes | user bob | editor and payer | must say which role acts
four eyes | user gina | editor and payer | must say which role acts
four eyes | role chief | editor and payer | by inheritance: nobody can act in it
money | user bob | editor and payer | recorded only
money | user gina | editor and payer | recorded only
money | role chief | editor and payer | by inheritance: nobody can be given it
)"_s);
    auto *list = named<QTreeView>(page, u"Broken constraints"_s);
    QSignalSpy asked(&page, &ConstraintsPage::roleRequested);
    page.findChild<QTabWidget *>()->setCurrentIndex(1);
    list->setCurrentIndex(list->model()->index(2, 0));
    QTest::mouseClick(buttonOf(page, u"Go to the role"_s), Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).toString(), u"chief"_s);
}

void TestConstraintsPage::goesToTheUser()
{
    OpenStore store(document());
    ConstraintsPage page(store.workspace);
    page.show();
    auto *list = named<QTreeView>(page, u"Broken constraints"_s);
    page.findChild<QTabWidget *>()->setCurrentIndex(1);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QSignalSpy asked(&page, &ConstraintsPage::userRequested);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(asked.value(0).value(0).toString(), u"gina"_s);
    // Gone while it is listed: nothing to go to, and nothing breaks.
    QVERIFY(
        store.workspace.edit(u"delete"_s, deletion(store.workspace.policy(), Change::Kind::User, u"gina"_s)));
    QCOMPARE(list->model()->rowCount(), 0);
}

void TestConstraintsPage::reviewsAsTheStoreDoes()
{
    OpenStore store(document());
    QVERIFY(store.edit(
        {Change::Verb::Set, Change::Kind::Constraint, u"money"_s, {}, u"mode"_s, {}, u"enforce"_s}));
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"bob"_s, u"payer"_s, {}, {}, Assignment()}));
    const Policy &stored = store.workspace.draft().base();
    const Instant now = Instant::now();
    qsizetype refused = 0;
    for (const SeparationCase &each : reviewSeparation(store.workspace.index(), stored, now))
        refused += each.kind == SeparationCase::Kind::Refused;
    QCOMPARE(refused, newViolations(stored, store.workspace.policy(), now).size());
    QCOMPARE(refused, 1);
    const CancelToken cancelled = true;
    QVERIFY(reviewSeparation(store.workspace.index(), stored, now, &cancelled).isEmpty());
}

QTEST_MAIN(TestConstraintsPage)
#include "tst_constraintspage.moc"
