// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "core/decision/usage.h"
#include "core/exchange/requirementjson.h"
#include "ui/operations/operationsmodel.h"
#include "ui/operations/operationspage.h"
#include "ui/operations/requirementedit.h"
#include "ui/operations/requirementlines.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/descriptionfield.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestOperationsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void createsRenamesDescribesDeletes();
    void refusesABadName();
    void buildsATree();
    void movesByKeyboard();
    void refusesWhatBreaksARule_data();
    void refusesWhatBreaksARule();
    void nestsSixteenDeep();
    void editsAsText();
    void saysWhatIsWrongWithTheText_data();
    void saysWhatIsWrongWithTheText();
    void keepsWhatIsTypedAsText();
    void warnsOfScopes();
    void countsWhoMay();
    void asks();
};

namespace {

const QString Put = u"PUT /articles/{id}"_s;

QString requirementOf(const OpenStore &store, const QString &operation = Put)
{
    const Policy::Operations &operations = store.workspace.policy().operations();
    const auto &required = operations.at(operations.idOf(operation)).required;
    return required ? QString::fromUtf8(writeRequirement(*required)).simplified().remove(u' ') : u"none"_s;
}

QByteArray unguarded()
{
    QByteArray document = newsroom();
    document.replace(R"(,
                 "requires": {"owner": {"any": ["article:publish"], "own": ["article:update:own"]}})",
                     "");
    return document;
}

struct Builder
{
    explicit Builder(OperationsPage &page)
        : active(QTest::qWaitForWindowActive(&page)) // or its shortcuts would do nothing
        , kind(named<QComboBox>(page, u"Kind of requirement"_s))
        , name(named<CompletionField>(page, u"What is required"_s))
        , tree(named<QTreeView>(page, u"Requirement"_s))
    {
    }

    void add(const QString &text, const QString &what = {})
    {
        kind->setCurrentIndex(kind->findText(text));
        name->setText(what);
        QTest::mouseClick(buttonOf(*tree->parentWidget(), u"Add"_s), Qt::LeftButton);
    }
    void goTo(const QString &text)
    {
        const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, text,
                                                           1, Qt::MatchExactly | Qt::MatchRecursive);
        tree->setFocus();
        tree->setCurrentIndex(found.value(0));
    }
    QString text() const { return printed(*tree->model()); }
    QString current() const { return tree->currentIndex().data().toString(); }

    bool active;
    QComboBox *kind;
    CompletionField *name;
    QTreeView *tree;
};

} // namespace

void TestOperationsPage::lists()
{
    OpenStore store;
    OperationsModel model(store.workspace);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(printed(model), u"PUT /articles/{id} | guarded\n"_s);
    const auto add = [&](const QString &name, const std::optional<Requirement> &required) {
        return store.edit({Change::Verb::Add,
                           Change::Kind::Operation,
                           name,
                           {},
                           {},
                           {},
                           Operation{name, u"About %1"_s.arg(name), required}});
    };
    QVERIFY(add(u"GET /"_s, Requirement{Requirement::Kind::Public, {}, {}, {}}));
    QVERIFY(add(u"log out"_s, Requirement{Requirement::Kind::Authenticated, {}, {}, {}}));
    QVERIFY(add(u"new"_s, std::nullopt));
    QCOMPARE(printed(model), uR"(GET / | public
PUT /articles/{id} | guarded
log out | any user
new | unguarded
)"_s);
    ModelFilter filter(store, model);
    filter.set(u"permission:article:publish"_s);
    QCOMPARE(printed(model), u"PUT /articles/{id} | guarded\n"_s);
    filter.set(u"\"about new\""_s);
    QCOMPARE(printed(model), u"new | unguarded\n"_s);
    filter.set({});
    model.sort(OperationsModel::State);
    QCOMPARE(printed(model).section(u'\n', 0, 0), u"new | unguarded"_s);
}

void TestOperationsPage::createsRenamesDescribesDeletes()
{
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"Name of the new operation:"_s);
    QTest::keyClicks(field, u"DELETE /articles/{id}"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(page.selectedKey(), u"DELETE /articles/{id}"_s);
    auto *description = page.findChild<DescriptionField *>();
    description->setFocus();
    QTest::keyClicks(description, u"Removes it"_s);
    QTest::keyClick(description, Qt::Key_Return, Qt::ControlModifier);
    auto *name = named<QLineEdit>(page, u"Name"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"remove"_s);
    QTest::keyClick(name, Qt::Key_Return);
    const Policy::Operations &operations = store.workspace.policy().operations();
    QCOMPARE(operations.at(operations.idOf(u"remove"_s)).description, u"Removes it"_s);
    QVERIFY(QTest::qWaitForWindowActive(&page));
    named<QTreeView>(page, u"Operations"_s)->setFocus();
    QTest::keyClick(named<QTreeView>(page, u"Operations"_s), Qt::Key_Delete);
    QTest::mouseClick(buttonOf(page, u"Delete"_s), Qt::LeftButton);
    QVERIFY(store.changes().isEmpty());
}

void TestOperationsPage::refusesABadName()
{
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    QTest::mouseClick(buttonOf(page, u"New…"_s), Qt::LeftButton);
    auto *field = named<QLineEdit>(page, u"Name of the new operation:"_s);
    field->setText(Put);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(field->text(), Put);
    QCOMPARE(field->accessibleDescription(), u"There is an operation PUT /articles/{id} already."_s);
}

void TestOperationsPage::buildsATree()
{
    OpenStore store(unguarded());
    OperationsPage page(store.workspace);
    page.show();
    Builder builder(page);
    const QAbstractItemModelTester tester(builder.tree->model(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(builder.text(), u""_s);
    builder.add(u"holds any of"_s, u"article:update:any"_s);
    QCOMPARE(requirementOf(store), uR"({"anyPermission":["article:update"]})"_s);
    QVERIFY(builder.name->text().isEmpty());
    builder.add(u"holds any of"_s, u"article:publish"_s); // the same list
    QCOMPARE(builder.text(), uR"(holds any of
  article:publish
  article:update
)"_s);
    QCOMPARE(builder.current(), u"article:publish"_s);
    builder.add(u"has any role of"_s, u"editor"_s); // another kind: both, in a group
    builder.goTo(u"all of these"_s);
    builder.add(u"owns the thing and holds"_s, u"article:update:own"_s);
    builder.add(u"or, of any thing, holds"_s, u"article:publish"_s);
    builder.goTo(u"all of these"_s);
    builder.add(u"may access"_s, u"comment:delete"_s);
    builder.add(u"any active user"_s);
    QCOMPARE(builder.text(), uR"(all of these
  holds any of
    article:publish
    article:update
  has any role of
    editor
  by who owns the thing
    of any thing: article:publish
    of one's own: article:update:own
  may access comment:delete
  any active user
)"_s);
    QCOMPARE(store.workspace.undoStack().count(), 7);
    builder.goTo(u"article:update"_s);
    QTest::keyClick(builder.tree, Qt::Key_Delete);
    QCOMPARE(builder.current(), u"article:publish"_s);
    QTest::keyClick(builder.tree, Qt::Key_Delete); // the last one takes the list with it
    builder.goTo(u"all of these"_s);
    QTest::keyClick(builder.tree, Qt::Key_Space);
    QVERIFY(builder.text().startsWith(u"any of these\n  has any role of"_s));
    QVERIFY(store.apply(u"built"_s));
    builder.goTo(u"any of these"_s);
    QTest::mouseClick(buttonOf(*builder.tree->parentWidget(), u"Remove"_s), Qt::LeftButton);
    QCOMPARE(requirementOf(store), u"none"_s);
    builder.add(u"everybody"_s);
    QCOMPARE(requirementOf(store), uR"({"public":true})"_s);
}

void TestOperationsPage::movesByKeyboard()
{
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    Builder builder(page);
    builder.add(u"may access"_s, u"article:read"_s);
    builder.goTo(u"by who owns the thing"_s);
    QTest::keyClick(builder.tree, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(builder.current(), u"by who owns the thing"_s);
    builder.goTo(u"may access article:read"_s);
    QTest::keyClick(builder.tree, Qt::Key_G, Qt::ControlModifier);
    QTest::keyClick(builder.tree, Qt::Key_Space);
    builder.goTo(u"by who owns the thing"_s);
    QTest::keyClick(builder.tree, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(builder.text(), uR"(all of these
  any of these
    may access article:read
    by who owns the thing
      of any thing: article:publish
      of one's own: article:update:own
)"_s);
    QCOMPARE(builder.current(), u"by who owns the thing"_s);
    QTest::keyClick(builder.tree, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(builder.tree, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(builder.text(), uR"(all of these
  any of these
    may access article:read
  by who owns the thing
    of any thing: article:publish
    of one's own: article:update:own
)"_s);
    // Where there is no way, nothing happens, and the button says so.
    const qsizetype steps = store.workspace.undoStack().count();
    QTest::keyClick(builder.tree, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(store.workspace.undoStack().count(), steps);
    QVERIFY(!buttonOf(*builder.tree->parentWidget(), u"Out"_s)->isEnabled());
    QVERIFY(buttonOf(*builder.tree->parentWidget(), u"In"_s)->isEnabled());
}

void TestOperationsPage::refusesWhatBreaksARule_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("problem");
    QTest::newRow("unknown permission")
        << u"holds any of"_s << u"article:fly"_s
        << u"The permission article:fly is not in the catalogue; add it, or require another."_s;
    QTest::newRow("pattern")
        << u"holds all of"_s << u"article:*"_s
        << u"The permission article:* has a '*' in its action; a pattern is allowed in grants "
           u"only."_s;
    QTest::newRow("unknown role") << u"has any role of"_s << u"chief"_s
                                  << u"There is no role chief; add it, or require another."_s;
    QTest::newRow("scope of access") << u"may access"_s << u"article:update:own"_s
                                     << u"The permission article:update:own has a scope; access takes "
                                        u"resource:action and looks at the scopes "
                                        u"itself."_s;
    QTest::newRow("not own")
        << u"owns the thing and holds"_s << u"comment:delete:team"_s
        << u"The permission comment:delete:team has the scope team; the owner's list takes the "
           u"scope own or none."_s;
    QTest::newRow("there already") << u"or, of any thing, holds"_s << u"article:publish"_s
                                   << u"article:publish is there already."_s;
    QTest::newRow("public") << u"everybody"_s << u""_s
                            << u"A public requirement stands alone; inside another one it says nothing."_s;
}

void TestOperationsPage::refusesWhatBreaksARule()
{
    QFETCH(QString, kind);
    QFETCH(QString, name);
    QFETCH(QString, problem);
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    Builder builder(page);
    const QString before = requirementOf(store);
    builder.add(kind, name);
    QCOMPARE(requirementOf(store), before);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(builder.name->text(), name);
    bool said = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        said = said || (label->isVisible() && label->text() == u"⚠ "_s + problem);
    QVERIFY2(said, qPrintable(builder.name->accessibleDescription()));
}

void TestOperationsPage::nestsSixteenDeep()
{
    OpenStore store(unguarded());
    OperationsPage page(store.workspace);
    page.show();
    Builder builder(page);
    builder.add(u"any active user"_s);
    builder.tree->setFocus();
    for (int i = 0; i < 16; ++i)
        QTest::keyClick(builder.tree, Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(requirementOf(store).count(u"allOf"), 16);
    QTest::keyClick(builder.tree, Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(requirementOf(store).count(u"allOf"), 16);
    QCOMPARE(store.workspace.undoStack().count(), 17);
    QVERIFY(store.apply(u"deep"_s));
    builder.goTo(u"any active user"_s);
    QTest::keyClick(builder.tree, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(requirementOf(store).count(u"allOf"), 15);
}

void TestOperationsPage::editsAsText()
{
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    Builder builder(page);
    page.findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *text = named<QPlainTextEdit>(page, u"Requirement as text"_s);
    QCOMPARE(text->toPlainText(), uR"({
  "owner": {
    "any": [
      "article:publish"
    ],
    "own": [
      "article:update:own"
    ]
  }
})"_s);
    text->setPlainText(uR"({"anyOf": [{"access": "article:read"}, {"anyRole": ["reader", "author"]}]})"_s);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(store.workspace.undoStack().count(), 1);
    QCOMPARE(builder.text(), uR"(any of these
  may access article:read
  has any role of
    author
    reader
)"_s);
    QVERIFY(text->toPlainText().startsWith(u"{\n  \"anyOf\": ["_s)); // as a document has it
    // The other way round.
    page.findChild<QTabWidget *>()->setCurrentIndex(0);
    builder.goTo(u"may access article:read"_s);
    QTest::keyClick(builder.tree, Qt::Key_Delete);
    QVERIFY(!text->toPlainText().contains(u"access"));
    page.findChild<QTabWidget *>()->setCurrentIndex(1);
    text->clear(); // nothing: unguarded
    QTest::mouseClick(buttonOf(page, u"Update"_s), Qt::LeftButton);
    QCOMPARE(requirementOf(store), u"none"_s);
    QCOMPARE(builder.text(), u""_s);
}

void TestOperationsPage::saysWhatIsWrongWithTheText_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("problems");
    QTest::addColumn<QString>("marked");
    QTest::newRow("rules")
        << u"{\"allOf\": [\n {\"anyPermission\": [\"article:fly\"]},\n {\"public\": true},\n "
           u"{\"anyRole\": []}]}"_s
        << uR"(⚠ Line 2: The permission article:fly is not in the catalogue; add it, or require another.
⚠ Line 3: A public requirement stands alone; inside another one it says nothing.
⚠ Line 4: The list is empty; it names at least one thing.
)"_s << u"\"article:fly\"]},"_s;
    QTest::newRow("unknown member") << u"{\"anyRoles\": [\"editor\"]}"_s << u""_s << u""_s;
    QTest::newRow("syntax") << u"{\"anyRole\": [\"editor\"]"_s << u""_s << u""_s;
    QTest::newRow("wide") << u"{\"anyRole\": [\"editor\", \"𝔞\"]}"_s
                          << u"⚠ Line 1: There is no role 𝔞; add it, or require another.\n"_s << u"\"𝔞\"]}"_s;
}

void TestOperationsPage::saysWhatIsWrongWithTheText()
{
    QFETCH(QString, typed);
    QFETCH(QString, problems);
    QFETCH(QString, marked);
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    page.findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *text = named<QPlainTextEdit>(page, u"Requirement as text"_s);
    text->setPlainText(typed);
    auto *list = named<QListView>(page, u"What is wrong with Requirement as text"_s);
    QVERIFY(list->isVisible());
    QVERIFY(list->model()->rowCount() > 0);
    if (!problems.isEmpty()) {
        QCOMPARE(printed(*list->model()), problems);
        QCOMPARE(text->extraSelections().value(0).cursor.selectedText(), marked);
    }
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(store.changes().isEmpty());
    QCOMPARE(text->toPlainText(), typed);
    QVERIFY(!buttonOf(page, u"Update"_s)->isEnabled());
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(text->toPlainText().contains(u"owner"));
    QVERIFY(!list->isVisible());
}

void TestOperationsPage::keepsWhatIsTypedAsText()
{
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    page.findChild<QTabWidget *>()->setCurrentIndex(1);
    auto *text = named<QPlainTextEdit>(page, u"Requirement as text"_s);
    const QString typed = u"{\"anyRole\": [\"chief\"]}"_s;
    text->setPlainText(typed);
    auto *list = named<QListView>(page, u"What is wrong with Requirement as text"_s);
    QCOMPARE(list->model()->rowCount(), 1);
    // An edit elsewhere does not take away what was typed, but may make it right.
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Role, u"chief"_s, {}, {}, {}, Role{u"chief"_s, {}, true}}));
    QCOMPARE(text->toPlainText(), typed);
    QCOMPARE(list->model()->rowCount(), 0);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(requirementOf(store), uR"({"anyRole":["chief"]})"_s);
}

void TestOperationsPage::warnsOfScopes()
{
    OpenStore store(unguarded());
    OperationsPage page(store.workspace);
    page.show();
    Builder builder(page);
    builder.add(u"holds any of"_s, u"article:update:own"_s);
    QCOMPARE(
        builder.tree->model()->index(0, 0, builder.tree->model()->index(0, 0)).data(Qt::AccessibleTextRole),
        u"[!] article:update:own"_s);
    bool said = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        said = said
            || (label->isVisible()
                && label->text()
                    == u"⚠ Holding article:update:own says nothing about the thing at hand. Require access "
                       u"to "
                       u"article:update, or go by who owns it."_s);
    QVERIFY(said);
}

void TestOperationsPage::countsWhoMay()
{
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    const auto says = [&](const QString &text) {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    };
    // bob publishes; alice updates what she owns.
    QTRY_VERIFY(says(u"1 user may perform it now. 1 more on what they own."_s)
                || says(u"1 user(s) may perform it now. 1 more on what they own."_s));
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"erin"_s, u"editor"_s, {}, {}, Assignment()}));
    QTRY_VERIFY(says(u"2 users may perform it now. 1 more on what they own."_s)
                || says(u"2 user(s) may perform it now. 1 more on what they own."_s));
    const Performers expected{2, 1, 0};
    QCOMPARE(performersOf(store.workspace.index(), Put, Instant::now()), expected);
}

void TestOperationsPage::asks()
{
    OpenStore store;
    OperationsPage page(store.workspace);
    page.show();
    QSignalSpy asked(&page, &OperationsPage::questionAsked);
    QTest::mouseClick(buttonOf(page, u"Simulate…"_s), Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).toString(), Put);
}

QTEST_MAIN(TestOperationsPage)
#include "tst_operationspage.moc"
