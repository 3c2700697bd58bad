// SPDX-License-Identifier: Apache-2.0
#include "tests/server/runningserver.h"
#include "tests/support/tokensigner.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

#include <csignal>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray claimsOf(const QByteArray &user, qint64 seconds = 600, const QByteArray &audience = "rolewright")
{
    return R"({"iss": "https://id.example", "aud": ")" + audience + R"(", "sub": ")" + user
        + "\", \"exp\": " + QByteArray::number(QDateTime::currentSecsSinceEpoch() + seconds) + '}';
}

QByteArray question()
{
    return R"({"subject": {"type": "user", "id": "frank"}, "action": {"name": "read"},
               "resource": {"type": "article", "id": "7"}})";
}

} // namespace

// Tokens that somebody else has signed.
class TestIssuer : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    Jwk m_old = newKey("old", "RS256");
    Jwk m_new = newKey("new", "RS256");

    QString publish(const Jwk &key)
    {
        QFile file(m_folder.filePath(u"keys.json"_s));
        const QByteArray set = setOf({publicOf(key)});
        const bool written = file.open(QIODevice::WriteOnly) && file.write(set) == set.size();
        Q_ASSERT(written);
        return file.fileName();
    }
    static QStringList options(const QString &keys)
    {
        return {u"--issuer"_s,   u"https://id.example"_s, u"--issuer-audience"_s,
                u"rolewright"_s, u"--issuer-keys"_s,      keys};
    }
    static int ask(RunningServer &server, const QByteArray &token)
    {
        return server.sendAs(token, "POST", u"/access/v1/evaluation"_s, question()).status;
    }

private Q_SLOTS:
    void lets_in_whom_the_policy_knows()
    {
        RunningServer server(options(publish(m_old)));
        QVERIFY2(!server.url.isEmpty(), server.log().constData());
        const auto token = [&](const char *user) {
            return signedToken(m_old, claimsOf(user), "RS256", "old");
        };
        QCOMPARE(ask(server, token("app")), 200);
        QCOMPARE(ask(server, token("carl")), 403);
        QCOMPARE(ask(server, token("nobody")), 401);
        const QByteArray dave = token("dave"); // who has every right
        QCOMPARE(server.sendAs(dave, "GET", u"/api/v1/policy"_s).status, 200);
        QCOMPARE(server.sendAs(dave, "GET", u"/api/v1/audit"_s).status, 200);
        // Nobody vouches for a password.
        const RunningServer::Answer refused =
            server.change(dave, R"({"add": "user", "value": {"id": "zoe"}})");
        QCOMPARE(refused.status, 403);
        QCOMPARE(server.sendAs(dave, "GET", u"/api/v1/policy"_s).header("ETag"), QByteArray("\"1\""));
        // Who is active is what the policy says.
        const QByteArray ann = server.signIn(u"ann"_s, u"ann's password"_s);
        const QByteArray app = token("app");
        QCOMPARE(ask(server, app), 200);
        QCOMPARE(
            server
                .change(ann, R"({"set": "user", "id": "app", "field": "name", "was": "app", "to": "An app"})")
                .status,
            200);
        QCOMPARE(ask(server, app), 200);
        QCOMPARE(server
                     .change(ann, R"({"remove": "assignment", "user": "app", "role": "asking"})",
                             u"ann's password"_s)
                     .status,
                 200);
        QCOMPARE(ask(server, app), 403);
    }

    void lets_in_nobody_else()
    {
        RunningServer server(options(publish(m_old)));
        QCOMPARE(ask(server, signedToken(m_new, claimsOf("app"), "RS256", "old")), 401);
        QCOMPARE(ask(server, signedToken(m_old, claimsOf("app", -100), "RS256", "old")), 401);
        QCOMPARE(ask(server, signedToken(m_old, claimsOf("app", 600, "else"), "RS256", "old")), 401);
        QCOMPARE(ask(server, signedToken(m_old, claimsOf("app"), "PS256", "old")), 401);
        // One that counted counts no longer.
        const QByteArray brief = signedToken(m_old, claimsOf("app", -29), "RS256", "old");
        QCOMPARE(ask(server, brief), 200);
        QTRY_COMPARE_WITH_TIMEOUT(ask(server, brief), 401, 10'000);
        RunningServer without;
        QCOMPARE(ask(without, signedToken(m_old, claimsOf("app"), "RS256", "old")), 401);
    }

    void reads_the_keys_again()
    {
        RunningServer server(options(publish(m_old)));
        const QByteArray before = signedToken(m_old, claimsOf("app"), "RS256", "old");
        const QByteArray after = signedToken(m_new, claimsOf("app"), "RS256", "new");
        QCOMPARE(ask(server, before), 200);
        QCOMPARE(ask(server, after), 401);
        publish(m_new);
        server.signal(SIGHUP);
        QTRY_COMPARE_WITH_TIMEOUT(ask(server, after), 200, 10'000);
        QCOMPARE(ask(server, before), 401);
    }

    void fetches_the_keys_where_they_are_published()
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        const QString port = QString::number(free.serverPort());
        free.close();
        publish(m_old);
        QProcess web;
        web.start(u"/usr/bin/python3"_s,
                  {u"-u"_s, u"-m"_s, u"http.server"_s, u"--bind"_s, u"127.0.0.1"_s, u"--directory"_s,
                   m_folder.path(), port});
        QVERIFY(web.waitForReadyRead(20'000));
        {
            RunningServer server(options(u"http://127.0.0.1:%1/keys.json"_s.arg(port)));
            QVERIFY2(!server.url.isEmpty(), server.log().constData());
            QCOMPARE(ask(server, signedToken(m_old, claimsOf("app"), "RS256", "old")), 200);
            // A key that it has not seen makes it look.
            publish(m_new);
            const QByteArray token = signedToken(m_new, claimsOf("app"), "RS256", "new");
            QTRY_COMPARE_WITH_TIMEOUT(ask(server, token), 200, 10'000);
        }
        web.kill();
        web.waitForFinished();
        // Without keys it does not start.
        RunningServer none(options(u"http://127.0.0.1:%1/keys.json"_s.arg(port)));
        QVERIFY(none.url.isEmpty());
        QVERIFY2(none.log().contains("rolewrightd: "), none.log().constData());
    }
};

QTEST_GUILESS_MAIN(TestIssuer)
#include "tst_issuer.moc"
