// SPDX-License-Identifier: Apache-2.0
#include "core/admin/changereview.h"
#include "core/decision/decide.h"
#include "core/exchange/policyjson.h"
#include "core/store/storeguard.h"
#include "tests/server/runningserver.h"

#include <QCborValue>
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

// The endpoints of rolewrightd, asked of the real program: on a file and on a database.
class TestServer : public QObject
{
    Q_OBJECT

public:
    explicit TestServer(RunningServer::Store kind)
        : m_kind(kind)
    {
    }

private:
    const RunningServer::Store m_kind;
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
        return confirm(m_ann, asked, password);
    }
    int confirm(const QByteArray &token, const RunningServer::Answer &asked, const char *password)
    {
        return server()
            .sendAs(
                token, "POST", u"/api/v1/session/confirmation"_s,
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
        m_server = std::make_unique<RunningServer>(QStringList(), m_kind);
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
            filled.replace(u"{version}"_s, u"1"_s).replace(u"{id}"_s, u"1"_s).replace(u"{user}"_s, u"ann"_s);
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
        QCOMPARE(server().sendAs(token, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 401);
        const QByteArray next = second.json()[u"token"_s].toString().toLatin1();
        QCOMPARE(server().sendAs(next, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 200);
        // Each is good once: what comes again is a copy, and ends the session.
        QCOMPARE(server().send("POST", u"/api/v1/session"_s, refresh).status, 401);
        QCOMPARE(server().sendAs(next, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 401);
        const QByteArray third = server().signIn(u"app"_s, u"their password"_s);
        QCOMPARE(server().sendAs(third, "DELETE", u"/api/v1/session"_s).status, 204);
        QCOMPARE(server().sendAs(third, "POST", u"/access/v1/evaluation"_s, question("frank", "read")).status,
                 401);
        QCOMPARE(server().sendAs("x" + third, "DELETE", u"/api/v1/session"_s).status, 401);
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
        const RunningServer::Answer cbor =
            server().sendAs(m_ann, "GET", u"/api/v1/policy"_s, {}, {{"Accept", "application/cbor"}});
        QCOMPARE(cbor.header("Content-Type"), QByteArray("application/cbor"));
        QVERIFY(cbor.body.size() < policy.body.size());
        QCOMPARE(QCborValue::fromCbor(cbor.body).toJsonValue().toObject(), policy.json());
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
        const auto store = server().openStore();
        QVERIFY(store);
        const qint64 version = store->version().value();
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

    void tells_nothing_to_who_may_not_hear_it_any_more()
    {
        const auto listen = [this](const QByteArray &token) {
            auto socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(server().url.host(), quint16(server().url.port()));
            socket->waitForConnected();
            socket->write("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                          + "\r\n\r\n");
            QByteArray heard;
            while (!heard.contains("event: version") && socket->waitForReadyRead(10'000))
                heard += socket->readAll();
            return heard.contains("event: version") ? std::move(socket) : nullptr;
        };
        const auto ends = [](QTcpSocket &socket) {
            return socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(4'000);
        };
        // Long before the next comment would have told.
        const QByteArray again = server().signIn(u"ann"_s, u"ann's password"_s);
        const auto signedOut = listen(again);
        const auto stays = listen(m_ann);
        QVERIFY(signedOut && stays);
        QCOMPARE(server().sendAs(again, "DELETE", u"/api/v1/session"_s).status, 204);
        QVERIFY(ends(*signedOut));

        QVERIFY(!listen(m_carl));
        QCOMPARE(applyConfirmed(
                     R"({"add": "role", "value": {"name": "hearing", "grants": ["rolewright/policy:read"]}},
                        {"add": "assignment", "user": "carl", "role": "hearing"})",
                     etag(), QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
                     .status,
                 200);
        const auto carl = listen(m_carl);
        QVERIFY(carl);
        QCOMPARE(applyConfirmed(R"({"remove": "assignment", "user": "carl", "role": "hearing"})", etag(),
                                QUuid::createUuid().toByteArray(QUuid::WithoutBraces))
                     .status,
                 200);
        QVERIFY(ends(*carl));
        QVERIFY(!carl->readAll().contains("event: version"));
        QCOMPARE(stays->state(), QAbstractSocket::ConnectedState);
        QByteArray heard = stays->readAll();
        while (heard.count("event: version") < 2 && stays->waitForReadyRead(10'000))
            heard += stays->readAll();
        QCOMPARE(heard.count("event: version"), 2);
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

    // What a store on this server is made of.
    void gives_versions_and_counts_to_who_may_read_them()
    {
        const auto ann = [&](const char *path) {
            return server().sendAs(m_ann, "GET", QString::fromLatin1(path));
        };
        for (const char *path : {"/api/v1/policy/0", "/api/v1/changesets", "/api/v1/audit/facets",
                                 "/api/v1/audit/verification"}) {
            QCOMPARE(ann(path).status, 200);
            QCOMPARE(server().sendAs(m_carl, "GET", QString::fromLatin1(path)).status, 403);
        }
        QCOMPARE(readPolicy(ann("/api/v1/policy/0").body).value().users().size(), 0);
        for (const char *path :
             {"/api/v1/policy/1000000", "/api/v1/policy/-1", "/api/v1/policy/x", "/api/v1/changesets/0"})
            QCOMPARE(ann(path).status, 404);
        for (const char *path : {"/api/v1/changesets?limit=0", "/api/v1/changesets?limit=1001",
                                 "/api/v1/changesets?operation=x", "/api/v1/changesets?cursor=0",
                                 "/api/v1/changesets?since=2026", "/api/v1/audit/facets?acter=ann"})
            QCOMPARE(ann(path).status, 400);

        const QJsonArray newest = ann("/api/v1/changesets?limit=1").json()[u"changeSets"_s].toArray();
        QCOMPARE(newest.size(), 1);
        const QJsonObject made = newest.first().toObject();
        const QByteArray operation = made[u"operation"_s].toString().toLatin1();
        const QJsonArray found =
            ann(("/api/v1/changesets?operation=" + operation).constData()).json()[u"changeSets"_s].toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().toObject(), made);
        QVERIFY(ann("/api/v1/changesets?operation=00000000-0000-4000-8000-000000000000")
                    .json()[u"changeSets"_s]
                    .toArray()
                    .isEmpty());
        QVERIFY(ann("/api/v1/changesets?cursor=1")
                    .json()[u"changeSets"_s]
                    .toArray()
                    .first()
                    .toObject()[u"version"_s]
                    .toInt()
                == 0);

        // Polled, with nothing written for it.
        const QByteArray head =
            server().sendRaw("HEAD /api/v1/policy HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                             "Authorization: Bearer "
                             + m_ann + "\r\n\r\n");
        QVERIFY2(head.startsWith("HTTP/1.1 200") && head.endsWith("\r\n\r\n"), head.constData());
        QVERIFY2(head.contains("ETag: " + ann("/api/v1/policy").header("ETag") + "\r\n"), head.constData());
    }

    void does_for_a_store_what_its_guard_allows()
    {
        const auto post = [&](const QByteArray &token, const char *path, const QByteArray &body) {
            return server().sendAs(token, "POST", QString::fromLatin1(path), body).status;
        };
        const QByteArray exported = object({{"operation", "policy.export"}, {"what", "out.json"}});
        QCOMPARE(post(m_carl, "/api/v1/session/operation", exported), 403);
        const RunningServer::Answer asked =
            server().sendAs(m_ann, "POST", u"/api/v1/session/operation"_s, exported);
        QCOMPARE(asked.status, 403);
        QCOMPARE(asked.json()[u"digest"_s].toString(),
                 QString::fromLatin1(operationDigest(u"policy.export"_s, u"out.json"_s).toHex()));
        QCOMPARE(post(m_ann, "/api/v1/session/operation",
                      object({{"operation", "policy.read"}, {"what", "a test"}})),
                 204);
        QCOMPARE(
            post(m_ann, "/api/v1/session/operation", object({{"operation", "policy.burn"}, {"what", "it"}})),
            400);
        QCOMPARE(post(m_ann, "/api/v1/session/operation", object({{"operation", "policy.read"}})), 400);
        const int erased = post(m_carl, "/api/v1/audit/erasure", object({{"user", "ann"}}));
        QVERIFY(erased == 403 || erased == 400); // in a database that is its owner's business
        QCOMPARE(
            post(m_ann, "/api/v1/codes", object({{"seed", "abcd"}, {"code", "123456"}, {"recovery", ""}})),
            400);
        QCOMPARE(server().sendAs(m_carl, "DELETE", u"/api/v1/passwords/ann"_s).status, 403);
        QCOMPARE(server().sendAs(m_carl, "DELETE", u"/api/v1/codes/ann"_s).status, 403);
        QVERIFY(!server().signIn(u"ann"_s, u"ann's password"_s).isEmpty()); // still
    }

    // Whoever changes it, and with whatever program.
    void signs_out_whose_password_is_changed()
    {
        const QByteArray token = server().signIn(u"carl"_s, u"their password"_s);
        QCOMPARE(server().sendAs(token, "GET", u"/api/v1/policy"_s).status, 403);
        const auto store = server().openStore();
        QVERIFY(store);
        StoreGuard &guard = *store->guard();
        const Occasion occasion{u"test"_s, Instant::now(), {}};
        const auto secret = [](const char *text) {
            QByteArray bytes(text);
            return Secret::taking(bytes);
        };
        QVERIFY(guard.signIn(u"carl"_s, secret("their password"), occasion));
        QVERIFY(guard.confirm(operationDigest(u"credential.change"_s, u"carl"_s), secret("their password"),
                              occasion));
        QVERIFY(guard.setPassword(u"carl"_s, secret("another password"), occasion));
        QTRY_COMPARE_WITH_TIMEOUT(server().sendAs(token, "GET", u"/api/v1/policy"_s).status, 401, 10'000);
        QVERIFY(!server().signIn(u"carl"_s, u"another password"_s).isEmpty());
    }

    void gives_applications_tokens_of_their_own()
    {
        m_carl = server().signIn(u"carl"_s, u"another password"_s);
        const auto give = [&](const QByteArray &body) {
            const RunningServer::Answer asked =
                server().sendAs(m_ann, "POST", u"/api/v1/credentials"_s, body);
            if (asked.json()[u"digest"_s].toString().isEmpty())
                return asked;
            const int confirmed = confirm(asked, "ann's password");
            return confirmed == 204 ? server().sendAs(m_ann, "POST", u"/api/v1/credentials"_s, body) : asked;
        };
        const auto ask = [&](const QByteArray &token, const QString &what = u"evaluation"_s) {
            return server().sendAs(token, "POST", u"/access/v1/"_s + what, question("frank", "read")).status;
        };
        const auto listed = [&](const QString &id) {
            const QJsonArray all =
                server().sendAs(m_ann, "GET", u"/api/v1/credentials"_s).json()[u"tokens"_s].toArray();
            const auto at = std::find_if(all.begin(), all.end(),
                                         [&](const QJsonValue &each) { return each[u"id"_s] == id; });
            return at == all.end() ? QJsonObject() : at->toObject();
        };
        const RunningServer::Answer first = give(object({{"user", "app"}, {"name", "billing"}}));
        QVERIFY2(first.status == 201, first.body.constData());
        const QString id = first.json()[u"id"_s].toString();
        const QByteArray token = first.json()[u"token"_s].toString().toLatin1();
        QCOMPARE(ask(token), 200);
        QCOMPARE(ask(token + "x"), 401);
        // For that alone, also where its user may do more.
        QCOMPARE(ask(token, u"search/action"_s), 403);
        QCOMPARE(server().sendAs(token, "GET", u"/api/v1/policy"_s).status, 403);
        QCOMPARE(server().sendAs(token, "DELETE", u"/api/v1/session"_s).status, 403);
        const RunningServer::Answer searching =
            give(object({{"user", "ann"}, {"name", "search"}, {"scope", "search evaluation"}}));
        const QByteArray anns = searching.json()[u"token"_s].toString().toLatin1();
        QCOMPARE(ask(anns), 200);
        QCOMPARE(server().sendAs(anns, "GET", u"/api/v1/policy"_s).status, 403);
        QCOMPARE(server()
                     .sendAs(anns, "POST", u"/api/v1/credentials"_s,
                             object({{"user", "ann"}, {"name", "another"}}))
                     .status,
                 403);
        QCOMPARE(listed(id)[u"user"_s].toString(), u"app"_s);
        QCOMPARE(listed(id)[u"name"_s].toString(), u"billing"_s);
        QVERIFY(!server().sendAs(m_ann, "GET", u"/api/v1/credentials"_s).body.contains(token));
        QTRY_VERIFY_WITH_TIMEOUT(!listed(id)[u"lastUse"_s].toString().isEmpty(), 10'000);
        // Who may not, and what makes no sense.
        QCOMPARE(server().sendAs(m_carl, "GET", u"/api/v1/credentials"_s).status, 403);
        QCOMPARE(
            server()
                .sendAs(m_carl, "POST", u"/api/v1/credentials"_s, object({{"user", "app"}, {"name", "x"}}))
                .status,
            403);
        QCOMPARE(give(object({{"user", "app"}})).status, 400);
        QCOMPARE(give(object({{"user", "app"}, {"name", "x"}, {"scope", "everything"}})).status, 400);
        QCOMPARE(give(object({{"user", "nobody"}, {"name", "x"}})).status, 400);
        QCOMPARE(give(object({{"user", "app"}, {"name", "x"}, {"expires", "2020-01-01T00:00:00Z"}})).status,
                 400);
        QCOMPARE(give(object({{"user", "carl"}, {"name", "x"}, {"replaces", id.toLatin1()}})).status, 400);
        // In its place; both count for a while.
        const RunningServer::Answer next =
            give(object({{"user", "app"}, {"name", "billing"}, {"replaces", id.toLatin1()}}));
        QCOMPARE(ask(next.json()[u"token"_s].toString().toLatin1()), 200);
        QCOMPARE(ask(token), 200);
        const auto ends = parseDocumentTime(listed(id)[u"expires"_s].toString());
        QVERIFY(ends && ends->msecs - Instant::now().msecs <= TokenOverlap);
        QCOMPARE(server().sendAs(m_carl, "DELETE", u"/api/v1/credentials/"_s + id).status, 403);
        QCOMPARE(server().sendAs(m_ann, "DELETE", u"/api/v1/credentials/"_s + id).status, 204);
        QCOMPARE(ask(token), 401);
        QCOMPARE(server().sendAs(m_ann, "DELETE", u"/api/v1/credentials/"_s + id).status, 400);
        QVERIFY(listed(id).isEmpty());
        // A password, for somebody who has none.
        QCOMPARE(give(object({{"user", "frank"}, {"password", "frank's password"}})).status, 204);
        QVERIFY(!server().signIn(u"frank"_s, u"frank's password"_s).isEmpty());
    }

    void lets_a_second_person_approve()
    {
        m_carl = server().signIn(u"carl"_s, u"another password"_s);
        const auto ended = [&](const QByteArray &type, const RunningServer::Answer &answer) {
            return answer.json()[u"type"_s].toString().endsWith(QString::fromLatin1(type));
        };
        const auto decideOn = [&](const QByteArray &token, const QString &request, const char *decision) {
            return server().sendAs(token, "POST", request + u"/approval"_s, object({{"decision", decision}}));
        };
        const auto ask = [&](const QByteArray &token, const QByteArray &role) {
            return server().sendAs(
                token, "POST", u"/api/v1/requests"_s,
                "{\"rolewright-changes\": 1, \"changes\": [{\"add\": \"role\", \"value\": {\"name\": \""
                    + role + "\"}}]}",
                {{"If-Match", etag()}});
        };
        const auto newest = [&] {
            return server().sendAs(m_ann, "GET", u"/api/v1/requests"_s).json()[u"requests"_s][0].toObject();
        };
        const RunningServer::Answer prepared = applyConfirmed(
            R"({"add": "role", "value": {"name": "approver", "grants": ["rolewright/request:approve"]}},
               {"add": "assignment", "user": "carl", "role": "approver"},
               {"add": "approval", "value": {"changes": ["role.create"], "by": "approver"}})",
            etag(), "5b0c1e5a-0000-4000-8000-000000000003");
        QVERIFY2(prepared.status == 200, prepared.body.constData());
        const QByteArray before = etag();
        QVERIFY(ended("approval-needed",
                      apply(m_ann, R"({"add": "role", "value": {"name": "second"}})", before)));
        QCOMPARE(ask(m_carl, "second").status, 403); // who may not make roles may not ask for it
        QCOMPARE(server().sendAs(m_ann, "POST", u"/api/v1/requests"_s, "{}").status, 428);
        const RunningServer::Answer asked = ask(m_ann, "second");
        QVERIFY2(asked.status == 201, asked.body.constData());
        const QString request = QString::fromLatin1(asked.header("Location"));
        QCOMPARE(etag(), before);
        QCOMPARE(newest()[u"requester"_s].toString(), u"ann"_s);
        QCOMPARE(newest()[u"state"_s].toString(), u"waiting"_s);
        QCOMPARE(newest()[u"changeSet"_s].toObject()[u"changes"_s].toArray().size(), 1);
        QCOMPARE(server().sendAs(m_app, "GET", u"/api/v1/requests"_s).status, 403);
        // Not by who asked, nor unconfirmed.
        const RunningServer::Answer own = decideOn(m_ann, request, "approve");
        QCOMPARE(own.status, 403);
        QCOMPARE(decideOn(m_carl, request, "perhaps").status, 400);
        QCOMPARE(decideOn(m_carl, u"/api/v1/requests/none"_s, "approve").status, 400);
        const RunningServer::Answer unconfirmed = decideOn(m_carl, request, "approve");
        QVERIFY2(ended("confirmation-needed", unconfirmed), unconfirmed.body.constData());
        QCOMPARE(confirm(m_carl, unconfirmed, "another password"), 204);
        const RunningServer::Answer approved = decideOn(m_carl, request, "approve");
        QVERIFY2(approved.status == 204, approved.body.constData());
        QCOMPARE(approved.header("ETag"), etag());
        QVERIFY(etag() != before);
        QCOMPARE(newest()[u"state"_s].toString(), u"applied"_s);
        QCOMPARE(newest()[u"approvedBy"_s].toArray(), QJsonArray{u"carl"_s});
        QVERIFY(decideOn(m_carl, request, "approve").status >= 400); // once
        // Refused by somebody else, and withdrawn.
        const QString refused = QString::fromLatin1(ask(m_ann, "third").header("Location"));
        QCOMPARE(decideOn(m_carl, refused, "refuse").status, 204);
        QCOMPARE(newest()[u"state"_s].toString(), u"refused"_s);
        const QString withdrawn = QString::fromLatin1(ask(m_ann, "fourth").header("Location"));
        QCOMPARE(decideOn(m_ann, withdrawn, "refuse").status, 204);
        QCOMPARE(newest()[u"state"_s].toString(), u"withdrawn"_s);
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
        RunningServer sealed({}, RunningServer::Store::SealedFile);
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

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    TestServer file(RunningServer::Store::File);
    TestServer database(RunningServer::Store::Database);
    const int failed = QTest::qExec(&file, argc, argv);
    return failed + QTest::qExec(&database, argc, argv);
}

#include "tst_server.moc"
