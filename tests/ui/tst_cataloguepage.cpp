// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "ui/catalogue/cataloguemodel.h"
#include "ui/catalogue/cataloguepage.h"
#include "ui/catalogue/permissionlines.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/descriptionfield.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestCataloguePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatIsCounted();
    void countsAsTheReviewDoes();
    void filtersAndSorts();
    void creates();
    void refusesABadName_data();
    void refusesABadName();
    void renamesWithReferences();
    void describes();
    void marksManyAsSensitive();
    void grantsAndRevokes();
    void deletesManyWithWhatGoesWithThem();
    void saysWhyItCannotDelete();
    void readsLines_data();
    void readsLines();
    void addsMany();
    void addsNothingWhileALineIsWrong();
    void editsOwnership();
    void refusesABadOwnership();
};

namespace {

QTreeView *listOf(const CataloguePage &page)
{
    return named<QTreeView>(page, u"Permissions"_s);
}

void typeInto(QLineEdit *field, const QString &text)
{
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

const Permission &permissionOf(const OpenStore &store, const QString &name)
{
    const Policy::Permissions &permissions = store.workspace.policy().permissions();
    return permissions.at(permissions.idOf(name));
}

// "name[ | description]" of what is new, then what is wrong.
QString printed(const PermissionLines &lines)
{
    QString text;
    for (const Permission &permission : lines.fresh)
        text += permission.name.toText()
            + (permission.description.isEmpty() ? QString() : u" | "_s + permission.description) + u'\n';
    if (lines.known > 0)
        text += u"known: %1\n"_s.arg(lines.known);
    for (const PermissionLines::Problem &problem : lines.problems)
        text += u"%1: %2\n"_s.arg(problem.line).arg(problem.message);
    return text;
}

} // namespace

void TestCataloguePage::listsWhatIsCounted()
{
    OpenStore store;
    CatalogueModel model(store.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(rolewright::printed(model).section(u'\n', 0, 1), uR"(article:create | … | … | …
article:delete | … | … | … | sensitive)"_s);
    QSignalSpy counted(&model, &CatalogueModel::counted);
    model.setWatched(true);
    QVERIFY(counted.wait());
    // bob is an editor; carol's is over, dave is inactive, erin's retired role is disabled.
    QCOMPARE(rolewright::printed(model), uR"(article:create | 1 | 1 | 2
article:delete | 0 | 1 | 0 | sensitive
article:publish | 1 | 1 | 1
article:read | 1 | 1 | 2
article:update | 1 | 1 | 1
article:update:own | 1 | 1 | 2
comment:delete | 0 | 0 | 0 | unused
comment:delete:team | 1 | 0 | 1
)"_s);
    QVERIFY(store.edit({Change::Verb::Add,
                        Change::Kind::Permission,
                        u"a:b"_s,
                        {},
                        {},
                        {},
                        Permission{{u"a"_s, u"b"_s, {}}, {}, false}}));
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Grant, u"moderator"_s, u"comment:delete"_s, {}, {}, {}}));
    QVERIFY(counted.wait());
    QCOMPARE(rolewright::printed(model).section(u'\n', 0, 0), u"a:b | 0 | 0 | 0 | unused, pending"_s);
    QCOMPARE(rolewright::printed(model).section(u'\n', 7, 7), u"comment:delete | 1 | 0 | 1"_s);
    // What nobody looks at is not counted again.
    model.setWatched(false);
    store.workspace.undoStack().undo();
    QVERIFY(!counted.wait(100));
    model.setWatched(true);
    QVERIFY(counted.wait());
    QCOMPARE(rolewright::printed(model).section(u'\n', 7, 7), u"comment:delete | 0 | 0 | 0 | unused"_s);
}

void TestCataloguePage::countsAsTheReviewDoes()
{
    OpenStore store;
    const PolicyIndex &index = store.workspace.index();
    const Instant now = Instant::now();
    QHash<QString, int> users;
    index.policy().users().forEach([&](UserId id, const User &) {
        for (const WhatCan &held : whatCan(index, id, now))
            ++users[held.permission.toText()];
    });
    const QList<PermissionUsage> usage = permissionUsage(index, now);
    index.policy().permissions().forEach([&](PermissionId id, const Permission &permission) {
        QCOMPARE(usage.at(id.value).users, users.value(permission.name.toText()));
    });
    const CancelToken cancelled = true;
    QVERIFY(permissionUsage(index, now, &cancelled).isEmpty());
}

void TestCataloguePage::filtersAndSorts()
{
    OpenStore store;
    CatalogueModel model(store.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy counted(&model, &CatalogueModel::counted);
    ModelFilter filter(store, model);
    filter.set(u"unused"_s);
    QCOMPARE(model.rowCount(), 1);
    model.setWatched(true);
    QVERIFY(counted.wait());
    QCOMPARE(rolewright::printed(model), u"comment:delete | 0 | 0 | 0 | unused\n"_s);
    filter.set({});
    model.sort(CatalogueModel::State, Qt::DescendingOrder);
    QCOMPARE(rolewright::printed(model).section(u'\n', 0, 2), uR"(article:delete | 0 | 1 | 0 | sensitive
comment:delete | 0 | 0 | 0 | unused
article:create | 1 | 1 | 2)"_s);
}

void TestCataloguePage::creates()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    listOf(page)->setFocus();
    QTest::keyClick(listOf(page), Qt::Key_Insert);
    auto *field = named<QLineEdit>(page, u"New permission, as resource:action or resource:action:scope:"_s);
    QTest::keyClicks(field, u"article:archive:any"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(store.changes(), QStringList{u"add permission article:archive"_s});
    QCOMPARE(store.workspace.undoStack().count(), 1);
    QVERIFY(!field->isVisible());
}

void TestCataloguePage::refusesABadName_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("problem");
    QTest::newRow("form") << u"article"_s
                          << u"The permission is not of the form resource:action or resource:action:scope."_s;
    QTest::newRow("taken") << u"article:read:any"_s << u"There is a permission article:read already."_s;
    QTest::newRow("pattern")
        << u"article:*"_s
        << u"The permission has a '*' in its action; a pattern is allowed in grants only."_s;
    QTest::newRow("reserved")
        << u"operation:perform:own"_s
        << u"The permission is reserved: operations are guarded by what they require."_s;
    QTest::newRow("built in")
        << u"rolewright/role:create"_s
        << u"The permission is under rolewright/, whose rights are built in and never in "
           u"the catalogue."_s;
    QTest::newRow("empty action") << u"article:"_s << u"The permission has an action that is empty."_s;
}

void TestCataloguePage::refusesABadName()
{
    QFETCH(QString, typed);
    QFETCH(QString, problem);
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"New permission, as resource:action or resource:action:scope:"_s);
    QTest::keyClicks(field, typed);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(store.changes().isEmpty());
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), typed);
    QCOMPARE(field->accessibleDescription(), problem);
}

void TestCataloguePage::renamesWithReferences()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    page.select(u"article:publish"_s);
    auto *name = named<QLineEdit>(page, u"Name"_s);
    typeInto(name, u"article:release"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(page.selectedKey(), u"article:release"_s);
    const Policy &policy = store.workspace.policy();
    const Operation &operation = policy.operations().at(policy.operations().idOf(u"PUT /articles/{id}"_s));
    QCOMPARE(operation.required->names, QStringList{u"article:release"_s});
    QVERIFY(policy.grants().find(policy.roles().idOf(u"editor"_s).value,
                                 policy.permissions().idOf(u"article:release"_s).value));
    QVERIFY(policy.tests().at(policy.tests().idOf(u"alice does not publish"_s)).request.contains(u"release"));
    QCOMPARE(store.workspace.undoStack().count(), 1);
    typeInto(name, u"article:read"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(name->text(), u"article:read"_s);
    QCOMPARE(name->accessibleDescription(), u"There is a permission article:read already."_s);
    QCOMPARE(store.workspace.undoStack().count(), 1);
}

void TestCataloguePage::describes()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    page.select(u"article:read"_s);
    auto *description = page.findChild<DescriptionField *>();
    description->setFocus();
    QTest::keyClicks(description, u"Read it"_s);
    QTest::keyClick(description, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(permissionOf(store, u"article:read"_s).description, u"Read it"_s);
    QTest::mouseClick(page.findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(permissionOf(store, u"article:read"_s).sensitive);
    store.workspace.undoStack().undo();
    QVERIFY(!page.findChild<QCheckBox *>()->isChecked());
}

void TestCataloguePage::marksManyAsSensitive()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    page.select(u"article:create"_s);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(listOf(page), Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(page.selectedKeys(),
             (QStringList{u"article:create"_s, u"article:delete"_s, u"article:publish"_s}));
    QTest::mouseClick(buttonOf(page, u"Sensitive"_s), Qt::LeftButton);
    QCOMPARE(store.workspace.undoStack().count(), 1);
    QVERIFY(permissionOf(store, u"article:create"_s).sensitive);
    QVERIFY(permissionOf(store, u"article:publish"_s).sensitive);
    // The selection stays, and the same key takes the mark off again.
    QVERIFY(QTest::qWaitForWindowActive(&page));
    listOf(page)->setFocus();
    QTest::keyClick(listOf(page), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!permissionOf(store, u"article:create"_s).sensitive);
    QVERIFY(!permissionOf(store, u"article:delete"_s).sensitive);
    QCOMPARE(store.changes().size(), 1);
    QCOMPARE(store.workspace.undoStack().count(), 2);
}

void TestCataloguePage::grantsAndRevokes()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    page.select(u"article:read"_s);
    auto *list = named<QListView>(page, u"Granted to"_s);
    QCOMPARE(rolewright::printed(*list->model()), u"reader\n"_s);
    auto *field = named<CompletionField>(page, u"Role to grant it to"_s);
    field->setText(u"nobody"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->accessibleDescription(), u"There is no role nobody."_s);
    field->setText(u"moderator"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(store.changes(), QStringList{u"grant article:read to moderator"_s});
    list->selectAll();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(store.changes(), QStringList{u"revoke article:read from reader"_s});
}

void TestCataloguePage::deletesManyWithWhatGoesWithThem()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    page.select(u"comment:delete"_s);
    listOf(page)->setFocus();
    QTest::keyClick(listOf(page), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(listOf(page), Qt::Key_Delete);
    QTRY_COMPARE(rolewright::printed(*named<QListView>(page, u"What goes with it"_s)->model()),
                 u"revoke comment:delete:team from moderator\n"_s);
    QTest::mouseClick(buttonOf(page, u"Delete"_s), Qt::LeftButton);
    QCOMPARE(store.workspace.policy().permissions().size(), 6);
    QCOMPARE(store.workspace.undoStack().count(), 1);
    store.workspace.undoStack().undo();
    QVERIFY(store.changes().isEmpty());
}

void TestCataloguePage::saysWhyItCannotDelete()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    page.select(u"article:publish"_s);
    QTest::mouseClick(buttonOf(page, u"Delete…"_s), Qt::LeftButton);
    QVERIFY(!buttonOf(page, u"Delete"_s)->isVisible());
    bool said = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text().contains(u"PUT /articles/{id} still names it"));
    QVERIFY(said);
}

void TestCataloguePage::readsLines_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read");
    QTest::newRow("lines") << u"a:b\n\n  a:c \r\na:b:own\tOne's own \n"_s
                           << u"a:b\na:c\na:b:own | One's own\n"_s;
    QTest::newRow("spaces") << u"a:b  First  of all\n  a c:d\na:{x,  y}   Both\na:e \tOne  two"_s
                            << u"a:b | First  of all\na c:d\na:x | Both\na:y | Both\na:e | One  two\n"_s;
    QTest::newRow("braces") << u"{a,b}:{x, y}\na:{own}"_s << u"a:x\na:y\nb:x\nb:y\na:{own}\n"_s;
    QTest::newRow("known") << u"article:read\na:b\na:b:any\narticle:{read,fly}"_s
                           << u"a:b\narticle:fly\nknown: 3\n"_s;
    QTest::newRow("wrong") << u"a:b\na\na:{b,c*}\na:{b\na:{b,}\n\tonly a description"_s << uR"(a:b
known: 2
1: "a" is not of the form resource:action or resource:action:scope.
2: "a:c*" has a '*' in its action; a pattern is allowed in grants only.
3: A { is not closed.
4: "a:" has an action that is empty.
5: "" is not of the form resource:action or resource:action:scope.
)"_s;
    QString many = u"a"_s;
    for (int i = 0; i < 3; ++i)
        many += u":{"_s + QStringList(60, u"x"_s).join(u',') + u'}';
    QTest::newRow("too many") << many << u"0: These are more than 100,000 permissions at once.\n"_s;
}

void TestCataloguePage::readsLines()
{
    QFETCH(QString, typed);
    QFETCH(QString, read);
    OpenStore store;
    QCOMPARE(printed(readPermissionLines(typed, store.workspace.policy(), false)), read);
}

void TestCataloguePage::addsMany()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"Add many…"_s), Qt::LeftButton);
    auto *text = named<QPlainTextEdit>(page, u"Permissions to add"_s);
    QTest::keyClicks(text, u"article:{archive,restore}"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, u"article:read"_s);
    auto *add = buttonOf(page, u"Add all"_s);
    QTRY_VERIFY(add->isEnabled());
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(store.changes(),
             (QStringList{u"add permission article:archive"_s, u"add permission article:restore"_s}));
    QCOMPARE(store.workspace.undoStack().count(), 1);
    QVERIFY(!text->isVisible());
    QCOMPARE(page.selectedKey(), u"article:archive"_s);
    store.workspace.undoStack().undo();
    QVERIFY(store.changes().isEmpty());
}

void TestCataloguePage::addsNothingWhileALineIsWrong()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"Add many…"_s), Qt::LeftButton);
    auto *text = named<QPlainTextEdit>(page, u"Permissions to add"_s);
    text->setPlainText(u"article:archive\narticle"_s);
    auto *problems = named<QListView>(page, u"What is wrong with Permissions to add"_s);
    QTRY_VERIFY(problems->isVisible());
    QCOMPARE(rolewright::printed(*problems->model()),
             u"⚠ Line 2: \"article\" is not of the form resource:action or resource:action:scope.\n"_s);
    QCOMPARE(text->extraSelections().size(), 1);
    QCOMPARE(text->extraSelections().first().cursor.selectedText(), u"article"_s);
    QVERIFY(!buttonOf(page, u"Add all"_s)->isEnabled());
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(store.changes().isEmpty());
    QTest::mouseClick(problems->viewport(), Qt::LeftButton, {},
                      problems->visualRect(problems->model()->index(0, 0)).center());
    QCOMPARE(text->textCursor().blockNumber(), 1);
    // Put away and opened again, what was typed is still there.
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!text->isVisible());
    QTest::mouseClick(buttonOf(page, u"Add many…"_s), Qt::LeftButton);
    QCOMPARE(text->toPlainText(), u"article:archive\narticle"_s);
}

void TestCataloguePage::editsOwnership()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    auto *property = named<QLineEdit>(page, u"Property of the thing"_s);
    QCOMPARE(property->text(), u"owner"_s);
    typeInto(property, u"createdBy"_s);
    QTest::keyClick(property, Qt::Key_Return);
    auto *attribute = named<QLineEdit>(page, u"Attribute of the user"_s);
    typeInto(attribute, u"desk"_s);
    QTest::keyClick(attribute, Qt::Key_Return);
    QCOMPARE(store.workspace.policy().ownership(), (Ownership{u"createdBy"_s, u"desk"_s}));
    store.workspace.undoStack().setIndex(0);
    QCOMPARE(property->text(), u"owner"_s);
    QCOMPARE(attribute->text(), u"id"_s);
}

void TestCataloguePage::refusesABadOwnership()
{
    OpenStore store;
    CataloguePage page(store.workspace);
    page.show();
    auto *property = named<QLineEdit>(page, u"Property of the thing"_s);
    typeInto(property, u"relations"_s);
    QTest::keyClick(property, Qt::Key_Return);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(property->text(), u"relations"_s);
    QCOMPARE(property->accessibleDescription(),
             u"The property relations holds the relations of a thing; take another."_s);
}

QTEST_MAIN(TestCataloguePage)
#include "tst_cataloguepage.moc"
