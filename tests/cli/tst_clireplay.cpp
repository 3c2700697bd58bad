// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"
#include "tests/support/processmemory.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray request(const char *user, const char *action)
{
    return QByteArray(R"({"subject": {"type": "user", "id": ")") + user + R"("}, "action": {"name": ")"
        + action + R"("}, "resource": {"type": "article", "id": "1"}})" + "\n";
}

} // namespace

// What a change does to requests of the past, and to operations.
class TestCliReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QByteArray after = samplePolicy();
        QVERIFY(after.contains("        \"article:publish\",\n"));
        m_place.write(u"after.json"_s, after.replace("        \"article:publish\",\n", ""));
        m_place.write(u"log"_s,
                      request("alice", "publish") + request("alice", "update") + "{}\n"
                          + request("zoe", "read"));
    }

    void differences()
    {
        const Run done = run({u"--store"_s, samplePolicyPath(), u"replay"_s, m_place.path(u"log"_s),
                              u"--against"_s, m_place.path(u"after.json"_s)});
        QCOMPARE(done.status, 3);
        QVERIFY2(
            done.out.startsWith(
                "line 1: allowed-to-denied: alice publish article 1: allow granted, then deny not-granted\n"
                "line 3: malformed: "),
            done.out.constData());
        QVERIFY2(
            done.out.endsWith(
                "\nline 4: unknown-subject: zoe read article 1: deny unknown-user, then deny unknown-user\n"),
            done.out.constData());
        QVERIFY2(done.err.contains("4 lines, 1 same, 1 allowed to denied, 1 unknown subject, 1 malformed."),
                 done.err.constData());
    }

    void statusSaysWhetherAnythingDiffers()
    {
        const QStringList call{u"--store"_s, samplePolicyPath(), u"replay"_s,
                               u"-"_s,       u"--json"_s,        u"--against"_s};
        const Run same = run(call + QStringList{samplePolicyPath()}, request("alice", "publish"));
        QCOMPARE(same.status, 0);
        QCOMPARE(same.out, QByteArray());
        const Run differs =
            run(call + QStringList{m_place.path(u"after.json"_s)}, request("alice", "publish"));
        QCOMPARE(differs.status, 1);
        const QJsonDocument answer = QJsonDocument::fromJson(differs.out);
        QCOMPARE(answer[u"class"].toString(), u"allowed-to-denied"_s);
        QCOMPARE(answer[u"before"][u"decision"].toBool(), true);
        QCOMPARE(answer[u"after"][u"reason"].toString(), u"not-granted"_s);
    }

    void versionsOfAStore()
    {
        const QString store = m_place.store(); // version 1 has one user, version 2 the sample
        const Run last = run({u"--store"_s, store, u"replay"_s, u"-"_s}, request("alice", "publish"));
        QCOMPARE(last.status, 1);
        QVERIFY2(last.out.contains("then allow granted"), last.out.constData());
        const Run itself = run({u"--store"_s, store, u"replay"_s, u"-"_s, u"--against"_s, u"@2"_s},
                               request("alice", "publish"));
        QCOMPARE(itself.status, 0);
        const Run document =
            run({u"--store"_s, samplePolicyPath(), u"replay"_s, u"-"_s}, request("alice", "publish"));
        QCOMPARE(document.status, 2);
    }

    void memoryDoesNotGrowWithTheLog()
    {
        const int total = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == "all"_L1 ? 1'000'000 : 100'000;
        constexpr int Batch = 1'000;
        QByteArray batch;
        for (int i = 1; i < Batch; ++i)
            batch += request("alice", "update");
        batch += request("alice", "publish"); // the one that differs
        QProcess process;
        process.start(programPath(),
                      {u"--store"_s, samplePolicyPath(), u"replay"_s, u"-"_s, u"--against"_s,
                       m_place.path(u"after.json"_s)});
        QVERIFY(process.waitForStarted());
        qint64 early = 0;
        qint64 differences = 0;
        for (int sent = Batch; sent <= total; sent += Batch) {
            process.write(batch);
            while (differences < sent / Batch) {
                QVERIFY2(process.waitForReadyRead(60'000), "no answer");
                differences += process.readAllStandardOutput().count('\n');
            }
            if (sent == 10 * Batch)
                early = processMemory(process.processId(), "VmHWM");
        }
        const qint64 late = processMemory(process.processId(), "VmHWM");
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(differences, total / Batch);
        qInfo("peak memory: %lld KiB after 10,000 requests, %lld KiB after %d", early, late, total);
        QVERIFY(early > 0);
        QVERIFY2(late - early < 2048, "memory grows with the number of requests");
    }

    void diffCountsOperationsThatOpen()
    {
        const auto policy = [](const char *required) {
            return R"({"rolewright": 1, "permissions": [{"name": "a:x"}], "roles": [{"name": "r", "grants": ["a:x"]}],
 "users": [{"id": "u", "assignments": [{"role": "r"}]}], "operations": [{"name": "o")"
                + QByteArray(required) + "}]}";
        };
        const QString shut = m_place.path(u"shut.json"_s);
        const QString open = m_place.path(u"open.json"_s);
        m_place.write(u"shut.json"_s, policy(""));
        m_place.write(u"open.json"_s, policy(R"(, "requires": {"anyPermission": ["a:x"]})"));
        const Run opened = run({u"diff"_s, shut, open, u"--fail-on"_s, u"gained"_s});
        QVERIFY2(opened.status == 1 && opened.out.contains("    can perform o\n"), opened.out.constData());
        QCOMPARE(run({u"diff"_s, open, shut, u"--fail-on"_s, u"gained"_s}).status, 0);
        QCOMPARE(run({u"diff"_s, open, shut, u"--fail-on"_s, u"lost"_s}).status, 1);
    }

private:
    Workplace m_place;
};

QTEST_GUILESS_MAIN(TestCliReplay)
#include "tst_clireplay.moc"
