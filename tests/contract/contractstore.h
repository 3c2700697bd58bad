// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/contract/guardedstore.h"
#include "tests/server/runningserver.h"
#include "tests/support/testauthority.h"

namespace rolewright {

// A file that bob administers, behind the real rolewrightd over TLS.
class ServedStore
{
public:
    // The policy of version 1: with bob in it, and without what he could not decide alone.
    static Policy withBob(Policy policy);
    ServedStore(const QString &path, const Policy &policy);

    QString location() const
    {
        return u"https://127.0.0.1:%1?ca=%2"_s.arg(m_server->url.port()).arg(authority().certificate());
    }
    RunningServer &server() { return *m_server; }
    std::unique_ptr<PolicyStore> signedIn() const; // as bob
    static Secret password() { return secret("bob's password"); }
    static TestAuthority &authority(); // one for the test program

private:
    std::unique_ptr<RunningServer> m_server;
};

// A store of any kind, for what all of them promise. One on a server is guarded, and bob does everything.
struct ContractStore : StoreFixture
{
    std::unique_ptr<ServedStore> served;
    Policy first; // version 1

    ContractStore(Backend backend, const Policy &policy)
        : StoreFixture(backend == Backend::Http ? Backend::Sqlite : backend,
                       backend == Backend::Http ? Policy() : policy)
        , first(policy)
    {
        if (backend != Backend::Http)
            return;
        store.reset();
        first = ServedStore::withBob(policy);
        served = std::make_unique<ServedStore>(folder.filePath(u"served.rolewright"_s), first);
        reopen(backend);
    }
    void reopen(Backend backend)
    {
        if (backend == Backend::Http)
            store = served->signedIn();
        else
            StoreFixture::reopen(backend);
    }
    // With the confirmation, where it asks for one.
    Result<Snapshot> commit(const ChangeSet &changes, const CommitContext &context)
    {
        Result<Snapshot> made = store->commit(changes, context);
        if (made || !needsConfirmation(made.error()))
            return made;
        const Status given = store->guard()->confirm(confirmationDigest(changes, context.overrideTests),
                                                     ServedStore::password(), {u"test"_s, context.time, {}});
        return given ? store->commit(changes, context) : Result<Snapshot>(failure(given.error()));
    }
    // Not what a restless admin may do on a guarded store: take its administrators, ask for approvals.
    bool isPassedOver(const Result<Snapshot> &made) const
    {
        return served && !made && made.error().code == ErrorCode::NotPermitted;
    }
    QString actor(const QString &given) const { return served ? u"bob"_s : given; }
};

// A column "backend" with a row for each kind.
inline void eachContract()
{
    eachBackend();
    QTest::newRow("http") << Backend::Http;
}

} // namespace rolewright
