// SPDX-License-Identifier: Apache-2.0
#include "tests/server/runningserver.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTest>

#include <csignal>
#include <sqlite3.h>

using namespace rolewright;
using namespace Qt::StringLiterals;

// What comes from the network and is no plain request, against the real rolewrightd (testing.md, HTTP).
class TestServerLimits : public QObject
{
    Q_OBJECT

private:
    static int statusOf(const QByteArray &answer) { return answer.mid(9, 3).toInt(); }

    // Guesses that were looked at, as the store has counted them.
    static qint64 looked(const RunningServer &server)
    {
        qint64 most = -1;
        sqlite3 *database = nullptr;
        sqlite3_open_v2(QFile::encodeName(server.store).constData(), &database, SQLITE_OPEN_READONLY, nullptr);
        const auto take = [](void *to, int, char **values, char **) {
            *static_cast<qint64 *>(to) = QByteArray(values[0]).toLongLong();
            return 0;
        };
        sqlite3_exec(database, "SELECT max(failures) FROM attempt", take, &most, nullptr);
        sqlite3_close(database);
        return most;
    }

private Q_SLOTS:
    void refuses_what_is_not_one_request_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QList<int>>("statuses");
        const auto row = [](const char *name, const QByteArray &request, const QList<int> &statuses) {
            QTest::newRow(name) << request << statuses;
        };
        const QByteArray get = "GET /healthz HTTP/1.1\r\n";
        const QByteArray post = "POST /access/v1/evaluation HTTP/1.1\r\nHost: x\r\n";
        row("plain", get + "Host: x\r\nConnection: close\r\n\r\n", {200});
        row("no host", get + "\r\n", {400});
        row("two hosts", get + "Host: x\r\nHost: y\r\n\r\n", {400});
        row("unknown version", "GET /healthz HTTP/3.7\r\nHost: x\r\n\r\n", {400, 505});
        row("no target", "GET healthz HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        row("garbage", "\x16\x03\x01\x02\x00garbage\r\n\r\n", {400});
        row("a space before the colon", post + "Content-Length : 2\r\n\r\n{}", {400});
        row("bare carriage return", "GET /healthz HTTP/1.1\rHost: x\r\r", {400, 505});
        row("negative length", post + "Content-Length: -1\r\n\r\n{}", {400});
        row("length with a sign", post + "Content-Length: +2\r\n\r\n{}", {400});
        row("two lengths", post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", {400});
        row("two equal lengths", post + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", {400});
        row("length and chunks", post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            {400});
        row("unknown encoding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", {400});
        row("chunked twice",
            post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400});
        row("chunks in 1.0",
            "POST /access/v1/evaluation HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            {400});
        row("bad chunk size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n", {400});
        row("folded header", get + "Host: x\r\nX: a\r\n b\r\n\r\n", {400, 200});
        row("a header without a name", get + "Host: x\r\n: y\r\n\r\n", {400});
        row("20 KiB of header", get + "Host: x\r\nX: " + QByteArray(20 << 10, 'a') + "\r\n\r\n", {431, 400});
        row("400 MB announced", post + "Content-Length: 400000000\r\n\r\n", {413});
        row("a body on a get", get + "Host: x\r\nContent-Length: 5\r\n\r\nhello", {413});
        for (const char *once : {"Authorization", "Content-Type", "If-Match", "Idempotency-Key"})
            row(once, get + "Host: x\r\n" + once + ": a\r\nX: y\r\n" + once + ": b\r\n\r\n", {400});
        row("a packed body", post + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", {415});
        row("an expectation", post + "Expect: miracles\r\nContent-Length: 2\r\n\r\n{}", {417});
        row("two requests in one", get + "Host: x\r\n\r\n" + get + "Host: x\r\nConnection: close\r\n\r\n",
            {200});
    }

    void refuses_what_is_not_one_request()
    {
        QFETCH(QByteArray, request);
        QFETCH(QList<int>, statuses);
        static RunningServer server;
        QVERIFY2(!server.url.isEmpty(), server.log().constData());
        const QByteArray answer = server.sendRaw(request);
        QVERIFY2(statuses.contains(statusOf(answer)), answer.left(300).constData());
        // Never the beginning of a second answer to something inside the first.
        if (statusOf(answer) != 200)
            QVERIFY2(answer.count("HTTP/1.1 ") <= 1, answer.constData());
        QCOMPARE(server.send("GET", u"/healthz"_s).status, 200);
    }

    void serves_others_beside_connections_that_say_nothing()
    {
        RunningServer server({u"--connections"_s, u"210"_s});
        QVERIFY2(!server.url.isEmpty(), server.log().constData());
        const qint64 before = server.memory();
        std::vector<std::unique_ptr<QTcpSocket>> halfOpen;
        for (int i = 0; i < 200; ++i) {
            halfOpen.push_back(std::make_unique<QTcpSocket>());
            halfOpen.back()->connectToHost(server.url.host(), quint16(server.url.port()));
            QVERIFY(halfOpen.back()->waitForConnected());
            halfOpen.back()->write("POST /access/v1/eval");
            halfOpen.back()->flush();
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(server.send("GET", u"/healthz"_s).status, 200);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(server.memory() - before < 30'000);
        // The header's time is over: they are gone, and said so.
        QTRY_VERIFY_WITH_TIMEOUT(
            server.send("GET", u"/metrics"_s).body.contains("rolewright_connections 1\n"), 20'000);
        // More than there may be are shed.
        std::vector<std::unique_ptr<QTcpSocket>> many;
        for (int i = 0; i < 300; ++i) {
            many.push_back(std::make_unique<QTcpSocket>());
            many.back()->connectToHost(server.url.host(), quint16(server.url.port()));
            many.back()->waitForConnected(1000);
        }
        // All at once: whom the server has not come to yet counts only once it does.
        const auto isShed = [&] {
            return std::any_of(many.cbegin(), many.cend(), [](const auto &each) {
                return each->bytesAvailable() > 0 || each->state() != QAbstractSocket::ConnectedState;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isShed(), 10'000);
        many.clear();
        QTRY_COMPARE_WITH_TIMEOUT(server.send("GET", u"/healthz"_s).status, 200, 10'000);
        QVERIFY(!server.send("GET", u"/metrics"_s).body.contains("rolewright_connections_shed_total 0\n"));
    }

    void does_not_keep_a_body_that_nobody_asked_for()
    {
        RunningServer server;
        QVERIFY2(!server.url.isEmpty(), server.log().constData());
        const qint64 before = server.memory();
        // Without a length it is known only when it is too long.
        QTcpSocket socket;
        socket.connectToHost(server.url.host(), quint16(server.url.port()));
        QVERIFY(socket.waitForConnected());
        socket.write("POST /api/v1/changesets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'a') + "\r\n";
        QByteArray answer;
        for (int i = 0; i < 1000 && socket.state() == QAbstractSocket::ConnectedState; ++i) {
            socket.write(chunk);
            if (!socket.waitForBytesWritten(2000))
                break;
            if (socket.bytesAvailable() > 0 || socket.waitForReadyRead(0)) {
                answer += socket.readAll();
                break;
            }
        }
        if (answer.isEmpty() && socket.bytesAvailable() == 0)
            socket.waitForReadyRead(2000);
        answer += socket.readAll();
        QCOMPARE(statusOf(answer), 413);
        QVERIFY(server.memory() - before < 20'000);
        QCOMPARE(server.send("GET", u"/healthz"_s).status, 200);
    }

    void lets_nobody_in_who_guesses_data()
    {
        QTest::addColumn<bool>("confirms");
        QTest::newRow("signing in") << false;
        QTest::newRow("confirming") << true;
    }
    // A slice of 10,000: of those that come while one has to wait, none is looked at.
    void lets_nobody_in_who_guesses()
    {
        QFETCH(bool, confirms);
        const int guesses = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all" ? 10'000 : 150;
        RunningServer server;
        QVERIFY2(!server.url.isEmpty(), server.log().constData());
        const QByteArray token = server.signIn(u"carl"_s, u"their password"_s);
        QVERIFY(!token.isEmpty());
        const QByteArray wrong = confirms
            ? "{\"digest\": \"" + QByteArray(64, 'a') + "\", \"password\": \"wrong password\"}"
            : QByteArray("{\"user\": \"carl\", \"password\": \"wrong password\"}");
        for (int i = 0; i < guesses; ++i) {
            const int status = confirms
                ? server.sendAs(token, "POST", u"/api/v1/session/confirmation"_s, wrong).status
                : server.send("POST", u"/api/v1/session"_s, wrong).status;
            QVERIFY2(status >= 400 && status < 500, qPrintable(QString::number(status)));
        }
        const qint64 tried = looked(server);
        QVERIFY2(tried >= 5 && tried <= 100, qPrintable(QString::number(tried)));
        qInfo("%lld of %d guesses were looked at", tried, guesses);
        // Right, when the wait is over.
        QTRY_VERIFY_WITH_TIMEOUT(!server.signIn(u"carl"_s, u"their password"_s).isEmpty(), 300'000);
    }

    // A sign-in takes most of a second, and replies when the server has stopped.
    void ends_in_order_while_somebody_signs_in()
    {
        for (int round = 0; round < 3; ++round) {
            RunningServer server({u"--grace"_s, u"0"_s});
            QVERIFY2(!server.url.isEmpty(), server.log().constData());
            std::vector<std::unique_ptr<QTcpSocket>> people;
            const QByteArray body = "{\"user\": \"carl\", \"password\": \"their password\"}";
            for (int i = 0; i < 4; ++i) {
                people.push_back(std::make_unique<QTcpSocket>());
                people.back()->connectToHost(server.url.host(), quint16(server.url.port()));
                QVERIFY(people.back()->waitForConnected());
                people.back()->write(
                    "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    "Content-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
                QVERIFY(people.back()->waitForBytesWritten());
            }
            QTest::qWait(100); // begun
            QCOMPARE(server.stop(), 0);
        }
    }

    void speaks_tls_of_today_only()
    {
        QTemporaryDir folder;
        const QString certificate = folder.filePath(u"cert.pem"_s);
        const QString key = folder.filePath(u"key.pem"_s);
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-keyout"_s, key,
                       u"-out"_s, certificate, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s,
                       u"-addext"_s, u"subjectAltName=IP:127.0.0.1"_s});
        QVERIFY(openssl.waitForFinished(30'000));
        QCOMPARE(openssl.exitCode(), 0);
        RunningServer server({u"--certificate"_s, certificate, u"--key"_s, key});
        QVERIFY2(server.url.scheme() == u"https"_s, server.log().constData());
        QCOMPARE(server.send("GET", u"/healthz"_s).status, 0); // nobody knows that certificate
        server.trust(certificate);
        QCOMPARE(server.send("GET", u"/healthz"_s).status, 200);
        const auto handshakes = [&](const QStringList &arguments) {
            QProcess client;
            client.start(u"openssl"_s,
                         QStringList{u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(server.url.port())}
                             + arguments);
            client.closeWriteChannel();
            client.waitForFinished(20'000);
            return client.readAllStandardOutput().contains("Cipher is TLS");
        };
        QVERIFY(handshakes({u"-tls1_3"_s}));
        QVERIFY(!handshakes({u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s}));
        // Plain HTTP on the same port gets nothing, and a certificate that is not there changes nothing.
        QCOMPARE(statusOf(server.sendRaw("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")), 0);
        QVERIFY(QFile::rename(certificate, certificate + u".gone"_s));
        server.signal(SIGHUP);
        QTRY_VERIFY(server.log().contains("certificate-kept"));
        QCOMPARE(server.send("GET", u"/healthz"_s).status, 200);
    }

    void refuses_to_start_on_what_would_not_do_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no store") << QStringList{} << QByteArray("--store");
        QTest::newRow("in the clear to others")
            << QStringList{u"--store"_s, u"x"_s, u"--listen"_s, u"0.0.0.0:8443"_s}
            << QByteArray("in the clear");
        QTest::newRow("unknown option")
            << QStringList{u"--store"_s, u"x"_s, u"--lisen"_s, u"127.0.0.1:1"_s} << QByteArray("--lisen");
        QTest::newRow("an address that is none")
            << QStringList{u"--store"_s, u"x"_s, u"--url"_s, u"javascript:alert(1)"_s} << QByteArray("--url");
        QTest::newRow("a configuration with a mistake")
            << QStringList{u"--config"_s, QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/CMakePresets.json")}
            << QByteArray("CMakePresets.json: There is a line");
        QTest::newRow("no such file") << QStringList{u"--store"_s, u"/nowhere/x.rolewright"_s, u"--check"_s}
                                      << QByteArray("/nowhere/x.rolewright");
    }

    void refuses_to_start_on_what_would_not_do()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        QProcess program;
        program.start(QStringLiteral(ROLEWRIGHT_BIN_DIR "/rolewrightd"), arguments);
        QVERIFY(program.waitForFinished(20'000));
        const QByteArray said = program.readAllStandardError() + program.readAllStandardOutput();
        QVERIFY2(program.exitCode() != 0, said.constData());
        QVERIFY2(said.contains(says), said.constData());
    }
};

QTEST_GUILESS_MAIN(TestServerLimits)
#include "tst_serverlimits.moc"
