// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "ui/roles/rolesmodel.h"
#include "ui/roles/rolespage.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/descriptionfield.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QHeaderView>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestRolesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void filtersAndSorts();
    void namesCanBeRead();
    void creates();
    void refusesABadName_data();
    void refusesABadName();
    void renames();
    void refusesABadRename();
    void clones();
    void describes();
    void disables();
    void editsGrants();
    void refusesABadGrant_data();
    void refusesABadGrant();
    void editsInheritance();
    void editsUsers();
    void deletesWithWhatGoesWithIt();
    void deletesSeveral();
    void saysWhyItCannotDelete();
    void keepsTheSelectionWhileRowsMove();
    void keepsWhatAnEditTakesOutOfTheFilter();
};

namespace {

QTreeView *listOf(const RolesPage &page)
{
    return named<QTreeView>(page, u"Roles"_s);
}

QString grantsOf(const OpenStore &store, const QString &role)
{
    const Policy &policy = store.workspace.policy();
    QStringList names;
    policy.grants().forEachOf(policy.roles().idOf(role).value,
                              [&](const GrantRow &row) { names.append(policy.textOf(row.grant)); });
    names.sort();
    return names.join(u' ');
}

void typeInto(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

} // namespace

void TestRolesPage::lists()
{
    OpenStore store;
    RolesModel model(store.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(printed(model), uR"(author | 1 | 3
editor | 3 | 5
moderator | 1 | 1
reader | 0 | 1
retired | 1 | 0 | disabled
)"_s);
    QVERIFY(store.edit({Change::Verb::Rename, Change::Kind::Role, u"author"_s, {}, {}, {}, u"writer"_s}));
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"alice"_s, u"reader"_s, {}, {}, Assignment()}));
    const auto gone = deletion(store.workspace.policy(), Change::Kind::Role, u"moderator"_s);
    QVERIFY(store.workspace.edit(u"delete"_s, gone));
    QCOMPARE(printed(model), uR"(editor | 3 | 5
reader | 1 | 1
retired | 1 | 0 | disabled
writer | 1 | 3 | pending
)"_s);
    store.workspace.undoStack().setIndex(0);
    QCOMPARE(printed(model), uR"(author | 1 | 3
editor | 3 | 5
moderator | 1 | 1
reader | 0 | 1
retired | 1 | 0 | disabled
)"_s);
}

void TestRolesPage::filtersAndSorts()
{
    OpenStore store;
    RolesModel model(store.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.sort(RolesModel::Permissions, Qt::DescendingOrder);
    QCOMPARE(printed(model), uR"(editor | 3 | 5
author | 1 | 3
moderator | 1 | 1
reader | 0 | 1
retired | 1 | 0 | disabled
)"_s);
    // Sorted by a count, rows change places when it changes.
    QVERIFY(
        store.edit({Change::Verb::Remove, Change::Kind::Inheritance, u"editor"_s, u"author"_s, {}, {}, {}}));
    ModelFilter filter(store, model);
    filter.set(u"R"_s);
    QCOMPARE(printed(model), uR"(author | 1 | 3
editor | 3 | 3 | pending
moderator | 1 | 1
reader | 0 | 1
retired | 1 | 0 | disabled
)"_s);
    filter.set(u"writes"_s); // a description
    QCOMPARE(printed(model), u"author | 1 | 3\n"_s);
    QCOMPARE(model.total(), 5);
    // A new role appears only where the filter has it.
    QVERIFY(
        store.edit({Change::Verb::Add, Change::Kind::Role, u"zed"_s, {}, {}, {}, Role{u"zed"_s, {}, true}}));
    QCOMPARE(printed(model), u"author | 1 | 3\n"_s);
    QCOMPARE(model.total(), 6);
    filter.set(u"not granted or inherits:author"_s);
    QCOMPARE(printed(model), u"zed | 0 | 0 | pending\n"_s);
    // What an edit makes unfit stays until the filter is set anew; what it makes fit comes.
    QVERIFY(store.edit({Change::Verb::Add, Change::Kind::Grant, u"zed"_s, u"comment:delete"_s, {}, {}, {}}));
    QVERIFY(store.edit({Change::Verb::Add, Change::Kind::Inheritance, u"editor"_s, u"author"_s, {}, {}, {}}));
    QCOMPARE(printed(model), u"editor | 3 | 5\nzed | 0 | 2 | pending\n"_s);
    filter.set(u"not granted or inherits:author"_s);
    QCOMPARE(printed(model), u"editor | 3 | 5\n"_s);
}

// Names that begin alike: what is left of them between the counts would be the same for many.
void TestRolesPage::namesCanBeRead()
{
    OpenStore store;
    const QString longName = u"roles/compute.googleapis.com/instances/instanceAdmin.v1"_s;
    QVERIFY(store.edit({Change::Verb::Rename, Change::Kind::Role, u"author"_s, {}, {}, {}, longName}));
    RolesPage page(store.workspace);
    page.resize(700, 500);
    page.show();
    const auto *list = named<QTreeView>(page, u"Roles"_s);
    const int needed = list->fontMetrics().horizontalAdvance(longName);
    QVERIFY(list->viewport()->width() / 2 < needed);
    QTRY_VERIFY(list->header()->sectionSize(0) >= list->viewport()->width() / 2);
}

void TestRolesPage::creates()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    QCOMPARE(page.selectedKey(), u"author"_s);
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"Name of the new role:"_s);
    QTest::keyClicks(field, u"intern"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(store.changes(), QStringList{u"add role intern"_s});
    QCOMPARE(store.workspace.undoStack().undoText(), u"Create role intern"_s);
    QCOMPARE(page.selectedKey(), u"intern"_s);
    QVERIFY(!field->isVisible());
    store.workspace.undoStack().undo();
    QVERIFY(page.selectedKey() != u"intern"_s);
}

void TestRolesPage::refusesABadName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("problem");
    QTest::newRow("empty") << u""_s << u"⚠ The name is empty."_s;
    QTest::newRow("taken") << u"editor"_s << u"⚠ There is a role editor already."_s;
    QTest::newRow("space") << u"editor "_s << u"⚠ The name begins or ends with a space."_s;
}

void TestRolesPage::refusesABadName()
{
    QFETCH(QString, typed);
    QFETCH(QString, problem);
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"Name of the new role:"_s);
    QTest::keyClicks(field, typed);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(store.changes().isEmpty());
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), typed);
    QCOMPARE(u"⚠ "_s + field->accessibleDescription(), problem);
    QTest::keyClick(field, Qt::Key_Escape);
    QTest::keyClick(field, Qt::Key_Escape); // first what was typed, then the bar
    QVERIFY(!field->isVisible());
}

void TestRolesPage::renames()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    page.select(u"author"_s);
    auto *name = named<QLineEdit>(page, u"Name"_s);
    QCOMPARE(name->text(), u"author"_s);
    typeInto(name, u"writer"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(store.changes(), QStringList{u"rename role author to writer"_s});
    QCOMPARE(page.selectedKey(), u"writer"_s);
    QCOMPARE(listOf(page)->currentIndex().data().toString(), u"writer"_s);
    store.workspace.undoStack().undo();
    QCOMPARE(name->text(), u"author"_s);
    QCOMPARE(page.selectedKey(), u"author"_s);
}

void TestRolesPage::refusesABadRename()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    page.select(u"author"_s);
    auto *name = named<QLineEdit>(page, u"Name"_s);
    typeInto(name, u"reader"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(name->text(), u"reader"_s);
    QCOMPARE(name->accessibleDescription(), u"There is a role reader already."_s);
    // An edit elsewhere does not take away what was typed.
    QVERIFY(
        store.edit({Change::Verb::Add, Change::Kind::Grant, u"reader"_s, u"comment:delete"_s, {}, {}, {}}));
    QCOMPARE(name->text(), u"reader"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QCOMPARE(name->text(), u"author"_s);
}

void TestRolesPage::clones()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    page.select(u"author"_s);
    QTest::mouseClick(buttonOf(page, u"Clone…"_s), Qt::LeftButton);
    auto *field =
        named<QLineEdit>(page, u"Name of the new role, with the grants of author and what it inherits:"_s);
    QCOMPARE(field->text(), u"author copy"_s);
    typeInto(field, u"columnist"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(page.selectedKey(), u"columnist"_s);
    QCOMPARE(grantsOf(store, u"columnist"_s), u"article:create article:update:own"_s);
    QCOMPARE(store.workspace.undoStack().count(), 1);
}

void TestRolesPage::describes()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    page.select(u"author"_s);
    auto *description = page.findChild<DescriptionField *>();
    QCOMPARE(description->toPlainText(), u"Writes"_s);
    description->setFocus();
    QTest::keyClicks(description, u"A"_s);
    QTest::keyClick(description, Qt::Key_Return);
    QTest::keyClick(description, Qt::Key_Return, Qt::ControlModifier);
    const Policy &policy = store.workspace.policy();
    QCOMPARE(policy.roles().at(policy.roles().idOf(u"author"_s)).description, u"A\nWrites"_s);
    QCOMPARE(store.workspace.undoStack().count(), 1);
}

void TestRolesPage::disables()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    page.select(u"author"_s);
    QTest::mouseClick(page.findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
    QCOMPARE(store.changes(), QStringList{u"disable role author"_s});
    store.workspace.undoStack().undo();
    QVERIFY(page.findChild<QCheckBox *>()->isChecked());
}

void TestRolesPage::editsGrants()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    page.select(u"reader"_s);
    auto *field = named<CompletionField>(page, u"resource:action, or a pattern"_s);
    field->setText(u"article:*"_s);
    QTest::mouseClick(named<QPushButton>(page, u"Add to Own grants"_s), Qt::LeftButton);
    QCOMPARE(grantsOf(store, u"reader"_s), u"article:* article:read"_s);
    QVERIFY(field->text().isEmpty());
    auto *list = named<QListView>(page, u"Own grants"_s);
    list->setFocus();
    list->selectAll();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(grantsOf(store, u"reader"_s), u""_s);
    QCOMPARE(store.workspace.undoStack().undoText(), u"Revoke 2 grant(s) from reader"_s);
    store.workspace.undoStack().undo();
    QCOMPARE(grantsOf(store, u"reader"_s), u"article:* article:read"_s);
}

void TestRolesPage::refusesABadGrant_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("problem");
    QTest::newRow("form") << u"article"_s
                          << u"The grant is not of the form resource:action or resource:action:scope."_s;
    QTest::newRow("unknown") << u"article:fly"_s << u"The catalogue has no permission article:fly."_s;
    QTest::newRow("star") << u"art*:read"_s
                          << u"The grant has a '*' inside its resource; only the whole segment may be '*'."_s;
}

void TestRolesPage::refusesABadGrant()
{
    QFETCH(QString, typed);
    QFETCH(QString, problem);
    OpenStore store;
    RolesPage page(store.workspace);
    auto *field = named<CompletionField>(page, u"resource:action, or a pattern"_s);
    field->setText(typed);
    QTest::mouseClick(named<QPushButton>(page, u"Add to Own grants"_s), Qt::LeftButton);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(field->text(), typed);
    QCOMPARE(field->accessibleDescription(), problem);
}

void TestRolesPage::editsInheritance()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.select(u"moderator"_s);
    auto *field = named<CompletionField>(page, u"Role to inherit"_s);
    field->setText(u"reader"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(store.changes(), QStringList{u"let moderator inherit reader"_s});
    QCOMPARE(printed(*named<QListView>(page, u"Inherits"_s)->model()), u"reader\n"_s);
    // A cycle is refused at the field, and what was typed is kept.
    page.select(u"reader"_s);
    field->setText(u"moderator"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(store.workspace.undoStack().count(), 1);
    QCOMPARE(field->text(), u"moderator"_s);
    QCOMPARE(field->accessibleDescription(), u"moderator inherits reader already: that would be the cycle reader → moderator → reader."_s);
}

void TestRolesPage::editsUsers()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.select(u"reader"_s);
    auto *field = named<CompletionField>(page, u"User to assign"_s);
    field->setText(u"alice"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(store.changes(), QStringList{u"assign reader to alice"_s});
    field->setText(u"nobody"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->accessibleDescription(), u"There is no user nobody."_s);
    auto *list = named<QListView>(page, u"Assigned users"_s);
    list->selectAll();
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(store.changes().isEmpty());
}

void TestRolesPage::deletesWithWhatGoesWithIt()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    page.select(u"moderator"_s);
    QTest::mouseClick(buttonOf(page, u"Delete…"_s), Qt::LeftButton);
    auto *lines = named<QListView>(page, u"What goes with it"_s);
    QCOMPARE(printed(*lines->model()), uR"(revoke comment:delete:team from moderator
unassign moderator from carol
)"_s);
    QVERIFY(store.changes().isEmpty());
    QTest::mouseClick(buttonOf(page, u"Delete"_s), Qt::LeftButton);
    QCOMPARE(store.changes().size(), 3);
    QCOMPARE(store.workspace.undoStack().undoText(), u"Delete role moderator"_s);
    QVERIFY(!page.selectedKey().isEmpty());
    store.workspace.undoStack().undo();
    QVERIFY(store.changes().isEmpty());
}

void TestRolesPage::deletesSeveral()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    page.select(u"moderator"_s);
    QTest::keyClick(listOf(page), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(page.selectedKeys(), (QStringList{u"moderator"_s, u"reader"_s}));
    QTest::mouseClick(buttonOf(page, u"Delete…"_s), Qt::LeftButton);
    QTRY_COMPARE(printed(*named<QListView>(page, u"What goes with it"_s)->model()),
                 uR"(revoke comment:delete:team from moderator
unassign moderator from carol
revoke article:read from reader
stop author inheriting reader
)"_s);
    QTest::mouseClick(buttonOf(page, u"Delete"_s), Qt::LeftButton);
    QCOMPARE(store.changes().size(), 6);
    QCOMPARE(store.workspace.undoStack().count(), 1);
    QVERIFY(!page.selectedKey().isEmpty());
    store.workspace.undoStack().undo();
    QVERIFY(store.changes().isEmpty());
}

void TestRolesPage::saysWhyItCannotDelete()
{
    QByteArray document = newsroom();
    document.replace(R"({"owner": {"any": ["article:publish"], "own": ["article:update:own"]}})",
                     R"({"anyRole": ["editor"]})");
    OpenStore store(document);
    RolesPage page(store.workspace);
    page.show();
    page.select(u"editor"_s);
    QTest::mouseClick(buttonOf(page, u"Delete…"_s), Qt::LeftButton);
    QVERIFY(!buttonOf(page, u"Delete"_s)->isVisible());
    bool said = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains(u"PUT /articles/{id}"));
    QVERIFY(said);
    QTest::mouseClick(buttonOf(page, u"Close"_s), Qt::LeftButton);
    QVERIFY(store.changes().isEmpty());
}

void TestRolesPage::keepsTheSelectionWhileRowsMove()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    listOf(page)->sortByColumn(RolesModel::Users, Qt::DescendingOrder);
    page.select(u"reader"_s);
    for (const QString &user : {u"alice"_s, u"bob"_s, u"carol"_s, u"dave"_s}) {
        QVERIFY(store.edit(
            {Change::Verb::Add, Change::Kind::Assignment, user, u"reader"_s, {}, {}, Assignment()}));
        QCOMPARE(page.selectedKey(), u"reader"_s);
        QCOMPARE(listOf(page)->currentIndex().siblingAtColumn(0).data().toString(), u"reader"_s);
    }
    QCOMPARE(listOf(page)->currentIndex().row(), 0);
    auto *filter = named<QLineEdit>(page, u"Filter by name or description"_s);
    // What the filter hides is not shown, and so not deleted, either.
    filter->setText(u"edit"_s);
    QTRY_COMPARE(page.selectedKey(), u"editor"_s);
    QCOMPARE(named<QLineEdit>(page, u"Name"_s)->text(), u"editor"_s);
    QCOMPARE(page.selectedKeys(), QStringList{u"editor"_s});
    filter->setText(u"zzz"_s);
    QTRY_COMPARE(page.selectedKey(), QString());
    QVERIFY(page.selectedKeys().isEmpty());
    QVERIFY(!buttonOf(page, u"Delete…"_s)->isEnabled());
    QVERIFY(!buttonOf(page, u"Clone…"_s)->isEnabled());
    page.select(u"author"_s);
    QVERIFY(filter->text().isEmpty());
    QTRY_COMPARE(page.selectedKeys(), QStringList{u"author"_s});
}

// An edit that makes a thing another than the filter asks for does not take it from under the hand.
void TestRolesPage::keepsWhatAnEditTakesOutOfTheFilter()
{
    OpenStore store;
    RolesPage page(store.workspace);
    page.show();
    auto *filter = named<QLineEdit>(page, u"Filter by name or description"_s);
    filter->setText(u"moderator"_s);
    QTRY_COMPARE(listOf(page)->model()->rowCount(), 1);
    QVERIFY(store.edit({Change::Verb::Rename, Change::Kind::Role, u"moderator"_s, {}, {}, {}, u"censor"_s}));
    QTest::qWait(200);
    QCOMPARE(page.selectedKeys(), QStringList{u"censor"_s});
    QCOMPARE(named<QLineEdit>(page, u"Name"_s)->text(), u"censor"_s);
    filter->setText(u"moderator*"_s); // asked anew
    QTRY_VERIFY(page.selectedKeys().isEmpty());
}

QTEST_MAIN(TestRolesPage)
#include "tst_rolespage.moc"
