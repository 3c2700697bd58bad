// SPDX-License-Identifier: Apache-2.0
#include "core/net/redisclient.h"

#include "tests/support/redisserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <thread>

using namespace rolewright;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds Patience(2'000);

// Takes one connection and answers whatever is asked with these bytes; then holds still.
class Impostor
{
public:
    explicit Impostor(const QByteArray &answer)
    {
        QTcpServer free;
        const bool bound = free.listen(QHostAddress::LocalHost);
        Q_ASSERT(bound);
        port = free.serverPort();
        free.close();
        m_thread = std::thread([this, answer] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost, port);
            m_isReady = true;
            if (!server.waitForNewConnection(10'000))
                return;
            QTcpSocket *socket = server.nextPendingConnection();
            if (socket->waitForReadyRead(10'000)) {
                socket->write(answer);
                while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(1'000)) { }
            }
            socket->waitForDisconnected(10'000);
        });
        while (!m_isReady)
            QThread::msleep(5);
    }
    ~Impostor() { m_thread.join(); }
    QString address() const { return u"redis://127.0.0.1:%1"_s.arg(port); }

    quint16 port = 0;

private:
    std::thread m_thread;
    std::atomic_bool m_isReady = false;
};

} // namespace

class TestRedisClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfReply()
    {
        RedisServer redis;
        const auto client = RedisClient::open(redis.address() + u"/3"_s, {}, Patience);
        QVERIFY(client);
        const auto call = [&](const QList<QByteArray> &words) { return *(*client)->call(words, Patience); };
        QCOMPARE(call({"GET", "none"}).kind, RedisReply::Kind::Nil);
        const QByteArray binary("a\0b\r\n\xff", 6);
        QCOMPARE(call({"SET", "key", binary}).text, QByteArray("OK"));
        QCOMPARE(call({"GET", "key"}).text, binary);
        QCOMPARE(call({"INCR", "count"}).integer, 1);
        const RedisReply list = call({"EVAL", "return {1, 'two', {3, false}}", "0"});
        QCOMPARE(list.list.size(), 3);
        QCOMPARE(list.list.at(2).list.at(0).integer, 3);
        QCOMPARE(list.list.at(2).list.at(1).kind, RedisReply::Kind::Nil);
        QVERIFY(!redis.isThere("key")); // which is in another database
        const QByteArray large(5 << 20, 'x');
        QVERIFY((*client)->call({"SET", "large", large}, Patience));
        QCOMPARE(call({"GET", "large"}).text.size(), large.size());
    }

    void closesAfterAFailure()
    {
        RedisServer redis;
        auto client = RedisClient::open(redis.address(), {}, Patience);
        const Result<RedisReply> refused = (*client)->call({"NONSENSE"}, Patience);
        QVERIFY(!refused && refused.error().message.contains(u"unknown command"));
        QVERIFY(!(*client)->call({"PING"}, Patience));
        client = RedisClient::open(redis.address(), {}, Patience);
        redis.freeze();
        QElapsedTimer timer;
        timer.start();
        const Result<RedisReply> late = (*client)->call({"PING"}, milliseconds(300));
        QVERIFY(!late && late.error().code == ErrorCode::Unavailable);
        QVERIFY2(timer.elapsed() >= 290 && timer.elapsed() < 2'000,
                 QByteArray::number(timer.elapsed()).constData());
        redis.thaw();
        // What it answers now belongs to nothing.
        QVERIFY(!(*client)->call({"GET", "key"}, Patience));
        redis.stop();
        const auto none = RedisClient::open(redis.address(), {}, Patience);
        QVERIFY(!none && none.error().code == ErrorCode::Unavailable);
    }

    void believesNoImpostor_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("HTTP") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
        QTest::newRow("half") << QByteArray("$10\r\nabc");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a length that cannot be") << QByteArray("$-7\r\n");
        QTest::newRow("endless") << QByteArray("$1000000000\r\n") + QByteArray(20 << 20, 'x');
        QTest::newRow("many") << QByteArray("*2000000000\r\n:1\r\n");
        QTest::newRow("deep") << QByteArray("*1\r\n").repeated(1000) + ":1\r\n";
    }
    void believesNoImpostor()
    {
        QFETCH(QByteArray, answer);
        const Impostor impostor(answer);
        const auto client = RedisClient::open(impostor.address(), {}, Patience);
        QVERIFY(client);
        QVERIFY(!(*client)->call({"PING"}, milliseconds(1'000)));
    }

    void signsIn()
    {
        const RedisClient::Trust trust{"a password", {}};
        RedisServer redis({u"--requirepass"_s, u"a password"_s}, trust);
        QVERIFY(redis.call({"ACL", "SETUSER", "reader", "on", ">another", "+get", "~rolewright:*"}));
        const auto open = [&](const QString &address, const QByteArray &password) {
            auto client = RedisClient::open(address, {password, {}}, Patience);
            return client && (*client)->call({"GET", "rolewright:version"}, Patience).has_value();
        };
        QVERIFY(open(redis.address(), "a password"));
        QVERIFY(!open(redis.address(), "another"));
        QVERIFY(!open(redis.address(), {}));
        const QString asReader = u"redis://reader@127.0.0.1:%1"_s.arg(redis.port());
        QVERIFY(open(asReader, "another"));
        QVERIFY(!open(asReader, "a password"));
    }

    void trustsACertificateThatItKnows()
    {
        QTemporaryDir folder;
        const QString key = folder.filePath(u"key.pem"_s);
        const QString certificate = folder.filePath(u"cert.pem"_s);
        QCOMPARE(QProcess::execute(u"openssl"_s,
                                   {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s,
                                    u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=redis"_s, u"-addext"_s,
                                    u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, key, u"-out"_s,
                                    certificate, u"-batch"_s}),
                 0);
        QFile file(certificate);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray authority = file.readAll();
        RedisServer redis({u"--port"_s, u"0"_s, u"--tls-port"_s, u"PORT"_s, u"--tls-cert-file"_s, certificate,
                           u"--tls-key-file"_s, key, u"--tls-ca-cert-file"_s, certificate,
                           u"--tls-auth-clients"_s, u"no"_s},
                          {{}, authority}, u"rediss"_s);
        QVERIFY(redis.call({"PING"}));
        const auto isOpened = [&](const QString &address, const QByteArray &authorities) {
            return RedisClient::open(address, {{}, authorities}, Patience).has_value();
        };
        QVERIFY(!isOpened(redis.address(), {})); // by none of the system's authorities
        QVERIFY(!isOpened(u"rediss://localhost:%1"_s.arg(redis.port()), authority)); // of another name
        const auto plain = RedisClient::open(u"redis://127.0.0.1:%1"_s.arg(redis.port()), {}, Patience);
        QVERIFY(!plain || !(*plain)->call({"PING"}, milliseconds(500)));
    }

    void refusesAddressesThatAreNone()
    {
        for (const char *address :
             {"", "127.0.0.1:6379", "http://host", "redis://", "redis://host/x", "redis://host/-1",
              "redis://user:secret@host", "redis://:secret@host", "redis://host?password=secret"}) {
            const Status checked = RedisClient::check(QString::fromLatin1(address));
            QVERIFY2(!checked && checked.error().code == ErrorCode::Usage, address);
            QVERIFY2(!toText(checked.error()).contains(u"secret"), address);
        }
        for (const char *address :
             {"redis://host", "redis://[::1]:7000/2", "rediss://user@cache.example:6380"})
            QVERIFY2(RedisClient::check(QString::fromLatin1(address)), address);
        // In the clear across a network.
        const auto open = RedisClient::open(u"redis://cache.example"_s, {"secret", {}}, Patience);
        QVERIFY(!open && open.error().code == ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(TestRedisClient)
#include "tst_redisclient.moc"
