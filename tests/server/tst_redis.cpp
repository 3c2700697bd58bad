// SPDX-License-Identifier: Apache-2.0
#include "core/decision/holding.h"
#include "core/net/authzenclient.h"
#include "tests/server/redisreader.h"
#include "tests/server/runningserver.h"
#include "tests/support/redisserver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

#include <random>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray question(const QByteArray &user)
{
    return "{\"subject\": {\"type\": \"user\", \"id\": \"" + user
        + "\"}, \"action\": {\"name\": \"read\"}, \"resource\": {\"type\": \"article\", \"id\": \"7\"}}";
}

QStringList names(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue &each : list.toArray())
        texts << each.toString();
    return texts;
}

} // namespace

// What rolewrightd keeps in a real Redis, and when.
class TestRedis : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<RunningServer> m_server;
    QByteArray m_ann;
    QByteArray m_app;

    bool ask(const QByteArray &user)
    {
        const auto answer = m_server->sendAs(m_app, "POST", u"/access/v1/evaluation"_s, question(user));
        return answer.json()[u"decision"_s].toBool();
    }
    // Applications have asked for them, and find them from now on.
    bool fill(const QByteArray &user)
    {
        return QTest::qWaitFor(
            [&] {
                ask(user);
                return !m_redis->trusted(user).isEmpty();
            },
            10'000);
    }
    int change(const QByteArray &changes) { return m_server->change(m_ann, changes).status; }

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisServer>();
        m_server = std::make_unique<RunningServer>(QStringList{u"--redis"_s, m_redis->address()});
        QVERIFY2(!m_server->url.isEmpty(), m_server->log().constData());
        m_ann = m_server->signIn(u"ann"_s, u"ann's password"_s);
        m_app = m_server->signIn(u"app"_s, u"their password"_s);
        QVERIFY(!m_ann.isEmpty() && !m_app.isEmpty());
        QCOMPARE(change(R"({"add": "assignment", "user": "carl", "role": "reader"})"), 200);
    }

    void fills_in_what_is_held()
    {
        const PolicyIndex index(servedPolicy());
        for (const char *user : {"alice", "frank", "judy"}) {
            QVERIFY2(fill(user), m_server->log().constData());
            const QJsonObject entry = QJsonDocument::fromJson(m_redis->trusted(user)).object();
            const Holding holding = holdingOf(index, QString::fromLatin1(user), Instant::now());
            QCOMPARE(entry[u"version"_s].toInt(), 2);
            QCOMPARE(names(entry[u"permissions"_s]), holding.permissions);
            QCOMPARE(names(entry[u"scoped"_s]), holding.scoped);
        }
        ask("nobody");
        QVERIFY(!m_redis->isThere("rolewright:perms:nobody"));
        const qint64 life = m_redis->call({"PTTL", "rolewright:perms:alice"})->integer;
        QVERIFY2(life > 23 * 3'600'000 && life <= 24 * 3'600'000, QByteArray::number(life).constData());
        // An entry ends with what it says.
        const QString soon = toText(Instant{Instant::now().msecs + 60'000});
        QCOMPARE(change("{\"remove\": \"assignment\", \"user\": \"carl\", \"role\": \"reader\"}, "
                        "{\"add\": \"assignment\", \"user\": \"carl\", \"role\": \"reader\", \"value\": "
                        "{\"until\": \""
                        + soon.toUtf8() + "\"}}"),
                 200);
        QVERIFY(fill("carl"));
        const qint64 left = m_redis->call({"PTTL", "rolewright:perms:carl"})->integer;
        QVERIFY2(left > 0 && left <= 60'000, QByteArray::number(left).constData());
    }

    void removes_whom_a_change_touches()
    {
        QVERIFY(fill("alice") && fill("carl") && fill("judy"));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(change(R"({"remove": "assignment", "user": "carl", "role": "reader"})"), 200);
        QVERIFY2(timer.elapsed() < 2'000, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(!m_redis->isThere("rolewright:perms:carl"));
        QVERIFY(!m_redis->trusted("alice").isEmpty() && !m_redis->trusted("judy").isEmpty());
        QCOMPARE(m_redis->get("rolewright:version"), "3");
        QVERIFY(!ask("carl"));
        // A role that several have.
        QVERIFY(fill("carl"));
        QCOMPARE(change(R"({"add": "grant", "role": "author", "grant": "comment:update"})"), 200);
        QVERIFY(!m_redis->isThere("rolewright:perms:alice"));
        QVERIFY(!m_redis->trusted("judy").isEmpty() && !m_redis->trusted("carl").isEmpty());
        QCOMPARE(change(R"({"set": "user", "id": "carl", "field": "active", "was": true, "to": false})"),
                 200);
        QVERIFY(fill("carl"));
        QVERIFY(m_redis->trusted("carl").contains("\"permissions\": []"));
    }

    void announces_versions()
    {
        QProcess listener;
        listener.start(u"redis-cli"_s,
                       {u"-p"_s, QString::number(m_redis->port()), u"SUBSCRIBE"_s, u"rolewright:changed"_s});
        QByteArray heard;
        const auto hears = [&](const QByteArray &text) {
            return QTest::qWaitFor([&] { return (heard += listener.readAll()).contains(text); }, 5'000);
        };
        QVERIFY(hears("subscribe"));
        QVERIFY(fill("carl"));
        QCOMPARE(change(R"({"remove": "assignment", "user": "carl", "role": "reader"})"), 200);
        QVERIFY2(hears("rolewright:changed\n3\n"), heard.constData());
        listener.kill();
        listener.waitForFinished();
    }

    // rolewrightctl on the same store.
    void follows_what_others_change()
    {
        QVERIFY(fill("carl"));
        QTemporaryDir folder;
        QFile changes(folder.filePath(u"changes.json"_s));
        QVERIFY(changes.open(QIODevice::WriteOnly));
        changes.write(
            R"({"rolewright-changes": 1, "changes": [{"remove": "assignment", "user": "carl", "role": "reader"}]})");
        changes.close();
        QFile password(folder.filePath(u"password"_s));
        QVERIFY(password.open(QIODevice::WriteOnly));
        QVERIFY(password.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        password.write("ann's password\n");
        password.close();
        QProcess ctl;
        ctl.start(QStringLiteral(ROLEWRIGHT_BIN_DIR "/rolewrightctl"),
                  {u"--store"_s, m_server->store, u"--user"_s, u"ann"_s, u"--password-file"_s,
                   password.fileName(), u"apply"_s, changes.fileName()});
        QVERIFY(ctl.waitForFinished(30'000));
        QVERIFY2(ctl.exitCode() == 0, ctl.readAllStandardError().constData());
        QTRY_VERIFY_WITH_TIMEOUT(m_redis->trusted("carl").isEmpty(), 10'000);
        QVERIFY(!ask("carl"));
    }

    void waits_for_the_lease_where_redis_does_not_answer()
    {
        QVERIFY(fill("carl"));
        m_redis->freeze();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(change(R"({"remove": "assignment", "user": "carl", "role": "reader"})"), 200);
        const qint64 took = timer.elapsed();
        m_redis->thaw();
        QVERIFY(m_redis->trusted("carl").isEmpty());
        QVERIFY2(took >= 2'000 && took < 6'000, QByteArray::number(took).constData());
        QVERIFY(!ask("carl"));
        QVERIFY(fill("carl"));
        QVERIFY(!m_redis->trusted("carl").contains("article:read\""));
    }

    // Mutants: what an application that does not look at the lease, or at whose it is, would believe.
    void lets_nobody_trust_what_an_older_copy_has()
    {
        QVERIFY(fill("carl"));
        m_redis->save();
        const QByteArray lease = m_redis->get("rolewright:lease");
        QVERIFY(!lease.isEmpty());
        m_redis->stop();
        QCOMPARE(change(R"({"remove": "assignment", "user": "carl", "role": "reader"})"), 200);
        m_redis->start();
        const bool isStale = m_redis->get("rolewright:perms:carl").contains("article:read\"");
        QVERIFY(m_redis->trusted("carl").isEmpty());
        QVERIFY(isStale); // else this shows nothing
        QTRY_VERIFY_WITH_TIMEOUT(!m_redis->isThere("rolewright:perms:carl"), 10'000);
        // Back at once, with a lease of before that has not run out.
        QVERIFY(fill("carl"));
        QVERIFY(m_redis->call({"SET", "rolewright:perms:carl", "{\"version\": 1}", "KEEPTTL"}));
        m_redis->disturb({"SET", "rolewright:lease", lease, "PX", "60000"});
        m_redis->save();
        m_redis->stop();
        m_redis->start();
        QVERIFY(m_redis->trusted("carl").isEmpty());
    }

    // Applications check all the time while an administrator changes who may, and Redis has every kind of
    // trouble.
    void is_never_behind_what_was_acknowledged()
    {
        const bool all = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == "all"_L1;
        const qint64 checks = all ? 100'000 : 10'000;
        const int most = all ? 240 : 24; // changes, so many at least
        QVERIFY(fill("carl"));
        RedisReader reader(m_redis->address(), m_server->url.toString(), m_app, "carl", "article:read");
        RedisReader careless(m_redis->address(), m_server->url.toString(), m_app, "carl", "article:read",
                             RedisReader::Care::None);
        const quint32 seed = qEnvironmentVariableIntValue("ROLEWRIGHT_SEED");
        std::mt19937 random(seed);
        m_redis->save();
        bool isReader = true;
        int changes = 0;
        for (; reader.checks() < checks || changes < most; ++changes) {
            const quint32 fault = (seed + quint32(changes)) % 8;
            switch (fault) {
            case 0:
                m_redis->freeze();
                break;
            case 1:
                m_redis->disturb({"CLIENT", "PAUSE", "700"});
                break;
            case 2:
                m_redis->disturb({"FLUSHALL"});
                break;
            case 3:
                m_redis->stop();
                m_redis->start();
                break;
            case 4:
                m_redis->disturb({"CONFIG", "SET", "maxmemory", "1"});
                break;
            case 5:
                m_redis->disturb({"SET", "rolewright:perms:carl", "garbage"});
                break;
            default:
                break;
            }
            const bool to = !isReader;
            for (RedisReader *each : {&reader, &careless})
                each->expect(to);
            const int status = change(to ? R"({"add": "assignment", "user": "carl", "role": "reader"})"
                                         : R"({"remove": "assignment", "user": "carl", "role": "reader"})");
            QVERIFY2(status == 200, m_server->log().right(2000).constData());
            for (RedisReader *each : {&reader, &careless})
                each->acknowledge();
            isReader = to;
            if (fault == 0)
                m_redis->thaw();
            if (fault == 6)
                QTest::qWait(100);
            if (fault == 4)
                m_redis->disturb({"CONFIG", "SET", "maxmemory", "0"});
            QTest::qWait(int(random() % 300));
            if (random() % 4 == 0)
                m_redis->save();
        }
        // The mutant is caught for certain: the server cannot remove the entry, and the lease runs out.
        m_redis->disturb({"CLIENT", "UNPAUSE"});
        QVERIFY(fill("carl"));
        m_redis->disturb({"CLIENT", "PAUSE", "6000", "WRITE"});
        for (RedisReader *each : {&reader, &careless})
            each->expect(!isReader);
        QCOMPARE(change(isReader ? R"({"remove": "assignment", "user": "carl", "role": "reader"})"
                                 : R"({"add": "assignment", "user": "carl", "role": "reader"})"),
                 200);
        for (RedisReader *each : {&reader, &careless})
            each->acknowledge();
        QTest::qWait(1'000);
        reader.stop();
        careless.stop();
        qInfo("%lld checks over %d changes, %lld by entries, %lld without an answer; wrong: %lld, and %lld "
              "of who does "
              "not look at the lease (seed %u)",
              reader.checks(), changes, reader.byEntry(), reader.unanswered(), reader.wrong(),
              careless.wrong(), seed);
        QCOMPARE(reader.wrong(), 0);
        QVERIFY(reader.byEntry() > checks / 10);
        QVERIFY(careless.wrong() > 0);
    }
};

QTEST_GUILESS_MAIN(TestRedis)
#include "tst_redis.moc"
