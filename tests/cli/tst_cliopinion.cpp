// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"
#include "tests/support/peerserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rolewright;

namespace {

QByteArray request(const char *user, const char *action)
{
    return QByteArray(R"({"subject": {"type": "user", "id": ")") + user + R"("}, "action": {"name": ")" + action
        + R"("}, "resource": {"type": "article", "id": "1"}})" + "\n";
}

} // namespace

// Second opinions on the command line, and the log of what was asked.
class TestCliOpinion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<BadServer>();
        QVERIFY(m_server->isUp());
    }

    void listsWhatIsDecidedOtherwise()
    {
        const Run differs = compare(u"allow"_s, {u"-"_s}, request("alice", "publish") + request("zoe", "publish"));
        QCOMPARE(differs.status, 1);
        QCOMPARE(differs.out, "line 2: zoe publish article 1: here deny unknown-user, there allow\n");
        QVERIFY2(differs.err.contains("2 questions, 1 answered alike, 1 otherwise, 0 not at all."), differs.err.constData());
        QCOMPARE(compare(u"allow"_s, {u"-"_s}, request("alice", "publish")).status, 0);
        const Run json = compare(u"deny"_s, {u"--json"_s, u"-"_s}, request("alice", "publish"));
        QCOMPARE(json.status, 1);
        const QJsonDocument line = QJsonDocument::fromJson(json.out);
        QCOMPARE(line[u"here"][u"decision"].toBool(), true);
        QCOMPARE(line[u"there"][u"decision"].toBool(true), false);
        QCOMPARE(line[u"there"][u"reason"].toString(), u"because"_s);
    }

    void asksThePolicysTests()
    {
        const Run tests = compare(u"allow"_s, {});
        QVERIFY2(tests.err.contains(" questions, "), tests.err.constData());
        QVERIFY2(tests.status == 1 || tests.status == 0, tests.err.constData());
    }

    void aServerThatIsWrongHasNoAnswer()
    {
        for (const QString &mode : {u"string"_s, u"error"_s, u"html"_s, u"cut"_s, u"redirect"_s}) {
            const Run run = compare(mode, {u"-"_s}, request("alice", "publish"));
            QVERIFY2(run.status == 5, qPrintable(mode));
            QVERIFY2(!run.out.contains("there allow") && !run.out.contains("there deny"), run.out.constData());
        }
        const Run nobody = run({u"--store"_s, samplePolicyPath(), u"compare-with"_s, u"http://127.0.0.1:1"_s, u"-"_s},
                               request("alice", "publish"));
        QCOMPARE(nobody.status, 5);
        QVERIFY2(nobody.err.contains("Nothing answers there") || nobody.out.contains("Nothing answers there"), nobody.err.constData());
        QCOMPARE(run({u"--store"_s, samplePolicyPath(), u"compare-with"_s, u"bob:geheim@pdp"_s}).status, 2);
        QCOMPARE(compare(u"allow"_s, {u"-"_s}, "{}\n" + request("alice", "publish")).status, 3);
    }

    void tokensComeFromAFile()
    {
        m_place.write(u"token"_s, "sesame\n");
        QFile::setPermissions(m_place.path(u"token"_s), QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(compare(u"token"_s, {u"-"_s, u"--token-file"_s, m_place.path(u"token"_s)}, request("alice", "publish")).status, 0);
        QCOMPARE(compare(u"token"_s, {u"-"_s}, request("alice", "publish")).status, 5);
        QFile::setPermissions(m_place.path(u"token"_s), QFile::ReadOwner | QFile::ReadOther);
        const Run open = compare(u"token"_s, {u"-"_s, u"--token-file"_s, m_place.path(u"token"_s)}, request("alice", "publish"));
        QVERIFY(open.status != 0);
    }

    void evaluateKeepsALogThatReplays()
    {
        const QString log = m_place.path(u"asked.jsonl"_s);
        const QStringList call {u"--store"_s, samplePolicyPath(), u"evaluate"_s, u"--log"_s, log};
        QCOMPARE(run(call, request("alice", "publish") + "{}\n").status, 3);
        QCOMPARE(run(call, request("zoe", "publish")).status, 0);
        const QByteArrayList lines = m_place.read(u"asked.jsonl"_s).split('\n');
        QCOMPARE(lines.size(), 3); // and an empty end; what is no request is not in it
        const QJsonDocument first = QJsonDocument::fromJson(lines.first());
        QCOMPARE(first[u"decision"].toBool(), true);
        QCOMPARE(first[u"reason"].toString(), u"granted"_s);
        QVERIFY(!first[u"context"][u"time"].toString().isEmpty());
        QVERIFY(!(QFile::permissions(log) & (QFile::ReadOther | QFile::ReadGroup)));
        const Run replayed = run({u"--store"_s, samplePolicyPath(), u"replay"_s, log, u"--against"_s, samplePolicyPath()});
        QVERIFY2(replayed.err.contains("2 lines, 1 same, 1 unknown subject."), replayed.err.constData());
        const Run nowhere = run({u"--store"_s, samplePolicyPath(), u"evaluate"_s, u"--log"_s, m_place.path(u"no/where"_s)},
                                request("alice", "publish"));
        QCOMPARE(nowhere.status, 5);
    }

    // The trail holds what administrators did: would they still be allowed to?
    void anExportedTrailReplays()
    {
        const QString store = m_place.path(u"guarded.rolewright"_s);
        m_place.write(u"password"_s, "correct horse battery");
        QFile::setPermissions(m_place.path(u"password"_s), QFile::ReadOwner | QFile::WriteOwner);
        const QStringList signIn {u"--user"_s, u"root"_s, u"--password-file"_s, m_place.path(u"password"_s)};
        const Run made = run({u"--store"_s, store, u"init"_s, u"--unsealed"_s, u"--admin"_s, u"root"_s,
                                    u"--new-password-file"_s, m_place.path(u"password"_s)});
        QVERIFY2(made.status == 0, made.err.constData());
        m_place.write(u"changes.json"_s, R"({"rolewright-changes": 1, "changes": [{"add": "permission", "value": {"name": "article:read"}},
 {"add": "role", "value": {"name": "reader", "grants": ["article:read"]}}]})");
        const Run applied = run(QStringList {u"--store"_s, store, u"apply"_s, m_place.path(u"changes.json"_s), u"--reason"_s, u"test"_s,
                                       u"--confirm"_s} + signIn);
        QVERIFY2(applied.status == 0, applied.err.constData());
        const Run trail = run(QStringList {u"--store"_s, store, u"log"_s, u"--confirm"_s, u"--json"_s} + signIn);
        QVERIFY2(trail.status == 0, trail.err.constData());
        m_place.write(u"trail.jsonl"_s, trail.out);
        const Run head = run(QStringList{u"--store"_s, store, u"replay"_s, m_place.path(u"trail.jsonl"_s), u"--against"_s, u"@2"_s} + signIn);
        QVERIFY2(head.err.contains("events that ask nothing"), head.err.constData());
        QVERIFY2(!head.err.contains("malformed"), head.err.constData());
        // Under a policy in which root is nobody, what root did is denied.
        const Run other = run(QStringList{u"--store"_s, store, u"replay"_s, m_place.path(u"trail.jsonl"_s), u"--against"_s, samplePolicyPath()} + signIn);
        QCOMPARE(other.status, 1);
        QVERIFY2(other.out.contains(": allowed-to-denied: root create rolewright/permission permission/article:read: "
                                    "allow granted, then deny unknown-user\n"),
                 other.out.constData());
    }

private:
    Run compare(const QString &mode, const QStringList &arguments, const QByteArray &input = {})
    {
        return run(QStringList {u"--store"_s, samplePolicyPath(), u"compare-with"_s, m_server->at(mode)} + arguments, input);
    }

    Workplace m_place;
    std::unique_ptr<BadServer> m_server;
};

QTEST_GUILESS_MAIN(TestCliOpinion)
#include "tst_cliopinion.moc"
