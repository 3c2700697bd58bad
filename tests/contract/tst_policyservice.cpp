// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"
#include "core/store/policyservice.h"
#include "tests/contract/randomhistory.h"
#include "tests/support/postgresserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

const CommitContext bob{u"bob"_s, u"test"_s, {1'790'000'000'000}, true};

// What a callback was answered, in order with what else the test noted.
struct Log
{
    QStringList lines;
    template <class T>
    PolicyService::Callback<T> answers(const QString &name)
    {
        return [this, name](const Result<T> &result) {
            lines << name + (result ? u": ok"_s : u": error %1"_s.arg(int(result.error().code)));
        };
    }
};

ChangeSet someChanges(const Snapshot &head)
{
    return RandomHistory(quint32(head.version) + 1).next(head.policy, head.version);
}

// So many that writing them takes a while.
ChangeSet manyRoles(qint64 base, int count)
{
    ChangeSet changes{base, QUuid::createUuid(), u"many"_s, {}};
    for (int i = 0; i < count; ++i) {
        Change change;
        change.verb = Change::Verb::Add;
        change.kind = Change::Kind::Role;
        change.key = u"many %1"_s.arg(i);
        change.to = Role{change.key, {}, true};
        changes.changes.append(change);
    }
    return changes;
}

} // namespace

class TestPolicyService : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;

    // Opens and waits; the snapshot that was answered.
    Snapshot opened(PolicyService &service)
    {
        std::optional<Result<Snapshot>> answer;
        service.open(m_path, this, [&](const Result<Snapshot> &result) { answer = result; });
        [&] { QTRY_VERIFY(answer); }();
        return answer->value_or(Snapshot{{}, -1});
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"acme.rolewright"_s);
        QVERIFY(createStore(m_path, {}, bob));
    }

    void opens()
    {
        PolicyService service;
        QVERIFY(!service.isOpen());
        const Snapshot head = opened(service);
        QCOMPARE(head.version, 0);
        QVERIFY(service.isOpen());
        QCOMPARE(service.traits().name, u"acme.rolewright"_s);
        QVERIFY(service.traits().notice.contains(u"open"_s));
        service.close();
        QVERIFY(!service.isOpen());
    }

    void saysWhyItCannotOpen()
    {
        PolicyService service;
        Log log;
        service.open(m_path + u"x"_s, this, log.answers<Snapshot>(u"open"_s));
        service.history(this, log.answers<QList<VersionInfo>>(u"history"_s));
        QTRY_COMPARE(log.lines.size(), 2);
        QCOMPARE(log.lines.first(), u"open: error %1"_s.arg(int(ErrorCode::Unavailable)));
        QCOMPARE(log.lines.last(), u"history: error %1"_s.arg(int(ErrorCode::Usage)));
        QVERIFY(!service.isOpen());
    }

    // Two lanes, two sessions of one person; somebody else's version appears as in a file.
    void aDatabaseOpensEmptyUntilSomebodySignsIn()
    {
        const QString location =
            newPostgresStore(u"bob"_s, *checked({}, someChanges({}).changes, bob.time), bob);
        const auto others = openStore(location).value();
        m_path = QString(location).replace(u"bob@"_s, u""_s);
        PolicyService service;
        QList<qint64> appeared;
        connect(&service, &PolicyService::versionAppeared, this,
                [&](const Snapshot &snapshot) { appeared.append(snapshot.version); });
        QSignalSpy trouble(&service, &PolicyService::trouble);
        QCOMPARE(opened(service).version, 0);
        QVERIFY(service.isOpen());
        QVERIFY(service.traits().guarded);
        QTest::qWait(600);
        QVERIFY(appeared.isEmpty());
        QVERIFY(useLogin(m_path, u"bob"_s, PostgresServer::loginPassword()));
        QTRY_COMPARE(appeared, QList<qint64>{1});
        const Snapshot head = others->load().value();
        QVERIFY(others->commit(someChanges(head), bob));
        QTRY_COMPARE(appeared, (QList<qint64>{1, 2}));
        std::optional<Result<Snapshot>> answer;
        service.commit(someChanges(others->load().value()), bob, this,
                       [&](const Result<Snapshot> &result) { answer = result; });
        QTRY_VERIFY(answer);
        QVERIFY2(*answer, qPrintable(*answer ? QString() : toText(answer->error())));
        QCOMPARE((*answer)->version, 3);
        QCOMPARE(trouble.size(), 0);
        // The server goes and comes.
        PostgresServer::running().crash();
        QTRY_COMPARE(trouble.size(), 1);
        PostgresServer::running().start();
        QVERIFY(others->commit(someChanges(others->load().value()), bob));
        QTRY_COMPARE(appeared.last(), 4);
    }

    void creates()
    {
        PolicyService service;
        std::optional<Result<Snapshot>> answer;
        const Policy first = *checked({}, someChanges({}).changes, bob.time);
        const QString path = m_folder->filePath(u"new.rolewright"_s);
        service.create(path, first, bob, this, [&](const Result<Snapshot> &result) { answer = result; });
        QTRY_VERIFY(answer);
        QVERIFY2(*answer, qPrintable(*answer ? QString() : toText(answer->error())));
        QCOMPARE((*answer)->version, 1);
        QCOMPARE(writePolicy((*answer)->policy), writePolicy(first));
        QVERIFY(service.isOpen());
    }

    void answersQuestions()
    {
        PolicyService service;
        const Snapshot head = opened(service);
        Log log;
        service.commit(someChanges(head), bob, this, log.answers<Snapshot>(u"commit"_s));
        QTRY_COMPARE(log.lines.size(), 1);
        service.load(0, this, log.answers<Snapshot>(u"load"_s));
        service.load(9, this, log.answers<Snapshot>(u"load 9"_s));
        service.history(this, log.answers<QList<VersionInfo>>(u"history"_s));
        service.changeSet(1, this, log.answers<ChangeSet>(u"change set"_s));
        service.events({}, this, log.answers<QList<AuditEvent>>(u"events"_s));
        service.verifyTrail(this, log.answers<TrailState>(u"verify"_s));
        QTRY_COMPARE(log.lines.size(), 7);
        QVERIFY(log.lines.removeOne(u"verify: ok"_s)); // at whatever time
        QCOMPARE(log.lines.join(u'\n'),
                 u"commit: ok\nload: ok\nload 9: error 0\nhistory: ok\nchange set: ok\nevents: ok"_s);
    }

    void tellsOfItsOwnVersionAfterTheAnswer()
    {
        PolicyService service;
        Log log;
        connect(&service, &PolicyService::versionAppeared, this,
                [&](const Snapshot &snapshot) { log.lines << u"version %1"_s.arg(snapshot.version); });
        Snapshot head = opened(service);
        for (int i = 0; i < 3; ++i) {
            service.commit(someChanges(head), bob, this, [&](const Result<Snapshot> &result) {
                head = result.value_or(head);
                log.lines << u"answer"_s;
            });
            QTRY_COMPARE(log.lines.size(), 2 * (i + 1));
        }
        QTest::qWait(600); // two polls: nothing is told twice
        QCOMPARE(log.lines.join(u", "_s), u"answer, version 1, answer, version 2, answer, version 3"_s);
    }

    void noticesAnotherProgram()
    {
        PolicyService service;
        std::optional<Snapshot> seen;
        QSignalSpy spy(&service, &PolicyService::versionAppeared);
        connect(&service, &PolicyService::versionAppeared, this,
                [&](const Snapshot &snapshot) { seen = snapshot; });
        const Snapshot head = opened(service);
        auto other = openStore(m_path);
        const Snapshot theirs = (*other)->commit(someChanges(head), bob).value();
        QTRY_VERIFY_WITH_TIMEOUT(seen, 10'000);
        QCOMPARE(seen->version, 1);
        QCOMPARE(writePolicy(seen->policy), writePolicy(theirs.policy));

        // Ours, made on the older one, is refused; theirs stands.
        Log log;
        service.commit(someChanges(head), bob, this, log.answers<Snapshot>(u"commit"_s));
        QTRY_COMPARE(log.lines, QStringList{u"commit: ok"_s}); // the same operation: done already
        ChangeSet mine = manyRoles(0, 1);
        service.commit(mine, bob, this, log.answers<Snapshot>(u"commit"_s));
        QTRY_COMPARE(log.lines.size(), 2);
        QCOMPARE(log.lines.last(), u"commit: error %1"_s.arg(int(ErrorCode::Conflict)));
        mine.base = 1;
        service.commit(mine, bob, this, log.answers<Snapshot>(u"commit"_s));
        QTRY_COMPARE(log.lines.size(), 3);
        QCOMPARE(log.lines.last(), u"commit: ok"_s);
        QTRY_COMPARE(spy.size(), 2);
    }

    // A verification that cannot go on: what it reads is locked, and a commit needs none of that. The
    // database ends its wait after 10 s, which a busy machine may take for the rest: then it is done again.
    void newsComesWhileATrailIsVerified()
    {
        PostgresServer &server = PostgresServer::running();
        const Change user{Change::Verb::Add,
                          Change::Kind::User,
                          u"zoe"_s,
                          {},
                          {},
                          {},
                          User{u"zoe"_s, u"Zoe Z."_s, true, {}, {}}};
        m_path = newPostgresStore(u"bob"_s, *checked({}, {user}, bob.time), bob);
        const QString database = PostgresLocation::parse(m_path)->database;
        const QString super = QString::fromLatin1(PostgresServer::Superuser);
        PostgresDatabase holder(*PostgresLocation::parse(server.location(super, database)));
        QVERIFY(holder.open(super, PostgresServer::superPassword()));
        QVERIFY(holder.run("SET idle_in_transaction_session_timeout = 0"));
        PolicyService service;
        qint64 seen = opened(service).version;
        connect(&service, &PolicyService::versionAppeared, this,
                [&](const Snapshot &snapshot) { seen = snapshot.version; });
        std::optional<Result<TrailState>> answer;
        const auto verifyHeldUp = [&] {
            answer.reset();
            if (!holder.run("BEGIN; LOCK TABLE rolewright.personal IN ACCESS EXCLUSIVE MODE"))
                return false;
            service.verifyTrail(this, [&](const Result<TrailState> &state) { answer = state; });
            return QTest::qWaitFor(
                [&] {
                    return answer
                        || holder.number(u"SELECT count(*) FROM pg_locks WHERE NOT granted"_s).value_or(0)
                        > 0;
                },
                60'000);
        };
        const auto others = openStore(m_path).value();
        bool isBefore = false;
        for (int round = 0; round < 5 && !isBefore; ++round) {
            QVERIFY(verifyHeldUp());
            ChangeSet role{others->version().value(), QUuid::createUuid(), {}, {}};
            role.changes = manyRoles(role.base, round + 1).changes.last(1);
            const Result<Snapshot> made = others->commit(role, bob);
            QVERIFY2(made, made ? "" : qPrintable(toText(made.error())));
            QTRY_VERIFY_WITH_TIMEOUT(seen == made->version || answer, 60'000);
            const bool isFirst = seen == made->version && !answer;
            QVERIFY(holder.run("COMMIT"));
            QTRY_VERIFY_WITH_TIMEOUT(answer, 60'000);
            isBefore = isFirst && *answer;
            QTRY_COMPARE_WITH_TIMEOUT(seen, made->version, 60'000);
        }
        QVERIFY(isBefore && (*answer)->isIntact());
        bool isGivenUp = false;
        for (int round = 0; round < 5 && !isGivenUp; ++round) {
            QVERIFY(verifyHeldUp());
            service.cancel();
            QTRY_VERIFY_WITH_TIMEOUT(answer, 60'000);
            isGivenUp = !*answer && answer->error().code == ErrorCode::Cancelled;
            QVERIFY(holder.run("COMMIT"));
        }
        QVERIFY(isGivenUp);
    }

    // The store object that verifies is made when it is first needed.
    void verifiesNoOtherStore()
    {
        PolicyService service;
        const Snapshot head = opened(service);
        std::optional<Error> refused;
        const auto verify = [&] {
            refused.reset();
            service.verifyTrail(this, [&](const Result<TrailState> &state) {
                refused = state ? Error{ErrorCode::Usage, u"verified"_s, {}, {}} : state.error();
            });
            return QTest::qWaitFor([&] { return refused.has_value(); }, 60'000);
        };
        const auto move = [](const QString &from, const QString &to) {
            for (const QString &part : {u"-wal"_s, u"-shm"_s})
                QFile::rename(from + part, to + part);
            return QFile::rename(from, to);
        };
        const QString older = m_path + u".older"_s;
        const QString aside = m_path + u".aside"_s;
        QVERIFY(QFile::copy(m_path, older));
        Log log;
        service.commit(someChanges(head), bob, this, log.answers<Snapshot>(u"commit"_s));
        QTRY_COMPARE(log.lines, QStringList{u"commit: ok"_s});
        QVERIFY(move(m_path, aside) && move(older, m_path));
        QVERIFY(verify());
        QVERIFY2(refused->message.startsWith(u"The store has gone back from version 1 to 0"_s),
                 qPrintable(refused->message));
        QVERIFY(move(m_path, older) && move(aside, m_path));
        QVERIFY(verify());
        QCOMPARE(refused->message, u"verified"_s);
        QVERIFY(move(m_path, aside) && move(older, m_path));
        service.close();
        QVERIFY(move(m_path, older));
        QVERIFY(createStore(m_path, *checked({}, someChanges({}).changes, bob.time), bob));
        opened(service);
        QVERIFY(move(m_path, older + u".new"_s) && move(aside, m_path));
        QVERIFY(verify());
        QVERIFY2(refused->message.startsWith(u"Another store was put in the place"_s),
                 qPrintable(refused->message));
    }

    void leavesDeadContextsAlone()
    {
        PolicyService service;
        opened(service);
        Log log;
        auto context = std::make_unique<QObject>();
        service.history(context.get(), log.answers<QList<VersionInfo>>(u"history"_s));
        context.reset();
        service.history(this, log.answers<QList<VersionInfo>>(u"mine"_s));
        QTRY_COMPARE(log.lines, QStringList{u"mine: ok"_s});
    }

    void tellsTroubleOnce()
    {
        PolicyService service;
        QStringList told;
        connect(&service, &PolicyService::trouble, this, [&](const Error &error) { told << error.message; });
        opened(service);
        QVERIFY(QFile::rename(m_path, m_path + u".aside"_s));
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 10'000);
        QVERIFY2(told.first().contains(u"was removed"_s), qPrintable(told.first()));
        QTest::qWait(600);
        QCOMPARE(told.size(), 1);
        QVERIFY(QFile::rename(m_path + u".aside"_s, m_path));
        QTest::qWait(1500); // well again
        QVERIFY(QFile::rename(m_path, m_path + u".aside"_s));
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, 10'000);
    }

    void cancels()
    {
        PolicyService service;
        const Snapshot head = opened(service);
        Log log;
        service.commit(manyRoles(head.version, 30'000), bob, this, log.answers<Snapshot>(u"commit"_s));
        service.commit(manyRoles(head.version, 1), bob, this, log.answers<Snapshot>(u"waiting"_s));
        QTest::qWait(50);
        service.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(log.lines.size(), 2, 20'000);
        const QString cancelled = u": error %1"_s.arg(int(ErrorCode::Cancelled));
        QCOMPARE(log.lines, (QStringList{u"commit"_s + cancelled, u"waiting"_s + cancelled}));
        // Nothing of it is there, and the next one works.
        service.commit(manyRoles(head.version, 1), bob, this, log.answers<Snapshot>(u"next"_s));
        QTRY_COMPARE(log.lines.size(), 3);
        QCOMPARE(log.lines.last(), u"next: ok"_s);
        QCOMPARE((*openStore(m_path))->load()->policy.roles().size(), 1);
    }

    void neverBlocksItsCaller()
    {
        PolicyService service;
        const Snapshot head = opened(service);
        Log log;
        const ChangeSet changes = manyRoles(head.version, 30'000);
        QElapsedTimer timer;
        timer.start();
        service.commit(changes, bob, this, log.answers<Snapshot>(u"commit"_s));
        service.events({}, this, log.answers<QList<AuditEvent>>(u"events"_s));
        service.close();
        service.open(m_path, this, log.answers<Snapshot>(u"open"_s));
        const qint64 asking = timer.elapsed();
        // Everybody gets an answer, whatever it is.
        QTRY_COMPARE_WITH_TIMEOUT(log.lines.size(), 3, 20'000);
        QVERIFY2(asking * 4 < timer.elapsed(), qPrintable(u"%1 of %2 ms"_s.arg(asking).arg(timer.elapsed())));
        QVERIFY(log.lines.contains(u"open: ok"_s));
    }

    void endsWithRequestsOnTheirWay()
    {
        Log log;
        {
            PolicyService service;
            const Snapshot head = opened(service);
            service.commit(manyRoles(head.version, 30'000), bob, this, log.answers<Snapshot>(u"commit"_s));
            service.events({}, this, log.answers<QList<AuditEvent>>(u"events"_s));
        }
        QCoreApplication::processEvents();
        QVERIFY(log.lines.isEmpty());
        QVERIFY(!(*openStore(m_path))->verifyTrail()->firstBad);
    }
};

QTEST_GUILESS_MAIN(TestPolicyService)
#include "tst_policyservice.moc"
