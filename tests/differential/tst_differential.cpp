// SPDX-License-Identifier: Apache-2.0
#include "core/base/json.h"
#include "core/decision/decide.h"
#include "core/exchange/engineexport.h"
#include "core/exchange/policyjson.h"
#include "tests/differential/mutants.h"
#include "tests/differential/scenario.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Every decision of core/decision beside those of engines that nobody here wrote, on exports of the same
// policy.
class TestDifferential : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void random();
    void mutantsAreCaught();
    void neverAllowsWhatIsLeftOut();
    void pythonSaysWhy();
    void authzenScenario();

private:
    struct Asked
    {
        QString folder; // of the policy
        QString engine;
        Policy policy;
        QList<Request> requests;
        QList<bool> expected;
    };
    void ask(Asked asked, Engine engine, bool skip = false, const Policy *mutant = nullptr);
    void askPeers();
    QByteArray answersOf(const Asked &asked); // empty, and failed, where some are missing
    int compare(bool mayDenyMore = false); // decisions compared; fails at the first difference

    QTemporaryDir m_folder;
    QList<Asked> m_asked;
    quint64 m_seed = 0;
    int m_round = 0;
};

namespace {

constexpr int Rounds = 48;
constexpr int Requests = 750; // of each of four engines: 144,000 decisions

QString nameOf(Engine engine)
{
    static const QStringList Names{u"casbin"_s, u"cedar"_s, u"cerbos"_s, u"python"_s};
    return Names.at(int(engine));
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestDifferential::initTestCase()
{
    bool isNumber = false;
    m_seed = qEnvironmentVariable("ROLEWRIGHT_SEED").toULongLong(&isNumber);
    if (!isNumber)
        m_seed = std::random_device()();
    qInfo("ROLEWRIGHT_SEED=%llu", m_seed);
}

// `mutant`: what is exported instead, while the expected decisions stay those of the policy.
void TestDifferential::ask(Asked asked, Engine engine, bool skip, const Policy *mutant)
{
    asked.engine = nameOf(engine);
    asked.folder = m_folder.filePath(QString::number(++m_round));
    const QString folder = QDir(asked.folder).filePath(asked.engine);
    QVERIFY(QDir().mkpath(folder));
    const Result<EngineExport> made = exportFor(engine, mutant ? *mutant : asked.policy, skip);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(toText(made.error())));
    for (const EngineFile &file : made->files)
        write(QDir(folder).filePath(file.name), file.bytes);
    QByteArray lines;
    const PolicyIndex index(asked.policy);
    for (const Request &request : std::as_const(asked.requests)) {
        lines += toJson(request).toUtf8() + '\n';
        asked.expected.append(decide(index, request, Instant{0}).allowed);
    }
    write(asked.folder + u'/' + asked.engine + u".jsonl"_s, lines);
    JsonWriter ownership;
    ownership.beginObject();
    ownership.member(u"property", asked.policy.ownership().property);
    ownership.endObject();
    write(asked.folder + u"/ownership.json"_s, ownership.take());
    m_asked.append(asked);
}

void TestDifferential::askPeers()
{
    QProcess peers;
    peers.setProcessChannelMode(QProcess::MergedChannels);
    peers.start(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/tests/differential/peers.sh"),
                {QStringLiteral(ROLEWRIGHT_BIN_DIR "/../differential"), m_folder.path()});
    QVERIFY(peers.waitForFinished(400'000));
    const QByteArray said = peers.readAll();
    if (peers.exitCode() != 0)
        m_folder.setAutoRemove(false);
    QVERIFY2(peers.exitCode() == 0,
             (said + "\nThe policies stay in " + m_folder.path().toUtf8()).constData());
    qInfo("milliseconds: %s", said.trimmed().constData());
}

QByteArray TestDifferential::answersOf(const Asked &asked)
{
    const QByteArray answers = read(asked.folder + u'/' + asked.engine + u".out"_s);
    if (answers.size() == asked.requests.size())
        return answers;
    QTest::qFail(qPrintable(asked.engine + u" has not answered everything"_s), __FILE__, __LINE__);
    return {};
}

int TestDifferential::compare(bool mayDenyMore)
{
    int compared = 0;
    int allowed = 0;
    for (const Asked &asked : std::as_const(m_asked)) {
        const QByteArray answers = answersOf(asked);
        if (answers.isEmpty())
            return 0;
        for (qsizetype i = 0; i < asked.requests.size(); ++i) {
            const bool theirs = answers.at(i) == '1';
            const bool ours = asked.expected.at(i);
            allowed += theirs;
            if (theirs == ours || (mayDenyMore && !theirs))
                continue;
            m_folder.setAutoRemove(false);
            write(asked.folder + u"/policy.json"_s, writePolicy(asked.policy));
            const QString message =
                u"%1 %2 what Rolewright decides otherwise (%3), with seed %4:\n%5\nPolicy and export: %6"_s
                    .arg(asked.engine, theirs ? u"allows"_s : u"denies"_s,
                         toText(decide(PolicyIndex(asked.policy), asked.requests.at(i), Instant{0}).reason),
                         QString::number(m_seed), toJson(asked.requests.at(i)), asked.folder);
            QTest::qFail(qPrintable(message), __FILE__, __LINE__);
            return 0;
        }
        compared += int(answers.size());
        QDir(asked.folder).removeRecursively();
    }
    qInfo("%d decisions, %d of them allow: no difference", compared, allowed);
    // A test of denials alone would show nothing.
    if (!mayDenyMore && allowed * 10 < compared)
        QTest::qFail("fewer than a tenth of the decisions allow: the policies are too poor", __FILE__,
                     __LINE__);
    m_asked.clear();
    return compared;
}

void TestDifferential::random()
{
    for (int round = 0; round < Rounds; ++round) {
        Scenario scenario(m_seed * 1000 + quint64(round));
        QList<Request> requests;
        QList<Request> timeless;
        for (int i = 0; i < Requests; ++i) {
            requests.append(scenario.request());
            timeless.append(scenario.timelessRequest());
        }
        ask({{}, {}, scenario.policy(), requests, {}}, Engine::Cedar);
        ask({{}, {}, scenario.policy(), requests, {}}, Engine::Cerbos);
        ask({{}, {}, scenario.policy(), requests, {}}, Engine::Python);
        ask({{}, {}, scenario.timeless(), timeless, {}}, Engine::Casbin);
    }
    askPeers();
    if (QTest::currentTestFailed())
        return;
    QVERIFY(compare() >= 100'000);
}

// Each mutant is exported from a policy on which it makes a difference; the engine's answers must show it.
void TestDifferential::mutantsAreCaught()
{
    QStringList names; // of the mutants of m_asked
    const auto askMutant = [&](const Mutant &mutant, Engine engine, bool timed) {
        for (quint64 round = 0; round < 200; ++round) {
            Scenario scenario(m_seed * 1000 + 700 + round);
            const Policy policy = timed ? scenario.policy() : scenario.timeless();
            Policy damaged = policy;
            mutant.damage(damaged);
            QList<Request> requests;
            int differences = 0;
            const PolicyIndex right(policy);
            const PolicyIndex wrong(damaged);
            for (int i = 0; i < Requests / 3; ++i) {
                const Request request = timed ? scenario.request() : scenario.timelessRequest();
                differences += decide(right, request, Instant{0}).allowed != decide(wrong, request, Instant{0}).allowed;
                requests.append(request);
            }
            if (differences < 3)
                continue;
            ask({{}, {}, policy, requests, {}}, engine, false, &damaged);
            names.append(QString::fromLatin1(mutant.name));
            return;
        }
        QTest::qFail(qPrintable(u"No policy shows the mutant: %1"_s.arg(QString::fromLatin1(mutant.name))), __FILE__, __LINE__);
    };
    for (const Mutant &mutant : mutants()) {
        askMutant(mutant, Engine::Cedar, true);
        askMutant(mutant, Engine::Cerbos, true);
        askMutant(mutant, Engine::Python, true);
        if (!mutant.isTimed)
            askMutant(mutant, Engine::Casbin, false);
    }
    if (QTest::currentTestFailed())
        return;
    askPeers();
    for (qsizetype n = 0; n < m_asked.size() && !QTest::currentTestFailed(); ++n) {
        const Asked &asked = m_asked.at(n);
        const QByteArray answers = answersOf(asked);
        int differences = 0;
        for (qsizetype i = 0; i < answers.size(); ++i)
            differences += (answers.at(i) == '1') != asked.expected.at(i);
        qInfo("%s, in %s: %d differences", qPrintable(names.at(n)), qPrintable(asked.engine), differences);
        QVERIFY2(differences > 0, qPrintable(u"%1, in %2, is not seen"_s.arg(names.at(n), asked.engine)));
        QDir(asked.folder).removeRecursively();
    }
    m_asked.clear();
}

void TestDifferential::neverAllowsWhatIsLeftOut()
{
    for (int round = 0; round < 4; ++round) {
        Scenario scenario(m_seed * 1000 + 500 + quint64(round));
        QList<Request> requests;
        for (int i = 0; i < Requests; ++i) {
            requests.append(scenario.timelessRequest());
            requests.last().time = Instant{i % 11 * 1001};
        }
        QVERIFY(!exportFor(Engine::Casbin, scenario.policy()));
        ask({{}, {}, scenario.policy(), requests, {}}, Engine::Casbin, true);
    }
    askPeers();
    if (!QTest::currentTestFailed())
        compare(true);
}

// Of all that it is asked: the exported Python is held to the reasons, too.
void TestDifferential::pythonSaysWhy()
{
    QSet<Reason> seen;
    for (int round = 0; round < 12; ++round) {
        Scenario scenario(m_seed * 1000 + 900 + quint64(round));
        QList<Request> requests;
        for (int i = 0; i < Requests; ++i) {
            requests.append(scenario.request());
            if (i % 50 == 0)
                requests.last().subjectType = u"group"_s;
        }
        ask({{}, {}, scenario.policy(), requests, {}}, Engine::Python);
        const Asked asked = m_asked.takeLast();
        QProcess python;
        python.setWorkingDirectory(asked.folder + u"/python"_s);
        python.setStandardInputFile(asked.folder + u"/python.jsonl"_s);
        python.start(u"/usr/bin/python3"_s,
                     {u"-B"_s, u"-c"_s,
                      u"import json, sys\nfrom rolewright_policy import Policy\npolicy = Policy.load()\n"
                      "for line in sys.stdin: print(policy.decide(json.loads(line)).reason)"_s});
        QVERIFY(python.waitForFinished(120'000));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        const QByteArrayList said = python.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(said.size(), requests.size());
        const PolicyIndex index(asked.policy);
        for (qsizetype i = 0; i < said.size(); ++i) {
            const Reason reason = decide(index, requests.at(i), Instant{0}).reason;
            seen.insert(reason);
            if (said.at(i) != toText(reason).toUtf8()) {
                m_folder.setAutoRemove(false);
                QFAIL(qPrintable(u"Python says %1 where Rolewright says %2, with seed %3:\n%4\nExport: %5"_s.arg(
                    QString::fromUtf8(said.at(i)), toText(reason), QString::number(m_seed), toJson(requests.at(i)),
                    asked.folder)));
            }
        }
        QDir(asked.folder).removeRecursively();
    }
    QVERIFY2(seen.size() >= 12, qPrintable(u"only %1 reasons were seen"_s.arg(seen.size())));
}

void TestDifferential::authzenScenario()
{
    QString shared = qEnvironmentVariable("ROLEWRIGHT_SHARED");
    if (shared.isEmpty())
        shared = QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/../shared");
    const QDir folder(shared + u"/data/authzen"_s);
    if (!folder.exists())
        QSKIP("Left out: ../shared/data/authzen is not beside this clone.");
    const Result<Policy> policy = readPolicy(read(folder.filePath(u"todo-policy.json"_s)));
    QVERIFY2(policy.has_value(), policy ? "" : qPrintable(toText(policy.error())));
    const QByteArray text = read(folder.filePath(u"todo-1.0-01.json"_s));
    const Result<JsonDocument> document = JsonDocument::parse(text);
    QVERIFY(document.has_value());
    QList<Request> requests;
    QList<bool> expected;
    for (JsonValue each = document->root().member(u"evaluation").firstChild(); each.isValid();
         each = each.nextSibling()) {
        const Result<Request> request = readRequest(*document, each.member(u"request"));
        QVERIFY(request.has_value());
        requests.append(*request);
        expected.append(each.member(u"expected").toBool());
    }
    QCOMPARE(requests.size(), 40);
    for (const Engine engine : {Engine::Casbin, Engine::Cedar, Engine::Cerbos, Engine::Python}) {
        ask({{}, {}, *policy, requests, {}}, engine);
        QCOMPARE(m_asked.last().expected, expected);
    }
    askPeers();
    if (!QTest::currentTestFailed())
        QCOMPARE(compare(), 160);
}

QTEST_GUILESS_MAIN(TestDifferential)
#include "tst_differential.moc"
