// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/exchange/policyjson.h"
#include "core/store/memory/memorystore.h"
#include "tests/support/postgresserver.h"

#include <QTemporaryDir>
#include <QTest>

namespace rolewright {

using namespace Qt::StringLiterals;

// Stores for the contract tests: the same tests run on each kind.
enum class Backend { Memory, Sqlite, Postgres, Http };

inline const Instant noon{1'790'000'000'000};

inline CommitContext by(const QString &actor)
{
    return {actor, u"test"_s, noon, false};
}

inline Policy newsroom()
{
    const Result<Policy> policy = readPolicy(R"({
        "rolewright": 1,
        "permissions": [{"name": "article:read"}, {"name": "article:update"}, {"name": "article:update:own"}],
        "roles": [{"name": "author", "grants": ["article:update:own"]},
                  {"name": "editor", "inherits": ["author"], "grants": ["article:*"]}],
        "users": [{"id": "alice", "name": "Alice A.", "attributes": {"team": "news"},
                   "assignments": [{"role": "editor", "until": "2027-01-01T00:00:00Z"}]}],
        "constraints": [{"name": "four eyes", "kind": "dynamic", "roles": ["author", "editor"], "limit": 2, "mode": "record"}],
        "operations": [{"name": "PUT /articles/{id}", "requires": {"owner": {"any": ["article:update"], "own": ["article:update:own"]}}}],
        "administration": {"delegations": [{"role": "editor", "assign": ["author"]}], "approvals": [{"changes": ["role.delete"], "by": "editor"}]},
        "tests": [{"name": "alice updates", "expect": true,
                   "request": {"subject": {"type": "user", "id": "alice"}, "action": {"name": "update"},
                               "resource": {"type": "article", "id": "1"}, "context": {"time": "2026-10-01T00:00:00Z"}}}]})");
    Q_ASSERT(policy);
    return *policy;
}

inline ChangeSet changeSet(qint64 base, const QByteArray &changes, const Policy &policy,
                           const QString &reason = u"ticket 17"_s)
{
    const Result<ChangeSet> read =
        readChangeSet("{\"rolewright-changes\": 1, \"changes\": [" + changes + "]}");
    Q_ASSERT(read);
    const Result<QList<Change>> complete = completed(policy, read->changes);
    Q_ASSERT(complete);
    return {base, QUuid::createUuid(), reason, *complete};
}

// "4 grant.add role/author by bob: grant article:read to author"
inline QStringList printed(const Result<QList<AuditEvent>> &events)
{
    QStringList lines;
    for (const AuditEvent &event : events ? *events : QList<AuditEvent>()) {
        lines << u"%1 %2 %3 by %4: %5"_s.arg(event.sequence)
                     .arg(event.action, event.target, event.actor, event.summary);
    }
    return lines;
}

struct StoreFixture
{
    QTemporaryDir folder;
    std::unique_ptr<PolicyStore> store;
    QString location; // empty: memory
    const QString &path() const { return location; }

    StoreFixture(Backend backend, const Policy &first)
    {
        if (backend == Backend::Memory) {
            auto made = MemoryStore::create(first, by(u"bob"_s));
            store = made ? std::move(*made) : nullptr;
        } else if (backend == Backend::Sqlite) {
            location = folder.filePath(u"acme.rolewright"_s);
            auto made = createStore(location, first, by(u"bob"_s));
            store = made ? std::move(*made) : nullptr;
        } else {
            location = newPostgresStore(u"bob"_s, first, by(u"bob"_s));
            reopen(backend);
        }
        Q_ASSERT(store);
    }
    // What a later program sees; a memory store has none.
    void reopen(Backend backend)
    {
        if (backend == Backend::Memory)
            return;
        store.reset();
        auto opened = openStore(path());
        Q_ASSERT(opened);
        store = std::move(*opened);
    }
    QByteArray now() const
    {
        const Result<Snapshot> snapshot = store->load();
        return snapshot ? writePolicy(snapshot->policy) : QByteArray();
    }
    QByteArray at(qint64 version) const
    {
        const Result<Snapshot> snapshot = store->load(version);
        return snapshot ? writePolicy(snapshot->policy) : QByteArray();
    }
};

// A column "backend" with a row for each.
inline void eachBackend()
{
    QTest::addColumn<Backend>("backend");
    QTest::newRow("memory") << Backend::Memory;
    QTest::newRow("sqlite") << Backend::Sqlite;
    QTest::newRow("postgresql") << Backend::Postgres;
}

} // namespace rolewright
