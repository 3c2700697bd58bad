// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"

#include "ui/findings/findingspage.h"
#include "ui/widgets/wrappinglabel.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

struct Page
{
    explicit Page(OpenStore &open)
        : store(open)
        , page(open.workspace)
        , view(named<QTreeView>(page, u"Findings"_s))
        , tester(view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal)
        , show(buttonOf(page, u"Show it"_s))
        , mend(buttonOf(page, u"Mend in the draft"_s))
    {
        page.show();
    }
    QModelIndex line(const QString &beginning) const
    {
        const QModelIndexList found =
            view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, beginning, 1,
                                 Qt::MatchStartsWith | Qt::MatchRecursive);
        return found.value(0);
    }
    bool finds(const QString &beginning) const
    {
        return QTest::qWaitFor([&] { return line(beginning).isValid(); }, 60'000);
    }

    OpenStore &store;
    FindingsPage page;
    QTreeView *view;
    QAbstractItemModelTester tester;
    QPushButton *show;
    QPushButton *mend;
};

} // namespace

class TestFindingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void followsTheDraft();
    void mends();
    void leadsToTheThing();
    void filters();
    void manyAreCutButMendedWhole();
    void mendsNothingOfAnotherDraft();
    void everyCodeHasATitle();
};

void TestFindingsPage::lists()
{
    OpenStore store;
    Page findings(store);
    QVERIFY(findings.finds(u"User carol is assigned editor"_s));
    QCOMPARE(printed(*findings.view->model()), uR"(Inactive users with roles (1)
  User dave is inactive and is assigned editor still, and has it again when made active.
Assignments that are over (1)
  User carol is assigned editor until a time that is over. To take it away changes nothing for them.
Disabled roles that are assigned (1)
  Role retired is disabled, and gives nothing to whom it is assigned: erin.
Permissions that no role gives (2)
  No enabled role gives article:delete. Grant it, or take it out of the catalogue.
  No enabled role gives comment:delete. Grant it, or take it out of the catalogue.
)"_s);
    QVERIFY(!findings.show->isEnabled());
    QVERIFY(!findings.mend->isEnabled());
}

void TestFindingsPage::followsTheDraft()
{
    OpenStore store;
    Page findings(store);
    QVERIFY(findings.finds(u"User carol"_s));
    QVERIFY(store.edit({Change::Verb::Add, Change::Kind::Grant, u"editor"_s, u"article:read"_s, {}, {}, {}}));
    QVERIFY(findings.finds(u"Role editor grants article:read, which it inherits from author already."_s));
    store.workspace.undoStack().undo();
    QTRY_VERIFY(!findings.line(u"Role editor grants"_s).isValid());
    // Not while nobody looks; at once when somebody does.
    findings.page.hide();
    QVERIFY(store.edit({Change::Verb::Add, Change::Kind::Grant, u"editor"_s, u"article:read"_s, {}, {}, {}}));
    findings.page.show();
    QVERIFY(findings.finds(u"Role editor grants article:read"_s));
}

void TestFindingsPage::mends()
{
    OpenStore store;
    Page findings(store);
    QVERIFY(store.edit({Change::Verb::Add, Change::Kind::Grant, u"editor"_s, u"article:read"_s, {}, {}, {}}));
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Grant, u"editor"_s, u"article:update:own"_s, {}, {}, {}}));
    QVERIFY(store.apply(u"twice"_s));
    QVERIFY(findings.finds(u"Grants that are given already (2)"_s));
    // By their title, all of them.
    findings.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&findings.page));
    findings.view->setCurrentIndex(findings.line(u"Grants that are given already"_s));
    QLineEdit panel(&findings.page); // as there is beside it in the window
    panel.show();
    QWidget::setTabOrder(findings.mend, &panel);
    findings.mend->setFocus();
    QTest::mouseClick(findings.mend, Qt::LeftButton);
    QTRY_COMPARE(
        store.changes(),
        (QStringList{u"revoke article:read from editor"_s, u"revoke article:update:own from editor"_s}));
    QCOMPARE(store.workspace.undoStack().undoText(), u"Mend 2 finding(s)"_s);
    QTRY_VERIFY(!findings.line(u"Grants that are given already"_s).isValid());
    QVERIFY(findings.view->hasFocus());
    // What a person has to decide is not mended.
    findings.view->setCurrentIndex(findings.line(u"Role retired is disabled"_s));
    QVERIFY(!findings.mend->isEnabled());
    QVERIFY(findings.show->isEnabled());
}

void TestFindingsPage::leadsToTheThing()
{
    OpenStore store;
    Page findings(store);
    QSignalSpy asked(&findings.page, &FindingsPage::thingRequested);
    QVERIFY(findings.finds(u"Role retired"_s));
    const QModelIndex line = findings.line(u"Role retired"_s);
    findings.view->setCurrentIndex(line);
    const auto *sentence = findings.page.findChild<WrappingLabel *>();
    QVERIFY(sentence->isVisible());
    QCOMPARE(sentence->text(), line.data().toString());
    findings.page.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&findings.page));
    findings.view->setFocus();
    QTest::keyClick(findings.view, Qt::Key_Return);
    QTest::mouseClick(findings.show, Qt::LeftButton);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.first().first().value<Change::Kind>(), Change::Kind::Role);
    QCOMPARE(asked.first().last().toString(), u"retired"_s);
}

void TestFindingsPage::filters()
{
    OpenStore store;
    Page findings(store);
    QVERIFY(findings.finds(u"User carol"_s));
    auto *filter = findings.page.findChild<QLineEdit *>(u"filter"_s);
    filter->setText(u"over carol"_s);
    QTRY_COMPARE(printed(*findings.view->model()), uR"(Assignments that are over (1)
  User carol is assigned editor until a time that is over. To take it away changes nothing for them.
)"_s);
    filter->setText(u"nonsense"_s);
    QTRY_COMPARE(findings.view->model()->rowCount(), 0);
    filter->clear();
    QVERIFY(findings.finds(u"User dave"_s));
}

void TestFindingsPage::manyAreCutButMendedWhole()
{
    QByteArrayList users;
    for (int i = 0; i < 2500; ++i)
        users.append(R"({"id": "u)" + QByteArray::number(i)
                     + R"(", "active": false, "assignments": [{"role": "r"}]})");
    OpenStore store(R"({"rolewright": 1, "roles": [{"name": "r"}], "users": [)" + users.join(',') + "]}");
    Page findings(store);
    QVERIFY(findings.finds(u"Inactive users with roles (2,500)"_s));
    const QModelIndex group = findings.line(u"Inactive users with roles"_s);
    QCOMPARE(findings.view->model()->rowCount(group), 1001);
    const QModelIndex more = findings.view->model()->index(1000, 0, group);
    QCOMPARE(more.data().toString(), u"and 1,500 more"_s);
    findings.view->setCurrentIndex(more);
    QVERIFY(!findings.show->isEnabled() && !findings.mend->isEnabled());
    findings.view->setCurrentIndex(group);
    QTest::mouseClick(findings.mend, Qt::LeftButton);
    QTRY_COMPARE(store.workspace.policy().assignments().size(), 0);
    store.workspace.undoStack().undo();
    QCOMPARE(store.workspace.policy().assignments().size(), 2500);
}

void TestFindingsPage::mendsNothingOfAnotherDraft()
{
    OpenStore store;
    Page findings(store);
    QVERIFY(findings.finds(u"User carol is assigned"_s));
    findings.view->setCurrentIndex(findings.line(u"User carol is assigned"_s));
    QTest::mouseClick(findings.mend, Qt::LeftButton); // its answer comes by the event loop
    QVERIFY(
        store.edit({Change::Verb::Add, Change::Kind::Grant, u"author"_s, u"article:publish"_s, {}, {}, {}}));
    QTRY_COMPARE(store.messages,
                 QStringList{u"The draft changed meanwhile, and nothing was mended. Try again."_s});
    QCOMPARE(store.changes(), QStringList{u"grant article:publish to author"_s});
}

void TestFindingsPage::everyCodeHasATitle()
{
    QSet<QString> titles;
    for (const QString &code : analyzedCodes())
        titles.insert(FindingsPage::titleOf(code));
    QVERIFY(!titles.contains(QString()));
    QCOMPARE(titles.size(), analyzedCodes().size());
}

QTEST_MAIN(TestFindingsPage)
#include "tst_findingspage.moc"
