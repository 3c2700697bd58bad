// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/policyjson.h"
#include "core/store/policystore.h"
#include "tests/contract/randomhistory.h"
#include "tests/faults/oracle.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/postgresserver.h"

#include <QTest>

#include <mutex>
#include <thread>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Many administrators on the same cells of one PostgreSQL store, while sessions are killed, the server
// crashes, and replies get lost. Each edit counts a cell (a role's description) up by one: what is lost or
// doubled shows in the sums.
namespace {

constexpr int Cells = 8;
const CommitContext somebody{u"bob"_s, u"test"_s, {1'790'000'000'000}, true};

bool runsAll()
{
    return qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all";
}

QString cellName(int cell)
{
    return u"cell%1"_s.arg(cell);
}

Policy cells()
{
    Policy policy;
    for (int i = 0; i < Cells; ++i)
        policy.roles().insert(Role{cellName(i), u"0"_s, true});
    return policy;
}

// Programs that are wrong on purpose: the oracle has to find them.
enum class Mutant {
    None,
    Early, // it acknowledges before it commits
    Overwriting // after a conflict it writes over what the other has written
};

struct Outcome
{
    std::mutex mutex;
    QList<QUuid> acknowledged;
    QString problem;
};

// One administrator, who makes so many edits.
class Admin
{
public:
    Admin(const QString &location, quint32 seed, Mutant mutant, Outcome &outcome)
        : m_location(location)
        , m_random(seed)
        , m_mutant(mutant)
        , m_outcome(outcome)
    {
    }

    void work(int edits)
    {
        for (int i = 0; i < edits; ++i) {
            if (!edit()) {
                const std::lock_guard lock(m_outcome.mutex);
                m_outcome.problem = u"an edit never came through: "_s + m_why;
                return;
            }
        }
    }

private:
    bool edit()
    {
        const int cell = int(m_random() % Cells);
        const QString edit = QUuid::createUuid().toString(QUuid::WithoutBraces);
        std::optional<ChangeSet> pending;
        for (int attempt = 0; attempt < 3000; ++attempt) {
            if (!isOpen())
                continue;
            if (!pending) {
                pending = prepared(cell, edit);
                if (!pending)
                    continue;
                if (pending->changes.first().was == pending->changes.first().to)
                    return true; // the overwriting one finds what it meant to write
            }
            if (m_mutant == Mutant::Early)
                acknowledge(*pending);
            const Result<Snapshot> done = m_store->commit(*pending, somebody);
            if (done) {
                acknowledge(*pending);
                return true;
            }
            m_why = toText(done.error());
            if (m_mutant == Mutant::Early)
                return true;
            if (done.error().code == ErrorCode::Conflict) {
                if (m_mutant == Mutant::Overwriting)
                    m_meant = std::get<QString>(pending->changes.first().to);
                pending.reset(); // on the newer version, looked at again
            }
            // Else the same once more: by its operation id it is done once.
        }
        return false;
    }

    bool isOpen()
    {
        if (m_store)
            return true;
        auto opened = openStore(m_location);
        if (opened) {
            m_store = std::move(*opened);
            return true;
        }
        m_why = toText(opened.error());
        QTest::qSleep(50);
        return false;
    }

    std::optional<ChangeSet> prepared(int cell, const QString &edit)
    {
        const Result<Snapshot> head = m_store->load();
        if (!head) {
            m_why = toText(head.error());
            QTest::qSleep(20);
            return {};
        }
        const Role &role = head->policy.roles().at(head->policy.roles().idOf(cellName(cell)));
        Change change;
        change.verb = Change::Verb::Set;
        change.kind = Change::Kind::Role;
        change.key = role.name;
        change.field = u"description"_s;
        change.was = role.description;
        change.to = m_meant ? *std::exchange(m_meant, {}) : QString::number(role.description.toInt() + 1);
        return ChangeSet{head->version, QUuid::createUuid(), edit, {change}};
    }

    void acknowledge(const ChangeSet &changes)
    {
        const std::lock_guard lock(m_outcome.mutex);
        m_outcome.acknowledged.append(changes.operation);
    }

    QString m_location;
    std::mt19937 m_random;
    Mutant m_mutant;
    Outcome &m_outcome;
    std::unique_ptr<PolicyStore> m_store;
    std::optional<QString> m_meant;
    QString m_why;
};

} // namespace

class TestPostgresFaults : public QObject
{
    Q_OBJECT

private:
    PostgresServer &server() { return PostgresServer::running(); }
    QString m_location;
    QString m_database;
    std::mt19937 m_random{testSeed()};

    // With so many administrators; `disturb` is called until they are done. What the oracle says.
    QString problemAfter(int admins, int edits, Mutant mutant, const std::function<void()> &disturb,
                         const QString &through = {})
    {
        Outcome outcome;
        std::atomic_int left = admins;
        std::vector<std::thread> threads;
        for (int i = 0; i < admins; ++i) {
            threads.emplace_back([&, seed = quint32(m_random())] {
                Admin(through.isEmpty() ? m_location : through, seed, mutant, outcome).work(edits);
                --left;
            });
        }
        while (left > 0)
            disturb();
        for (std::thread &thread : threads)
            thread.join();
        if (!outcome.problem.isEmpty())
            return outcome.problem;
        return problemOfSums(admins * edits) + problemOfStore(m_location, outcome.acknowledged);
    }

    // Every edit is in the cells, once.
    QString problemOfSums(int edits)
    {
        const auto store = openStore(m_location);
        const Result<Snapshot> head = store ? (*store)->load() : Result<Snapshot>(failure(store.error()));
        if (!head)
            return toText(head.error());
        int sum = 0;
        for (int i = 0; i < Cells; ++i)
            sum += head->policy.roles().at(head->policy.roles().idOf(cellName(i))).description.toInt();
        QSet<QString> reasons;
        const QList<VersionInfo> history = (*store)->history().value();
        for (const VersionInfo &version : history) {
            if (version.version <= 1)
                continue;
            if (reasons.contains(version.reason))
                return u"an edit was done twice"_s;
            reasons.insert(version.reason);
        }
        if (reasons.size() != edits || sum != edits)
            return u"%1 edits made %2 versions and the sum %3"_s.arg(edits).arg(reasons.size()).arg(sum);
        return {};
    }

    Status killOne()
    {
        return server().run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                            + m_database.toUtf8() + "' ORDER BY random() LIMIT 1");
    }

private Q_SLOTS:
    void init()
    {
        m_location = newPostgresStore(u"bob"_s, cells(), somebody);
        m_database = PostgresLocation::parse(m_location).value().database;
    }

    void tenOnTheSameCells()
    {
        const QString problem =
            problemAfter(10, runsAll() ? 1000 : 20, Mutant::None, [] { QTest::qSleep(10); });
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void killedSessions()
    {
        const int kills = runsAll() ? 500 : 30;
        int killed = 0;
        // The administrators work until enough were killed.
        for (int round = 0; killed < kills; ++round) {
            init();
            const QString problem = problemAfter(4, 15, Mutant::None, [&] {
                if (killOne())
                    ++killed;
                QTest::qSleep(int(m_random() % 60));
            });
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void crashes()
    {
        const int crashes = runsAll() ? 20 : 2;
        for (int done = 0; done < crashes;) {
            init();
            const QString problem = problemAfter(4, 25, Mutant::None, [&] {
                QTest::qSleep(int(200 + m_random() % 400));
                server().crash();
                server().start();
                ++done;
            });
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
    }

    void lostReplies_data()
    {
        QTest::addColumn<int>("cut");
        QTest::newRow("of a COMMIT that was done") << int(CuttingProxy::Cut::Reply);
        QTest::newRow("of a COMMIT that never came") << int(CuttingProxy::Cut::Request);
    }
    void lostReplies()
    {
        QFETCH(int, cut);
        CuttingProxy proxy(server().port());
        const int cuts = runsAll() ? 50 : 8;
        while (proxy.cuts() < cuts) {
            const int before = proxy.cuts();
            init();
            const QString problem = problemAfter(
                2, 12, Mutant::None,
                [&] {
                    proxy.arm(CuttingProxy::Cut(cut));
                    QTest::qSleep(int(300 + m_random() % 400)); // the store needs some to look again
                },
                throughProxy(proxy));
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
            QVERIFY(proxy.cuts() > before);
        }
    }

    QString throughProxy(const CuttingProxy &proxy)
    {
        const QString location =
            u"postgresql://bob@127.0.0.1:%1/%2?sslmode=disable"_s.arg(proxy.port()).arg(m_database);
        const Status held = useLogin(location, u"bob"_s, PostgresServer::loginPassword());
        Q_ASSERT(held);
        return location;
    }

    // What a program does wrong is found.
    void mutantsAreCaught_data()
    {
        QTest::addColumn<int>("mutant");
        QTest::addColumn<QString>("problem");
        QTest::newRow("acknowledges early") << int(Mutant::Early) << u"acknowledged, but not there"_s;
        QTest::newRow("writes over others") << int(Mutant::Overwriting) << u"and the sum"_s;
    }
    void mutantsAreCaught()
    {
        QFETCH(int, mutant);
        QFETCH(QString, problem);
        QString found;
        for (int i = 0; i < 10 && !found.contains(problem); ++i) {
            init();
            found = problemAfter(6, 10, Mutant(mutant), [] { QTest::qSleep(10); });
        }
        QVERIFY2(found.contains(problem), qPrintable(found));
    }

    // A store that does not know an operation again does an edit twice whose reply was lost.
    void forgottenOperationsAreCaught()
    {
        CuttingProxy proxy(server().port());
        QString found;
        for (int i = 0; i < 10 && !found.contains(u"done twice"_s); ++i) {
            init();
            found = problemAfter(
                2, 10, Mutant::None,
                [&, forgetting = 0]() mutable {
                    if (forgetting++ % 10 == 0)
                        proxy.arm(CuttingProxy::Cut::Reply);
                    const Status forgotten = server().run(
                        "UPDATE rolewright.change_set SET operation = gen_random_uuid() WHERE version > 1",
                        m_database);
                    QVERIFY(forgotten);
                },
                throughProxy(proxy));
        }
        QVERIFY2(found.contains(u"an edit was done twice"_s), qPrintable(found));
    }
};

QTEST_GUILESS_MAIN(TestPostgresFaults)
#include "tst_postgresfaults.moc"
