// SPDX-License-Identifier: Apache-2.0
#include "tests/support/processmemory.h"
#include "tests/ui/openstore.h"

#include "ui/replay/replaypage.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QListWidget>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTreeView>

#include <sys/stat.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

class TestReplayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheDraftWouldDecideOtherwise();
    void showsOneClass();
    void turnsPages();
    void comparesWithAnEarlierVersion();
    void saysThatTheDraftHasMovedOn();
    void stopsWhenCancelled();
    void refusesWhatIsNoLog();
    void keepsItsMemory();
};

namespace {

QByteArray request(const char *user, const char *action)
{
    return QByteArray(R"({"subject": {"type": "user", "id": ")") + user + R"("}, "action": {"name": ")"
        + action + R"("}, "resource": {"type": "article", "id": "1"}})" + "\n";
}

struct Page
{
    explicit Page(OpenStore &open)
        : store(open)
        , page(open.workspace)
        , lines(named<QTreeView>(page, u"Lines that differ"_s))
        , classes(named<QListWidget>(page, u"Classes"_s))
        , tester(lines->model(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        page.show();
    }
    QString write(const QByteArray &text)
    {
        const QString path = store.folder.filePath(u"log.jsonl"_s);
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(text) != text.size())
            qFatal("The log cannot be written.");
        return path;
    }
    bool replay(const QString &path)
    {
        QSignalSpy finished(&page, &ReplayPage::finished);
        page.open(path);
        return finished.wait(30'000);
    }
    bool choose(int row)
    {
        QSignalSpy finished(&page, &ReplayPage::finished);
        classes->setCurrentRow(row);
        return finished.wait(30'000);
    }
    bool click(const QString &button)
    {
        QSignalSpy finished(&page, &ReplayPage::finished);
        QTest::mouseClick(buttonOf(page, button), Qt::LeftButton);
        return finished.wait(30'000);
    }
    QString text() const { return printed(*lines->model()); }
    QStringList counts() const
    {
        QStringList texts;
        for (int row = 0; row < classes->count(); ++row)
            texts.append(classes->item(row)->text());
        return texts;
    }
    bool says(const QString &text) const
    {
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
    }

    OpenStore &store;
    ReplayPage page;
    QTreeView *lines;
    QListWidget *classes;
    QAbstractItemModelTester tester;
};

// alice becomes an editor, bob is nobody any more.
void editRoles(OpenStore &store)
{
    QVERIFY(store.edit(
        {Change::Verb::Add, Change::Kind::Assignment, u"alice"_s, u"editor"_s, {}, {}, Assignment()}));
    QVERIFY(store.edit({Change::Verb::Remove, Change::Kind::Assignment, u"bob"_s, u"editor"_s, {}, {}, {}}));
}

const QByteArray Log = request("alice", "publish") + request("bob", "publish") + "{}\n"
    + request("alice", "read") + request("zoe", "read") + request("bob", "fly") + request("carol", "publish");

} // namespace

void TestReplayPage::saysWhatTheDraftWouldDecideOtherwise()
{
    OpenStore store;
    Page page(store);
    editRoles(store);
    QVERIFY(page.replay(page.write(Log)));
    QCOMPARE(
        page.text(),
        u"1 | denied, then allowed | alice | publish | article 1 | denied - not granted | allowed - granted "
        u"by a role\n"
        u"2 | allowed, then denied | bob | publish | article 1 | allowed - granted by a role | denied - no "
        u"role in effect\n"
        u"3 | no request | The request has no subject; say it as an object.\n"
        u"5 | unknown subject | zoe | read | article 1 | denied - unknown user | denied - unknown user\n"
        u"6 | unknown permission or operation | bob | fly | article 1 | denied - unknown permission | denied - unknown permission\n"_s);
    QCOMPARE(page.counts(),
             (QStringList{u"All that differ  5"_s, u"allowed, then denied  1"_s, u"denied, then allowed  1"_s,
                          u"another reason  0"_s, u"unknown subject  1"_s,
                          u"unknown permission or operation  1"_s, u"no request  1"_s}));
    QVERIFY(page.says(u"7 lines, 2 decided the same."_s));
    QSignalSpy asked(&page.page, &ReplayPage::questionAsked);
    QTest::mouseClick(buttonOf(page.page, u"Simulate…"_s), Qt::LeftButton);
    QCOMPARE(asked.value(0).value(0).value<Request>().subject, u"alice"_s);
    page.lines->setCurrentIndex(page.lines->model()->index(2, 0));
    QVERIFY(!buttonOf(page.page, u"Simulate…"_s)->isEnabled());
    QVERIFY(page.says(u"Line 3: The request has no subject; say it as an object."_s));
}

void TestReplayPage::showsOneClass()
{
    OpenStore store;
    Page page(store);
    editRoles(store);
    QVERIFY(page.replay(page.write(Log)));
    QVERIFY(page.choose(1));
    QCOMPARE(page.text().section(u" | "_s, 0, 2), u"2 | allowed, then denied | bob"_s);
    QCOMPARE(page.lines->model()->rowCount(), 1);
    QVERIFY(page.choose(6));
    QCOMPARE(page.text(), u"3 | no request | The request has no subject; say it as an object.\n"_s);
    QVERIFY(page.choose(3));
    QCOMPARE(page.text(), QString());
    QCOMPARE(page.counts().first(), u"All that differ  5"_s);
}

void TestReplayPage::turnsPages()
{
    OpenStore store;
    Page page(store);
    page.page.setPageSize(4);
    editRoles(store);
    QByteArray log;
    for (int i = 0; i < 10; ++i)
        log += request("alice", i % 2 == 0 ? "publish" : "read");
    log += "x\n"; // line 11
    QVERIFY(page.replay(page.write(log)));
    const auto numbers = [&] {
        QStringList lines;
        for (int row = 0; row < page.lines->model()->rowCount(); ++row)
            lines.append(page.lines->model()->index(row, 0).data().toString());
        return lines.join(u' ');
    };
    QCOMPARE(numbers(), u"1 3 5 7"_s);
    QVERIFY(!buttonOf(page.page, u"Previous page"_s)->isEnabled());
    QVERIFY(page.click(u"Next page"_s));
    QCOMPARE(numbers(), u"9 11"_s);
    QVERIFY(!buttonOf(page.page, u"Next page"_s)->isEnabled());
    QVERIFY(page.says(u"11 lines, 5 decided the same."_s));
    QVERIFY(page.click(u"Previous page"_s));
    QCOMPARE(numbers(), u"1 3 5 7"_s);
}

void TestReplayPage::comparesWithAnEarlierVersion()
{
    OpenStore store;
    Page page(store);
    editRoles(store);
    QSignalSpy committed(&store.workspace, &Workspace::committed);
    store.workspace.apply({}, true);
    QVERIFY(committed.wait(10'000));
    const QString log = page.write(request("alice", "publish"));
    auto *version = page.page.findChild<QSpinBox *>();
    QCOMPARE(version->maximum(), int(store.workspace.draft().baseVersion()));
    QCOMPARE(version->value(), version->maximum()); // it was the newest, and is
    QVERIFY(page.replay(log));
    QCOMPARE(page.text(), QString()); // nothing is pending
    QSignalSpy finished(&page.page, &ReplayPage::finished);
    version->setValue(version->maximum() - 1);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(page.text().section(u" | "_s, 0, 2), u"1 | denied, then allowed | alice"_s);
}

void TestReplayPage::saysThatTheDraftHasMovedOn()
{
    OpenStore store;
    Page page(store);
    editRoles(store);
    QVERIFY(page.replay(page.write(Log)));
    store.workspace.undoStack().undo();
    QVERIFY(page.says(u"The policy has changed since. Run it again to see what differs now."_s));
    QVERIFY(page.click(u"Run again"_s));
    QVERIFY(page.says(u"7 lines, 3 decided the same."_s));
    QVERIFY(!page.text().contains(u"allowed, then denied"_s));
}

void TestReplayPage::stopsWhenCancelled()
{
    OpenStore store;
    Page page(store);
    QByteArray part;
    for (int i = 0; i < 1000; ++i)
        part += request("alice", "publish");
    QByteArray log;
    for (int i = 0; i < 500; ++i)
        log += part;
    const QString path = page.write(log);
    QSignalSpy finished(&page.page, &ReplayPage::finished);
    page.page.open(path);
    auto *cancel = buttonOf(page.page, u"Cancel"_s);
    QVERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(!cancel->isVisible());
    QVERIFY(page.says(u"Not replayed."_s));
    QVERIFY(!finished.wait(300));
    QVERIFY(page.click(u"Run again"_s));
    QVERIFY(page.says(u"500,000 lines, 500,000 decided the same."_s));
}

void TestReplayPage::refusesWhatIsNoLog()
{
    OpenStore store;
    Page page(store);
    QVERIFY(page.replay(store.folder.filePath(u"nowhere"_s)));
    QVERIFY2(store.messages.value(0).contains(u"nowhere"_s), qPrintable(store.messages.join(u'\n')));
    const QString pipe = store.folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(page.replay(pipe));
    QVERIFY2(store.messages.last().contains(u"This is no file; choose a log that is one."_s),
             qPrintable(store.messages.last()));
    QVERIFY(page.says(u"Not replayed."_s));
}

void TestReplayPage::keepsItsMemory()
{
    OpenStore store;
    Page page(store);
    editRoles(store);
    const QString path = store.folder.filePath(u"long.jsonl"_s);
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        QByteArray part;
        for (int i = 0; i < 1000; ++i)
            part += request("alice", "publish"); // each differs
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(file.write(part), part.size());
    }
    QVERIFY(page.replay(page.write(Log)));
    const auto peak = [] { return processMemory(QCoreApplication::applicationPid(), "VmHWM"); };
    const qint64 before = peak();
    QVERIFY(page.replay(path));
    QCOMPARE(page.counts().value(2), u"denied, then allowed  1,000,000"_s);
    QCOMPARE(page.lines->model()->rowCount(), 1000);
    QVERIFY2(peak() - before < 32 * 1024, qPrintable(QString::number(peak() - before)));
}

QTEST_MAIN(TestReplayPage)
#include "tst_replaypage.moc"
