// SPDX-License-Identifier: Apache-2.0
#include "core/security/storekeys.h"
#include "core/store/storeguard.h"
#include "tests/contract/randomhistory.h"
#include "tests/faults/faultydisk.h"
#include "tests/faults/oracle.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Every call that SQLite makes to the disk fails, once and for good, while a store is created, opened, read
// and written; and the power goes at any of them.
namespace {

const CommitContext bob{u"bob"_s, u"test"_s, {1'790'000'000'000}, true};

bool everything()
{
    return qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all";
}

} // namespace

class TestDiskFaults : public QObject
{
    Q_OBJECT

private:
    FaultyDisk m_disk;
    QTemporaryDir m_folder;
    QString m_path = m_folder.filePath(u"acme.rolewright"_s);
    QByteArray m_stored; // a store with some history, closed
    ChangeSet m_changes; // that it takes
    StoreKeys m_keys = newStoreKeys();

    void putBack()
    {
        for (const char *suffix : {"", "-journal", "-wal", "-shm"})
            QFile::remove(m_path + QLatin1StringView(suffix));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_stored);
    }

    // Opens the store and commits; the error of whichever fails.
    Result<Snapshot> openAndCommit()
    {
        auto store = openStore(m_path);
        if (!store)
            return failure(store.error());
        return (*store)->commit(m_changes, bob);
    }

    // One run with a fault; what the oracle says of it.
    QString problemWith(const FaultyDisk::Fault &fault)
    {
        putBack();
        m_disk.arm(fault);
        const Result<Snapshot> result = openAndCommit();
        m_disk.disarm();
        if (!result && result.error().message.isEmpty())
            return u"an error without a message"_s;
        return problemOfStore(m_path, result ? QList{m_changes.operation} : QList<QUuid>());
    }

    long callsOfACommit(bool writesOnly)
    {
        putBack();
        FaultyDisk::Fault none;
        none.writesOnly = writesOnly;
        m_disk.arm(none);
        const bool committed = openAndCommit().has_value();
        const long calls = m_disk.calls();
        m_disk.disarm();
        return committed ? calls : 0;
    }

    QString archive() const { return m_folder.filePath(u"old.jsonl"_s); }
    bool hasMoved() const
    {
        const auto store = openStore(m_path);
        const Result<TrailState> state =
            store ? (*store)->verifyTrail() : Result<TrailState>(failure(store.error()));
        return state && state->begin;
    }
    // All records, into a file that is not there yet.
    Status openAndArchive()
    {
        QFile::remove(archive());
        auto store = openStore(m_path);
        if (!store)
            return failure(store.error());
        (*store)->guard()->useKeys(m_keys);
        const auto done = (*store)->guard()->archive({bob.time.msecs + 1}, archive(), bob);
        return done ? Status() : Status(failure(done.error()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        RandomHistory history(5);
        Snapshot head;
        {
            auto store = createStore(m_path, {}, bob);
            QVERIFY2(store, qPrintable(store ? QString() : toText(store.error())));
            for (int i = 0; i < 6; ++i)
                head = (*store)->commit(history.next(head.policy, head.version), bob).value();
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_stored = file.readAll();
        m_changes = history.next(head.policy, head.version);
    }

    void everyCallOfACommit_data()
    {
        QTest::addColumn<bool>("forGood");
        QTest::newRow("once") << false;
        QTest::newRow("for good") << true;
    }

    void everyCallOfACommit()
    {
        QFETCH(bool, forGood);
        const long calls = callsOfACommit(false);
        QVERIFY(calls > 20);
        int refused = 0;
        for (long at = 1; at <= calls; ++at) {
            putBack();
            FaultyDisk::Fault fault;
            fault.at = at;
            fault.forGood = forGood;
            m_disk.arm(fault);
            QList<QUuid> acknowledged;
            auto store = openStore(m_path);
            Result<Snapshot> result =
                store ? (*store)->commit(m_changes, bob) : Result<Snapshot>(failure(store.error()));
            if (!result) {
                ++refused;
                QVERIFY(!result.error().message.isEmpty());
                m_disk.disarm();
                // The store is usable after: the same change set goes in, once.
                if (!store)
                    store = openStore(m_path);
                QVERIFY2(store, qPrintable(store ? QString() : toText(store.error())));
                result = (*store)->commit(m_changes, bob);
            }
            QVERIFY2(result,
                     qPrintable(u"call %1: %2"_s.arg(at).arg(result ? QString() : toText(result.error()))));
            store = failure(ErrorCode::Cancelled, {}); // closed, as the disk is
            m_disk.disarm();
            const QString problem = problemOfStore(m_path, {m_changes.operation});
            QVERIFY2(problem.isEmpty(), qPrintable(u"call %1 of %2: %3"_s.arg(at).arg(calls).arg(problem)));
        }
        qInfo("%ld calls, %d refusals", calls, refused);
        QVERIFY(refused > calls / 4);
    }

    // A store that took a failed write for done would be caught.
    void aSwallowedErrorIsCaught()
    {
        const long calls = callsOfACommit(true);
        int caught = 0;
        for (long at = 1; at <= calls; ++at) {
            FaultyDisk::Fault fault;
            fault.at = at;
            fault.writesOnly = true;
            fault.swallowed = true;
            fault.forGood = true;
            caught += !problemWith(fault).isEmpty();
        }
        QVERIFY(caught > 0);
    }

    // Between COMMIT and the look after it somebody moves the file away: its new owner has the changes.
    void movedWhileItCommits()
    {
        putBack();
        const QString aside = m_path + u".moved"_s;
        QFile::remove(aside);
        auto store = openStore(m_path);
        QVERIFY(store);
        FaultyDisk::Fault moving;
        moving.logSynced = [&] { QFile::rename(m_path, aside); };
        m_disk.arm(moving);
        const Result<Snapshot> result = (*store)->commit(m_changes, bob);
        m_disk.disarm();
        store->reset();
        QVERIFY(!result);
        QVERIFY2(isOutcomeUnknown(result.error()), qPrintable(toText(result.error())));
        QVERIFY(QFile::exists(aside) && !QFile::exists(m_path));
        for (const char *suffix : {"-wal", "-shm"})
            QFile::rename(m_path + QLatin1StringView(suffix), aside + QLatin1StringView(suffix));
        const auto moved = openStore(aside);
        QVERIFY(moved);
        const Result<QList<VersionInfo>> history = (*moved)->history();
        QVERIFY(history);
        QCOMPARE(QUuid(history->first().operation), m_changes.operation);
        // Nothing is unknown where the file is gone before.
        putBack();
        store = openStore(m_path);
        QVERIFY(store);
        QVERIFY(QFile::remove(m_path));
        const Result<Snapshot> gone = (*store)->commit(m_changes, bob);
        QVERIFY(!gone && !isOutcomeUnknown(gone.error()));
    }

    void aFullDisk()
    {
        const long calls = callsOfACommit(true);
        int told = 0;
        for (long at = 1; at <= calls; ++at) {
            putBack();
            FaultyDisk::Fault fault;
            fault.at = at;
            fault.forGood = true;
            fault.writesOnly = true;
            fault.code = SQLITE_FULL;
            m_disk.arm(fault);
            const Result<Snapshot> result = openAndCommit();
            m_disk.disarm();
            if (!result && result.error().message.contains(u"The disk is full."_s))
                ++told;
            const QString problem =
                problemOfStore(m_path, result ? QList{m_changes.operation} : QList<QUuid>());
            QVERIFY2(problem.isEmpty(), qPrintable(u"call %1: %2"_s.arg(at).arg(problem)));
        }
        QVERIFY(told > 0);
    }

    void aReadOnlyFolder()
    {
        putBack();
        FaultyDisk::Fault fault;
        fault.readOnly = true;
        m_disk.arm(fault);
        const Result<Snapshot> result = openAndCommit();
        m_disk.disarm();
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unavailable);
        QVERIFY2(result.error().message.contains(u"writable"_s), qPrintable(result.error().message));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), m_stored);
    }

    void everyCallOfACreation()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"new.rolewright"_s);
        const Policy first = (*openStore(m_path))->load()->policy;
        m_disk.arm({});
        QVERIFY(createStore(path, first, bob));
        const long calls = m_disk.calls();
        m_disk.disarm();
        const long step = everything() ? 1 : 3;
        for (long at = 1 + long(testSeed() % quint32(step)); at <= calls; at += step) {
            for (const bool forGood : {false, true}) {
                for (const QString &name : QDir(folder.path()).entryList(QDir::Files))
                    QFile::remove(folder.filePath(name));
                FaultyDisk::Fault fault;
                fault.at = at;
                fault.forGood = forGood;
                m_disk.arm(fault);
                const bool created = createStore(path, first, bob).has_value();
                m_disk.disarm();
                // All or nothing.
                if (!created)
                    QVERIFY2(QDir(folder.path()).isEmpty(),
                             qPrintable(QDir(folder.path()).entryList().join(u' ')));
                const QString problem = created ? problemOfStore(path, {}) : QString();
                QVERIFY2(problem.isEmpty(), qPrintable(u"call %1: %2"_s.arg(at).arg(problem)));
            }
        }
    }

    // All or nothing: the records are in the file before they leave the store, and in one of them whatever
    // fails.
    void everyCallOfAnArchiving()
    {
        putBack();
        m_disk.arm({});
        QVERIFY(openAndArchive());
        const long calls = m_disk.calls();
        m_disk.disarm();
        QVERIFY(calls > 50);
        const long step = everything() ? 1 : 3;
        int refused = 0;
        for (long at = 1 + long(testSeed() % quint32(step)); at <= calls; at += step) {
            for (const bool forGood : {false, true}) {
                putBack();
                FaultyDisk::Fault fault;
                fault.at = at;
                fault.forGood = forGood;
                m_disk.arm(fault);
                const Status done = openAndArchive();
                m_disk.disarm();
                refused += !done;
                if (!done && QFile::exists(archive()))
                    QVERIFY2(done.error().message.contains(u"The archive was written"_s),
                             qPrintable(done.error().message));
                const QString problem = problemOfArchived(
                    m_path, QFile::exists(archive()) ? QStringList{archive()} : QStringList(), {});
                QVERIFY2(problem.isEmpty(),
                         qPrintable(u"call %1 of %2: %3"_s.arg(at).arg(calls).arg(problem)));
                QVERIFY(!done || hasMoved());
            }
        }
        QVERIFY(refused > 10);
    }

    // Whenever it is cancelled: nothing is left of it, in the folder or in the store, which goes on; or it
    // was done by then, and what came too late hurts nothing.
    void anArchivingIsCancelledAnywhere()
    {
        const auto archiving = [this](const FaultyDisk::Fault &fault, const auto &after) {
            putBack();
            QFile::remove(archive());
            auto store = openStore(m_path);
            QVERIFY(store);
            (*store)->guard()->useKeys(m_keys);
            FaultyDisk::Fault cancelling = fault;
            if (fault.at > 0)
                cancelling.meanwhile = [&] { (*store)->cancel(); };
            m_disk.arm(cancelling);
            const auto done = (*store)->guard()->archive({bob.time.msecs + 1}, archive(), bob);
            const long calls = m_disk.calls();
            m_disk.disarm();
            after(**store, done, calls);
        };
        long calls = 0;
        archiving({}, [&](PolicyStore &, const auto &done, long made) {
            QVERIFY2(done, qPrintable(done ? QString() : toText(done.error())));
            calls = made;
        });
        QVERIFY(calls > 20);
        long cancelled = 0;
        long lastCancelled = 0;
        long firstDone = calls + 1;
        for (long at = 1; at <= calls; ++at) {
            FaultyDisk::Fault fault;
            fault.at = at;
            archiving(fault, [&](PolicyStore &store, const auto &done, long) {
                const QByteArray call = QByteArray::number(int(at)) + " of " + QByteArray::number(int(calls));
                // The one after it is not cancelled.
                const Result<TrailState> state = store.verifyTrail();
                QVERIFY2(state && state->isIntact(), call.constData());
                QVERIFY2(state->begin.has_value() == done.has_value(), call.constData());
                QVERIFY2(QFile::exists(archive()) == done.has_value(), call.constData());
                if (done) {
                    firstDone = std::min(firstDone, at);
                    return;
                }
                QVERIFY2(done.error().code == ErrorCode::Cancelled, qPrintable(toText(done.error())));
                ++cancelled;
                lastCancelled = at;
                QVERIFY2(store.commit(m_changes, bob), call.constData());
                const QStringList left =
                    QDir(m_folder.path()).entryList({u"*jsonl*"_s}, QDir::Files | QDir::Hidden);
                QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
            });
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("cancelled at %ld of %ld calls", cancelled, calls);
        QVERIFY(cancelled > 10);
        // It is never forgotten on the way.
        QVERIFY2(lastCancelled < firstDone,
                 qPrintable(u"cancelled at %1, but not at %2"_s.arg(lastCancelled).arg(firstDone)));
    }

    // An archiving that took a failed write for done would be caught.
    void aSwallowedErrorOfAnArchivingIsCaught()
    {
        putBack();
        FaultyDisk::Fault none;
        none.writesOnly = true;
        m_disk.arm(none);
        QVERIFY(openAndArchive());
        const long calls = m_disk.calls();
        m_disk.disarm();
        int caught = 0;
        for (long at = 1; at <= calls; ++at) {
            putBack();
            FaultyDisk::Fault fault;
            fault.at = at;
            fault.writesOnly = true;
            fault.swallowed = true;
            m_disk.arm(fault);
            const Status done = openAndArchive();
            m_disk.disarm();
            const QString problem = problemOfArchived(
                m_path, QFile::exists(archive()) ? QStringList{archive()} : QStringList(), {});
            caught += !problem.isEmpty() || (done && !hasMoved());
        }
        QVERIFY(caught > 0);
    }

    void powerLossWhileArchiving()
    {
        std::mt19937 random(testSeed());
        const int runs = everything() ? 2000 : 100;
        int moved = 0;
        for (int run = 0; run < runs; ++run) {
            putBack();
            FaultyDisk::Fault fault;
            fault.at = 1 + long(random() % 60);
            fault.forGood = true;
            fault.writesOnly = true;
            m_disk.arm(fault);
            const Status done = openAndArchive();
            m_disk.losePower(random);
            m_disk.disarm();
            const QString problem = problemOfArchived(
                m_path, QFile::exists(archive()) ? QStringList{archive()} : QStringList(), {});
            QVERIFY2(problem.isEmpty(), qPrintable(u"run %1: %2"_s.arg(run).arg(problem)));
            QVERIFY(!done || hasMoved());
            moved += hasMoved();
        }
        QVERIFY(moved > 0 && moved < runs);
    }

    void powerLoss()
    {
        std::mt19937 random(testSeed());
        const int runs = everything() ? 5000 : 150;
        for (int run = 0; run < runs; ++run) {
            const QString problem = problemAfterPowerLoss(random, false);
            QVERIFY2(problem.isEmpty(), qPrintable(u"run %1: %2"_s.arg(run).arg(problem)));
        }
    }

    // A store with synchronous=NORMAL would be caught.
    void aLogThatIsNotSyncedIsCaught()
    {
        std::mt19937 random(testSeed());
        int caught = 0;
        for (int run = 0; run < 60; ++run)
            caught += !problemAfterPowerLoss(random, true).isEmpty();
        QVERIFY(caught > 0);
    }

private:
    QString problemAfterPowerLoss(std::mt19937 &random, bool walNotSynced)
    {
        putBack();
        FaultyDisk::Fault fault;
        fault.at = 1 + long(random() % 70);
        fault.forGood = true;
        fault.writesOnly = true;
        fault.walNotSynced = walNotSynced;
        m_disk.arm(fault);
        QList<QUuid> acknowledged;
        {
            RandomHistory history{quint32(random())};
            const auto store = openStore(m_path);
            for (int i = 0; store && i < 5; ++i) {
                const Result<Snapshot> head = (*store)->load();
                if (!head)
                    break;
                const ChangeSet changes = history.next(head->policy, head->version);
                if (!(*store)->commit(changes, bob))
                    break;
                acknowledged.append(changes.operation);
            }
        }
        m_disk.losePower(random);
        m_disk.disarm();
        return problemOfStore(m_path, acknowledged);
    }
};

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_diskfaults.moc"
