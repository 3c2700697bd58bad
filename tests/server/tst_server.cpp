// SPDX-License-Identifier: Apache-2.0
#include "core/admin/changereview.h"
#include "core/decision/decide.h"
#include "core/store/storeguard.h"
#include "tests/server/runningserver.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray question(const char *user, const char *action, const QByteArray &more = {})
{
    return QByteArray("{\"subject\": {\"type\": \"user\", \"id\": \"") + user
        + "\"}, \"action\": {\"name\": \"" + action
        + "\"}, \"resource\": {\"type\": \"article\", \"id\": \"7\"" + more + "}}";
}

QByteArray object(std::initializer_list<std::pair<const char *, QByteArray>> members)
{
    QJsonObject json;
    for (const auto &[name, value] : members)
        json[QString::fromLatin1(name)] = QString::fromUtf8(value);
    return QJsonDocument(json).toJson();
}

} // namespace

// The endpoints of rolewrightd, asked of the real program.
class TestServer : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RunningServer> m_server;
    QByteArray m_ann;
    QByteArray m_app;
    QByteArray m_carl;

    RunningServer &server() { return *m_server; }
    QByteArray etag() { return server().sendAs(m_ann, "GET", u"/api/v1/policy"_s).header("ETag"); }
    RunningServer::Answer apply(const QByteArray &token, const QByteArray &changes, const QByteArray &base,
                                const QByteArray &key = {})
    {
        QList<QNetworkReply::RawHeaderPair> headers{{"If-Match", base}};
        if (!key.isEmpty())
            headers.emplaceBack("Idempotency-Key", key);
        return server().sendAs(token, "POST", u"/api/v1/changesets"_s,
                               R"({"rolewright-changes": 1, "reason": "test", "changes": [)" + changes + "]}",
                               headers);
    }

    int confirm(const RunningServer::Answer &asked, const char *password)
    {
        return server()
            .sendAs(
                m_ann, "POST", u"/api/v1/session/confirmation"_s,
                object({{"digest", asked.json()[u"digest"_s].toString().toLatin1()}, {"password", password}}))
            .status;
    }
    RunningServer::Answer applyConfirmed(const QByteArray &changes, const QByteArray &base,
                                         const QByteArray &key)
    {
        const int confirmed = confirm(apply(m_ann, changes, base, key), "ann's password");
        return confirmed == 204 ? apply(m_ann, changes, base, key) : RunningServer::Answer{confirmed, {}, {}};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RunningServer>();
        QVERIFY2(server().url.isValid() && !server().url.isEmpty(), server().log().constData());
        m_ann = server().signIn(u"ann"_s, u"ann's password"_s);
        m_app = server().signIn(u"app"_s, u"their password"_s);
        m_carl = server().signIn(u"carl"_s, u"their password"_s);
        QVERIFY2(!m_ann.isEmpty() && !m_app.isEmpty() && !m_carl.isEmpty(), server().log().constData());
    }

    // The description names what there is, and says of each endpoint whether it is for everybody.
    void lets_nobody_in_where_the_description_does_not_say_so()
    {
        const RunningServer::Answer description = server().send("GET", u"/openapi.json"_s);
        QCOMPARE(description.status, 200);
        const QJsonObject paths = description.json()[u"paths"_s].toObject();
        QVERIFY(paths.size() >= 18);
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject methods = path.value().toObject();
            QString filled = path.key();
            filled.replace(u"{version}"_s, u"1"_s).replace(u"{id}"_s, u"1"_s);
            for (auto method = methods.begin(); method != methods.end(); ++method) {
                const bool isOpen = method.value().toObject()[u"security"_s].toArray().isEmpty();
                const QByteArray verb = method.key().toUpper().toLatin1();
                const int status = server().send(verb, filled, verb == "POST" ? "{}" : "").status;
                if (isOpen)
                    QVERIFY2(status != 401 && status != 404 && status != 405, qPrintable(filled));
                else
                    QCOMPARE(status, 401);
            }
            QCOMPARE(server().send("PATCH", filled, "{}").status, 405);
        }
        QCOMPARE(server().send("GET", u"/api/v1/else"_s).status, 404);
    }

    void signs_in_and_out()
    {
        QCOMPARE(server().signIn(u"ann"_s, u"wrong"_s), QByteArray());
        const auto signIn = [&](const char *user, const char *password) {
            return server().send("POST", u"/api/v1/session"_s,
                                 object({{"user", user}, {"password", password}}));
        };
        const RunningServer::Answer unknown = signIn("nobody", "wrong password");
        QCOMPARE(unknown.status, 401);
        const RunningServer::Answer wrong = signIn("carl", "wrong password");
        QCOMPARE(wrong.body, unknown.body);
        QCOMPARE(server().send("POST", u"/api/v1/session"_s, QByteArray("{\"user\": 7}")).status, 400);
        QCOMPARE(
            server().send("POST", u"/api/v1/session"_s, object({{"user", "ann"}, {"pasword", "x"}})).status,
            400);

        const RunningServer::Answer first = signIn("app", "their password");
        QCOMPARE(first.status, 200);
        const QByteArray token = first.json()[u"token"_s].toString().toLatin1();
        const QByteArray refresh = object({{"refresh", first.json()[u"refresh"_s].toString().toLatin1()}});
        const RunningServer::Answer second = server().send("POST", u"/api/v1/session"_s, refresh);
        QCOMPARE(second.status, 200);
        // Each is good once.
        QCOMPARE(server().send("POST", u"/api/v1/session"_s, refresh).status, 401);
        QCOMPARE(server().sendAs(token, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 401);
        const QByteArray next = second.json()[u"token"_s].toString().toLatin1();
        QCOMPARE(server().sendAs(next, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 200);
        QCOMPARE(server().sendAs(next, "DELETE", u"/api/v1/session"_s).status, 204);
        QCOMPARE(server().sendAs(next, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 401);
        QCOMPARE(server().sendAs("x" + next, "DELETE", u"/api/v1/session"_s).status, 401);
    }

    void gives_the_policy_once_a_version()
    {
        const RunningServer::Answer policy = server().sendAs(m_ann, "GET", u"/api/v1/policy"_s);
        QCOMPARE(policy.status, 200);
        QCOMPARE(policy.header("ETag"), QByteArray("\"1\""));
        QCOMPARE(policy.json()[u"rolewright"_s].toInt(), 1);
        QCOMPARE(server().sendAs(m_ann, "GET", u"/api/v1/policy"_s, {}, {{"If-None-Match", "\"1\""}}).status,
                 304);
        QCOMPARE(server().sendAs(m_carl, "GET", u"/api/v1/policy"_s).status, 403);
        // Compressed, it is the same once unpacked.
        const RunningServer::Answer packed =
            server().sendAs(m_ann, "GET", u"/api/v1/policy"_s, {}, {{"Accept-Encoding", "deflate"}});
        QCOMPARE(packed.header("Content-Encoding"), QByteArray("deflate"));
        QVERIFY(packed.body.size() < policy.body.size());
        QByteArray sized(4, '\0');
        sized[2] = char(policy.body.size() >> 8);
        sized[3] = char(policy.body.size());
        QCOMPARE(qUncompress(sized + packed.body), policy.body);
    }

    void decides_as_the_policy_says()
    {
        const auto ask = [&](const QByteArray &body) {
            return server().sendAs(m_app, "POST", u"/access/v1/evaluation"_s, body);
        };
        // Whole bodies are compared.
        QCOMPARE(ask(question("nobody", "update")).body, QByteArray("{\"decision\": false}"));
        const Policy policy = servedPolicy();
        const PolicyIndex index(policy);
        int allowed = 0;
        for (const UserId user : policy.users().idsByKey()) {
            for (const char *action : {"read", "update", "publish", "delete"}) {
                const QByteArray id = policy.users().at(user).id.toUtf8();
                for (const QByteArray &more :
                     {QByteArray(), ", \"properties\": {\"owner\": \"" + id + "\"}"}) {
                    const QByteArray body = question(id.constData(), action, more);
                    const bool expected = decide(index, *parseRequest(body), Instant::now()).allowed;
                    allowed += expected;
                    QCOMPARE(ask(body).json()[u"decision"_s].toBool(), expected);
                }
            }
        }
        QVERIFY(allowed > 5);
        QCOMPARE(ask("{}").status, 400);
        QCOMPARE(ask("[").status, 400);
        QCOMPARE(
            server().sendAs(m_carl, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
            403);
        QCOMPARE(server()
                     .sendAs(m_app, "POST", u"/access/v1/evaluation"_s, question("frank", "read"),
                             {{"Content-Type", "text/plain"}})
                     .status,
                 400);
        // Another time and an explanation need a right, and are never left out in silence.
        QByteArray later = question("frank", "read");
        later.replace(later.size() - 1, 1, R"(, "context": {"time": "2030-01-01T00:00:00Z"}})");
        QCOMPARE(ask(later).status, 403);
        QCOMPARE(server().sendAs(m_ann, "POST", u"/access/v1/evaluation"_s, later).status, 200);
        QByteArray why = question("frank", "read");
        why.replace(why.size() - 1, 1, R"(, "context": {"explain": true}})");
        QCOMPARE(ask(why).status, 403);
        QVERIFY(
            server().sendAs(m_ann, "POST", u"/access/v1/evaluation"_s, why).json()[u"context"_s].isObject());
        const RunningServer::Answer traced = server().sendAs(
            m_app, "POST", u"/access/v1/evaluation"_s, question("frank", "read"), {{"X-Request-ID", "abc"}});
        QCOMPARE(traced.header("X-Request-ID"), QByteArray("abc"));
    }

    void applies_a_change_set_and_decides_by_it()
    {
        const QByteArray base = etag();
        const QByteArray changes =
            R"({"add": "user", "value": {"id": "zoe", "assignments": [{"role": "editor"}]}},
                                      {"add": "grant", "role": "reader", "grant": "article:delete"})";
        QCOMPARE(
            server()
                .sendAs(m_ann, "POST", u"/api/v1/changesets"_s, R"({"rolewright-changes": 1, "changes": []})")
                .status,
            428);
        QCOMPARE(apply(m_carl, changes, base).status, 403);
        QCOMPARE(etag(), base);
        const QByteArray key = "5b0c1e5a-0000-4000-8000-000000000001";
        const RunningServer::Answer unconfirmed = apply(m_ann, changes, base, key);
        QCOMPARE(unconfirmed.status, 403); // the permission is sensitive
        QCOMPARE(confirm(unconfirmed, "wrong password"), 401);
        QCOMPARE(apply(m_ann, changes, base, key).status, 403);
        const RunningServer::Answer answer = applyConfirmed(changes, base, key);
        QVERIFY2(answer.status == 200, answer.body.constData());
        QVERIFY(answer.header("ETag") != base);
        // The next decision is by the new version, and a retry is not applied again.
        QCOMPARE(server().sendAs(m_app, "POST", u"/access/v1/evaluation"_s, question("zoe", "update")).body,
                 QByteArray("{\"decision\": true}"));
        QCOMPARE(apply(m_ann, changes, base, key).json()[u"version"_s].toInt(),
                 answer.json()[u"version"_s].toInt());
        QCOMPARE(etag(), answer.header("ETag"));
        // Made on an older version: what happened since is in the refusal.
        const RunningServer::Answer late = apply(m_ann, R"({"add": "user", "value": {"id": "late"}})", base);
        QCOMPARE(late.status, 412);
        QCOMPARE(late.json()[u"changeSets"_s].toArray().size(), 1);
        const QString version = QString::number(answer.json()[u"version"_s].toInt());
        QCOMPARE(server().sendAs(m_ann, "GET", u"/api/v1/changesets/"_s + version).status, 200);
        QCOMPARE(server().sendAs(m_ann, "GET", u"/api/v1/changesets/999"_s).status, 404);
    }

    void follows_what_others_change()
    {
        const auto store = openStore(server().store);
        QVERIFY(store);
        const qint64 version = (*store)->version().value();
        QTcpSocket events;
        events.connectToHost(server().url.host(), quint16(server().url.port()));
        QVERIFY(events.waitForConnected());
        events.write("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_ann + "\r\n\r\n");
        QByteArray heard;
        const auto hears = [&](qint64 wanted) {
            QElapsedTimer timer;
            timer.start();
            const QByteArray line = "data: {\"version\": " + QByteArray::number(wanted) + "}";
            heard += events.readAll();
            while (!heard.contains(line) && timer.elapsed() < 5000 && events.waitForReadyRead(1000))
                heard += events.readAll();
            return heard.contains(line);
        };
        QVERIFY2(hears(version), heard.constData());
        QCOMPARE(apply(m_ann, R"({"add": "user", "value": {"id": "heard"}})", etag()).status, 200);
        QVERIFY2(hears(version + 1), heard.constData());
    }

    void lists_the_trail_in_pages()
    {
        const RunningServer::Answer page = server().sendAs(m_ann, "GET", u"/api/v1/audit?limit=2"_s);
        QCOMPARE(page.status, 200);
        QCOMPARE(page.json()[u"events"_s].toArray().size(), 2);
        const int next = page.json()[u"next"_s].toInt();
        QVERIFY(next > 1);
        const QJsonArray older = server()
                                     .sendAs(m_ann, "GET", u"/api/v1/audit?limit=2&cursor=%1"_s.arg(next))
                                     .json()[u"events"_s]
                                     .toArray();
        QCOMPARE(older.first().toObject()[u"sequence"_s].toInt(), next - 1);
        QCOMPARE(server().sendAs(m_ann, "GET", u"/api/v1/audit?acter=ann"_s).status, 400);
        QCOMPARE(server().sendAs(m_carl, "GET", u"/api/v1/audit"_s).status, 403);
        const RunningServer::Answer lines =
            server().sendAs(m_ann, "GET", u"/api/v1/audit?limit=3"_s, {}, {{"Accept", "application/jsonl"}});
        QCOMPARE(lines.body.count('\n'), 3);
    }

    // Whoever changes it, and with whatever program.
    void signs_out_whose_password_is_changed()
    {
        const QByteArray token = server().signIn(u"carl"_s, u"their password"_s);
        QCOMPARE(server().sendAs(token, "GET", u"/api/v1/policy"_s).status, 403);
        const auto store = openStore(server().store);
        QVERIFY(store);
        StoreGuard &guard = *(*store)->guard();
        const Occasion occasion{u"test"_s, Instant::now(), {}};
        const auto secret = [](const char *text) {
            QByteArray bytes(text);
            return Secret::taking(bytes);
        };
        QVERIFY(guard.signIn(u"carl"_s, secret("their password"), occasion));
        QVERIFY(guard.confirm(operationDigest(u"credential.change"_s, u"carl"_s), secret("their password"),
                              occasion));
        QVERIFY(guard.setPassword(u"carl"_s, secret("another password"), occasion));
        QTRY_COMPARE_WITH_TIMEOUT(server().sendAs(token, "GET", u"/api/v1/policy"_s).status, 401, 1000);
        QVERIFY(!server().signIn(u"carl"_s, u"another password"_s).isEmpty());
    }

    void signs_out_whom_the_policy_disables()
    {
        QCOMPARE(server().sendAs(m_app, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 200);
        const QByteArray off = R"({"set": "user", "id": "app", "field": "active", "was": true, "to": false})";
        const RunningServer::Answer answer =
            applyConfirmed(off, etag(), "5b0c1e5a-0000-4000-8000-000000000002");
        QVERIFY2(answer.status == 200, answer.body.constData());
        QCOMPARE(server().sendAs(m_app, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 401);
    }

    void writes_to_a_sealed_store_with_its_keys_only()
    {
        RunningServer sealed({}, RunningServer::Trail::Sealed);
        QVERIFY2(!sealed.url.isEmpty(), sealed.log().constData());
        const QByteArray token = sealed.signIn(u"ann"_s, u"ann's password"_s);
        QVERIFY2(!token.isEmpty(), sealed.log().constData());
        const QByteArray before = sealed.sendAs(token, "GET", u"/api/v1/policy"_s).header("ETag");
        const QByteArray body =
            "{\"rolewright-changes\": 1, \"changes\": [{\"add\": \"user\", \"value\": {\"id\": \"zoe\"}}]}";
        QCOMPARE(sealed.sendAs(token, "POST", u"/api/v1/changesets"_s, body, {{"If-Match", before}}).status,
                 200);
        QVERIFY(QFile::exists(sealed.keyFile + u".anchor"_s)); // how far the trail has come
        sealed.stop();
        QProcess without;
        without.start(QStringLiteral(ROLEWRIGHT_BIN_DIR "/rolewrightd"),
                      {u"--store"_s, sealed.store, u"--listen"_s, u"127.0.0.1:0"_s, u"--check"_s});
        QVERIFY(without.waitForFinished(30'000));
        const QByteArray said = without.readAllStandardError();
        QVERIFY2(without.exitCode() == 5 && said.contains("--key-file"), said.constData());
    }

    void logs_no_secrets_and_stops_in_order()
    {
        QCOMPARE(server().send("GET", u"/readyz"_s).status, 200);
        QVERIFY(server().send("GET", u"/metrics"_s).body.contains("rolewright_policy_version "));
        QCOMPARE(server().stop(), 0);
        const QByteArray log = server().log();
        QVERIFY(log.contains("POST /access/v1/evaluation"));
        for (const QByteArray &secret :
             {QByteArray("password\""), QByteArray("their password"), m_ann, m_app})
            QVERIFY(!log.contains(secret));
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
