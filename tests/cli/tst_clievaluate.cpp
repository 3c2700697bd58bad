// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"
#include "tests/support/processmemory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray requestLine(const QByteArray &user, const QByteArray &action)
{
    return R"({"subject":{"type":"user","id":")" + user + R"("},"action":{"name":")" + action
        + R"("},"resource":{"type":"article","id":"42","properties":{"owner":"bob"}}})" + '\n';
}

} // namespace

class TestCliEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersInOrder();
    void malformedLines();
    void noInput();
    void aLineTooLong();
    void explains();
    void answersBeforeTheNextQuestion();
    void constantMemory();
    void interoperability();

private:
    Workplace m_place;
};

void TestCliEvaluate::answersInOrder()
{
    const QByteArray input =
        requestLine("alice", "publish") + requestLine("bob", "publish") + requestLine("bob", "update");
    const QByteArray expected = R"({"decision": true, "context": {"reason": "granted", "policyVersion": 2}}
{"decision": false, "context": {"reason": "not-granted", "policyVersion": 2}}
{"decision": true, "context": {"reason": "granted-by-scope", "policyVersion": 2}}
)";
    m_place.write(u"requests.jsonl"_s, input);
    const QString store = m_place.store();
    for (const QStringList &arguments :
         {QStringList{u"evaluate"_s, u"-"_s}, QStringList{u"evaluate"_s, u"--json"_s},
          QStringList{u"evaluate"_s, m_place.path(u"requests.jsonl"_s)}}) {
        const Run done = run(QStringList{u"--store"_s, store} + arguments, input);
        QCOMPARE(done.status, 0);
        QCOMPARE(done.out, expected);
    }
    // The last line need not end.
    const Run done = run({u"--store"_s, store, u"evaluate"_s}, input.chopped(1));
    QCOMPARE(done.out, expected);
}

void TestCliEvaluate::malformedLines()
{
    const QByteArray good = requestLine("alice", "publish");
    const QByteArray input =
        good + "{\"subject\": 3}\n" + "\n" + "\xef\xbb\xbf" + good + "{\"a\": 1, \"a\": 2}\n" + good;
    const Run done = run({u"--store"_s, samplePolicyPath(), u"evaluate"_s, u"--json"_s}, input);
    QCOMPARE(done.status, 3);
    QVERIFY2(done.err.contains("4 of 6 lines"), done.err.constData());
    const QList<QByteArray> lines = done.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 6);
    for (int i = 0; i < 6; ++i) {
        const QJsonDocument answer = QJsonDocument::fromJson(lines.at(i));
        const bool isGood = i == 0 || i == 5;
        QCOMPARE(answer[u"decision"].toBool(), isGood);
        QCOMPARE(answer[u"context"][u"reason"].toString(), isGood ? u"granted"_s : u"malformed-request"_s);
        if (!isGood)
            QCOMPARE(answer[u"context"][u"error"][u"line"].toInt(), i + 1);
    }
    QCOMPARE(QJsonDocument::fromJson(lines.at(1))[u"context"][u"error"][u"place"].toString(), u"/subject"_s);
}

void TestCliEvaluate::noInput()
{
    const Run empty = run({u"--store"_s, samplePolicyPath(), u"evaluate"_s});
    QCOMPARE(empty.status, 0);
    QCOMPARE(empty.out, QByteArray());
    const Run missing = run({u"--store"_s, samplePolicyPath(), u"evaluate"_s, m_place.path(u"missing"_s)});
    QCOMPARE(missing.status, 5);
    QVERIFY2(missing.err.contains("missing"), missing.err.constData());
    const Run folder = run({u"--store"_s, samplePolicyPath(), u"evaluate"_s, m_place.folder()});
    QCOMPARE(folder.status, 5);
}

void TestCliEvaluate::aLineTooLong()
{
    const QByteArray good = requestLine("alice", "publish");
    for (const int size : {(1 << 20) + 1, 5 << 20}) {
        const Run done = run({u"--store"_s, samplePolicyPath(), u"evaluate"_s},
                             good + QByteArray(size, 'x') + '\n' + good + QByteArray(size, 'y'));
        QCOMPARE(done.status, 3);
        const QList<QByteArray> lines = done.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(1).contains("longer than 1 MiB"));
        QVERIFY(lines.at(2).contains("\"granted\""));
        QVERIFY(lines.at(3).contains("longer than 1 MiB"));
    }
}

void TestCliEvaluate::explains()
{
    QByteArray line = requestLine("alice", "publish");
    line.replace("}}}\n", "}},\"context\":{\"explain\":true}}\n");
    const Run done = run({u"--store"_s, samplePolicyPath(), u"evaluate"_s}, line);
    QCOMPARE(done.status, 0);
    const QJsonDocument answer = QJsonDocument::fromJson(done.out);
    QCOMPARE(answer[u"context"][u"explanation"][u"paths"][0][u"roles"].toArray(), QJsonArray{u"editor"_s});
}

// As a co-process: one question, its answer, the next question.
void TestCliEvaluate::answersBeforeTheNextQuestion()
{
    QProcess process;
    process.start(programPath(), {u"--store"_s, samplePolicyPath(), u"evaluate"_s});
    for (int i = 0; i < 3; ++i) {
        process.write(requestLine("alice", "publish"));
        QByteArray answer;
        while (!answer.endsWith('\n')) {
            QVERIFY2(process.waitForReadyRead(20'000), "no answer");
            answer += process.readAllStandardOutput();
        }
        QVERIFY(answer.contains("\"granted\""));
    }
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

void TestCliEvaluate::constantMemory()
{
    const int total = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == "all"_L1 ? 1'000'000 : 100'000;
    constexpr int Batch = 1'000;
    QByteArray batch;
    for (int i = 0; i < Batch; ++i)
        batch += requestLine(i % 2 ? "alice" : "bob", i % 3 ? "publish" : "update");

    QProcess process;
    process.start(programPath(), {u"--store"_s, samplePolicyPath(), u"evaluate"_s});
    QVERIFY(process.waitForStarted());
    qint64 early = 0;
    qint64 answers = 0;
    for (int sent = Batch; sent <= total; sent += Batch) {
        process.write(batch);
        while (answers < sent) {
            QVERIFY2(process.waitForReadyRead(60'000), "no answer");
            answers += process.readAllStandardOutput().count('\n');
        }
        if (sent == 10 * Batch)
            early = processMemory(process.processId(), "VmHWM");
    }
    const qint64 late = processMemory(process.processId(), "VmHWM");
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(answers, total);
    qInfo("peak memory: %lld KiB after 10,000 requests, %lld KiB after %d", early, late, total);
    QVERIFY(early > 0);
    QVERIFY2(late - early < 2048, "memory grows with the number of requests");
}

// The interoperability scenario "todo" of OpenID AuthZEN 1.0: all 40 decisions.
void TestCliEvaluate::interoperability()
{
    const QString policy = sharedData(u"authzen/todo-policy.json"_s);
    QFile scenario(sharedData(u"authzen/todo-1.0-01.json"_s));
    if (policy.isEmpty() || !scenario.open(QIODevice::ReadOnly)) {
        qInfo("left out: shared/data/authzen is absent");
        return;
    }
    QByteArray input;
    QList<bool> expected;
    const QJsonArray evaluations = QJsonDocument::fromJson(scenario.readAll())[u"evaluation"].toArray();
    for (const QJsonValue &evaluation : evaluations) {
        input += QJsonDocument(evaluation[u"request"].toObject()).toJson(QJsonDocument::Compact) + '\n';
        expected << evaluation[u"expected"].toBool();
    }
    QCOMPARE(expected.size(), 40);
    const QString store = m_place.path(u"todo.rolewright"_s);
    QCOMPARE(run({u"--store"_s, store, u"init"_s}).status, 0);
    const Run imported = run({u"--store"_s, store, u"import"_s, policy});
    QVERIFY2(imported.status == 0, imported.err.constData());
    for (const QString &location : {policy, store}) {
        const Run done = run({u"--store"_s, location, u"evaluate"_s, u"--json"_s}, input);
        QCOMPARE(done.status, 0);
        const QList<QByteArray> answers = done.out.trimmed().split('\n');
        QCOMPARE(answers.size(), 40);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(QJsonDocument::fromJson(answers.at(i))[u"decision"].toBool(), expected.at(i));
    }
}

QTEST_GUILESS_MAIN(TestCliEvaluate)
#include "tst_clievaluate.moc"
