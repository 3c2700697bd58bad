// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgresschema.h"
#include "core/store/sql/postgresstore.h"
#include "core/store/storeguard.h"
#include "tests/contract/storefixture.h"

#include <thread>

using namespace rolewright;

// What a store in PostgreSQL promises beyond the contract of all stores: who may touch what in the database,
// what the session asserts, and how others' changes are seen.
class TestPostgresStore : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;
    QString m_database;

    PolicyStore &store() { return *m_fixture->store; }
    static PostgresServer &server() { return PostgresServer::running(); }
    Result<Snapshot> commitRole(PolicyStore &to, const QByteArray &name)
    {
        const Result<Snapshot> head = to.load();
        if (!head)
            return head;
        return to.commit(changeSet(head->version, R"({"add": "role", "value": {"name": ")" + name + R"("}})",
                                   head->policy),
                         by(u"bob"_s));
    }
    std::unique_ptr<PostgresDatabase> session(const QString &user, const QString &database)
    {
        auto opened = std::make_unique<PostgresDatabase>(
            PostgresLocation::parse(server().location(user, database)).value());
        const Status signedIn = opened->open(user, PostgresServer::loginPassword());
        if (!signedIn)
            qFatal("%s", qPrintable(toText(signedIn.error())));
        return opened;
    }

private Q_SLOTS:
    void init()
    {
        // What leaves it as it was needs no other.
        const QByteArray function(QTest::currentTestFunction());
        if (m_fixture && m_fixture->store && (function == "rightsInTheDatabase" || function == "locations"))
            return;
        m_fixture = std::make_unique<StoreFixture>(Backend::Postgres, newsroom());
        m_database = PostgresLocation::parse(m_fixture->path()).value().database;
    }

    void locations_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("result"); // empty: refused
        QTest::newRow("all") << u"postgresql://bob@db.example:6000/acme?sslmode=verify-ca"_s
                             << u"postgresql://bob@db.example:6000/acme?sslmode=verify-ca"_s;
        QTest::newRow("as by default") << u"postgres://bob@db.example:5432/acme?sslmode=verify-full"_s
                                       << u"postgresql://bob@db.example/acme"_s;
        QTest::newRow("no user") << u"postgresql://db.example/acme"_s << u"postgresql://db.example/acme"_s;
        QTest::newRow("this machine") << u"postgresql:///acme"_s << u"postgresql:///acme"_s;
        QTest::newRow("special characters")
            << u"postgresql://b%40b@h/a%20c"_s << u"postgresql://b%40b@h/a%20c"_s;
        QTest::newRow("IPv6") << u"postgresql://bob@[::1]:6000/acme"_s
                              << u"postgresql://bob@[::1]:6000/acme"_s;
        QTest::newRow("a password") << u"postgresql://bob:secret@h/acme"_s << QString();
        QTest::newRow("an empty password") << u"postgresql://bob:@h/acme"_s << QString();
        QTest::newRow("a password as option") << u"postgresql://bob@h/acme?password=secret"_s << QString();
        QTest::newRow("an option nobody knows")
            << u"postgresql://bob@h/acme?options=-cfsync=secret"_s << QString();
        QTest::newRow("sslmode that is none") << u"postgresql://bob@h/acme?sslmode=secret"_s << QString();
        QTest::newRow("no database") << u"postgresql://bob@h"_s << QString();
        QTest::newRow("a path") << u"postgresql://bob@h/a/b"_s << QString();
        QTest::newRow("a fragment") << u"postgresql://bob@h/a#secret"_s << QString();
        QTest::newRow("no port") << u"postgresql://bob@h:secret/a"_s << QString();
    }
    void locations()
    {
        QFETCH(QString, location);
        QFETCH(QString, result);
        const Result<PostgresLocation> read = PostgresLocation::parse(location);
        QCOMPARE(read ? read->text() : QString(), result);
        if (read) {
            QCOMPARE(PostgresLocation::parse(read->text()).value(), *read);
            QCOMPARE(read->options.value(u"sslmode"_s, u"none"_s) == u"none"_s, read->isOnThisMachine());
        } else {
            QCOMPARE(read.error().code, ErrorCode::Usage);
            QVERIFY(!toText(read.error()).contains(u"secret"_s));
        }
    }

    // Each role tries each thing that only another may do.
    void rightsInTheDatabase_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("allowed"); // the roles that may
        const QString nobody;
        const QString writers = u"administrator server"_s;
        const QString all = u"administrator auditor server"_s;
        for (const char *table :
             {"event", "event_thing", "thing", "occasion", "change_set", "checkpoint", "seal", "personal"}) {
            const QByteArray name(table);
            QTest::addRow("delete from %s", table) << "DELETE FROM " + name << nobody;
            QTest::addRow("truncate %s", table) << "TRUNCATE " + name << nobody;
            QTest::addRow("drop %s", table) << "DROP TABLE " + name << nobody;
            QTest::addRow("disable triggers of %s", table)
                << "ALTER TABLE " + name + " DISABLE TRIGGER ALL" << nobody;
            QTest::addRow("read %s", table) << "SELECT * FROM " + name << all;
        }
        QTest::newRow("update event") << QByteArray("UPDATE event SET summary = 'x'") << nobody;
        QTest::newRow("update change_set") << QByteArray("UPDATE change_set SET actor = 'x'") << nobody;
        QTest::newRow("update occasion") << QByteArray("UPDATE occasion SET actor = 'x'") << nobody;
        QTest::newRow("update thing") << QByteArray("UPDATE thing SET name = name || 'x'") << nobody;
        QTest::newRow("write a thing") << QByteArray("INSERT INTO thing (name) VALUES ('x')") << writers;
        QTest::newRow("change a role") << QByteArray("UPDATE role SET enabled = 0") << writers;
        QTest::newRow("move the head") << QByteArray("UPDATE head SET version = version") << writers;
        QTest::newRow("let in other clients") << QByteArray("UPDATE head SET oldest_client = NULL") << nobody;
        QTest::newRow("remove the head") << QByteArray("DELETE FROM head") << nobody;
        QTest::newRow("open the store") << QByteArray("DELETE FROM guard") << nobody;
        QTest::newRow("guard the store") << QByteArray("INSERT INTO guard VALUES (1, 1)") << nobody;
        QTest::newRow("read credentials") << QByteArray("SELECT * FROM credential") << u"server"_s;
        QTest::newRow("make a table") << QByteArray("CREATE TABLE rolewright.x (a INTEGER)") << nobody;
        QTest::newRow("make a function")
            << QByteArray("CREATE FUNCTION rolewright.lower(text) RETURNS text LANGUAGE sql AS 'SELECT $1'")
            << nobody;
        QTest::newRow("become the owner") << QByteArray("SET ROLE {owner}") << nobody;
        QTest::newRow("make an administrator") << QByteArray("GRANT {administrator} TO pgadmin") << nobody;
    }
    void rightsInTheDatabase()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, allowed);
        for (const QString &name : {u"owner"_s, u"administrator"_s})
            sql.replace('{' + name.toUtf8() + '}', (m_database + u'_' + name).toUtf8());
        for (const QString &role : {u"administrator"_s, u"auditor"_s, u"server"_s}) {
            const QString login = m_database + u"_the_"_s + role;
            server().addLogin(login, m_database, role);
            const auto opened = session(login, m_database);
            const Status done = opened->run("BEGIN; " + sql + "; ROLLBACK");
            QVERIFY2(done.has_value() == allowed.contains(role),
                     qPrintable(role + (done ? u" may"_s : u": "_s + toText(done.error()))));
            if (!done)
                QCOMPARE(done.error().code, ErrorCode::NotPermitted);
        }
        const Result<TrailState> trail = store().verifyTrail();
        QVERIFY(trail && !trail->firstBad);
    }

    void strangersReadNothing()
    {
        QVERIFY(server().run("CREATE ROLE stranger_" + m_database.toUtf8() + " LOGIN PASSWORD 'stranger'"));
        const QString location = server().location(u"stranger_"_s + m_database, m_database);
        QByteArray password("stranger");
        QVERIFY(useLogin(location, u"stranger_"_s + m_database, Secret::taking(password)));
        const auto opened = openStore(location);
        QVERIFY(!opened);
        QVERIFY2(opened.error().code != ErrorCode::Cancelled, qPrintable(toText(opened.error())));
    }

    void anAuditorReadsAndChangesNothing()
    {
        server().addLogin(u"ada"_s, m_database, u"auditor"_s);
        server().useLogin(u"ada"_s, m_database);
        const auto opened = openStore(server().location(u"ada"_s, m_database));
        QVERIFY2(opened, qPrintable(opened ? QString() : toText(opened.error())));
        QVERIFY((*opened)->traits().readOnly);
        QCOMPARE(writePolicy((*opened)->load()->policy), writePolicy(newsroom()));
        QVERIFY((*opened)->verifyTrail());
        QCOMPARE(commitRole(**opened, "guest").error().code, ErrorCode::NotPermitted);
    }

    void nothingIsReadBeforeASignIn()
    {
        const QString location = server().location(u"carol"_s, m_database);
        server().addLogin(u"carol"_s, m_database, u"administrator"_s);
        const auto opened = openStore(location);
        QVERIFY2(opened, qPrintable(opened ? QString() : toText(opened.error())));
        QVERIFY((*opened)->traits().guarded);
        QCOMPARE((*opened)->traits().login, u"carol"_s);
        QVERIFY(needsSignIn((*opened)->load().error()));
        QVERIFY(needsSignIn((*opened)->version().error()));
        QVERIFY(!(*opened)->guard()->isSignedIn());
        QByteArray wrong("wrong password");
        const Status refused =
            (*opened)->guard()->signIn(u"carol"_s, Secret::taking(wrong), {u"test"_s, noon, {}});
        QCOMPARE(refused.error().code, ErrorCode::NotPermitted);
        QVERIFY(needsSignIn((*opened)->load().error()));
        QVERIFY(
            (*opened)->guard()->signIn(u"carol"_s, PostgresServer::loginPassword(), {u"test"_s, noon, {}}));
        QVERIFY((*opened)->guard()->isSignedIn());
        QVERIFY((*opened)->load());
        // So are the other stores of this program there, and signing out ends them all.
        const auto other = openStore(location);
        QVERIFY((*other)->load());
        (*opened)->guard()->signOut();
        QVERIFY(needsSignIn((*opened)->load().error()));
        QVERIFY(needsSignIn((*other)->load().error()));
    }

    void aServerThatMayLoseChangesIsRefused()
    {
        QVERIFY(server().run("ALTER SYSTEM SET fsync = off"));
        QVERIFY(server().run("SELECT pg_reload_conf()"));
        m_fixture->store.reset();
        const auto isRefused = [&] {
            const auto opened = openStore(m_fixture->path());
            return !opened && opened.error().message.contains(u"fsync = off"_s);
        };
        bool refused = false;
        for (int i = 0; i < 100 && !refused; ++i) {
            refused = isRefused();
            QTest::qSleep(20);
        }
        QVERIFY(QFile::remove(server().folder() + u"/data/postgresql.auto.conf"_s));
        server().stop();
        server().start();
        QVERIFY(refused);
        QVERIFY(openStore(m_fixture->path()));
    }

    // A database that was told to be quick is told otherwise.
    void acknowledgedIsDurable()
    {
        QVERIFY(server().run("ALTER DATABASE " + m_database.toUtf8() + " SET synchronous_commit = off"));
        const auto opened = session(u"bob"_s, m_database);
        QCOMPARE(opened->number(u"SELECT (current_setting('synchronous_commit') = 'on')::int"_s).value(), 1);
    }

    void clientsAreCheckedInEachTransaction_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("message"); // empty: let in
        QTest::newRow("older than the oldest")
            << QByteArray("oldest_client = 999999") << u"Update Rolewright"_s;
        QTest::newRow("newer than the newest") << QByteArray("newest_client = 1") << u"as new as this one"_s;
        QTest::newRow("a later format") << QByteArray("format = 99") << u"Update Rolewright"_s;
        QTest::newRow("an earlier format") << QByteArray("format = 0") << u"older format"_s;
        QTest::newRow("just this one") << QByteArray("oldest_client = %1, newest_client = %1")
                                              .replace("%1", QByteArray::number(clientVersion()))
                                       << QString();
    }
    void clientsAreCheckedInEachTransaction()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, message);
        const Snapshot head = store().load().value();
        QVERIFY(server().run("UPDATE rolewright.head SET " + sql, m_database));
        const Result<Snapshot> read = store().load();
        const Result<Snapshot> written = store().commit(
            changeSet(1, R"({"add": "role", "value": {"name": "guest"}})", head.policy), by(u"bob"_s));
        for (const Result<Snapshot> &done : {read, written}) {
            QCOMPARE(done.has_value(), message.isEmpty());
            if (!done)
                QVERIFY2(done.error().message.contains(message), qPrintable(done.error().message));
        }
        QCOMPARE(server().number(u"SELECT version FROM rolewright.head"_s, m_database).value(),
                 message.isEmpty() ? 2 : 1);
    }

    void anOlderFormatIsBroughtUpByItsOwner()
    {
        QVERIFY(server().run(
            "DROP TABLE rolewright.seal, rolewright.signing_key, rolewright.personal, "
            "rolewright.application_token, rolewright.archive; DROP INDEX rolewright.event_action;"
            "UPDATE rolewright.head SET format = 1, oldest_client = NULL",
            m_database));
        m_fixture->reopen(Backend::Postgres);
        const Result<Snapshot> early = store().load();
        QVERIFY2(!early && early.error().message.contains(u"Let its owner open it"_s),
                 qPrintable(early ? QString() : early.error().message));
        QVERIFY(openStore(server().location(QString::fromLatin1(PostgresServer::Superuser), m_database)));
        QCOMPARE(server().number(u"SELECT format FROM rolewright.head"_s, m_database).value(),
                 postgresMigrations().size());
        m_fixture->reopen(Backend::Postgres);
        QCOMPARE(m_fixture->now(), writePolicy(newsroom()));
        QVERIFY(commitRole(store(), "guest"));
        QCOMPARE(session(u"bob"_s, m_database)->number(u"SELECT count(*) FROM seal"_s).value(), 0);
    }

    void aTamperedSchemaIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("a trigger") << QByteArray(
            "CREATE FUNCTION rolewright.quiet() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
            "ALTER FUNCTION rolewright.quiet OWNER TO {owner};"
            "CREATE TRIGGER quiet BEFORE INSERT ON rolewright.event FOR EACH ROW EXECUTE FUNCTION "
            "rolewright.quiet()");
        QTest::newRow("a rule") << QByteArray(
            "CREATE RULE quiet AS ON INSERT TO rolewright.event DO INSTEAD NOTHING");
        QTest::newRow("another owner") << QByteArray("ALTER TABLE rolewright.event OWNER TO bob");
    }
    void aTamperedSchemaIsRefused()
    {
        QFETCH(QByteArray, sql);
        QVERIFY(server().run(sql.replace("{owner}", (m_database + u"_owner"_s).toUtf8()), m_database));
        m_fixture->store.reset();
        const auto refused = openStore(m_fixture->path());
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"tampered"_s), qPrintable(refused.error().message));
    }

    // Announcements are quick, and nothing depends on them.
    void othersChangesAreSeen()
    {
        QCOMPARE(store().version().value(), 1);
        auto other = openStore(m_fixture->path()).value();
        QVERIFY(commitRole(*other, "guest"));
        QTRY_COMPARE_WITH_TIMEOUT(store().version().value(), 2, 10'000);
        QVERIFY(server().run("UPDATE rolewright.head SET version = 3", m_database));
        QTRY_COMPARE_WITH_TIMEOUT(store().version().value(), 3, 10'000);
        QVERIFY(server().run("UPDATE rolewright.head SET version = 2", m_database));
    }

    // Nobody asks meanwhile: the announcement itself wakes, also on the next session.
    void anAnnouncementWakesWhoWatches()
    {
        std::atomic_int woken = 0;
        store().watch([&] { ++woken; });
        QCOMPARE(store().version().value(), 1);
        auto other = openStore(m_fixture->path()).value();
        QVERIFY(commitRole(*other, "guest"));
        QTRY_VERIFY_WITH_TIMEOUT(woken > 0, 10'000);
        QCOMPARE(store().version().value(), 2);
        QTest::qWait(100);
        woken = 0;
        QVERIFY(server().run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                             + m_database.toUtf8() + "'"));
        QTRY_VERIFY_WITH_TIMEOUT(woken > 0, 10'000);
        QCOMPARE(store().version().value(), 2);
        woken = 0;
        QVERIFY(commitRole(*other, "late"));
        QTRY_VERIFY_WITH_TIMEOUT(woken > 0, 10'000);
        QCOMPARE(store().version().value(), 3);
    }

    // What watches reads, too: what comes with the answer to a statement leaves the connection silent.
    void anAnnouncementWithAnAnswerWakesToo()
    {
        std::atomic_int woken = 0;
        store().watch([&] { ++woken; });
        QCOMPARE(store().version().value(), 1);
        auto other = openStore(m_fixture->path()).value();
        QVERIFY(commitRole(*other, "guest"));
        QTRY_VERIFY_WITH_TIMEOUT(woken > 0, 10'000);
        QCOMPARE(store().version().value(), 2);
        QVERIFY(commitRole(*other, "late"));
        QCOMPARE(store().load()->version, 3); // with the announcement
        woken = 0;
        QTRY_VERIFY_WITH_TIMEOUT(woken > 0, 10'000);
        QCOMPARE(store().version().value(), 3);
    }

    // A large first version is not read for who wrote the newest ones: what is not readable is not missed.
    void whoDidWhatIsToldWithoutTheChanges()
    {
        QVERIFY(commitRole(store(), "guest"));
        QVERIFY(
            server().run("UPDATE rolewright.change_set SET body = '\\x00' WHERE version = 1", m_database));
        AuditQuery query;
        QVERIFY(!store().events(query));
        query.withChanges = false;
        const Result<QList<AuditEvent>> events = store().events(query);
        QVERIFY2(events, events ? "" : qPrintable(toText(events.error())));
        QVERIFY(std::any_of(events->begin(), events->end(),
                            [](const AuditEvent &event) { return event.version == 1; }));
        QVERIFY(std::any_of(events->begin(), events->end(), [](const AuditEvent &event) {
            return event.version == 2 && event.actor == u"bob"_s && event.target == u"role/guest"_s
                && !event.summary.isEmpty() && event.change.isEmpty();
        }));
    }

    void othersAreSeen()
    {
        QCOMPARE(store().others().value(), QList<Presence>());
        const auto mine = openStore(m_fixture->path()).value(); // this program's other connection is nobody
        QVERIFY(mine->load());
        server().addLogin(u"rita"_s, m_database, u"auditor"_s);
        server().useLogin(u"rita"_s, m_database);
        auto theirs = openStore(server().location(u"rita"_s, m_database));
        QVERIFY(theirs && (*theirs)->load());
        const auto seen = [&] { return store().others().value_or(QList<Presence>()); };
        QTRY_COMPARE_WITH_TIMEOUT(seen().size(), 1, 30'000);
        const Presence rita = seen().first();
        QCOMPARE(rita.user, u"rita"_s);
        QVERIFY2(rita.program.startsWith(u"tst_postgresstore "_s), qPrintable(rita.program));
        QCOMPARE((*theirs)->others()->first().user, u"bob"_s);
        *theirs = nullptr;
        QTRY_COMPARE_WITH_TIMEOUT(seen().size(), 0, 30'000);
    }

    // Whoever works through a server has no session here, and the server has one of its own.
    void whoWorksThroughAServerIsSeen()
    {
        server().addLogin(u"served"_s, m_database, u"server"_s);
        auto served = openServed(server().location(u"served"_s, m_database), PostgresServer::loginPassword());
        QVERIFY2(served && (*served)->load(), served ? "" : qPrintable(toText(served.error())));
        QVERIFY(store().load());
        const auto seen = [&] {
            QStringList users;
            for (const Presence &other : store().others().value_or(QList<Presence>()))
                users.append(other.user);
            return users;
        };
        const QStringList without{u"served"_s}; // this program is no rolewrightd, which would be nobody
        const QStringList with{u"alice"_s, u"served"_s};
        Status told = (*served)->tellPresent({u"alice"_s, u"no user's \"name\""_s});
        QVERIFY2(told, told ? "" : qPrintable(toText(told.error())));
        QTRY_COMPARE_WITH_TIMEOUT(seen(), with, 30'000);
        QVERIFY2(store().others()->first().program.startsWith(u"tst_postgresstore "_s),
                 qPrintable(store().others()->first().program));
        QVERIFY((*served)->others()->first().user != u"alice"_s); // it knows whom it told
        // A login that is no server's says the same: it is not believed.
        const auto liar = session(u"bob"_s, m_database);
        QVERIFY(liar->run("SELECT pg_advisory_lock_shared(classid::int, objid::int) FROM pg_locks "
                          "WHERE locktype = 'advisory'"));
        QVERIFY((*served)->tellPresent({}));
        QTRY_COMPARE_WITH_TIMEOUT(seen(), without, 30'000);
        QCOMPARE(server()
                     .number(u"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"_s, m_database)
                     .value(),
                 1);
        // What the session held goes with it.
        QVERIFY((*served)->tellPresent({u"alice"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(seen(), with, 30'000);
        QVERIFY(
            server().run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'served'"));
        QTRY_COMPARE_WITH_TIMEOUT(seen(), QStringList(), 30'000);
        QVERIFY((*served)->load());
        QVERIFY((*served)->tellPresent({u"alice"_s}));
        QTRY_COMPARE_WITH_TIMEOUT(seen(), with, 30'000);
        *served = nullptr;
        QTRY_COMPARE_WITH_TIMEOUT(seen(), QStringList(), 30'000);
    }

    void aBrokenSessionIsOpenedAgain()
    {
        const auto kill = [&] {
            return server().run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                                + m_database.toUtf8() + "'");
        };
        QVERIFY(store().load());
        QVERIFY(kill());
        QVERIFY(store().version());
        QVERIFY(kill());
        QVERIFY(store().load(0));
        QVERIFY(kill());
        const Result<Snapshot> made = commitRole(store(), "guest");
        QVERIFY2(made, qPrintable(made ? QString() : toText(made.error())));
        server().crash();
        const Result<qint64> version = store().version();
        QCOMPARE(version.error().code, ErrorCode::Unavailable);
        QVERIFY(!isOutcomeUnknown(commitRole(store(), "late").error()));
        server().start();
        QVERIFY(commitRole(store(), "late"));
    }

    void waitingForALockCanBeCancelled()
    {
        const Snapshot head = store().load().value();
        auto holder = session(u"bob"_s, m_database);
        QVERIFY(holder->begin(Database::Access::Write));
        std::thread canceller([&] {
            QTest::qSleep(300);
            store().cancel();
        });
        QElapsedTimer since;
        since.start();
        const Result<Snapshot> cancelled = store().commit(
            changeSet(1, R"({"add": "role", "value": {"name": "guest"}})", head.policy), by(u"bob"_s));
        canceller.join();
        QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
        QVERIFY2(since.elapsed() < 2000, qPrintable(QString::number(since.elapsed())));
        holder->rollback();
        QVERIFY(commitRole(store(), "guest"));
    }

    void theServersCertificateIsChecked()
    {
        const QString certificate = server().useTls("localhost");
        const auto opens = [&](const QString &host, const QString &options) {
            const QString location =
                u"postgresql://bob@%1:%2/%3?%4"_s.arg(host).arg(server().port()).arg(m_database, options);
            const Status held = useLogin(location, u"bob"_s, PostgresServer::loginPassword());
            const auto opened = openStore(location);
            return held && opened && (*opened)->load();
        };
        const QString trusted = u"sslmode=verify-full&sslrootcert="_s + certificate;
        QVERIFY(opens(u"localhost"_s, trusted));
        QVERIFY(!opens(u"127.0.0.1"_s, trusted)); // another name than the certificate's
        QVERIFY(opens(u"127.0.0.1"_s, u"sslmode=require"_s));
        QVERIFY(!opens(u"localhost"_s, u"sslmode=verify-full&sslrootcert="_s + certificate + u".none"_s));
        QVERIFY(QFile::copy(certificate, m_fixture->folder.filePath(u"old.crt"_s)));
        QCOMPARE(server().useTls("localhost"), certificate); // a new one
        QVERIFY(opens(u"localhost"_s, trusted));
        QVERIFY(!opens(u"localhost"_s,
                       u"sslmode=verify-full&sslrootcert="_s + m_fixture->folder.filePath(u"old.crt"_s)));
    }

    void textThatNoDatabaseKeepsIsRefused()
    {
        AuditQuery query;
        query.text = QString(QChar(u'\0')) + u"x"_s;
        QCOMPARE(store().events(query).error().code, ErrorCode::Invalid);
        query.text = QString(QChar(0xd800));
        QCOMPARE(store().events(query).error().code, ErrorCode::Invalid);
        query.text = u"'; DROP TABLE event; --"_s;
        QVERIFY(store().events(query)->isEmpty());
        QVERIFY(store().verifyTrail());
    }

    void aSecondStoreIsNotMade()
    {
        const QString owner = server().location(QString::fromLatin1(PostgresServer::Superuser), m_database);
        const Secret password = PostgresServer::loginPassword();
        const FirstAdministrator administrator{u"ann"_s, password};
        const auto again = createStore(owner, newsroom(), by(u"x"_s), &administrator);
        QCOMPARE(again.error().code, ErrorCode::Usage);
        QCOMPARE(createStore(owner, newsroom(), by(u"x"_s)).error().code,
                 ErrorCode::Usage); // no administrator
        QCOMPARE(writePolicy(store().load()->policy), writePolicy(newsroom()));
    }
};

QTEST_GUILESS_MAIN(TestPostgresStore)
#include "tst_postgresstore.moc"
