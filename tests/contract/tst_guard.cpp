// SPDX-License-Identifier: Apache-2.0
#include "core/admin/administrators.h"
#include "core/admin/changereview.h"
#include "core/security/attempts.h"
#include "core/store/storeguard.h"
#include "tests/contract/storefixture.h"
#include "tests/support/policytext.h"

#include <sqlite3.h>

#include <thread>

using namespace rolewright;

namespace {

Secret secret(const char *text)
{
    QByteArray bytes(text);
    return Secret::taking(bytes);
}

Policy guardedPolicy()
{
    Policy policy = newsroom();
    // bob edits users, carl reads only, dora administers too but has no password yet
    const ChangeSet more =
        changeSet(0, R"({"add": "role", "value": {"name": "people", "grants": ["rolewright/user:create",
            "rolewright/user:update", "rolewright/user:delete"]}},
        {"add": "user", "value": {"id": "bob", "assignments": [{"role": "people"}]}},
        {"add": "user", "value": {"id": "carl"}},
        {"remove": "approval", "was": {"changes": ["role.delete"], "by": "editor"}})",
                  policy);
    Status status = apply(policy, more.changes);
    Q_ASSERT(status);
    status = apply(policy, makingAdministrator(policy, u"ann"_s, noon));
    Q_ASSERT(status);
    return policy;
}

} // namespace

// A guarded store: who signs in, what passes, and what the trail says of it.
class TestGuard : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<StoreFixture> m_fixture;
    Instant m_now = noon;

    PolicyStore &store() { return *m_fixture->store; }
    StoreGuard &guard() { return *store().guard(); }
    Occasion occasion() { return {u"test"_s, m_now, {}}; }
    Snapshot head() { return store().load().value(); }
    ChangeSet change(const QByteArray &json)
    {
        const Snapshot snapshot = head();
        return changeSet(snapshot.version, json, snapshot.policy);
    }
    Result<Snapshot> commit(const ChangeSet &changes, bool overrideTests = false)
    {
        return store().commit(changes, {u"somebody else"_s, u"test"_s, m_now, overrideTests});
    }
    Result<Snapshot> commit(const QByteArray &json) { return commit(change(json)); }
    Status signIn(const char *user, const char *password)
    {
        return guard().signIn(QString::fromLatin1(user), secret(password), occasion());
    }
    void give(const QString &user, const char *password)
    {
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(guard().confirm(operationDigest(u"credential.set"_s, user), secret("ann's password"),
                                occasion()));
        QVERIFY(guard().setPassword(user, secret(password), occasion()));
        guard().signOut();
    }
    // By ann, who is signed in.
    Result<Snapshot> commitConfirmed(const QByteArray &json)
    {
        const ChangeSet changes = change(json);
        const Status given =
            guard().confirm(confirmationDigest(changes, false), secret("ann's password"), occasion());
        return given ? commit(changes) : Result<Snapshot>(failure(given.error()));
    }
    QStringList events(const QString &action)
    {
        AuditQuery query;
        query.action = action;
        return printed(store().events(query));
    }
    static QByteArray sleeping(const char *user)
    {
        return QByteArray(R"({"set": "user", "field": "active", "to": false, "id": "USER"})")
            .replace("USER", user);
    }

    // Roles are made by two: bob, who approves, and dora, who asks.
    void setUpApprovals()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commitConfirmed(R"({"add": "grant", "role": "people", "grant": "rolewright/request:approve"},
            {"add": "role", "value": {"name": "maker", "grants": ["rolewright/role:create", "rolewright/request:approve"]}},
            {"add": "user", "value": {"id": "dora", "assignments": [{"role": "maker"}]}},
            {"add": "approval", "value": {"changes": ["role.create"], "by": "people"}})"));
        give(u"dora"_s, "dora's password");
    }
    Status confirmApproval(qint64 id, const char *password)
    {
        return guard().confirm(operationDigest(u"request.approve"_s, QString::number(id)), secret(password),
                               occasion());
    }
    CommitContext context() { return {{}, u"test"_s, m_now, false}; }

private Q_SLOTS:
    void init()
    {
        m_now = noon;
        m_fixture = std::make_unique<StoreFixture>(Backend::Sqlite, guardedPolicy());
        QVERIFY(guard().enrolFirst(u"ann"_s, secret("ann's password"), occasion()));
    }

    void cleanup()
    {
        // Whatever happened, the trail holds.
        const Result<TrailState> state = store().verifyTrail();
        QVERIFY2(state && !state->firstBad, qPrintable(state ? state->problem : toText(state.error())));
    }

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
        QCOMPARE(open.store->guard()->enrolFirst(u"bob"_s, secret("bob's password"), occasion()).error().code,
                 ErrorCode::NotPermitted); // bob administers nothing
        QCOMPARE(open.store->guard()->enrolFirst(u"eve"_s, secret("eve's password"), occasion()).error().code,
                 ErrorCode::Invalid); // there is no eve
        QCOMPARE(open.store->guard()->enrolFirst(u"ann"_s, secret("short"), occasion()).error().code,
                 ErrorCode::Invalid);
        QVERIFY(!open.store->guard()->isGuarded().value());
        QCOMPARE(open.store->guard()->signIn(u"ann"_s, secret("x"), occasion()).error().code,
                 ErrorCode::Usage);
        const Snapshot snapshot = open.store->load().value();
        QVERIFY(
            open.store->commit(changeSet(snapshot.version, sleeping("carl"), snapshot.policy), by(u"x"_s)));
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

    void theAnswerToAWrongSignInIsAlwaysTheSame()
    {
        give(u"bob"_s, "bob's password");
        QSet<QString> answers;
        answers.insert(toText(signIn("nobody", "whatever it is").error())); // no such user
        answers.insert(toText(signIn("carl", "whatever it is").error())); // no password
        answers.insert(toText(signIn("ann", "wrong password").error()));
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commitConfirmed(sleeping("bob")));
        answers.insert(toText(signIn("bob", "bob's password").error())); // inactive
        for (int i = 0; i < 10; ++i)
            answers.insert(toText(signIn("nobody", "whatever it is").error())); // made to wait
        for (int i = 0; i < 10; ++i)
            answers.insert(toText(signIn("ann", "wrong password").error()));
        answers.insert(toText(signIn("ann", "ann's password").error())); // right, but made to wait
        QCOMPARE(answers.size(), 1);
        QVERIFY(!commit(R"({"add": "role", "value": {"name": "r"}})"));
    }

    void guessesAreCountedAndSlowedDownAcrossRestarts()
    {
        for (int i = 0; i < 30; ++i) {
            QVERIFY(!signIn("ann", "wrong password"));
            m_fixture->reopen(Backend::Sqlite);
        }
        QVERIFY(!signIn("ann", "ann's password"));
        const QStringList seen = events(u"session.open"_s);
        QCOMPARE(seen.size(), 1); // one of six that were looked at
        QVERIFY(seen.first().endsWith(u"failed attempts as ann: 1"_s));
        // The last administrator waits half a minute at the most, and is let in then.
        m_now.msecs += LongestWaitOfTheLast;
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(signIn("ann", "ann's password"));
    }

    // A slice of the 10,000 of the figures: those that are not looked at cost a look-up.
    void manyGuessesFindNothing()
    {
        const int guesses = qEnvironmentVariable("ROLEWRIGHT_FAULTS") == u"all" ? 10'000 : 300;
        for (int i = 0; i < guesses; ++i) {
            m_now.msecs += 1;
            QVERIFY(!signIn("ann", "wrong password"));
        }
        m_now.msecs += LongestWaitOfTheLast;
        QVERIFY(signIn("ann", "ann's password"));
    }

    void namesThatAreNoUsersAreNotKept()
    {
        QVERIFY(!signIn("hunter2, typed into the wrong field", "x"));
        store().verifyTrail().value();
        m_fixture->store.reset();
        QFile file(m_fixture->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains("hunter2") && !bytes.contains("ann's password"));
        QVERIFY(bytes.contains("$argon2id$v=19$m=65536,t=3,p=1$"));
        m_fixture->reopen(Backend::Sqlite);
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

    void whoIsMadeAgainHasNoPassword()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commitConfirmed(R"({"remove": "user", "id": "bob"})"));
        QVERIFY(commitConfirmed(
            R"({"add": "user", "value": {"id": "bob", "assignments": [{"role": "people"}]}})"));
        QVERIFY(!signIn("bob", "bob's password"));
    }

    void aRenamedUserKeepsThePassword()
    {
        give(u"bob"_s, "bob's password");
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commitConfirmed(R"({"rename": "user", "was": "bob", "to": "robert"})"));
        QVERIFY(signIn("robert", "bob's password"));
        QVERIFY(!signIn("bob", "bob's password"));
    }

    void aNewPasswordEndsTheSessionsOfTheOldOne()
    {
        give(u"bob"_s, "bob's password");
        auto other = openStore(m_fixture->path()).value();
        QVERIFY(other->guard()->signIn(u"bob"_s, secret("bob's password"), occasion()));
        // Nor does a session come back when the password is taken away and the same one set again.
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(guard().confirm(operationDigest(u"credential.remove"_s, u"bob"_s), secret("ann's password"),
                                occasion()));
        QVERIFY(guard().removeCredential(u"bob"_s, occasion()));
        give(u"bob"_s, "bob's password");
        const Status again = other->guard()->confirm({}, secret("bob's password"), occasion());
        QVERIFY(!again);
        QVERIFY2(again.error().message.contains(u"nobody is signed in"), qPrintable(again.error().message));
        give(u"bob"_s, "bob's new password");
        QVERIFY(!other->commit(change(R"({"add": "user", "value": {"id": "dan"}})"), by(u"bob"_s)));
        QVERIFY(!other->guard()->signIn(u"bob"_s, secret("bob's password"), occasion()));
        QVERIFY(other->guard()->signIn(u"bob"_s, secret("bob's new password"), occasion()));
        // One's own, with what one has.
        QCOMPARE(other->guard()->setPassword(u"bob"_s, secret("third password"), occasion()).error().code,
                 ErrorCode::NotPermitted);
        QVERIFY(other->guard()->confirm(operationDigest(u"credential.change"_s, u"bob"_s),
                                        secret("bob's new password"), occasion()));
        QVERIFY(other->guard()->setPassword(u"bob"_s, secret("third password"), occasion()));
        QVERIFY(other->guard()->signIn(u"bob"_s, secret("third password"), occasion()));
    }

    void weakHashesAreRenewed()
    {
        m_fixture->store.reset();
        const QByteArray weak = hashPassword(secret("ann's password"), {1, 8 * 1024 * 1024}).value();
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(m_fixture->path()).constData(), &database), SQLITE_OK);
        const QByteArray sql = QByteArray("UPDATE credential SET password = 'HASH'").replace("HASH", weak);
        QCOMPARE(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
        m_fixture->reopen(Backend::Sqlite);
        QVERIFY(signIn("ann", "ann's password"));
        m_fixture->store.reset();
        QFile file(m_fixture->path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("$argon2id$v=19$m=65536,t=3,p=1$"));
        m_fixture->reopen(Backend::Sqlite);
        QVERIFY(signIn("ann", "ann's password"));
    }

    // Guesses of many programs at once are as many guesses.
    void guessesAtOnceAreCountedEach()
    {
        constexpr int Programs = 4;
        std::vector<std::thread> threads;
        for (int i = 0; i < Programs; ++i) {
            threads.emplace_back([path = m_fixture->path()] {
                auto other = openStore(path);
                for (int k = 0; k < 5; ++k) {
                    const Status refused =
                        (*other)->guard()->signIn(u"ann"_s, secret("wrong password"), {u"test"_s, noon, {}});
                    Q_ASSERT(!refused);
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(!signIn("ann", "ann's password")); // six were looked at: the seventh waits
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

    void aSecondPersonApproves()
    {
        setUpApprovals();
        QVERIFY(signIn("dora", "dora's password"));
        const ChangeSet changes = change(R"({"add": "role", "value": {"name": "r"}})");
        const Result<Snapshot> waits = commit(changes);
        QVERIFY(needsApproval(waits.error()));
        const qint64 version = head().version;
        const qint64 id = guard().ask(changes, context()).value();
        QCOMPARE(head().version, version);
        const QList<ApprovalRequest> asked = guard().requests(m_now).value();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().requester, u"dora"_s);
        QCOMPARE(asked.first().state, u"waiting"_s);
        QCOMPARE(asked.first().changes, changes);
        // Not by who asked, nor without the role, nor unconfirmed.
        QVERIFY(confirmApproval(id, "dora's password"));
        QCOMPARE(guard().approve(id, occasion()).error().code, ErrorCode::NotPermitted);
        QVERIFY(signIn("ann", "ann's password")); // who may approve, but is not of the people
        QVERIFY(confirmApproval(id, "ann's password"));
        QVERIFY(needsApproval(guard().approve(id, occasion()).error()));
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(needsConfirmation(guard().approve(id, occasion()).error()));
        QVERIFY(confirmApproval(id, "bob's password"));
        const Result<Snapshot> applied = guard().approve(id, occasion());
        QVERIFY2(applied, qPrintable(applied ? QString() : toText(applied.error())));
        QCOMPARE(applied->version, version + 1);
        QCOMPARE(store().version().value(), version + 1);
        QVERIFY(applied->policy.roles().idOf(u"r"_s).isValid());
        QCOMPARE(store().history()->first().actor, u"dora"_s);
        QVERIFY(events(u"request.approve"_s).first().contains(u"by bob"_s));
        QCOMPARE(guard().requests(m_now)->first().state, u"applied"_s);
        QCOMPARE(guard().requests(m_now)->first().approvedBy, QStringList{u"bob"_s});
        QVERIFY(confirmApproval(id, "bob's password"));
        QCOMPARE(guard().approve(id, occasion()).error().code, ErrorCode::Usage); // once
    }

    void requestsAreRefusedWithdrawnAndRunOut()
    {
        setUpApprovals();
        const auto asked = [&] {
            const Status in = signIn("dora", "dora's password");
            return in
                ? guard().ask(change(R"({"add": "role", "value": {"name": "r"}})"), context()).value_or(-1)
                : -1;
        };
        const qint64 first = asked(), second = asked(), third = asked();
        QVERIFY(first > 0 && third == first + 2);
        QVERIFY(guard().refuse(first, occasion())); // her own
        QVERIFY(!guard().refuse(first, occasion()));
        give(u"carl"_s, "carl's password");
        QVERIFY(signIn("carl", "carl's password"));
        QVERIFY(!guard().refuse(second, occasion()));
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(guard().refuse(second, {u"test"_s, m_now, u"not this year"_s}));
        m_now.msecs += RequestLife;
        QVERIFY(confirmApproval(third, "bob's password"));
        QCOMPARE(guard().approve(third, occasion()).error().code, ErrorCode::Usage);
        QStringList states;
        const QList<ApprovalRequest> all = guard().requests(m_now).value();
        for (const ApprovalRequest &request : all)
            states.append(request.state);
        QCOMPARE(states, (QStringList{u"expired"_s, u"refused"_s, u"withdrawn"_s}));
        QCOMPARE(guard().requests(m_now)->at(1).note, u"not this year"_s);
        QVERIFY(!head().policy.roles().idOf(u"r"_s).isValid());
    }

    void aRequestIsCheckedAgainWhenItIsApproved()
    {
        setUpApprovals();
        QVERIFY(signIn("dora", "dora's password"));
        const qint64 id =
            guard().ask(change(R"({"add": "role", "value": {"name": "r"}})"), context()).value();
        // The policy moves on.
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commit(R"({"add": "user", "value": {"id": "fay"}})"));
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(confirmApproval(id, "bob's password"));
        QCOMPARE(guard().approve(id, occasion()).error().code, ErrorCode::Conflict);
        // Who asked has lost the right.
        QVERIFY(signIn("dora", "dora's password"));
        const qint64 again =
            guard().ask(change(R"({"add": "role", "value": {"name": "r"}})"), context()).value();
        QVERIFY(signIn("ann", "ann's password"));
        QVERIFY(commitConfirmed(R"({"remove": "assignment", "user": "dora", "role": "maker"})"));
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(confirmApproval(again, "bob's password"));
        QCOMPARE(guard().approve(again, occasion()).error().code, ErrorCode::NotPermitted);
        QVERIFY(!head().policy.roles().idOf(u"r"_s).isValid());
    }

    void whatNeedsNoApprovalOrIsNotPermittedIsNotAskedFor()
    {
        setUpApprovals();
        QVERIFY(signIn("ann", "ann's password"));
        QCOMPARE(guard().ask(change(R"({"add": "user", "value": {"id": "x"}})"), context()).error().code,
                 ErrorCode::Usage);
        QVERIFY(signIn("bob", "bob's password"));
        QCOMPARE(guard().ask(change(R"({"add": "role", "value": {"name": "r"}})"), context()).error().code,
                 ErrorCode::NotPermitted);
        QVERIFY(signIn("ann", "ann's password")); // the second confirmation comes first
        QVERIFY(needsConfirmation(
            guard()
                .ask(change(R"({"add": "role", "value": {"name": "r"}}, {"remove": "user", "id": "carl"})"),
                     context())
                .error()));
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
