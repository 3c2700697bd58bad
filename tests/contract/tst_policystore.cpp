// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/contractstore.h"
#include "tests/contract/randomhistory.h"

using namespace rolewright;
using namespace Qt::StringLiterals;

// What every store promises (core/store/policystore.h), run on each of them.
class TestPolicyStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty_data() { eachBackend(); } // nobody makes a store on a server
    void beginsEmpty()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, {});
        QCOMPARE(fixture.store->version().value(), 0);
        QCOMPARE(fixture.now(), writePolicy({}));
        QCOMPARE(printed(fixture.store->events({})),
                 QStringList{u"1 store.create policy by bob: create the store"_s});
        const QList<VersionInfo> history = fixture.store->history().value();
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.first(), (VersionInfo{0, noon, u"bob"_s, {}, {}, 0}));
    }

    void aFirstPolicyIsVersionOne_data() { eachContract(); }
    void aFirstPolicyIsVersionOne()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, newsroom());
        fixture.reopen(backend);
        QCOMPARE(fixture.store->version().value(), 1);
        QCOMPARE(fixture.now(), writePolicy(fixture.first));
        QCOMPARE(fixture.at(1), writePolicy(fixture.first));
        QCOMPARE(fixture.at(0), writePolicy({}));
        const QList<VersionInfo> history = fixture.store->history().value();
        QCOMPARE(history.size(), 2);
        const QList<AuditEvent> events = fixture.store->events({}).value();
        QCOMPARE(history.first().changes, std::count_if(events.begin(), events.end(), [&](const AuditEvent &event) {
                     return event.operation == history.first().operation;
                 }));
        QVERIFY(!fixture.store->verifyTrail()->firstBad);
    }

    void theHistoryHasPages_data() { eachContract(); }
    void theHistoryHasPages()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, newsroom());
        for (const char *name : {"one", "two", "three"}) {
            const Snapshot head = fixture.store->load().value();
            QVERIFY(fixture.commit(
                changeSet(head.version,
                          "{\"add\": \"role\", \"value\": {\"name\": \"" + QByteArray(name) + "\"}}",
                          head.policy),
                by(u"bob"_s)));
        }
        const QList<VersionInfo> all = fixture.store->history().value();
        QCOMPARE(all.size(), 5);
        const auto page = [&](qint64 before, qsizetype limit, const QString &operation = {}) {
            return fixture.store->history({before, limit, operation}).value();
        };
        QCOMPARE(page(0, 2), all.mid(0, 2));
        QCOMPARE(page(3, 2), all.mid(2, 2));
        QCOMPARE(page(1, 2), all.mid(4));
        QCOMPARE(page(0, 100), all);
        QCOMPARE(page(3, 0), all.mid(2));
        QCOMPARE(page(0, 0, all.at(1).operation), all.mid(1, 1));
        QCOMPARE(page(3, 0, all.at(1).operation), QList<VersionInfo>());
        QCOMPARE(page(0, 0, QUuid::createUuid().toString(QUuid::WithoutBraces)), QList<VersionInfo>());
    }

    void aCommitMakesAVersion_data() { eachContract(); }
    void aCommitMakesAVersion()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, newsroom());
        const Snapshot head = fixture.store->load().value();
        const ChangeSet changes = changeSet(1, R"({"add": "user", "value": {"id": "zoe"}},
            {"add": "assignment", "user": "zoe", "role": "author"}, {"rename": "role", "was": "author", "to": "writer"},
            {"set": "user", "id": "alice", "field": "active", "was": true, "to": false})",
                                            head.policy);
        const Result<Snapshot> after = fixture.commit(changes, {u"carol"_s, u"desk"_s, noon, true});
        QVERIFY2(after, qPrintable(after ? QString() : toText(after.error())));
        QCOMPARE(after->version, 2);
        fixture.reopen(backend);
        QCOMPARE(fixture.now(), writePolicy(after->policy));
        QCOMPARE(fixture.at(1), writePolicy(head.policy));
        QCOMPARE(fixture.store->changeSet(2).value(), changes);

        AuditQuery query;
        QList<AuditEvent> events = fixture.store->events(query).value();
        events.erase(std::remove_if(events.begin(), events.end(),
                                    [&](const AuditEvent &event) {
                                        return event.operation != changes.operation.toString(QUuid::WithoutBraces)
                                            || event.action == u"changes.confirm"; // where there is a guard
                                    }),
                     events.end());
        QCOMPARE(events.size(), 5);
        const qint64 before = events.last().sequence - 1;
        for (AuditEvent &event : events)
            event.sequence -= before;
        QCOMPARE(printed(events).join(u'\n'),
                 u"5 test.override policy by carol: apply although tests fail: alice updates\n"
                 "4 user.set user/alice by carol: deactivate user alice\n"
                 "3 role.rename role/author by carol: rename role author to writer\n"
                 "2 assignment.add user/zoe by carol: assign author to zoe\n"
                 "1 user.add user/zoe by carol: add user zoe"_s.replace(u"carol"_s, fixture.actor(u"carol"_s)));
        QCOMPARE(events.at(1).targetName, u"Alice A."_s);
        QCOMPARE(
            events.at(1).change,
            u"{\"set\": \"user\", \"id\": \"alice\", \"field\": \"active\", \"was\": true, \"to\": false}"_s);
        QCOMPARE(events.at(1).reason, u"ticket 17"_s);
        QVERIFY(events.at(1).origin.startsWith(fixture.served ? u"rolewrightd"_s : u"desk"_s));
        QCOMPARE(events.at(1).operation, changes.operation.toString(QUuid::WithoutBraces));
        QVERIFY(!fixture.store->verifyTrail()->firstBad);
    }

    void refusalsChangeNothing_data()
    {
        QTest::addColumn<Backend>("backend");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<ErrorCode>("code");
        for (const auto &[name, backend] :
             {std::pair("memory", Backend::Memory), std::pair("sqlite", Backend::Sqlite),
              std::pair("postgresql", Backend::Postgres), std::pair("http", Backend::Http)}) {
            QTest::addRow("%s: an older base", name) << backend << u"older"_s << ErrorCode::Conflict;
            QTest::addRow("%s: a later base", name) << backend << u"later"_s << ErrorCode::Conflict;
            QTest::addRow("%s: an invalid policy", name) << backend << u"cycle"_s << ErrorCode::Invalid;
            QTest::addRow("%s: the second of two changes", name)
                << backend << u"second"_s << ErrorCode::Invalid;
            QTest::addRow("%s: another value before", name) << backend << u"was"_s << ErrorCode::Conflict;
            QTest::addRow("%s: a test would fail", name) << backend << u"test"_s << ErrorCode::Invalid;
            QTest::addRow("%s: a reason that is no text", name)
                << backend << u"reason"_s << ErrorCode::Invalid;
        }
    }

    void refusalsChangeNothing()
    {
        QFETCH(Backend, backend);
        QFETCH(QString, kind);
        QFETCH(ErrorCode, code);
        ContractStore fixture(backend, newsroom());
        const Policy policy = fixture.store->load()->policy;
        QVERIFY(fixture.commit(changeSet(1, R"({"add": "role", "value": {"name": "guest"}})", policy),
                                      by(u"bob"_s)));
        const Policy head = fixture.store->load()->policy;
        const QByteArray before = fixture.now();
        // Beside what a guard records of itself.
        const auto changesInTrail = [&] {
            const QList<AuditEvent> events = fixture.store->events({}).value();
            return std::count_if(events.begin(), events.end(),
                                 [](const AuditEvent &event) { return !event.operation.isEmpty(); });
        };
        const auto events = changesInTrail();

        ChangeSet changes = changeSet(2, R"({"add": "role", "value": {"name": "intern"}})", head);
        if (kind == u"older")
            changes.base = 1;
        if (kind == u"later")
            changes.base = 3;
        if (kind == u"cycle")
            changes = changeSet(2, R"({"add": "inheritance", "role": "author", "inherits": "editor"})", head);
        if (kind == u"second")
            changes.changes += changes.changes;
        if (kind == u"was") {
            changes = changeSet(
                2, R"({"set": "role", "name": "guest", "field": "description", "was": "", "to": "x"})", head);
            changes.changes[0].was = u"other"_s;
        }
        if (kind == u"test")
            changes = changeSet(
                2, R"({"set": "user", "id": "alice", "field": "active", "was": true, "to": false})", head);
        if (kind == u"reason")
            changes.reason = QString(QChar(0));

        const Result<Snapshot> refused = fixture.commit(changes, by(u"bob"_s));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, code);
        QVERIFY(!refused.error().message.isEmpty());
        QCOMPARE(fixture.store->version().value(), 2);
        QCOMPARE(fixture.now(), before);
        QCOMPARE(changesInTrail(), events);
        fixture.reopen(backend);
        QCOMPARE(fixture.now(), before);
        QVERIFY(!fixture.store->verifyTrail()->firstBad);

        // The store still works.
        QVERIFY(fixture.commit(changeSet(2, R"({"add": "role", "value": {"name": "intern"}})", head),
                                      by(u"bob"_s)));
        QCOMPARE(fixture.store->version().value(), 3);
    }

    void aRetryIsNotDoneTwice_data() { eachContract(); }
    void aRetryIsNotDoneTwice()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, newsroom());
        const ChangeSet changes =
            changeSet(1, R"({"add": "role", "value": {"name": "guest"}})", fixture.store->load()->policy);
        QVERIFY(fixture.commit(changes, by(u"bob"_s)));
        const ChangeSet later =
            changeSet(2, R"({"add": "role", "value": {"name": "intern"}})", fixture.store->load()->policy);
        QVERIFY(fixture.commit(later, by(u"bob"_s)));
        const QByteArray now = fixture.now();
        fixture.reopen(backend);
        const Result<Snapshot> again = fixture.commit(changes, by(u"bob"_s));
        QVERIFY(again);
        QCOMPARE(again->version, 3);
        QCOMPARE(writePolicy(again->policy), now);
        QCOMPARE(fixture.store->version().value(), 3);
    }

    void nothingIsNoVersion_data() { eachContract(); }
    void nothingIsNoVersion()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, newsroom());
        const Result<Snapshot> same = fixture.commit({1, QUuid::createUuid(), {}, {}}, by(u"bob"_s));
        QVERIFY(same);
        QCOMPARE(same->version, 1);
        QCOMPARE(fixture.store->version().value(), 1);
    }

    void anOverriddenTestIsRecorded_data() { eachContract(); }
    void anOverriddenTestIsRecorded()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, newsroom());
        const ChangeSet changes =
            changeSet(1, R"({"set": "user", "id": "alice", "field": "active", "was": true, "to": false})",
                      fixture.store->load()->policy);
        CommitContext context = by(u"bob"_s);
        const Result<Snapshot> refused = fixture.commit(changes, context);
        QVERIFY(!refused);
        QCOMPARE(refused.error().findings.size(), 1);
        QCOMPARE(refused.error().findings.first().place, u"test alice updates"_s);
        context.overrideTests = true;
        QVERIFY(fixture.commit(changes, context));
        AuditQuery query;
        query.action = u"test"_s;
        query.limit = 1;
        const QList<AuditEvent> events = fixture.store->events(query).value();
        QCOMPARE(events.first().action, u"test.override"_s);
        QCOMPARE(events.first().summary, u"apply although tests fail: alice updates"_s);
        QCOMPARE(events.first().version, 2);
    }

    // The heart of it: whatever was done, every version reads back as it was, also by a program that comes
    // later, and the change sets alone lead from the first to the last.
    void everyVersionReadsBack_data() { eachContract(); }
    void everyVersionReadsBack()
    {
        QFETCH(Backend, backend);
        const quint32 seed = testSeed();
        RandomHistory edits(seed);
        ContractStore fixture(backend, newsroom());
        QList<QByteArray> versions = {writePolicy({}), fixture.now()};
        const qsizetype most = fixture.served ? 40 : 150; // second confirmations take their time
        while (versions.size() < most) {
            if (versions.size() % 25 == 24)
                fixture.reopen(backend);
            const Snapshot before = fixture.store->load().value();
            const ChangeSet changes = edits.next(before.policy, before.version);
            QVERIFY(!changes.changes.isEmpty());
            CommitContext context = by(u"bob"_s);
            context.overrideTests = true;
            const Result<Snapshot> after = fixture.commit(changes, context);
            if (fixture.isPassedOver(after))
                continue;
            QVERIFY2(after, qPrintable(after ? QString() : toText(after.error())));
            QCOMPARE(after->version, before.version + 1);
            versions.append(writePolicy(after->policy));
            QCOMPARE(fixture.store->changeSet(after->version).value(), changes);
        }
        for (int round = 0; round < 2; ++round) {
            Policy replayed;
            for (qint64 version = 0; version < versions.size(); ++version) {
                QCOMPARE(fixture.at(version), versions.at(version));
                if (version > 0)
                    QVERIFY(apply(replayed, fixture.store->changeSet(version)->changes));
                QCOMPARE(writePolicy(replayed), versions.at(version));
            }
            const TrailState trail = fixture.store->verifyTrail().value();
            QVERIFY2(!trail.firstBad, qPrintable(trail.problem));
            fixture.reopen(backend);
        }
    }

    void aRevertIsANewVersion_data() { eachContract(); }
    void aRevertIsANewVersion()
    {
        QFETCH(Backend, backend);
        RandomHistory edits(7);
        ContractStore fixture(backend, newsroom());
        CommitContext context = by(u"bob"_s);
        context.overrideTests = true;
        for (qint64 made = 1; made <= 30;) {
            const Snapshot before = fixture.store->load().value();
            const Result<Snapshot> after = fixture.commit(edits.next(before.policy, before.version), context);
            QVERIFY2(after || fixture.isPassedOver(after), qPrintable(after ? QString() : toText(after.error())));
            made += after ? 1 : 0;
        }
        for (const qint64 target : {1, 17, 0, 25}) {
            if (target == 0 && fixture.served)
                continue; // nobody would administer it
            const Snapshot head = fixture.store->load().value();
            const Policy earlier = fixture.store->load(target)->policy;
            const ChangeSet revert{head.version, QUuid::createUuid(), u"revert"_s,
                                   reverting(head.policy, earlier)};
            const Result<Snapshot> after = fixture.commit(revert, context);
            QVERIFY2(after, qPrintable(after ? QString() : toText(after.error())));
            QCOMPARE(after->version, head.version + 1);
            QCOMPARE(fixture.now(), fixture.at(target));
        }
    }

    void aRevertedRenameIsARename_data() { eachContract(); }
    void aRevertedRenameIsARename()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, newsroom());
        const Snapshot head = fixture.store->load().value();
        const Result<QList<Change>> renamed =
            renaming(head.policy, Change::Kind::Role, u"author"_s, u"writer"_s);
        QVERIFY(fixture.commit({1, QUuid::createUuid(), {}, *renamed}, by(u"bob"_s)));
        const QList<Change> back = reverting(fixture.store->load()->policy, fixture.store->load(1)->policy);
        QCOMPARE(back, inverted(*renamed));
    }

    void thereIsNoSuchVersion_data() { eachContract(); }
    void thereIsNoSuchVersion()
    {
        QFETCH(Backend, backend);
        ContractStore fixture(backend, newsroom());
        for (const qint64 version : {-1, 2, 1000}) {
            QCOMPARE(fixture.store->load(version).error().code, ErrorCode::Usage);
            QCOMPARE(fixture.store->changeSet(version).error().code, ErrorCode::Usage);
        }
        QCOMPARE(fixture.store->changeSet(0).error().code, ErrorCode::Usage);
    }
};

QTEST_GUILESS_MAIN(TestPolicyStore)
#include "tst_policystore.moc"
