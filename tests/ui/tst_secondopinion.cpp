// SPDX-License-Identifier: Apache-2.0
#include "tests/support/peerserver.h"
#include "tests/ui/openstore.h"
#include "tests/ui/realwindow.h"

#include "core/exchange/engineexport.h"
#include "core/exchange/policyjson.h"
#include "ui/opinion/opinionpage.h"
#include "ui/simulate/simulatepanel.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTreeView>

using namespace rolewright;
using namespace Qt::StringLiterals;

// The questions of the window, asked of another decision point too.
class TestSecondOpinion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void standsBesideOurs();
    void isNeverAnAnswerWhereThereIsNone_data();
    void isNeverAnAnswerWhereThereIsNone();
    void newestQuestionWins();
    void testsAreCompared();
    void linesOfALogAreCompared();
    void aServerThatGoesIsSaid();
    void cancelStopsWithinASecond();
    void saysWhatIsMissing();
    void realCerbosIsCompared();
    void cellsAreComparedInTheWindow();

private:
    std::unique_ptr<BadServer> m_server;
};

namespace {

QLabel *said(const SimulatePanel &panel)
{
    return panel.findChild<QLabel *>(u"opinion"_s);
}

struct Page
{
    explicit Page(OpenStore &open)
        : page(open.workspace, server)
        , rows(named<QTreeView>(page, u"Questions that are not answered alike"_s))
        , state(page.findChild<QLabel *>(u"opinionstate"_s))
        , tester(rows->model(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        page.show();
    }

    OpinionServer server;
    OpinionPage page;
    QTreeView *rows;
    QLabel *state;
    QAbstractItemModelTester tester;
};

QByteArray request(const char *user, const char *action)
{
    return QByteArray(R"({"subject": {"type": "user", "id": ")") + user + R"("}, "action": {"name": ")" + action
        + R"("}, "resource": {"type": "article", "id": "1"}})" + "\n";
}

void writeExport(const QString &folder, const Policy &policy)
{
    const Result<EngineExport> made = exportFor(Engine::Cerbos, policy);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(toText(made.error())));
    for (const EngineFile &exported : made->files) {
        QFile file(folder + u'/' + exported.name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(exported.bytes), exported.bytes.size());
    }
}

} // namespace

void TestSecondOpinion::initTestCase()
{
    m_server = std::make_unique<BadServer>();
    QVERIFY(m_server->isUp());
}

void TestSecondOpinion::standsBesideOurs()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    QVERIFY(said(panel)->text().isEmpty()); // nobody is asked unasked
    auto *field = named<QLineEdit>(panel, u"Server of the second opinion"_s);
    field->setText(m_server->at(u"allow"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(said(panel)->text(), u"Asking %1…"_s.arg(m_server->at(u"allow"_s)));
    QTRY_COMPARE(said(panel)->text(), u"%1 agrees: ALLOWED."_s.arg(m_server->at(u"allow"_s)));
    QVERIFY(!said(panel)->font().bold());
    panel.opinionServer().setAddress(m_server->at(u"deny"_s));
    QTRY_COMPARE(said(panel)->text(), u"%1 disagrees: DENIED (because)."_s.arg(m_server->at(u"deny"_s)));
    QVERIFY(said(panel)->font().bold());
    QVERIFY(panel.asText().contains(u"disagrees: DENIED (because).\n"_s));
    field->clear();
    QVERIFY(said(panel)->text().isEmpty());
}

void TestSecondOpinion::isNeverAnAnswerWhereThereIsNone_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("problem");
    QTest::newRow("wrong") << u"string"_s << u"neither true nor false"_s;
    QTest::newRow("error") << u"error"_s << u"status 500"_s;
    QTest::newRow("cut") << u"cut"_s << u"before its answer was whole"_s;
    QTest::newRow("slow") << u"slow"_s << u"said nothing for 5 s"_s;
}

void TestSecondOpinion::isNeverAnAnswerWhereThereIsNone()
{
    QFETCH(QString, mode);
    QFETCH(QString, problem);
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    panel.opinionServer().setAddress(m_server->at(mode));
    QTRY_VERIFY_WITH_TIMEOUT(said(panel)->text().contains(problem), 10'000);
    QVERIFY2(said(panel)->text().startsWith(u"No second opinion from "_s), qPrintable(said(panel)->text()));
}

void TestSecondOpinion::newestQuestionWins()
{
    OpenStore store;
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.opinionServer().setAddress(m_server->at(u"late"_s));
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    QTest::qWait(450); // under way
    panel.ask(u"alice"_s, u"publish"_s, u"article"_s);
    QTRY_COMPARE(said(panel)->text(), u"%1 disagrees: ALLOWED."_s.arg(m_server->at(u"late"_s)));
}

void TestSecondOpinion::testsAreCompared()
{
    OpenStore store;
    Page page(store);
    page.server.setAddress(m_server->at(u"allow"_s));
    QSignalSpy finished(&page.page, &OpinionPage::finished);
    page.page.compareTests();
    QVERIFY(finished.wait());
    QCOMPARE(printed(*page.rows->model()),
             u"alice does not publish | alice | publish | article 1 | denied - not granted | allowed\n"_s);
    QCOMPARE(page.state->text(), u"0 answered alike, 1 otherwise, 0 not at all."_s);
    QSignalSpy asked(&page.page, &OpinionPage::questionAsked);
    buttonOf(page.page, u"Simulate…"_s)->click();
    QCOMPARE(asked.size(), 1);
    // Another draft makes what is shown old.
    QVERIFY(store.edit({Change::Verb::Set, Change::Kind::User, u"dave"_s, {}, u"active"_s, false, true}));
    QVERIFY2(page.state->text().endsWith(u"The policy has changed since. Compare again to see what differs now."_s),
             qPrintable(page.state->text()));
}

void TestSecondOpinion::linesOfALogAreCompared()
{
    OpenStore store;
    Page page(store);
    page.server.setAddress(m_server->at(u"allow"_s));
    const QString path = store.folder.filePath(u"log.jsonl"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(request("bob", "publish") + "{}\n" + request("alice", "publish") + request("zoe", "read"));
    file.close();
    QSignalSpy finished(&page.page, &OpinionPage::finished);
    page.page.compareLog(path);
    QVERIFY(finished.wait());
    QCOMPARE(printed(*page.rows->model()),
             u"3 | alice | publish | article 1 | denied - not granted | allowed\n"
             "4 | zoe | read | article 1 | denied - unknown user | allowed\n"_s);
    QCOMPARE(page.state->text(), u"1 answered alike, 2 otherwise, 0 not at all. 1 line(s) are no requests."_s);
}

void TestSecondOpinion::aServerThatGoesIsSaid()
{
    OpenStore store;
    Page page(store);
    page.server.setAddress(m_server->at(u"down"_s));
    QByteArray lines;
    for (int i = 0; i < 60; ++i)
        lines += request("alice", "publish");
    const QString path = store.folder.filePath(u"log.jsonl"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines);
    file.close();
    QSignalSpy finished(&page.page, &OpinionPage::finished);
    page.page.compareLog(path);
    QVERIFY(finished.wait());
    QCOMPARE(page.rows->model()->rowCount(), 50); // of the batch that was answered
    QVERIFY2(page.state->text().startsWith(u"It ended early: "_s), qPrintable(page.state->text()));
}

void TestSecondOpinion::cancelStopsWithinASecond()
{
    OpenStore store;
    Page page(store);
    page.server.setAddress(m_server->at(u"slow"_s));
    page.page.compareTests();
    auto *cancel = buttonOf(page.page, u"Cancel"_s);
    QVERIFY(cancel->isVisible());
    QVERIFY(page.page.findChild<QProgressBar *>()->isVisible());
    QTest::qWait(300); // it waits for the server
    QElapsedTimer timer;
    timer.start();
    cancel->click();
    QCOMPARE(page.state->text(), u"Cancelled."_s);
    QVERIFY(!cancel->isVisible());
    QThreadPool::globalInstance()->waitForDone();
    QVERIFY2(timer.elapsed() < 5'000, "the worker still waits");
}

void TestSecondOpinion::saysWhatIsMissing()
{
    OpenStore store;
    Page page(store);
    QCOMPARE(page.state->text(), u"Give the address of an AuthZEN server first."_s);
    QVERIFY(!buttonOf(page.page, u"Compare"_s)->isEnabled());
    page.server.setAddress(u"https://bob:geheim@pdp.example"_s);
    QVERIFY2(page.state->text().contains(u"no user and no password"_s), qPrintable(page.state->text()));
    page.server.setAddress(u"http://localhost:1"_s);
    QVERIFY(buttonOf(page.page, u"Compare"_s)->isEnabled());
    auto *source = labelled<QComboBox>(page.page, u"Questions"_s);
    source->setCurrentIndex(1);
    QCOMPARE(page.state->text(), u"Choose a log of requests: AuthZEN, one JSON object a line."_s);
    QVERIFY(!buttonOf(page.page, u"Compare"_s)->isEnabled());
}

void TestSecondOpinion::realCerbosIsCompared()
{
    OpenStore store;
    CerbosServer cerbos;
    QVERIFY(cerbos.start([&](const QString &folder) { writeExport(folder, store.workspace.policy()); }));
    SimulatePanel panel(store.workspace);
    panel.show();
    panel.opinionServer().setAddress(cerbos.address());
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    QTRY_COMPARE(said(panel)->text(), u"%1 agrees: ALLOWED."_s.arg(cerbos.address()));
    panel.askOperation(u"bob"_s, u"PUT /articles/{id}"_s);
    QTRY_COMPARE(said(panel)->text(), u"%1 agrees: ALLOWED."_s.arg(cerbos.address()));
    // The draft goes another way; Cerbos has the policy as it was.
    QVERIFY(store.edit({Change::Verb::Remove, Change::Kind::Grant, u"editor"_s, u"article:publish"_s, {}, {}, {}}));
    panel.ask(u"bob"_s, u"publish"_s, u"article"_s);
    QTRY_COMPARE(said(panel)->text(), u"%1 disagrees: ALLOWED."_s.arg(cerbos.address()));
    const QString pictures = qEnvironmentVariable("ROLEWRIGHT_PICTURES");
    if (!pictures.isEmpty()) {
        panel.resize(340, 620);
        QVERIFY(panel.grab().save(pictures + u"/opinion-panel.png"_s));
    }
}

// Journey: a region of the matrix, in the real window, with the address kept for the store.
void TestSecondOpinion::cellsAreComparedInTheWindow()
{
    QTemporaryDir home;
    qputenv("XDG_DATA_HOME", home.filePath(u"data"_s).toUtf8());
    OpenStore store;
    CerbosServer cerbos;
    QVERIFY(cerbos.start([&](const QString &folder) { writeExport(folder, store.workspace.policy()); }));
    const QString location = store.workspace.service().traits().location;
    {
        Program program(home);
        program.window.show();
        QSignalSpy opened(&program.workspace, &Workspace::storeChanged);
        program.window.openStore(location);
        QVERIFY(opened.wait());
        auto *page = program.window.findChild<OpinionPage *>();
        program.window.findChild<SimulatePanel *>()->opinionServer().setAddress(cerbos.address());
        QVERIFY(program.workspace.edit(u"Revoke"_s,
                                       QList<Change> {{Change::Verb::Remove, Change::Kind::Grant, u"editor"_s,
                                                       u"article:publish"_s, {}, {}, {}}}));
        QSignalSpy finished(page, &OpinionPage::finished);
        program.window.action(u"opinion"_s)->trigger();
        QVERIFY(page->isVisible());
        QVERIFY(finished.wait());
        QCOMPARE(printed(*named<QTreeView>(*page, u"Questions that are not answered alike"_s)->model()),
                 u" | bob as editor | publish | article any | denied - not granted | allowed\n"_s);
        const QString pictures = qEnvironmentVariable("ROLEWRIGHT_PICTURES");
        if (!pictures.isEmpty())
            QVERIFY(program.window.grab().save(pictures + u"/opinion-page.png"_s));
        program.window.close();
    }
    Program again(home);
    again.window.show();
    QSignalSpy opened(&again.workspace, &Workspace::storeChanged);
    again.window.openStore(location);
    QVERIFY(opened.wait());
    QCOMPARE(again.window.findChild<SimulatePanel *>()->opinionServer().address(), cerbos.address());
}

QTEST_MAIN(TestSecondOpinion)
#include "tst_secondopinion.moc"
