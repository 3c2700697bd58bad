// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/guardtest.h"

#include <sqlite3.h>

using namespace rolewright;

// A guarded store: what passes, and what the trail says of it.
class TestGuard : public GuardTest
{
    Q_OBJECT

private Q_SLOTS:
    void eventsThatStandAloneAreChainedToo_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("nothing") << QByteArray("SELECT 1");
        QTest::newRow("actor") << QByteArray("UPDATE occasion SET actor = actor || 'x'");
        QTest::newRow("origin") << QByteArray("UPDATE occasion SET origin = origin || 'x'");
        QTest::newRow("reason") << QByteArray("UPDATE occasion SET reason = reason || 'x'");
        QTest::newRow("time") << QByteArray("UPDATE occasion SET time = time - 1");
        QTest::newRow("gone") << QByteArray("DELETE FROM occasion");
        QTest::newRow("of a change") << QByteArray("INSERT INTO occasion VALUES (2, 1, 'eve', 'x', '')");
        QTest::newRow("moved") << QByteArray("UPDATE occasion SET sequence = sequence + 1");
        QTest::newRow("version") << QByteArray("UPDATE event SET version = 0 WHERE action = 'store.guard'");
        QTest::newRow("the event") << QByteArray("DELETE FROM event WHERE action = 'store.guard'");
    }

    void eventsThatStandAloneAreChainedToo()
    {
        QFETCH(QByteArray, sql);
        const QString path = m_fixture->path();
        m_fixture->store.reset();
        const QString copy = m_fixture->folder.filePath(u"copy.rolewright"_s);
        QVERIFY(QFile::copy(path, copy));
        m_fixture->reopen(Backend::Sqlite);
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(copy).constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
        const TrailState state = openStore(copy).value()->verifyTrail().value();
        QCOMPARE(state.firstBad.has_value(), sql != "SELECT 1");
    }

    void anOpenStoreBecomesGuardedOnce()
    {
        QVERIFY(store().traits().guarded);
        QVERIFY(guard().isGuarded().value());
        const Status again = guard().enrolFirst(u"bob"_s, secret("bob's password"), occasion());
        QCOMPARE(again.error().code, ErrorCode::NotPermitted);

        StoreFixture open(Backend::Sqlite, guardedPolicy());
        QVERIFY(!open.store->traits().guarded);
        QCOMPARE(open.store->guard()->enrolFirst(u"e\tve"_s, secret("eve's password"), occasion()).error().code,
                 ErrorCode::Invalid); // no name
        QCOMPARE(open.store->guard()->enrolFirst(u"ann"_s, secret("short"), occasion()).error().code,
                 ErrorCode::Invalid);
        QVERIFY(!open.store->guard()->isGuarded().value());
        QCOMPARE(open.store->guard()->signIn(u"ann"_s, secret("x"), occasion()).error().code,
                 ErrorCode::Usage);
        const Snapshot snapshot = open.store->load().value();
        QVERIFY(
            open.store->commit(changeSet(snapshot.version, sleeping("carl"), snapshot.policy), by(u"x"_s)));
    }

    // Whoever is the first is made an administrator in the same transaction.
    void theFirstAdministratorNeedsNotBeOneBefore()
    {
        for (const QString &user : {u"bob"_s, u"eve"_s}) {
            StoreFixture open(Backend::Sqlite, guardedPolicy());
            const qint64 version = open.store->version().value();
            QVERIFY(open.store->guard()->enrolFirst(user, secret("a long password"), occasion()));
            QCOMPARE(open.store->version().value(), version + 1);
            QCOMPARE(open.store->load()->version, version + 1);
            QVERIFY(open.store->guard()->signIn(user, secret("a long password"), occasion()));
            QVERIFY(open.store->guard()->perform(u"policy.import"_s, {}, occasion()));
            QVERIFY(!open.store->verifyTrail()->firstBad);
        }
    }

    void aStoreIsMadeGuardedAtOnce()
    {
        const QString path = m_fixture->folder.filePath(u"new.rolewright"_s);
        const Secret shortOne = secret("short"), good = secret("kim's password");
        const FirstAdministrator weak{u"kim"_s, shortOne}, kim{u"kim"_s, good};
        QCOMPARE(createStore(path, newsroom(), by(u"kim"_s), &weak).error().code, ErrorCode::Invalid);
        QVERIFY(!QFile::exists(path));
        const auto made = createStore(path, newsroom(), by(u"kim"_s), &kim);
        // The newsroom's approval needs a second person, whom a new store does not have.
        QCOMPARE(made.error().code, ErrorCode::NotPermitted);
        QVERIFY(!QFile::exists(path));
        const auto guarded = createStore(path, guardedPolicy(), by(u"kim"_s), &kim);
        QVERIFY2(guarded, qPrintable(guarded ? QString() : toText(guarded.error())));
        QVERIFY((*guarded)->traits().guarded);
        QCOMPARE((*guarded)->load()->version, 2);
        QVERIFY((*guarded)->guard()->signIn(u"kim"_s, good, occasion()));
        QVERIFY(!openStore(path).value()->verifyTrail()->firstBad);
    }

    void nothingPassesWithoutASignIn()
    {
        const Snapshot before = head();
        const Result<Snapshot> refused = commit(sleeping("carl"));
        QCOMPARE(refused.error().code, ErrorCode::NotPermitted);
        QCOMPARE(head().version, before.version);
        m_fixture->reopen(Backend::Sqlite);
        QVERIFY(!commit(sleeping("carl")));
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commit(sleeping("carl")));
        QCOMPARE(store().history()->first().actor, u"ann"_s); // not who the context says
        guard().signOut();
        QVERIFY(!commit(change(R"({"set": "user", "id": "carl", "field": "active", "to": true})")));
        // Another object on the same file is another session.
        auto other = openStore(m_fixture->path()).value();
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(!other->commit(change(R"({"set": "user", "id": "carl", "field": "active", "to": true})"),
                               by(u"ann"_s)));
    }

    void rightsAreChecked()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(commit(R"({"add": "user", "value": {"id": "dan"}})"));
        const Result<Snapshot> refused =
            commit(R"({"add": "assignment", "user": "bob", "role": "administrator"})");
        QCOMPARE(refused.error().code, ErrorCode::NotPermitted);
        QCOMPARE(problemsOf(refused),
                 QStringList{u"/changes/0 not-granted: bob may not assign administrator to bob: that needs "
                             "the right rolewright/user:assign."_s});
        for (int i = 0; i < 11; ++i)
            QVERIFY(!commit(R"({"add": "role", "value": {"name": "r"}})"));
        QCOMPARE(events(u"changes.refuse"_s).size(), 2); // the first and the tenth of twelve
        // Who may not administer credentials may not, confirmed or not.
        QVERIFY(guard().confirm(operationDigest(u"credential.set"_s, u"carl"_s), secret("bob's password"),
                                occasion()));
        QCOMPARE(guard().setPassword(u"carl"_s, secret("carl's password"), occasion()).error().code,
                 ErrorCode::NotPermitted);
    }

    void sensitiveChangesWantASecondConfirmation()
    {
        QVERIFY(signIn("ann", "ann's password"));
        const ChangeSet changes = change(R"({"remove": "user", "id": "carl"})");
        const Result<Snapshot> asked = commit(changes);
        QVERIFY(needsConfirmation(asked.error()));
        QCOMPARE(problemsOf(asked), QStringList{u" confirmation-needed: It deletes a user."_s});
        QCOMPARE(events(u"changes.refuse"_s), QStringList()); // it is no refusal
        const QByteArray digest = confirmationDigest(changes, false);
        QVERIFY(!guard().confirm(digest, secret("wrong password"), occasion()));
        QVERIFY(needsConfirmation(commit(changes).error()));
        QVERIFY(guard().confirm(digest, secret("ann's password"), occasion()));
        // Not for another one, not for another reason.
        QVERIFY(needsConfirmation(commit(R"({"remove": "user", "id": "alice"})").error()));
        ChangeSet other = changes;
        other.reason = u"another"_s;
        QVERIFY(needsConfirmation(commit(other).error()));
        QVERIFY(commit(changes));
        QVERIFY(
            events(u"changes.confirm"_s).first().endsWith(u"confirmed a second time: It deletes a user."_s));
        // Once.
        QVERIFY(commit(R"({"add": "user", "value": {"id": "carl"}})"));
        ChangeSet again = changes;
        again.operation = QUuid::createUuid();
        again.base = head().version;
        QVERIFY(needsConfirmation(commit(again).error()));
    }

    // Were it not used up, the same one would do twice: what the test above looks for is seen.
    void aConfirmationThatStaysWouldBeSeen()
    {
        QVERIFY(signIn("ann", "ann's password"));
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(m_fixture->path()).constData(), &database), SQLITE_OK);
        const auto isUsedUp = [&] {
            const QByteArray digest = operationDigest(u"policy.export"_s, u"x"_s);
            const bool good = guard().confirm(digest, secret("ann's password"), occasion())
                && guard().perform(u"policy.export"_s, u"x"_s, occasion());
            return good && needsConfirmation(guard().perform(u"policy.export"_s, u"x"_s, occasion()).error());
        };
        QVERIFY(isUsedUp());
        QCOMPARE(sqlite3_exec(database,
                              "CREATE TRIGGER stays AFTER DELETE ON confirmation BEGIN "
                              "INSERT INTO confirmation VALUES (old.user, old.digest, old.expires); END",
                              nullptr, nullptr, nullptr),
                 SQLITE_OK);
        const bool mutantIsUsedUp = isUsedUp();
        QCOMPARE(sqlite3_exec(database, "DROP TRIGGER stays; DELETE FROM confirmation", nullptr, nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(database);
        QVERIFY(!mutantIsUsedUp);
    }

    void aConfirmationIsGoodForFiveMinutesAndForOnePerson()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("ann", "ann's password"));
        const ChangeSet changes = change(R"({"remove": "user", "id": "carl"})");
        const QByteArray digest = confirmationDigest(changes, false);
        QVERIFY(guard().confirm(digest, secret("ann's password"), occasion()));
        m_now.msecs += ConfirmationLife;
        QVERIFY(needsConfirmation(commit(changes).error()));
        m_now.msecs -= 1;
        QVERIFY(guard().confirm(digest, secret("ann's password"), occasion()));
        m_now.msecs -= 2 * ConfirmationLife; // the clock set back
        QVERIFY(needsConfirmation(commit(changes).error()));
        QVERIFY(guard().confirm(digest, secret("ann's password"), occasion()));
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(needsConfirmation(commit(changes).error()));
    }

    void theLastAdministratorStays()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("ann", "ann's password"));
        for (
            const QByteArray &json :
            {sleeping("ann"), QByteArray(R"({"remove": "user", "id": "ann"})"),
             QByteArray(R"({"remove": "role", "name": "administrator"})"),
             QByteArray(R"({"set": "role", "name": "administrator", "field": "enabled", "to": false})"),
             QByteArray(
                 R"({"set": "assignment", "user": "ann", "role": "administrator", "field": "until", "to": "2036-01-01T00:00:00Z"})"),
             QByteArray(
                 R"({"add": "approval", "value": {"changes": ["role.delete"], "by": "administrator"}})")}) {
            const Result<Snapshot> refused = commitConfirmed(json);
            QVERIFY2(!refused, json.constData());
            QCOMPARE(refused.error().code, ErrorCode::NotPermitted);
        }
        QVERIFY(guard().confirm(operationDigest(u"credential.remove"_s, u"ann"_s), secret("ann's password"),
                                occasion()));
        QCOMPARE(guard().removeCredential(u"ann"_s, occasion()).error().code, ErrorCode::NotPermitted);
        // Bob can sign in: ann may go once he administers.
        QVERIFY(commitConfirmed(R"({"add": "assignment", "user": "bob", "role": "administrator"})"));
        QVERIFY(commitConfirmed(R"({"remove": "user", "id": "ann"})"));
        QVERIFY(!commit(R"({"add": "role", "value": {"name": "r"}})")); // and is gone
    }

    void operationsAreCheckedAndRecorded()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("bob", "bob's password"));
        QCOMPARE(guard().perform(u"policy.export"_s, u"users.json"_s, occasion()).error().code,
                 ErrorCode::NotPermitted);
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(needsConfirmation(guard().perform(u"policy.export"_s, u"users.json"_s, occasion()).error()));
        QVERIFY(guard().confirm(operationDigest(u"policy.export"_s, u"users.json"_s),
                                secret("ann's password"), occasion()));
        QVERIFY(needsConfirmation(guard().perform(u"policy.export"_s, u"other.json"_s, occasion()).error()));
        QVERIFY(guard().perform(u"policy.export"_s, u"users.json"_s, occasion()));
        QVERIFY(needsConfirmation(
            guard().perform(u"policy.export"_s, u"users.json"_s, occasion()).error())); // once
        QCOMPARE(events(u"policy.export"_s).size(), 1);
        QVERIFY(guard().perform(u"audit.read"_s, {}, occasion()));
        QCOMPARE(events(u"audit"_s).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
