// SPDX-License-Identifier: Apache-2.0
#include "core/store/policystore.h"
#include "core/store/trailarchive.h"
#include "tests/contract/randomhistory.h"
#include "tests/faults/oracle.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Programs that work on one file at once, and programs that are killed while they save.
namespace {

const CommitContext bob{u"bob"_s, u"test"_s, {1'790'000'000'000}, true};

QList<QUuid> operationsIn(const QByteArray &output)
{
    QList<QUuid> operations;
    for (const QByteArray &line : output.split('\n')) {
        const QUuid operation = QUuid::fromString(QString::fromLatin1(line));
        if (!operation.isNull()) // a line that was cut by the kill was not read by anybody
            operations.append(operation);
    }
    return operations;
}

} // namespace

class TestProcesses : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    void newStore()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"acme.rolewright"_s);
        QVERIFY(createStore(m_path, {}, bob));
    }

    std::unique_ptr<QProcess> writer(quint32 seed, int count, const QString &mutant = {})
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QStringLiteral(STORE_WRITER),
                       {m_path, QString::number(seed), QString::number(count), mutant});
        return process;
    }

    // Kills a writer at a random moment of its work, a few times on one store.
    QString problemAfterKills(std::mt19937 &random, int kills, const QString &mutant)
    {
        newStore();
        QList<QUuid> acknowledged;
        for (int i = 0; i < kills; ++i) {
            const auto process = writer(quint32(random()), 1000, mutant);
            process->waitForReadyRead(10'000);
            QTest::qSleep(int(random() % 40));
            process->kill();
            process->waitForFinished();
            acknowledged += operationsIn(process->readAllStandardOutput());
            if (const QString problem = problemOfStore(m_path, acknowledged); !problem.isEmpty())
                return problem;
        }
        return acknowledged.isEmpty() ? u"nothing was ever acknowledged"_s : QString();
    }

private Q_SLOTS:
    void twoOnOneFile()
    {
        newStore();
        const quint32 seed = testSeed();
        constexpr int Each = 25;
        const auto first = writer(seed, Each);
        const auto second = writer(seed + 1, Each);
        QVERIFY(first->waitForFinished(60'000));
        QVERIFY(second->waitForFinished(60'000));
        QCOMPARE(first->exitCode(), 0);
        QCOMPARE(second->exitCode(), 0);
        const QList<QUuid> acknowledged =
            operationsIn(first->readAllStandardOutput()) + operationsIn(second->readAllStandardOutput());
        QCOMPARE(acknowledged.size(), 2 * Each);
        const QString problem = problemOfStore(m_path, acknowledged);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QCOMPARE((*openStore(m_path))->version().value(), 2 * Each);
    }

    void killedWhileSaving()
    {
        std::mt19937 random(testSeed());
        const int stores = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all" ? 50 : 2;
        for (int i = 0; i < stores; ++i) {
            const QString problem = problemAfterKills(random, 10, {});
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void killedWhileArchiving()
    {
        std::mt19937 random(testSeed());
        const int stores = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all" ? 50 : 3;
        int archived = 0;
        int interrupted = 0;
        for (int i = 0; i < stores; ++i) {
            newStore();
            QList<QUuid> acknowledged;
            QStringList files;
            for (int kill = 0; kill < 10; ++kill) {
                const auto process = writer(quint32(random()), 1000, u"archive"_s);
                process->waitForReadyRead(10'000);
                QTest::qSleep(int(random() % 60));
                process->kill();
                process->waitForFinished();
                acknowledged += operationsIn(process->readAllStandardOutput());
                files.clear();
                const auto numbered = [&] { return u"%1.%2.jsonl"_s.arg(m_path).arg(files.size() + 1); };
                while (QFile::exists(numbered()))
                    files.append(numbered());
                const QString problem = problemOfArchived(m_path, files, acknowledged);
                QVERIFY2(problem.isEmpty(), qPrintable(problem));
                // Of an archiving that was interrupted the store has the records still; somebody deletes the
                // file.
                const auto begin = (*openStore(m_path))->verifyTrail()->begin;
                if (!files.isEmpty()
                    && (!begin || verifyArchive(files.last())->end->sequence > begin->sequence)) {
                    QVERIFY(QFile::remove(files.takeLast()));
                    ++interrupted;
                }
            }
            archived += int(files.size());
        }
        qInfo("%d archives, %d interrupted", archived, interrupted);
        QVERIFY(archived > 0);
    }

    // A program that acknowledged before it had saved would be caught.
    void anEarlyAcknowledgementIsCaught()
    {
        std::mt19937 random(testSeed());
        QString problem;
        for (int i = 0; i < 10 && problem.isEmpty(); ++i)
            problem = problemAfterKills(random, 10, u"early"_s);
        QVERIFY2(problem.contains(u"acknowledged, but not there"_s), qPrintable(problem));
    }
};

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
