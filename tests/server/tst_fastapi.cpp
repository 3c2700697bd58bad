// SPDX-License-Identifier: Apache-2.0
#include "tests/server/pythonservice.h"
#include "tests/server/runningserver.h"
#include "tests/support/redisserver.h"
#include "tests/support/signedtoken.h"

#include <QElapsedTimer>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// examples/fastapi, run as its README.md says.
class TestFastapi : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<PythonService> m_service;
    QByteArray m_ann;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        Q_ASSERT(written);
        return file.fileName();
    }
    int ask(const QByteArray &token, const QByteArray &method, const QString &path)
    {
        return m_service->ask(token, method, path);
    }
    int change(const QByteArray &changes) { return m_server->change(m_ann, changes).status; }
    bool isInRedis(const QByteArray &user, const QByteArray &token)
    {
        return QTest::qWaitFor(
            [&] {
                ask(token, "GET", u"/articles"_s);
                return !m_redis->trusted(user).isEmpty();
            },
            10'000);
    }
    // rolewrightctl on the same store.
    int applyPast(const QByteArray &changes)
    {
        QProcess ctl;
        ctl.start(QStringLiteral(ROLEWRIGHT_BIN_DIR "/rolewrightctl"),
                  {u"--store"_s, m_server->store, u"--user"_s, u"ann"_s, u"--password-file"_s,
                   write(u"ann"_s, "ann's password"), u"apply"_s,
                   write(u"changes.json"_s, "{\"rolewright-changes\": 1, \"changes\": [" + changes + "]}")});
        return ctl.waitForFinished(30'000) ? ctl.exitCode() : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_redis = std::make_unique<RedisServer>();
        m_server = std::make_unique<RunningServer>(QStringList{u"--redis"_s, m_redis->address()});
        m_ann = m_server->signIn(u"ann"_s, u"ann's password"_s);
        QVERIFY2(!m_ann.isEmpty(), m_server->log().constData());
        m_service = std::make_unique<PythonService>();
        QProcessEnvironment &environment = m_service->environment;
        environment.insert(u"ROLEWRIGHT_SERVER"_s, m_server->url.toString());
        const QByteArray token = m_server->giveToken(m_ann, u"app"_s, u"ann's password"_s);
        QVERIFY(!token.isEmpty());
        environment.insert(u"ROLEWRIGHT_TOKEN_FILE"_s, write(u"token"_s, token + '\n'));
        environment.insert(u"ROLEWRIGHT_REDIS"_s, m_redis->address());
        environment.insert(u"ROLEWRIGHT_READ_SCRIPT"_s,
                           QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/resources/redis/read.lua"));
        environment.insert(u"NEWSROOM_KEY_FILE"_s, write(u"key"_s, SigningKey));
        QVERIFY(m_service->start(u"fastapi"_s, u"/articles"_s, 401));
    }

    void cleanupTestCase() { m_service.reset(); }

    void lets_nobody_in_without_a_token_of_its_own()
    {
        QCOMPARE(ask({}, "GET", u"/articles"_s), 403); // FastAPI's own answer where there is none
        QCOMPARE(ask(signedToken("frank", "another key, of thirty-two bytes!"), "GET", u"/articles"_s), 401);
        const QByteArray unsigned_ =
            base64Url(R"({"alg": "none"})") + '.' + base64Url(R"({"sub": "dave", "exp": 9999999999})") + '.';
        QCOMPARE(ask(unsigned_, "GET", u"/articles"_s), 401);
        QCOMPARE(ask(signedToken("nobody"), "GET", u"/articles"_s), 403);
    }

    // The same by an entry and by the server's answer.
    void decides_as_the_policy_says()
    {
        for (const bool withRedis : {true, false}) {
            if (!withRedis)
                m_redis->stop();
            for (const auto &[user, own, others, deletes] :
                 std::initializer_list<std::tuple<const char *, int, int, int>>{
                     {"alice", 200, 403, 403}, {"frank", 403, 403, 403}, {"bob", 200, 200, 403}}) {
                const QByteArray token = signedToken(user);
                if (withRedis)
                    QVERIFY2(isInRedis(user, token), user);
                QCOMPARE(ask(token, "GET", u"/articles"_s), 200);
                QCOMPARE(ask(token, "PUT", u"/articles/1?text=new"_s), own); // alice's
                QCOMPARE(ask(token, "PUT", u"/articles/2?text=new"_s), others);
                QCOMPARE(ask(token, "DELETE", u"/articles/9"_s), 404);
                if (qstrcmp(user, "bob") != 0)
                    QCOMPARE(ask(token, "DELETE", u"/articles/2"_s), deletes);
            }
        }
        m_redis->start();
    }

    void denies_the_next_request_after_a_revocation()
    {
        const QByteArray token = signedToken("carl");
        QCOMPARE(ask(token, "GET", u"/articles"_s), 403);
        for (int round = 0; round < 5; ++round) {
            QCOMPARE(change(R"({"add": "assignment", "user": "carl", "role": "reader"})"), 200);
            QCOMPARE(ask(token, "GET", u"/articles"_s), 200);
            QVERIFY(isInRedis("carl", token));
            QCOMPARE(ask(token, "GET", u"/articles"_s), 200);
            QCOMPARE(change(R"({"remove": "assignment", "user": "carl", "role": "reader"})"), 200);
            QCOMPARE(ask(token, "GET", u"/articles"_s), 403);
        }
    }

    void denies_within_a_second_what_was_revoked_past_the_server()
    {
        const QByteArray token = signedToken("carl");
        QCOMPARE(change(R"({"add": "assignment", "user": "carl", "role": "reader"})"), 200);
        QVERIFY(isInRedis("carl", token));
        QCOMPARE(applyPast(R"({"remove": "assignment", "user": "carl", "role": "reader"})"), 0);
        QTRY_COMPARE_WITH_TIMEOUT(ask(token, "GET", u"/articles"_s), 403, 10'000);
    }

    void takes_a_token_that_was_replaced()
    {
        m_redis->stop();
        write(u"token"_s, "none");
        QCOMPARE(ask(signedToken("alice"), "GET", u"/articles"_s), 503);
        write(u"token"_s, m_server->giveToken(m_ann, u"app"_s, u"ann's password"_s));
        QCOMPARE(ask(signedToken("alice"), "GET", u"/articles"_s), 200);
        m_redis->start();
    }

    void says_that_nobody_can_say()
    {
        m_redis->stop();
        m_server->stop();
        QCOMPARE(ask(signedToken("alice"), "GET", u"/articles"_s), 503);
    }
};

QTEST_GUILESS_MAIN(TestFastapi)
#include "tst_fastapi.moc"
