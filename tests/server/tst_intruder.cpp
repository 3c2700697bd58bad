// SPDX-License-Identifier: Apache-2.0
#include "tests/server/runningserver.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace rolewright;
using namespace Qt::StringLiterals;

namespace {

QByteArray object(std::initializer_list<std::pair<const char *, QString>> members)
{
    QJsonObject json;
    for (const auto &[name, value] : members)
        json[QString::fromLatin1(name)] = value;
    return QJsonDocument(json).toJson();
}

QByteArray added(const QByteArray &user)
{
    return R"({"add": "user", "value": {"id": ")" + user + "\"}}";
}

const QString Password = u"ann's password"_s;

} // namespace

// Somebody who is let in, and tries what is not theirs: against the real rolewrightd.
class TestIntruder : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RunningServer> m_server;
    QByteArray m_ann;

    RunningServer &server() { return *m_server; }
    QByteArray signIn(const QString &user) { return server().signIn(user, u"their password"_s); }
    QByteArray etag() { return server().sendAs(m_ann, "GET", u"/api/v1/policy"_s).header("ETag"); }
    RunningServer::Answer post(const QByteArray &token, const QByteArray &changes, const QByteArray &base,
                               const QByteArray &key)
    {
        return server().sendAs(token, "POST", u"/api/v1/changesets"_s,
                               R"({"rolewright-changes": 1, "changes": [)" + changes + "]}",
                               {{"If-Match", base}, {"Idempotency-Key", key}});
    }
    static QString typeOf(const RunningServer::Answer &answer)
    {
        return answer.json()[u"type"_s].toString().section(u'/', -1);
    }
    QJsonObject newestEvent()
    {
        return server().sendAs(m_ann, "GET", u"/api/v1/audit?limit=1"_s).json()[u"events"_s][0].toObject();
    }
    QByteArray refreshOf(const QString &user, QByteArray &token)
    {
        const RunningServer::Answer answer = server().send(
            "POST", u"/api/v1/session"_s, object({{"user", user}, {"password", u"their password"_s}}));
        token = answer.json()[u"token"_s].toString().toLatin1();
        return answer.json()[u"refresh"_s].toString().toLatin1();
    }
    int refresh(const QByteArray &refresh)
    {
        return server()
            .send("POST", u"/api/v1/session"_s, object({{"refresh", QString::fromLatin1(refresh)}}))
            .status;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RunningServer>();
        QVERIFY2(!server().url.isEmpty(), server().log().constData());
        m_ann = server().signIn(u"ann"_s, Password);
        QVERIFY(!m_ann.isEmpty());
    }

    void learnsNothingOfThePolicyByAnOldVersion()
    {
        const QByteArray base = etag();
        QCOMPARE(server().change(m_ann, added("secret agent")).status, 200);
        const QByteArray change = added("mine");
        const RunningServer::Answer late =
            post(signIn(u"carl"_s), change, base, "5b0c1e5a-0000-4000-8000-000000000010");
        QCOMPARE(late.status, 412);
        QVERIFY2(!late.body.contains("agent"), late.body.constData());
        // Who may read it needs it to carry on.
        QVERIFY(post(m_ann, change, base, "5b0c1e5a-0000-4000-8000-000000000011").body.contains("agent"));
    }

    void leavesRoomForOthersToListen()
    {
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        const auto listen = [&] {
            auto socket = std::make_unique<QTcpSocket>();
            socket->connectToHost(server().url.host(), quint16(server().url.port()));
            socket->waitForConnected();
            socket->write("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + m_ann
                          + "\r\n\r\n");
            QByteArray status;
            while (!status.contains("\r\n") && socket->waitForReadyRead(30'000))
                status += socket->readAll();
            sockets.push_back(std::move(socket));
            return status.mid(9, 3);
        };
        constexpr int MaximumOfOne = 32;
        for (int i = 0; i < MaximumOfOne; ++i)
            QCOMPARE(listen(), QByteArray("200"));
        QCOMPARE(listen(), QByteArray("503"));
    }

    void sendsNothingLongWhoMayChangeNothing()
    {
        QByteArray several = added("long");
        for (int i = 0; i < 2000; ++i)
            several += ", " + added("long " + QByteArray::number(i));
        const QByteArray base = etag();
        const QByteArray key = "5b0c1e5a-0000-4000-8000-000000000013";
        QCOMPARE(post(signIn(u"carl"_s), several, base, key).status, 413);
        QCOMPARE(post(signIn(u"app"_s), several, base, key).status, 413);
        QCOMPARE(post(m_ann, several, base, key).status, 200);
    }

    void doesNotPassForDoneWithTheKeyOfAnother()
    {
        const QByteArray base = etag();
        const QByteArray key = "5b0c1e5a-0000-4000-8000-000000000012";
        const QByteArray change = R"({"set": "user", "id": "carl", "field": "name", "to": "Carl"})";
        const RunningServer::Answer first = post(m_ann, change, base, key);
        QVERIFY2(first.status == 200, first.body.constData());
        const auto isReuse = [&](const RunningServer::Answer &answer) {
            return answer.status == 422 && typeOf(answer) == "operation-reused"_L1;
        };
        QVERIFY(isReuse(post(m_ann, added("lost"), base, key)));
        QVERIFY(isReuse(post(m_ann, added("lost"), etag(), key)));
        QVERIFY(isReuse(post(signIn(u"carl"_s), change, base, key)));
        QCOMPARE(post(m_ann, change, base, key).body, first.body); // a retry is one
        QCOMPARE(server().change(m_ann, added("between")).status, 200);
        QCOMPARE(post(m_ann, change, base, key).status, 200);
    }

    void writesNothingIntoTheTrailThatWasNotDone()
    {
        const QString path = u"/api/v1/session/operation"_s;
        const int before = newestEvent()[u"sequence"_s].toInt();
        for (const QString &operation : {u"token.remove"_s, u"credential.set"_s, u"credential.change"_s,
                                         u"role.add"_s, u"request.refuse"_s, u"nothing"_s}) {
            const RunningServer::Answer answer =
                server().sendAs(m_ann, "POST", path, object({{"operation", operation}, {"what", u"x"_s}}));
            QVERIFY2(answer.status == 400, qPrintable(operation));
        }
        const RunningServer::Answer disguised = server().sendAs(
            m_ann, "POST", path, object({{"operation", u"policy.import"_s}, {"what", u"a\x1b[31m\x202e"_s}}));
        QCOMPARE(disguised.status, 400);
        QCOMPARE(newestEvent()[u"sequence"_s].toInt(), before);
        QCOMPARE(server()
                     .sendAs(m_ann, "POST", path,
                             object({{"operation", u"policy.import"_s}, {"what", u"a.json"_s}}))
                     .status,
                 204);
        QCOMPARE(newestEvent()[u"action"_s].toString(), u"policy.import"_s);
    }

    void confirmsNothingThatIsNoDigest()
    {
        for (const QString &digest :
             {u""_s, u"zz"_s, QString(63, u'a'), QString(64, u'g'), QString(66, u'a')}) {
            const RunningServer::Answer answer =
                server().sendAs(m_ann, "POST", u"/api/v1/session/confirmation"_s,
                                object({{"digest", digest}, {"password", Password}}));
            QVERIFY2(answer.status == 400, qPrintable(digest));
        }
    }

    void isNotWhoComesAfterThemUnderTheirName()
    {
        QByteArray app;
        const QByteArray refreshed = refreshOf(u"app"_s, app);
        const QByteArray question =
            R"({"subject": {"type": "user", "id": "frank"}, "action": {"name": "read"},
                                        "resource": {"type": "article", "id": "7"}})";
        const auto ask = [&](const QByteArray &token) {
            return server().sendAs(token, "POST", u"/access/v1/evaluation"_s, question).status;
        };
        const QByteArray token = server().giveToken(m_ann, u"app"_s, Password);
        QCOMPARE(ask(app), 200);
        QCOMPARE(ask(token), 200);
        const RunningServer::Answer made = server().change(m_ann,
                                                           R"({"remove": "user", "id": "app"},
                               {"add": "user", "value": {"id": "app", "assignments": [{"role": "asking"}]}})",
                                                           Password);
        QVERIFY2(made.status == 200, made.body.constData());
        QCOMPARE(ask(app), 401);
        QCOMPARE(refresh(refreshed), 401);
        QCOMPARE(ask(token), 401);
    }

    void doesNotComeBackWithWhoIsSwitchedOnAgain()
    {
        const auto switched = [&](bool on) {
            const QByteArray what =
                R"({"set": "user", "id": "carl", "field": "active", "was": %1, "to": %2})";
            const QByteArray change =
                QByteArray(what).replace("%1", on ? "false" : "true").replace("%2", on ? "true" : "false");
            return server().change(m_ann, change, Password).status;
        };
        QByteArray carl;
        const QByteArray refreshed = refreshOf(u"carl"_s, carl);
        QCOMPARE(switched(false), 200);
        QCOMPARE(switched(true), 200);
        QCOMPARE(server().sendAs(carl, "DELETE", u"/api/v1/session"_s).status, 401);
        QCOMPARE(refresh(refreshed), 401);
        QVERIFY(!signIn(u"carl"_s).isEmpty());
    }

    void saysNothingFalseOfACertificateThatItDoesNotHave()
    {
        server().signal(SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(server().log().contains("store-keys-reloaded"), 20'000);
        QVERIFY(!server().log().contains("certificate"));
    }
};

QTEST_GUILESS_MAIN(TestIntruder)
#include "tst_intruder.moc"
