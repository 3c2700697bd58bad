// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/guardedstore.h"
#include "tests/support/policytext.h"

namespace rolewright {

inline Policy guardedPolicy()
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

// The newsroom on SQLite, guarded by ann: bob edits users, carl only reads. Made anew for each test.
class GuardTest : public QObject
{
    Q_OBJECT

protected:
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
};

} // namespace rolewright
