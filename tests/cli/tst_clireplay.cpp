// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray request(const char *user, const char *action)
{
    return QByteArray(R"({"subject": {"type": "user", "id": ")") + user + R"("}, "action": {"name": ")" + action
        + R"("}, "resource": {"type": "article", "id": "1"}})" + "\n";
}

} // namespace

// replay.
class TestCliReplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QByteArray after = samplePolicy();
        QVERIFY(after.contains("        \"article:publish\",\n"));
        m_place.write(u"after.json"_s, after.replace("        \"article:publish\",\n", ""));
        m_place.write(u"log"_s, request("alice", "publish") + request("alice", "update") + "{}\n" + request("zoe", "read"));
    }

    void differences()
    {
        const Run done = run({u"--store"_s, samplePolicyPath(), u"replay"_s, m_place.path(u"log"_s), u"--against"_s,
                              m_place.path(u"after.json"_s)});
        QCOMPARE(done.status, 3);
        QVERIFY2(done.out.startsWith("line 1: allowed-to-denied: alice publish article 1: allow granted, then deny not-granted\n"
                                     "line 3: malformed: "),
                 done.out.constData());
        QVERIFY2(done.out.endsWith("\nline 4: unknown-subject: zoe read article 1: deny unknown-user, then deny unknown-user\n"),
                 done.out.constData());
        QVERIFY2(done.err.contains("4 lines, 1 same, 1 allowed to denied, 1 unknown subject, 1 malformed."),
                 done.err.constData());
    }

    void statusSaysWhetherAnythingDiffers()
    {
        const QStringList call {u"--store"_s, samplePolicyPath(), u"replay"_s, u"-"_s, u"--json"_s, u"--against"_s};
        const Run same = run(call + QStringList {samplePolicyPath()}, request("alice", "publish"));
        QCOMPARE(same.status, 0);
        QCOMPARE(same.out, QByteArray());
        const Run differs = run(call + QStringList {m_place.path(u"after.json"_s)}, request("alice", "publish"));
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
        const Run itself = run({u"--store"_s, store, u"replay"_s, u"-"_s, u"--against"_s, u"@2"_s}, request("alice", "publish"));
        QCOMPARE(itself.status, 0);
        const Run document = run({u"--store"_s, samplePolicyPath(), u"replay"_s, u"-"_s}, request("alice", "publish"));
        QCOMPARE(document.status, 2);
    }

    void memoryDoesNotGrowWithTheLog()
    {
        QFile file(m_place.path(u"long"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray block;
        for (int i = 0; i < 1000; ++i)
            block += request("alice", "update");
        for (int i = 0; i < 300; ++i)
            file.write(block);
        file.close();
        const Run done = shell(u"ulimit -v 400000; $R --store '%1' replay long --against after.json"_s.arg(samplePolicyPath()),
                               m_place.folder());
        QCOMPARE(done.status, 0);
        QVERIFY2(done.err.contains("300,000 lines, 300,000 same."), done.err.constData());
    }

private:
    Workplace m_place;
};

QTEST_GUILESS_MAIN(TestCliReplay)
#include "tst_clireplay.moc"
