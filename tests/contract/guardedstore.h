// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/admin/administrators.h"
#include "core/admin/changereview.h"
#include "core/store/storeguard.h"
#include "tests/contract/storefixture.h"

namespace rolewright {

inline Secret secret(const QByteArray &text)
{
    QByteArray bytes = text + '\0'; // of its own, to be wiped
    bytes.chop(1);
    return Secret::taking(bytes);
}

// The newsroom on SQLite, guarded by ann; whose passwords are "<name>'s password".
struct GuardedStore
{
    Instant now = noon;
    std::unique_ptr<StoreFixture> fixture;

    explicit GuardedStore(const QByteArray &changes = {})
    {
        Policy policy = newsroom();
        const ChangeSet more = changeSet(
            0, R"({"remove": "approval", "was": {"changes": ["role.delete"], "by": "editor"}})" + changes, policy);
        const Status applied = apply(policy, more.changes);
        Q_ASSERT(applied);
        fixture = std::make_unique<StoreFixture>(Backend::Sqlite, policy);
        const Status enrolled = guard().enrolFirst(u"ann"_s, passwordOf(u"ann"_s), occasion());
        Q_ASSERT(enrolled);
    }

    PolicyStore &store() const { return *fixture->store; }
    StoreGuard &guard() const { return *store().guard(); }
    Occasion occasion() const { return {u"test"_s, now, {}}; }
    CommitContext context() const { return {{}, u"test"_s, now, false}; }
    static Secret passwordOf(const QString &user) { return secret(user.toUtf8() + "'s password"); }

    Status signIn(const QString &user) const { return guard().signIn(user, passwordOf(user), occasion()); }
    Status confirm(const QString &user, const QString &operation, const QString &what) const
    {
        return guard().confirm(operationDigest(operation, what), passwordOf(user), occasion());
    }
    // By ann, who is signed in afterwards.
    Status enrol(const QString &user) const
    {
        if (Status status = signIn(u"ann"_s); !status)
            return status;
        if (Status status = confirm(u"ann"_s, u"credential.set"_s, user); !status)
            return status;
        return guard().setPassword(user, passwordOf(user), occasion());
    }
    ChangeSet change(const QByteArray &json) const
    {
        const Snapshot snapshot = store().load().value();
        return changeSet(snapshot.version, json, snapshot.policy);
    }
    // With the confirmation, where it asks for one.
    Result<Snapshot> commit(const QString &user, const ChangeSet &changes) const
    {
        Result<Snapshot> made = store().commit(changes, context());
        if (made || !needsConfirmation(made.error()))
            return made;
        if (Status given =
                guard().confirm(confirmationDigest(changes, false), passwordOf(user), occasion());
            !given)
            return failure(given.error());
        return store().commit(changes, context());
    }
};

} // namespace rolewright
