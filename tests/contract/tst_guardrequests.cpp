// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/guardtest.h"

using namespace rolewright;

// Change sets that wait for a second person.
class TestGuardRequests : public GuardTest
{
    Q_OBJECT

private:
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

private Q_SLOTS:
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

    // One that waits keeps them, as it is decided about what was asked for.
    void erasedValuesAreGoneFromRequestsThatAreDecided()
    {
        setUpApprovals();
        const auto asked = [&] {
            const Status in = signIn("ann", "ann's password");
            const Result<qint64> id = guard().ask(change(R"({"add": "role", "value": {"name": "r"}},
                {"add": "user", "value": {"id": "zoe", "name": "Zoe Quux", "attributes": {"phone": "555-0199"}}})"),
                                                  context());
            return in && id ? *id : -1;
        };
        const auto body = [&](qint64 id) {
            const QList<ApprovalRequest> all = guard().requests(m_now).value();
            for (const ApprovalRequest &request : all) {
                if (request.id == id)
                    return QString::fromUtf8(writeChangeSet(request.changes));
            }
            return QString();
        };
        const auto erase = [&]() -> qint64 {
            if (!signIn("ann", "ann's password")
                || !guard().confirm(operationDigest(u"trail.erase"_s, u"zoe"_s), secret("ann's password"), occasion()))
                return -1;
            return guard().erase(u"zoe"_s, occasion()).value_or(-1);
        };
        const qint64 decided = asked(), waiting = asked();
        QVERIFY(decided > 0 && waiting > decided);
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(guard().refuse(decided, occasion()));
        QCOMPARE(erase(), 2);
        QVERIFY2(!body(decided).contains(u"Quux"_s) && !body(decided).contains(u"555"_s), qPrintable(body(decided)));
        QVERIFY(body(decided).contains(u"(erased)"_s) && body(decided).contains(u"zoe"_s));
        QVERIFY(body(waiting).contains(u"Zoe Quux"_s));
        QVERIFY(signIn("bob", "bob's password"));
        QVERIFY(guard().refuse(waiting, occasion()));
        QCOMPARE(erase(), 2);
        QVERIFY(!body(waiting).contains(u"Quux"_s));
        QCOMPARE(erase(), 0);
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

QTEST_GUILESS_MAIN(TestGuardRequests)
#include "tst_guardrequests.moc"
