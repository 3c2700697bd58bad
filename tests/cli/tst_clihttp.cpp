// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/program.h"
#include "tests/server/runningserver.h"
#include "tests/support/cuttingproxy.h"
#include "tests/support/testauthority.h"

#include <QFile>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// A store behind rolewrightd on the command line: read, changed, and what is refused.
class TestCliHttp : public QObject
{
    Q_OBJECT

private:
    Workplace m_place;
    TestAuthority m_authority;
    std::unique_ptr<RunningServer> m_server;

    QString secret(const QString &name, const QByteArray &password)
    {
        m_place.write(name, password + '\n');
        QFile::setPermissions(m_place.path(name), QFile::ReadOwner | QFile::WriteOwner);
        return m_place.path(name);
    }
    QString store(const QString &option = {}) const
    {
        const QString trust = option.isEmpty() ? u"?ca="_s + m_authority.certificate() : option;
        return u"https://127.0.0.1:%1%2"_s.arg(m_server->url.port()).arg(trust);
    }
    Run as(const QString &user, const QStringList &arguments, const QByteArray &input = {},
           const QString &where = {})
    {
        return run(QStringList{u"--store"_s, where.isEmpty() ? store() : where, u"--user"_s, user,
                               u"--password-file"_s, m_place.path(user)}
                       + arguments,
                   input);
    }
    Run ann(const QStringList &arguments, const QByteArray &input = {})
    {
        return as(u"ann"_s, arguments, input);
    }
    static QByteArray addRole(const QByteArray &name)
    {
        return "{\"rolewright-changes\": 1, \"changes\": [{\"add\": \"role\", \"value\": {\"name\": \"" + name
            + "\"}}]}";
    }

private Q_SLOTS:
    void initTestCase()
    {
        secret(u"ann"_s, "ann's password");
        secret(u"carl"_s, "their password");
        m_server = std::make_unique<RunningServer>(m_authority.issue(u"server"_s).options());
        QVERIFY2(m_server->url.scheme() == u"https"_s, m_server->log().constData());
    }

    void readsAndChanges()
    {
        const Run checked = ann({u"check"_s, u"ann"_s, u"update"_s, u"rolewright/role"_s});
        QVERIFY2(checked.out.startsWith("allow"), checked.err.constData());
        const Run applied = ann({u"apply"_s, u"-"_s, u"--reason"_s, u"a shift at night"_s}, addRole("night"));
        QVERIFY2(applied.status == 0, applied.err.constData());
        const Run log =
            ann({u"log"_s, u"--action"_s, u"role.add"_s, u"--limit"_s, u"1"_s, u"--json"_s, u"--confirm"_s});
        QVERIFY2(log.out.contains("\"actor\": \"ann\""), qPrintable(QString::fromUtf8(log.out + log.err)));
        QVERIFY(log.out.contains("a shift at night"));
        const Run verified = ann({u"log"_s, u"verify"_s});
        QVERIFY2(verified.status == 0, verified.err.constData());
        const Run shown = ann({u"diff"_s, u"@1"_s, u"@2"_s});
        QVERIFY2(shown.out.contains("night"), shown.err.constData());
        const Run history = ann({u"history"_s});
        QVERIFY2(history.out.contains("a shift at night"), history.err.constData());
    }

    void givesTokensToApplications()
    {
        m_server->trust(m_authority.certificate());
        const auto asks = [this](const QByteArray &token) {
            return m_server->sendAs(token, "POST", u"/access/v1/evaluation"_s,
                                    R"({"subject": {"type": "user", "id": "ann"}, "action": {"name": "read"},
                                        "resource": {"type": "article", "id": "1"}})");
        };
        const QStringList add{u"token"_s, u"add"_s, u"app"_s, u"front desk"_s};
        const Run unconfirmed = ann(add);
        QVERIFY2(unconfirmed.status == 6 && unconfirmed.out.isEmpty(), unconfirmed.err.constData());
        const Run added = ann(QStringList{u"--confirm"_s} + add);
        QVERIFY2(added.status == 0 && added.out.startsWith("rolewright_"), added.err.constData());
        const QByteArray token = added.out.trimmed();
        QCOMPARE(asks(token).status, 200);
        const Run listed = ann({u"token"_s, u"list"_s, u"--json"_s});
        const QJsonObject one = QJsonDocument::fromJson(listed.out).object();
        QVERIFY2(one[u"user"_s] == u"app"_s && one[u"name"_s] == u"front desk"_s,
                 (listed.out + listed.err).constData());
        const QString number = QString::number(one[u"id"_s].toInt());
        const Run removed = ann({u"token"_s, u"remove"_s, number});
        QVERIFY2(removed.status == 0, removed.err.constData());
        QCOMPARE(asks(token).status, 401);
        QVERIFY(ann({u"token"_s, u"remove"_s, number}).status != 0);
        QVERIFY(as(u"carl"_s, QStringList{u"--confirm"_s} + add).status != 0);
        const Run log = ann({u"--confirm"_s, u"log"_s, u"--action"_s, u"token"_s, u"--json"_s});
        QVERIFY2(log.out.contains("token.add") && log.out.contains("token.remove"), log.err.constData());
        QVERIFY(!log.out.contains(token));
        const QByteArray session = m_server->signIn(u"ann"_s, u"ann's password"_s);
        const RunningServer::Answer wrong =
            m_server->sendAs(session, "POST", u"/api/v1/credentials"_s,
                             R"({"user": "app", "name": "short", "hash": "abc"})");
        QCOMPARE(m_server->sendAs(session, "DELETE", u"/api/v1/session"_s).status, 204);
        QVERIFY2(wrong.status == 400 && wrong.body.contains("64 hexadecimal"), wrong.body.constData());
    }

    void takesWhatItExported()
    {
        const QString file = m_place.path(u"out.json"_s);
        const Run exported = ann({u"--confirm"_s, u"export"_s, u"-o"_s, file});
        QVERIFY2(exported.status == 0, exported.err.constData());
        const Run imported = ann({u"--confirm"_s, u"import"_s, file});
        QVERIFY2(imported.status == 0, imported.err.constData());
        QVERIFY2(imported.err.contains("Nothing to change"), imported.err.constData());
    }

    void sensitiveChangesAreConfirmed()
    {
        const Run added =
            ann({u"apply"_s, u"-"_s},
                R"({"rolewright-changes": 1, "changes": [{"add": "user", "value": {"id": "zoe"}}]})");
        QVERIFY2(added.status == 0, added.err.constData());
        const QByteArray gone = R"({"rolewright-changes": 1, "changes": [{"remove": "user", "id": "zoe"}]})";
        QCOMPARE(ann({u"apply"_s, u"-"_s}, gone).status, 6);
        const Run confirmed = ann({u"--confirm"_s, u"apply"_s, u"-"_s}, gone);
        QVERIFY2(confirmed.status == 0, confirmed.err.constData());
    }

    // An anchor or a key that lies here is of another store.
    void theServerHasTheKeys()
    {
        const Run list = ann({u"keys"_s, u"list"_s});
        QVERIFY2(list.status == 2, list.err.constData());
        QVERIFY2(list.err.contains("The server has the keys"), list.err.constData());
        const QString keys = m_place.path(u"keys"_s);
        QCOMPARE(run({u"--store"_s, m_place.path(u"sealed.rolewright"_s), u"--key-file"_s, keys, u"init"_s,
                      u"--admin"_s, u"ann"_s, u"--new-password-file"_s, m_place.path(u"ann"_s)})
                     .status,
                 0);
        const Run history = ann({u"--key-file"_s, keys, u"history"_s});
        QVERIFY2(history.status == 0, history.err.constData());
    }

    void conflictsAreSaid()
    {
        const Run conflict = ann({u"apply"_s, u"-"_s, u"--expect-version"_s, u"1"_s}, addRole("late"));
        QVERIFY2(conflict.status == 4, conflict.err.constData());
    }

    void whoMayNotIsRefused()
    {
        const Run change = as(u"carl"_s, {u"apply"_s, u"-"_s}, addRole("mine"));
        QVERIFY2(change.status == 6, change.err.constData());
        const Run read = as(u"carl"_s, {u"who-can"_s, u"read"_s, u"article"_s});
        QVERIFY2(read.status == 6, read.err.constData());
        secret(u"dora"_s, "no password of anybody");
        const Run nobody = as(u"dora"_s, {u"history"_s});
        QVERIFY2(nobody.status == 6, nobody.err.constData());
        QVERIFY(!nobody.err.contains("no password of anybody"));
    }

    // A thousand people may be signed in; a program that runs each minute must not fill that.
    void noSessionIsLeftBehind()
    {
        QCOMPARE(ann({u"history"_s}).status, 0);
        m_server->trust(m_authority.certificate());
        const QByteArray metrics = m_server->send("GET", u"/metrics"_s).body;
        QVERIFY2(metrics.contains("\nrolewright_sessions 0\n"), metrics.constData());
    }

    void wrongCertificatesAreRefused_data()
    {
        QTest::addColumn<QString>("names");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("trusted"); // its authority
        QTest::addColumn<QByteArray>("problem");
        QTest::addColumn<bool>("pinnable");
        QTest::newRow("unknown authority")
            << u"IP:127.0.0.1"_s << 2 << false << QByteArray("not secure") << true;
        QTest::newRow("another host")
            << u"DNS:elsewhere.example"_s << 2 << true << QByteArray("host name") << true;
        QTest::newRow("over") << u"IP:127.0.0.1"_s << -1 << true << QByteArray("expired") << false;
    }
    void wrongCertificatesAreRefused()
    {
        QFETCH(QString, names);
        QFETCH(int, days);
        QFETCH(bool, trusted);
        QFETCH(QByteArray, problem);
        QFETCH(bool, pinnable);
        const TestAuthority::Issued issued =
            m_authority.issue(QString::fromLatin1(QTest::currentDataTag()), names, days);
        RunningServer server(m_server->store, issued.options());
        const QString address = u"https://127.0.0.1:%1"_s.arg(server.url.port());
        const auto history = [&](const QString &option) {
            return as(u"ann"_s, {u"history"_s}, {}, address + option);
        };
        const Run refused = history(trusted ? u"?ca="_s + m_authority.certificate() : u""_s);
        QVERIFY2(refused.status == 5, refused.err.constData());
        QVERIFY2(refused.err.toLower().contains(problem), refused.err.constData());
        QVERIFY2(refused.err.contains("policy server") && refused.err.contains(issued.pin().toLatin1()),
                 refused.err.constData());
        QCOMPARE(refused.err.contains("trust it as"), pinnable);
        // Nothing was sent, let alone a password.
        QVERIFY2(!server.log().contains("/api/"), server.log().constData());
        const Run pinned = history(u"?pin="_s + issued.pin());
        QVERIFY2((pinned.status == 0) == pinnable, pinned.err.constData());
        // Another certificate than the one that is pinned is none, whoever issued it.
        const Run other = as(u"ann"_s, {u"history"_s}, {}, store(u"?pin="_s + issued.pin()));
        QVERIFY2(other.status == 5 && other.err.contains("not the one that is pinned"),
                 other.err.constData());
    }

    // The certificate that is pinned is public: whoever shows it beside one of their own is not let in by it.
    void aPinIsOfTheServersOwnCertificate()
    {
        const TestAuthority::Issued pinned = m_authority.issue(u"pinned"_s);
        const TestAuthority::Issued other = m_authority.issue(u"other"_s);
        const QString chain = m_place.path(u"chain.pem"_s);
        const auto bytes = [](const QString &path) {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        m_place.write(u"chain.pem"_s,
                      bytes(other.certificate) + bytes(pinned.certificate)
                          + bytes(m_authority.certificate()));
        RunningServer server(m_server->store, {u"--certificate"_s, chain, u"--key"_s, other.key});
        QVERIFY2(!server.url.isEmpty(), server.log().constData());
        const Run refused =
            as(u"ann"_s, {u"history"_s}, {}, server.url.toString() + u"?pin="_s + pinned.pin());
        QVERIFY2(refused.status == 5, refused.err.constData());
        QVERIFY2(refused.err.contains("not the one that is pinned"), refused.err.constData());
        QVERIFY2(refused.err.contains(other.pin().toLatin1()), refused.err.constData());
        QVERIFY2(!server.log().contains("/api/"), server.log().constData());
    }

    void aServerThatIsNotThere()
    {
        const QString address = u"http://127.0.0.1:1"_s;
        const Run down = as(u"ann"_s, {u"history"_s}, {}, address);
        QVERIFY2(down.status == 5, down.err.constData());
        QVERIFY2(down.err.contains("Nothing answers there"), down.err.constData());
    }

    // The server applied it, and the answer was lost on the way.
    void aLostAnswerIsFoundOut()
    {
        RunningServer server(m_server->store, {});
        CuttingProxy proxy(server.url.port(), "POST /api/v1/changesets");
        proxy.arm(CuttingProxy::Cut::Reply, 1000);
        const QString address = u"http://127.0.0.1:%1"_s.arg(proxy.port());
        const Run applied =
            as(u"ann"_s, {u"apply"_s, u"-"_s, u"--reason"_s, u"cut off"_s}, addRole("kept"), address);
        QVERIFY2(applied.status == 0, applied.err.constData());
        QVERIFY(proxy.cuts() > 0);
        const Run history = as(u"ann"_s, {u"history"_s}, {}, server.url.toString());
        QCOMPARE(history.out.count("cut off"), 1);
        // It never got there, and nobody can say whether it will.
        proxy.arm(CuttingProxy::Cut::Request, 1000);
        const Run unknown = as(u"ann"_s, {u"apply"_s, u"-"_s}, addRole("lost"), address);
        QVERIFY2(unknown.status == 5, unknown.err.constData());
        QVERIFY2(unknown.err.contains("Look whether they are in the store"), unknown.err.constData());
    }

    void storeStringsAreChecked_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("password") << u"https://ann:geheim@host:8443"_s << QByteArray("no password");
        QTest::newRow("not private") << u"http://policy.example:8443"_s << QByteArray("https only");
        QTest::newRow("half a pin") << u"https://host:8443?pin=sha256:abcd"_s
                                    << QByteArray("64 hexadecimal digits");
        QTest::newRow("option") << u"https://host:8443?verify=no"_s << QByteArray("only options");
        QTest::newRow("both") << u"https://host?ca=x.pem&pin=sha256:"_s + QString(64, u'a')
                              << QByteArray("not by both");
    }
    void storeStringsAreChecked()
    {
        QFETCH(QString, where);
        QFETCH(QByteArray, problem);
        const Run refused = as(u"ann"_s, {u"history"_s}, {}, where);
        QVERIFY2(refused.status == 2, refused.err.constData());
        QVERIFY2(refused.err.contains(problem), refused.err.constData());
        QVERIFY(!refused.err.contains("geheim"));
    }
};

QTEST_GUILESS_MAIN(TestCliHttp)
#include "tst_clihttp.moc"
