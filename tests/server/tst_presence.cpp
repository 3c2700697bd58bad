// SPDX-License-Identifier: Apache-2.0
#include "core/store/policyservice.h"
#include "tests/server/runningserver.h"
#include "tests/support/postgresserver.h"

#include <QJsonArray>
#include <QTest>

using namespace rolewright;
using namespace Qt::StringLiterals;

// Who is on a database is the same answer for all: those on the database itself, and those on each of two
// real rolewrightd.
class TestPresence : public QObject
{
    Q_OBJECT

private:
    static constexpr int Patience = 120'000; // ms: each of several parties looks every 5 s

    // As a window has it.
    struct Follower
    {
        PolicyService service;
        QObject context;

        Follower(const QString &location, const QString &user, const QByteArray &password)
        {
            QByteArray text = password;
            const Status held = useLogin(location, user, Secret::taking(text));
            std::optional<Result<Snapshot>> opened;
            service.open(location, &context, [&](const Result<Snapshot> &result) { opened = result; });
            if (!held || !QTest::qWaitFor([&] { return opened.has_value(); }, Patience) || !*opened)
                qFatal("%s", opened ? qPrintable(toText(opened->error())) : "not opened");
        }
        QStringList others() const
        {
            QStringList users;
            for (const Presence &other : service.others())
                users.append(other.user);
            return users;
        }
        QString programOf(const QString &user) const
        {
            for (const Presence &other : service.others()) {
                if (other.user == user)
                    return other.program;
            }
            return {};
        }
    };

private Q_SLOTS:
    void isTheSameWhereverOneIs()
    {
        RunningServer one({}, RunningServer::Store::Database);
        QVERIFY2(!one.url.isEmpty(), one.log().constData());
        auto two = std::make_unique<RunningServer>(one, QStringList());
        QVERIFY2(!two->url.isEmpty(), two->log().constData());
        const QByteArray token = one.signIn(u"ann"_s, u"ann's password"_s);
        const auto made = one.change(token, R"(
            {"add": "role", "value": {"name": "seeing", "grants": ["rolewright/policy:read"]}},
            {"add": "assignment", "user": "app", "role": "seeing"},
            {"add": "assignment", "user": "carl", "role": "seeing"})",
                                     u"ann's password"_s);
        QVERIFY2(made.status == 200, made.body.constData());
        const QString database = PostgresLocation::parse(one.store)->database;
        PostgresServer &postgres = PostgresServer::running();
        postgres.addLogin(u"carl"_s, database, u"auditor"_s);

        const Follower ann(one.url.toString(), u"ann"_s, "ann's password");
        auto app = std::make_unique<Follower>(two->url.toString(), u"app"_s, "their password");
        auto carl =
            std::make_unique<Follower>(postgres.location(u"carl"_s, database), u"carl"_s, "login's password");
        QTRY_COMPARE_WITH_TIMEOUT(ann.others(), (QStringList{u"app"_s, u"carl"_s}), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(app->others(), (QStringList{u"ann"_s, u"carl"_s}), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(carl->others(), (QStringList{u"ann"_s, u"app"_s}), Patience);
        QVERIFY2(carl->programOf(u"ann"_s).startsWith(u"rolewrightd "_s),
                 qPrintable(carl->programOf(u"ann"_s)));
        QVERIFY(ann.programOf(u"carl"_s).isEmpty()); // nothing of where one is
        // Who does not listen is nobody: the token of the change is one of those.
        QCOMPARE(one.sendAs(token, "GET", u"/api/v1/presence"_s).json()[u"people"_s].toArray().size(), 3);

        carl.reset();
        QTRY_COMPARE_WITH_TIMEOUT(ann.others(), QStringList{u"app"_s}, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(app->others(), QStringList{u"ann"_s}, Patience);
        carl =
            std::make_unique<Follower>(postgres.location(u"carl"_s, database), u"carl"_s, "login's password");
        QTRY_COMPARE_WITH_TIMEOUT(carl->others(), (QStringList{u"ann"_s, u"app"_s}), Patience);
        // A server that dies takes those on it along.
        two->die();
        QTRY_COMPARE_WITH_TIMEOUT(carl->others(), QStringList{u"ann"_s}, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(ann.others(), QStringList{u"carl"_s}, Patience);
        // The database, where it goes and comes, does not.
        postgres.stop();
        postgres.start();
        QTRY_COMPARE_WITH_TIMEOUT(carl->others(), QStringList{u"ann"_s}, Patience);
        app.reset();
        carl.reset();
        QTRY_COMPARE_WITH_TIMEOUT(ann.others(), QStringList(), Patience);
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
