// SPDX-License-Identifier: Apache-2.0
#include "core/net/authzenclient.h"
#include "tests/support/answering.h"
#include "tests/support/peerserver.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace rolewright;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The one HTTP client and the AuthZEN client on it, against a server that misbehaves.
class HttpClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void addresses_data();
    void addresses();
    void whatIsNoDecisionIsAnError_data();
    void whatIsNoDecisionIsAnError();
    void decisionsAreTaken();
    void batches();
    void slowServersAreGivenUp();
    void drippingServersAreGivenUp();
    void cancelStopsAtOnce();
    void longAnswersAreRefused();
    void piecesAreGivenAsTheyCome();
    void downloadsKnowTheirTag();
    void tokensAreSentAndNeverShown();
    void certificatesAreVerified();
    void everyStatusIsAnAnswer();
    void whatMayHaveArrivedIsKnown();
    void nothingElseHappensMeanwhile();

private:
    HttpRequest post(const QByteArray &body = "{}") const
    {
        HttpRequest request;
        request.verb = "POST";
        request.path = u"/access/v1/evaluation"_s;
        request.headers = {{"Content-Type", "application/json"}};
        request.body = body;
        return request;
    }
    std::unique_ptr<HttpClient> http(const QString &mode, const HttpClient::Trust &trust = {}) const
    {
        Result<std::unique_ptr<HttpClient>> client = HttpClient::open(m_server->at(mode), trust);
        return client ? std::move(*client) : nullptr;
    }

    std::unique_ptr<BadServer> m_server;
};

namespace {

const QByteArray Question = R"({"subject": {"type": "user", "id": "alice"}, "action": {"name": "read"},)"
                            R"( "resource": {"type": "article", "id": "1"}})";

} // namespace

void HttpClientTest::initTestCase()
{
    m_server = std::make_unique<BadServer>();
    QVERIFY(m_server->isUp());
}

void HttpClientTest::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("problem"); // part of it; empty: it is taken
    QTest::newRow("https") << u"https://pdp.example:3592"_s << QString();
    QTest::newRow("path") << u"http://[::1]:8080/pdp/"_s << QString();
    QTest::newRow("empty") << QString() << u"not the address of a server"_s;
    QTest::newRow("no scheme") << u"localhost:3592"_s << u"not the address of a server"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u"not the address of a server"_s;
    QTest::newRow("no host") << u"http://"_s << u"not the address of a server"_s;
    QTest::newRow("password") << u"https://bob:geheim@pdp.example"_s << u"no password"_s;
    QTest::newRow("query") << u"https://pdp.example/?token=geheim"_s << u"before"_s;
}

void HttpClientTest::addresses()
{
    QFETCH(QString, address);
    QFETCH(QString, problem);
    const Status status = HttpClient::check(address);
    QCOMPARE(status.has_value(), problem.isEmpty());
    if (status)
        return;
    QVERIFY2(status.error().message.contains(problem), qPrintable(status.error().message));
    QVERIFY(!toText(status.error()).contains(u"geheim"_s));
}

void HttpClientTest::whatIsNoDecisionIsAnError_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *mode, const char *problem) {
        QTest::newRow(mode) << QString::fromLatin1(mode) << QString::fromLatin1(problem);
    };
    row("cut", "before its answer was whole");
    row("cutchunk", "before its answer was whole");
    row("html", "not JSON");
    row("string", "neither true nor false");
    row("number", "neither true nor false");
    row("missing", "has no \"decision\"");
    row("list", "not an object");
    row("twice", "twice");
    row("error", "status 500 and \"the database is away\"");
    row("token", "Give a token");
    row("nowhere", "Look whether this is the address of an AuthZEN server");
    row("redirect", "sends on to http://127.0.0.2:");
}

void HttpClientTest::whatIsNoDecisionIsAnError()
{
    QFETCH(QString, mode);
    QFETCH(QString, problem);
    AuthzenClient client(http(mode));
    const Result<AuthzenAnswer> answer = client.evaluation(Question);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::Unavailable);
    QVERIFY2(answer.error().message.contains(problem), qPrintable(answer.error().message));
    QCOMPARE(answer.error().place, m_server->at(mode));
    // Nor is it one in a batch.
    const Result<QList<Result<AuthzenAnswer>>> answers = client.evaluations({Question, Question, Question});
    if (answers) {
        for (const Result<AuthzenAnswer> &each : *answers)
            QVERIFY(!each);
    }
}

void HttpClientTest::decisionsAreTaken()
{
    AuthzenClient allowing(http(u"allow"_s));
    QCOMPARE(allowing.evaluation(Question).value(), (AuthzenAnswer {true, {}}));
    AuthzenClient denying(http(u"deny"_s));
    QCOMPARE(denying.evaluation(Question).value(), (AuthzenAnswer {false, u"because"_s}));
    QCOMPARE(denying.evaluation(Question).value(), (AuthzenAnswer {false, u"because"_s})); // on the kept connection
    Result<std::unique_ptr<HttpClient>> nobody = HttpClient::open(u"http://127.0.0.1:1"_s);
    QVERIFY(nobody);
    const Result<AuthzenAnswer> none = AuthzenClient(std::move(*nobody)).evaluation(Question);
    QVERIFY(!none);
    QVERIFY2(none.error().message.contains(u"Nothing answers there"_s), qPrintable(none.error().message));
}

void HttpClientTest::batches()
{
    const QList<QByteArray> three {Question, Question, Question};
    const auto printed = [&](const QString &mode) {
        const Result<QList<Result<AuthzenAnswer>>> answers = AuthzenClient(http(mode)).evaluations(three);
        if (!answers)
            return answers.error().message;
        QStringList texts;
        for (const Result<AuthzenAnswer> &answer : *answers)
            texts << (answer ? answer->allowed ? u"allow"_s : u"deny"_s : answer.error().message);
        return texts.join(u", "_s);
    };
    QCOMPARE(printed(u"deny"_s), u"deny, deny, deny"_s);
    QCOMPARE(printed(u"single"_s), u"allow, allow, allow"_s); // without batches it is asked one by one
    QCOMPARE(printed(u"short"_s),
             u"The answer is no decision: it has 2 items for 3 questions. Look whether this is the address of an AuthZEN "
             "server."_s);
    QCOMPARE(printed(u"item"_s),
             u"allow, allow, The answer is no decision: it says \"no such resource\". Look whether this is the address of "
             "an AuthZEN server."_s);
    QVERIFY(printed(u"missing"_s).contains(u"no list \"evaluations\""_s));
}

void HttpClientTest::slowServersAreGivenUp()
{
    HttpRequest request = post();
    request.silence = 300ms;
    QElapsedTimer timer;
    timer.start();
    const Result<HttpResponse> response = http(u"slow"_s)->send(request);
    QVERIFY(!response);
    QVERIFY2(response.error().message.contains(u"said nothing for 0.3 s"_s), qPrintable(response.error().message));
    QVERIFY(timer.elapsed() < 3000);
}

void HttpClientTest::drippingServersAreGivenUp()
{
    HttpRequest request = post();
    request.silence = 300ms;
    request.deadline = 900ms;
    QElapsedTimer timer;
    timer.start();
    const Result<HttpResponse> response = http(u"drip"_s)->send(request);
    QVERIFY(!response);
    QVERIFY2(response.error().message.contains(u"not there after 0.9 s"_s), qPrintable(response.error().message));
    QVERIFY(timer.elapsed() >= 900);
    QVERIFY(timer.elapsed() < 3000);
}

void HttpClientTest::cancelStopsAtOnce()
{
    std::atomic_bool cancel = false;
    std::thread other([&] {
        std::this_thread::sleep_for(200ms);
        cancel = true;
    });
    QElapsedTimer timer;
    timer.start();
    const Result<HttpResponse> response = http(u"slow"_s)->send(post(), &cancel);
    other.join();
    QVERIFY(!response);
    QCOMPARE(response.error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 10'000);
}

void HttpClientTest::longAnswersAreRefused()
{
    for (const QString &mode : {u"huge"_s, u"headers"_s}) {
        QElapsedTimer timer;
        timer.start();
        HttpRequest request = post();
        request.deadline = 10s;
        const Result<HttpResponse> response = http(mode)->send(request);
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::Unavailable);
        qInfo("%s: %s (%lld ms)", qPrintable(mode), qPrintable(response.error().message), timer.elapsed());
    }
    QVERIFY(http(u"huge"_s)->send(post()).error().message.contains(u"longer than 1048576 bytes"_s));
}

void HttpClientTest::piecesAreGivenAsTheyCome()
{
    qint64 size = 0;
    HttpRequest request = post();
    request.bodyMaximum = 1 << 30;
    request.received = [&](const QByteArray &piece) -> Status {
        size += piece.size();
        if (size > 20 << 20)
            return failure(ErrorCode::Invalid, u"Enough."_s);
        return {};
    };
    const Result<HttpResponse> response = http(u"huge"_s)->send(request);
    QVERIFY(!response);
    QCOMPARE(response.error().message, u"Enough."_s);
    QVERIFY(size > 20 << 20);
    QVERIFY(size < 30 << 20);
}

void HttpClientTest::downloadsKnowTheirTag()
{
    const std::unique_ptr<HttpClient> client = http(u"tag"_s);
    HttpRequest request;
    request.path = u"/policy?since=3"_s;
    const Result<HttpResponse> first = client->send(request);
    QVERIFY(first);
    QCOMPARE(first->status, 200);
    QCOMPARE(first->body, "seven");
    QCOMPARE(first->header("etag"), "\"7\"");
    request.headers = {{"If-None-Match", first->header("ETag")}};
    const Result<HttpResponse> second = client->send(request);
    QVERIFY(second);
    QCOMPARE(second->status, 304);
    QCOMPARE(second->body, QByteArray());
}

void HttpClientTest::tokensAreSentAndNeverShown()
{
    AuthzenClient client(http(u"token"_s, {"sesame", {}, {}}));
    QCOMPARE(client.evaluation(Question).value(), (AuthzenAnswer {true, {}}));
    AuthzenClient wrong(http(u"token"_s, {"geheim", {}, {}}));
    const Result<AuthzenAnswer> refused = wrong.evaluation(Question);
    QVERIFY(!refused);
    QVERIFY(!toText(refused.error()).contains(u"geheim"_s));
    const Result<std::unique_ptr<HttpClient>> plain = HttpClient::open(u"http://pdp.example"_s, {"geheim", {}, {}});
    QVERIFY(!plain);
    QVERIFY(plain.error().message.contains(u"https only"_s));
}

// A server whose certificate nobody signed: refused, unless exactly this one is trusted.
void HttpClientTest::certificatesAreVerified()
{
    QTemporaryDir folder;
    const auto certificate = [&](const QString &name, const QString &alternative) {
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=test"_s, u"-addext"_s, u"subjectAltName="_s + alternative, u"-keyout"_s,
                       folder.filePath(u"key.pem"_s), u"-out"_s, folder.filePath(u"cert.pem"_s)});
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl: %s", openssl.readAllStandardError().constData());
        QByteArray both;
        for (const QString &part : {u"cert.pem"_s, u"key.pem"_s}) {
            QFile file(folder.filePath(part));
            if (file.open(QIODevice::ReadOnly))
                both += file.readAll();
        }
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(both) != both.size())
            qFatal("not written");
        return both;
    };
    const QByteArray right = certificate(u"right.pem"_s, u"IP:127.0.0.1"_s);
    const BadServer server({folder.filePath(u"right.pem"_s)}, u"https"_s);
    const auto ask = [](const BadServer &whom, const QByteArray &authorities) {
        Result<std::unique_ptr<HttpClient>> client = HttpClient::open(whom.at(u"allow"_s), {{}, authorities, {}});
        return client ? AuthzenClient(std::move(*client)).evaluation(Question)
                      : Result<AuthzenAnswer>(failure(client.error()));
    };
    const Result<AuthzenAnswer> unknown = ask(server, {});
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().message.contains(u"not secure"_s), qPrintable(unknown.error().message));
    QCOMPARE(ask(server, right).value(), (AuthzenAnswer {true, {}}));

    const QByteArray other = certificate(u"other.pem"_s, u"DNS:elsewhere.example"_s);
    QVERIFY(!ask(server, other)); // trusted, but not this server's
    const BadServer misnamed({folder.filePath(u"other.pem"_s)}, u"https"_s);
    QVERIFY(!ask(misnamed, other)); // the server's, but for another host
    QVERIFY(!ask(server, "no certificate"));
}

namespace {

std::unique_ptr<HttpClient> clientOf(const Answering &server)
{
    return std::move(*HttpClient::open(server.address()));
}

} // namespace

void HttpClientTest::everyStatusIsAnAnswer()
{
    for (const int status : {200, 204, 304, 400, 401, 403, 404, 409, 412, 418, 428, 500, 503}) {
        const bool hasBody = status != 204 && status != 304;
        const Answering server("HTTP/1.1 " + QByteArray::number(status) + " Why"
                               + (hasBody ? "\r\nContent-Length: 2\r\n\r\n{}" : "\r\n\r\n"));
        const Result<HttpResponse> response = clientOf(server)->send({});
        QVERIFY2(response, qPrintable(response ? QString() : toText(response.error())));
        QCOMPARE(response->status, status);
        QCOMPARE(response->body, hasBody ? "{}" : "");
    }
    // Nobody waits for the body that HEAD has not.
    const Answering server("HTTP/1.1 200 OK\r\nETag: \"7\"\r\n\r\n");
    HttpRequest head;
    head.verb = "HEAD";
    const Result<HttpResponse> response = clientOf(server)->send(head);
    QVERIFY2(response, qPrintable(response ? QString() : toText(response.error())));
    QCOMPARE(response->header("ETag"), "\"7\"");
}

void HttpClientTest::whatMayHaveArrivedIsKnown()
{
    const std::unique_ptr<HttpClient> nobody = std::move(*HttpClient::open(u"http://127.0.0.1:1"_s));
    QVERIFY(!nobody->send(post()));
    QVERIFY(!nobody->wasSent());
    const Answering ending({});
    const std::unique_ptr<HttpClient> cut = clientOf(ending);
    QVERIFY(!cut->send(post()));
    QVERIFY(cut->wasSent());
    const Answering answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(clientOf(answering)->send(post()));
}

// Whoever waits is within a task of its thread: the next one must not begin in the middle of it.
void HttpClientTest::nothingElseHappensMeanwhile()
{
    bool happened = false;
    QMetaObject::invokeMethod(this, [&] { happened = true; }, Qt::QueuedConnection);
    const Answering server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    QVERIFY(clientOf(server)->send({}));
    QVERIFY(!happened);
    QCoreApplication::processEvents();
    QVERIFY(happened);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
