// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/openstore.h"
#include "tests/ui/stallmeter.h"

#include "ui/questions/questionspage.h"
#include "ui/widgets/completionfield.h"
#include "ui/widgets/momentedit.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;
using Question = QuestionsPage::Question;

class TestQuestionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhoCanAsOneTypes();
    void followsTheDraft();
    void saysWhatAUserCan();
    void saysWhichRolesGiveIt();
    void saysWhatAUserCanPerform();
    void saysWhatIsMissing();
    void asksAsOfThen();
    void exportsTablesAndJson();
    void tellsWhatCouldNotBeWritten();
    void doesNotHoldUpTheWindow();
};

namespace {

struct Page
{
    explicit Page(OpenStore &store)
        : page(store.workspace)
        , answer(named<QTreeView>(page, u"Answer"_s))
        , ways(named<QTreeView>(page, u"Ways"_s))
        , tester(answer->model(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        page.show();
    }
    QString text() const { return printed(*answer->model()); }
    QString state() const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && !label->buddy())
                return label->text();
        }
        return {};
    }

    QuestionsPage page;
    QTreeView *answer;
    QTreeView *ways;
    QAbstractItemModelTester tester;
};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestQuestionsPage::saysWhoCanAsOneTypes()
{
    OpenStore store;
    Page page(store);
    QTest::keyClicks(labelled<QLineEdit>(page.page, u"Resource type"_s), u"article"_s);
    QTest::keyClicks(labelled<QLineEdit>(page.page, u"Action"_s), u"update"_s);
    QTRY_COMPARE(page.text(),
                 u"alice | Alice Ames | only own | author: article:update:own\n"
                 u"bob | bob | all | editor: article:update\n"_s);
    QCOMPARE(page.state(), u"2 user(s) have access."_s);
    // The way has the room that the others do not need.
    QVERIFY(page.answer->header()->sectionSize(2) < page.answer->header()->sectionSize(3));
    // How, of the one that is current; all ways, not only the shortest.
    QTRY_COMPARE(printed(*page.ways->model()),
                 u"alice\n  author, assigned\n    grants article:update:own, and alice owns it\n"_s);
    QSignalSpy asked(&page.page, &QuestionsPage::questionAsked);
    QTest::mouseClick(buttonOf(page.page, u"Simulate…"_s), Qt::LeftButton);
    const Request request = asked.value(0).value(0).value<Request>();
    QCOMPARE(request.subject, u"alice"_s);
    QVERIFY(decide(store.workspace.index(), request, Instant::now()).allowed);
}

void TestQuestionsPage::followsTheDraft()
{
    OpenStore store;
    Page page(store);
    page.page.askAccess(Question::WhoCan, u"publish"_s, u"article"_s);
    QTRY_COMPARE(page.text(), u"bob | bob | all | editor: article:publish\n"_s);
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"erin"_s, u"editor"_s, {}, {}, Assignment()}));
    QTRY_COMPARE(
        page.text(),
        u"bob | bob | all | editor: article:publish\nerin | erin | all | editor: article:publish\n"_s);
    QCOMPARE(page.state(), u"2 user(s) have access. Pending changes are included."_s);
    // bob was current, and is.
    QCOMPARE(page.answer->currentIndex().row(), 0);
    store.workspace.undoStack().undo();
    QTRY_COMPARE(page.text(), u"bob | bob | all | editor: article:publish\n"_s);
}

void TestQuestionsPage::saysWhatAUserCan()
{
    OpenStore store;
    Page page(store);
    page.page.askUser(Question::WhatCan, u"alice"_s);
    QTRY_COMPARE(page.text(),
                 u"article:create | author: article:create\narticle:read | author > reader: article:read\n"
                 u"article:update:own | author: article:update:own\n"_s);
    page.answer->setCurrentIndex(page.answer->model()->index(1, 0));
    QTRY_COMPARE(
        printed(*page.ways->model()),
        u"alice\n  author, assigned\n    reader, inherited by author\n      grants article:read\n"_s);
    page.page.askUser(Question::WhatCan, u"dave"_s);
    QTRY_COMPARE(page.state(), u"The user is inactive, and is denied everything that is not public."_s);
    QCOMPARE(page.text(), QString());
}

void TestQuestionsPage::saysWhichRolesGiveIt()
{
    OpenStore store;
    Page page(store);
    page.page.askAccess(Question::WhichRoles, u"read"_s, u"article"_s);
    QTRY_COMPARE(page.text(),
                 u"author | inherited | all | author > reader: article:read\n"
                 u"editor | inherited | all | editor > author > reader: article:read\n"
                 u"reader | itself | all | reader: article:read\n"_s);
    QCOMPARE(printed(*page.ways->model()),
             u"author\n  reader, inherited by author\n    grants article:read\n"_s);
    QSignalSpy asked(&page.page, &QuestionsPage::roleRequested);
    QTest::mouseClick(buttonOf(page.page, u"Go to the role"_s), Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).toString(), u"author"_s);
}

void TestQuestionsPage::saysWhatAUserCanPerform()
{
    OpenStore store;
    Page page(store);
    page.page.askUser(Question::Operations, u"alice"_s);
    QTRY_COMPARE(page.text(), u"PUT /articles/{id} | some, within a scope\n"_s);
    QTRY_VERIFY(printed(*page.ways->model()).contains(u"article:update:own"_s));
    page.page.askUser(Question::Operations, u"bob"_s);
    QTRY_COMPARE(page.text(), u"PUT /articles/{id} | all\n"_s);
}

void TestQuestionsPage::saysWhatIsMissing()
{
    OpenStore store;
    Page page(store);
    QCOMPARE(page.state(), u"Say which type of resource."_s);
    QVERIFY(!buttonOf(page.page, u"Export…"_s)->isEnabled());
    page.page.askAccess(Question::WhoCan, u"fly"_s, u"article"_s);
    QCOMPARE(
        page.state(),
        u"The catalogue has no permission \"article:fly\", and what it does not know is denied to everybody."_s);
    page.page.askUser(Question::WhatCan, u"zoe"_s);
    QCOMPARE(page.state(), u"There is no user \"zoe\"."_s);
    QCOMPARE(page.text(), QString());
}

void TestQuestionsPage::asksAsOfThen()
{
    OpenStore store;
    Page page(store);
    page.page.askAccess(Question::WhoCan, u"publish"_s, u"article"_s);
    QTRY_COMPARE(page.answer->model()->rowCount(), 1);
    page.page.findChild<MomentEdit *>()->setMoment(parseDocumentTime(u"2019-06-01T00:00:00Z"_s));
    Q_EMIT page.page.findChild<MomentEdit *>()->momentChanged();
    QTRY_COMPARE(
        page.text(),
        u"bob | bob | all | editor: article:publish\ncarol | carol | all | editor: article:publish\n"_s);
}

void TestQuestionsPage::exportsTablesAndJson()
{
    OpenStore store;
    Page page(store);
    page.page.askAccess(Question::WhoCan, u"publish"_s, u"article"_s);
    QTRY_COMPARE(page.answer->model()->rowCount(), 1);
    // A display name that a spreadsheet would calculate.
    QVERIFY(store.edit({Change::Verb::Set, Change::Kind::User, u"bob"_s, {}, u"name"_s, {}, u"=1+2"_s}));
    QTRY_COMPARE(page.text(), u"bob | =1+2 | all | editor: article:publish\n"_s);
    const QString table = store.folder.filePath(u"who.csv"_s);
    page.page.exportTo(table);
    QTRY_VERIFY(store.messages.contains(u"The answer is exported to %1."_s.arg(table)));
    QCOMPARE(read(table), "user,name,may,through\nbob,'=1+2,all,editor: article:publish\n");
    const QString json = store.folder.filePath(u"who.json"_s);
    page.page.exportTo(json);
    QTRY_VERIFY(store.messages.contains(u"The answer is exported to %1."_s.arg(json)));
    const QJsonDocument document = QJsonDocument::fromJson(read(json));
    QCOMPARE(document[u"draft"].toBool(), true);
    QCOMPARE(document[u"users"][0][u"name"].toString(), u"=1+2"_s);
    QCOMPARE(document[u"users"][0][u"roles"][0].toString(), u"editor"_s);
}

void TestQuestionsPage::tellsWhatCouldNotBeWritten()
{
    OpenStore store;
    Page page(store);
    page.page.askUser(Question::WhatCan, u"alice"_s);
    QTRY_COMPARE(page.answer->model()->rowCount(), 3);
    page.page.exportTo(store.folder.filePath(u"nowhere/what.csv"_s));
    QTRY_COMPARE(store.messages.size(), 1);
    QVERIFY2(store.messages.first().contains(u"nowhere/what.csv"_s), qPrintable(store.messages.first()));
}

void TestQuestionsPage::doesNotHoldUpTheWindow()
{
    constexpr int Users = 50'000;
    QByteArray document =
        R"({"rolewright": 1, "permissions": [{"name": "article:read"}, {"name": "article:write"}],
 "roles": [{"name": "reader", "grants": ["article:read"]}, {"name": "writer", "inherits": ["reader"], "grants": ["article:write"]}],
 "users": [)";
    for (int i = 0; i < Users; ++i)
        document += QByteArray(i > 0 ? ", " : "") + "{\"id\": \"u" + QByteArray::number(100'000 + i)
            + "\", \"assignments\": [{\"role\": \"writer\"}]}";
    OpenStore store(document + "]}");
    QuestionsPage page(store.workspace);
    page.resize(900, 600);
    page.show();
    auto *answer = named<QTreeView>(page, u"Answer"_s);
    StallMeter meter;
    page.askAccess(Question::WhoCan, u"read"_s, u"article"_s);
    QTRY_COMPARE_WITH_TIMEOUT(answer->model()->rowCount(), Users, 60'000);
    answer->setCurrentIndex(answer->model()->index(Users - 1, 0));
    page.askAccess(Question::WhoCan, u"write"_s, u"article"_s);
    QTRY_VERIFY_WITH_TIMEOUT(answer->model()->index(0, 3).data().toString().contains(u"article:write"_s),
                             60'000);
    QCOMPARE(answer->currentIndex().row(), Users - 1);
    QVERIFY2(meter.longest() < 100, qPrintable(u"%1 ms"_s.arg(meter.longest())));
}

QTEST_MAIN(TestQuestionsPage)
#include "tst_questionspage.moc"
