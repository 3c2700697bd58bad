// SPDX-License-Identifier: Apache-2.0
#include "core/admin/changereview.h"
#include "core/security/attempts.h"
#include "core/store/storeguard.h"
#include "core/store/trailarchive.h"
#include "tests/contract/storefixture.h"
#include "tests/support/policytext.h"

using namespace rolewright;

// The guard of a PostgreSQL store: the database login is the user, and a fresh login the second confirmation.
class TestPostgresGuard : public QObject
{
    Q_OBJECT

private:
    QString m_database;
    std::unique_ptr<PolicyStore> m_ann;
    Instant m_now = noon;

    static PostgresServer &server() { return PostgresServer::running(); }
    Occasion occasion() { return {u"test"_s, m_now, {}}; }
    // Signed in as that database login, which is made where there is none.
    std::unique_ptr<PolicyStore> as(const QString &user)
    {
        server().addLogin(user, m_database, u"administrator"_s);
        server().useLogin(user, m_database);
        return openStore(server().location(user, m_database)).value();
    }
    static ChangeSet change(PolicyStore &store, const QByteArray &json)
    {
        const Snapshot head = store.load().value();
        return changeSet(head.version, json, head.policy);
    }
    Result<Snapshot> commit(PolicyStore &store, const QByteArray &json)
    {
        return store.commit(change(store, json), {u"somebody else"_s, u"test"_s, m_now, false});
    }
    Result<Snapshot> commitConfirmed(PolicyStore &store, const QByteArray &json)
    {
        const ChangeSet changes = change(store, json);
        const Status given = store.guard()->confirm(confirmationDigest(changes, false),
                                                    PostgresServer::loginPassword(), occasion());
        return given ? store.commit(changes, {{}, u"test"_s, m_now, false})
                     : Result<Snapshot>(failure(given.error()));
    }
    QStringList events(const QString &action)
    {
        AuditQuery query;
        query.action = action;
        return printed(m_ann->events(query));
    }

private Q_SLOTS:
    void init()
    {
        m_now = noon;
        Policy policy = newsroom();
        const ChangeSet more =
            changeSet(0, R"({"add": "role", "value": {"name": "people", "grants": ["rolewright/user:create",
                "rolewright/user:update", "rolewright/request:approve"]}},
            {"add": "user", "value": {"id": "bert", "assignments": [{"role": "people"}]}},
            {"add": "user", "value": {"id": "carl", "assignments": [{"role": "people"}]}},
            {"remove": "approval", "was": {"changes": ["role.delete"], "by": "editor"}},
            {"add": "approval", "value": {"changes": ["role.create"], "by": "people"}})",
                      policy);
        QVERIFY(apply(policy, more.changes));
        const QString location = newGuardedPostgresStore(u"ann"_s, policy, by(u"owner"_s));
        m_database = PostgresLocation::parse(location).value().database;
        for (const QString &user : {u"bert"_s, u"carl"_s}) // who may approve can sign in
            server().addLogin(user, m_database, u"administrator"_s);
        m_ann = openStore(location).value();
    }

    void cleanup()
    {
        const Result<TrailState> state = m_ann->verifyTrail();
        QVERIFY2(state && !state->firstBad, qPrintable(state ? state->problem : toText(state.error())));
    }

    void whoActsIsTheLogin()
    {
        QVERIFY(m_ann->guard()->isGuarded().value());
        QVERIFY(m_ann->guard()->isSignedIn());
        QVERIFY(events(u"store.guard"_s)
                    .first()
                    .endsWith(u"user/ann by ann: guard the store; ann administers it"_s));
        const Result<Snapshot> made = commit(*m_ann, R"({"add": "user", "value": {"id": "dan"}})");
        QVERIFY2(made, qPrintable(made ? QString() : toText(made.error())));
        QCOMPARE(m_ann->history()->first().actor, u"ann"_s); // not who the context says
    }

    void rightsAreChecked()
    {
        const auto bert = as(u"bert"_s);
        QVERIFY(commit(*bert, R"({"add": "user", "value": {"id": "dan"}})"));
        QCOMPARE(bert->history()->first().actor, u"bert"_s);
        const Result<Snapshot> refused =
            commit(*bert, R"({"add": "assignment", "user": "bert", "role": "administrator"})");
        QCOMPARE(refused.error().code, ErrorCode::NotPermitted);
        QCOMPARE(events(u"changes.refuse"_s).size(), 1);
    }

    void aLoginWithoutAUserReads()
    {
        const auto nobody = as(u"nobody"_s);
        QVERIFY(nobody->load());
        QCOMPARE(commit(*nobody, R"({"add": "user", "value": {"id": "dan"}})").error().code,
                 ErrorCode::NotPermitted);
        const auto bert = as(u"bert"_s);
        QVERIFY(commitConfirmed(*m_ann, R"({"set": "user", "id": "bert", "field": "active", "to": false})"));
        QCOMPARE(commit(*bert, R"({"add": "user", "value": {"id": "dan"}})").error().code,
                 ErrorCode::NotPermitted);
    }

    void aFreshLoginConfirms()
    {
        const ChangeSet changes = change(*m_ann, R"({"remove": "user", "id": "carl"})");
        const auto apply = [&] { return m_ann->commit(changes, {{}, u"test"_s, m_now, false}); };
        QVERIFY(needsConfirmation(apply().error()));
        const QByteArray digest = confirmationDigest(changes, false);
        QByteArray wrong("wrong password");
        const Status refused = m_ann->guard()->confirm(digest, Secret::taking(wrong), occasion());
        QCOMPARE(refused.error().code, ErrorCode::NotPermitted);
        QVERIFY(events(u"session.confirm"_s).first().endsWith(u"failed attempts as ann: 1"_s));
        QVERIFY(needsConfirmation(apply().error()));
        QVERIFY(m_ann->guard()->confirm(digest, PostgresServer::loginPassword(), occasion()));
        m_now.msecs += ConfirmationLife;
        QVERIFY(needsConfirmation(apply().error()));
        QVERIFY(m_ann->guard()->confirm(digest, PostgresServer::loginPassword(), occasion()));
        QVERIFY(apply());
        // Once.
        QVERIFY(commit(*m_ann, R"({"add": "user", "value": {"id": "carl"}})")); // has no role any more
        QVERIFY(needsConfirmation(commit(*m_ann, R"({"remove": "user", "id": "carl"})").error()));
    }

    void guessesAreSlowedDown()
    {
        const QByteArray digest =
            confirmationDigest(change(*m_ann, R"({"remove": "user", "id": "carl"})"), false);
        for (int i = 0; i < 12; ++i) {
            QByteArray wrong("wrong password");
            QVERIFY(!m_ann->guard()->confirm(digest, Secret::taking(wrong), occasion()));
        }
        QVERIFY(!m_ann->guard()->confirm(digest, PostgresServer::loginPassword(), occasion()));
        m_now.msecs += LongestWait;
        QVERIFY(m_ann->guard()->confirm(digest, PostgresServer::loginPassword(), occasion()));
    }

    void thereIsAlwaysAnAdministratorWithALogin()
    {
        const QByteArray leaving = R"({"set": "user", "id": "ann", "field": "active", "to": false})";
        QCOMPARE(commitConfirmed(*m_ann, leaving).error().code, ErrorCode::NotPermitted);
        QVERIFY(commitConfirmed(*m_ann, R"({"add": "user", "value": {"id": "dora"}},
            {"add": "assignment", "user": "dora", "role": "administrator"})"));
        QVERIFY(!commitConfirmed(*m_ann, leaving)); // dora has no login
        const auto dora = as(u"dora"_s);
        const Result<Snapshot> left = commitConfirmed(*dora, leaving);
        QVERIFY2(left, qPrintable(left ? QString() : toText(left.error())));
    }

    void aSecondPersonApproves()
    {
        const ChangeSet changes = change(*m_ann, R"({"add": "role", "value": {"name": "guest"}})");
        const CommitContext context{{}, u"test"_s, m_now, false};
        QVERIFY(needsApproval(m_ann->commit(changes, context).error()));
        const Result<qint64> id = m_ann->guard()->ask(changes, context);
        QVERIFY2(id, qPrintable(id ? QString() : toText(id.error())));
        const auto bert = as(u"bert"_s);
        QCOMPARE(bert->guard()->requests(m_now)->first().requester, u"ann"_s);
        QVERIFY(bert->guard()->confirm(operationDigest(u"request.approve"_s, QString::number(*id)),
                                       PostgresServer::loginPassword(), occasion()));
        const Result<Snapshot> applied = bert->guard()->approve(*id, occasion());
        QVERIFY2(applied, qPrintable(applied ? QString() : toText(applied.error())));
        QVERIFY(applied->policy.roles().idOf(u"guest"_s).isValid());
        QCOMPARE(m_ann->version().value(), applied->version);
    }

    // Only the owner of the database removes what is recorded, and it stays verifiable.
    void theOwnerArchivesAndErases()
    {
        QVERIFY(commitConfirmed(*m_ann, R"({"add": "user", "value": {"id": "olga", "name": "Olga O."}},
            {"add": "assignment", "user": "olga", "role": "administrator"},
            {"add": "user", "value": {"id": "dan", "name": "Dan D."}})"));
        QVERIFY(commitConfirmed(*m_ann, R"({"remove": "user", "id": "dan"})"));
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"old.jsonl"_s);
        const auto erased = [&](PolicyStore &store) {
            const Status given = store.guard()->confirm(operationDigest(u"trail.erase"_s, u"dan"_s),
                                                        PostgresServer::loginPassword(), occasion());
            return given ? store.guard()->erase(u"dan"_s, occasion())
                         : Result<qint64>(failure(given.error()));
        };
        const auto archived = [&](PolicyStore &store) {
            const Status given = store.guard()->confirm(operationDigest(u"trail.archive"_s, file),
                                                        PostgresServer::loginPassword(), occasion());
            return given ? store.guard()->archive({m_now.msecs + 1}, file, {{}, u"test"_s, m_now, false})
                         : Result<StoreGuard::Archived>(failure(given.error()));
        };
        const StoreKeys keys = newStoreKeys();
        m_ann->guard()->useKeys(keys);
        QCOMPARE(erased(*m_ann).error().code, ErrorCode::NotPermitted);
        QCOMPARE(archived(*m_ann).error().code, ErrorCode::NotPermitted);
        QVERIFY(!QFile::exists(file));

        server().addLogin(u"olga"_s, m_database, u"owner"_s);
        const auto olga = as(u"olga"_s);
        olga->guard()->useKeys(keys);
        const Result<qint64> count = erased(*olga);
        QVERIFY2(count, qPrintable(count ? QString() : toText(count.error())));
        QVERIFY(*count > 0);
        const QByteArray before = writePolicy(olga->load()->policy);
        const Result<StoreGuard::Archived> done = archived(*olga);
        QVERIFY2(done, qPrintable(done ? QString() : toText(done.error())));
        QCOMPARE(m_ann->events({}).value().size(), 1);
        const TrailState trail = m_ann->verifyTrail().value();
        QVERIFY2(trail.isIntact() && trail.begin, qPrintable(trail.problem));
        const Result<ArchiveState> state = verifyArchive(file);
        QVERIFY(state && state->problem.isEmpty());
        QList<ArchiveState> files{*state};
        QCOMPARE(problemOfJoint(files, trail), QString());
        QCOMPARE(writePolicy(m_ann->load()->policy), before);
        QVERIFY(commit(*m_ann, R"({"add": "user", "value": {"id": "emil"}})"));
        QCOMPARE(server()
                     .number(u"SELECT count(*) FROM rolewright.event WHERE sequence <= %1"_s.arg(done->to),
                             m_database)
                     .value(),
                 0);
    }

    void passwordsAreTheDatabases()
    {
        QVERIFY(!m_ann->guard()->setPassword(u"carl"_s, PostgresServer::loginPassword(), occasion()));
        QVERIFY(!m_ann->guard()->enrolFirst(u"carl"_s, PostgresServer::loginPassword(), occasion()));
        // The server was never told the password itself, and does not keep it.
        QCOMPARE(server()
                     .number(u"SELECT count(*) FROM pg_authid WHERE rolname = 'ann' AND rolpassword LIKE "
                             "'SCRAM-SHA-256$%'"_s,
                             m_database)
                     .value(),
                 1);
    }
};

QTEST_GUILESS_MAIN(TestPostgresGuard)
#include "tst_postgresguard.moc"
