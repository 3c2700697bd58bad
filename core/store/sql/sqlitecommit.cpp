// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlitestore.h"

#include "core/edit/difference.h"
#include "core/store/commitcheck.h"
#include "core/store/sql/personalrows.h"
#include "core/store/sql/policyrows.h"
#include "core/store/sql/schema.h"
#include "core/store/sql/trail.h"

#include <QFile>
#include <QScopeGuard>

// How a store is written: a new one, and each later version.
namespace rolewright {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<PolicyStore>> SqliteStore::create(const QString &path, const Policy &first,
                                                         const CommitContext &context,
                                                         const FirstAdministrator *administrator)
{
    std::optional<SqliteGuard::Administrator> enrolled;
    if (administrator) { // before anything is made
        const Result<QByteArray> hash = hashOfNew(administrator->password);
        if (!hash)
            return failure(hash.error());
        enrolled = SqliteGuard::Administrator{administrator->user, *hash};
    }
    Result<StoreFile> file = StoreFile::create(path);
    if (!file)
        return failure(file.error());
    std::unique_ptr<SqliteStore> store;
    Status status;
    if (Result<std::unique_ptr<Database>> database = Database::open(path)) {
        store.reset(new SqliteStore(std::move(*file), std::move(*database)));
        if (administrator && administrator->keys)
            store->m_guard.useKeys(*administrator->keys, {}, {});
        status = store->fill(first, context, enrolled);
    } else {
        status = failure(database.error());
    }
    if (status)
        return store;
    // What was begun is ours, and nobody has seen it.
    store.reset();
    for (const char *suffix : {"", "-journal", "-wal", "-shm"})
        QFile::remove(path + QLatin1StringView(suffix));
    return failure(status.error());
}

// Everything in one transaction with a rollback journal, and the write-ahead log only then: so the file's
// header says what it is as soon as anything is in it, and a creation that is interrupted leaves an empty
// file.
Status SqliteStore::fill(const Policy &first, const CommitContext &context,
                         const std::optional<SqliteGuard::Administrator> &administrator)
{
    Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Write);
    if (!transaction)
        return failure(transaction.error());
    if (Status status = createSchema(*m_database, migrations()); !status)
        return status;

    Head head;
    head.store = QUuid::createUuid().toString(QUuid::WithoutBraces);
    head.chain = chainStart();
    Snapshot snapshot;
    const ChangeSet nothing;
    if (Status status = History(*m_database).append(0, nothing, context, snapshot.policy, head); !status)
        return status;
    const TrailEntry entry = creationEntry();
    if (Status status =
            TrailWriter(*m_database, head).append(trailEvent(entry, nothing, context, 0), entry.things, {});
        !status)
        return status;
    head.describe(snapshot.policy);
    if (Status status = writeHead(*m_database, head); !status)
        return status;

    ChangeSet changes;
    changes.operation = QUuid::createUuid();
    changes.reason = u"first version"_s;
    changes.changes = differenceByName({}, first);
    if (!changes.changes.isEmpty()) {
        CommitIndexes indexes(snapshot.policy);
        const Result<CheckedCommit> commit = checkedCommit(snapshot, changes, context, indexes);
        if (!commit)
            return failure(commit.error());
        if (Status status = write(snapshot, *commit, changes, context, head); !status)
            return status;
        snapshot = {commit->policy, 1};
    }
    if (administrator) {
        const Result<Policy> guarded =
            m_guard.guardWithin(head, snapshot, *administrator, {context.origin, context.time, {}});
        if (!guarded)
            return failure(guarded.error());
        if (Status status = writeHead(*m_database, head); !status)
            return status;
        snapshot = {*guarded, head.version};
        if (Status status = m_guard.seal({}, head, Instant::now()); !status)
            return status;
    }
    if (Status status = transaction->commit(); !status)
        return status;
    m_guard.committed();
    if (Status status = m_file.syncFolder(); !status)
        return status;
    m_known = Known{snapshot, head};
    return prepare();
}

Result<Snapshot> SqliteStore::commit(const ChangeSet &changes, const CommitContext &context)
{
    if (changes.changes.isEmpty())
        return load();
    const auto done = qScopeGuard([&] { m_cancelled = false; });
    // After a rename over the file, a write to the old one still succeeds: look before and after.
    if (Status status = m_file.checkInPlace(); !status)
        return failure(status.error());
    if (m_database->isReadOnly()) {
        return failure(
            ErrorCode::Unavailable,
            u"The store is read-only: you may not write its file or folder. Nothing was changed: make it "
            u"writable, or save to another store."_s,
            m_file.path());
    }
    if (Status status = checkHealth(); !status)
        return failure(status.error());
    Result<Snapshot> snapshot = commitInTransaction(changes, context);
    if (snapshot) {
        if (Status status = m_file.checkInPlace(); !status) {
            m_known.reset();
            return failure(outcomeUnknown(status.error()));
        }
    } else if (snapshot.error().code == ErrorCode::NotPermitted && !needsConfirmation(snapshot.error())
               && !needsApproval(snapshot.error())) {
        if (Status recorded = m_guard.recordRefusal(snapshot.error(), context); !recorded)
            return failure(recorded.error());
    }
    return snapshot;
}

Result<Snapshot> SqliteStore::commitInTransaction(const ChangeSet &changes, const CommitContext &context)
{
    Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Write);
    if (!transaction)
        return failure(transaction.error());
    if (Status status = checkFormat(*m_database, migrations()); !status)
        return failure(status.error());
    Result<Head> head = readHead(*m_database);
    if (!head)
        return failure(head.error());
    const Head old = *head;
    const Result<Snapshot> before = newest(*head);
    if (!before)
        return before;
    ChangeSet identified = changes;
    if (identified.operation.isNull())
        identified.operation = QUuid::createUuid();
    const Result<bool> done = History(*m_database).hasOperation(identified.operation);
    if (!done)
        return failure(done.error());
    if (*done)
        return before;

    const Result<bool> guarded = m_guard.isGuarded();
    if (!guarded)
        return failure(guarded.error());
    CommitIndexes indexes(before->policy);
    CommitContext acting = context;
    QStringList confirmed;
    if (*guarded) {
        Result<SqliteGuard::Passed> passed = m_guard.pass(*before, changes, context, indexes);
        if (!passed)
            return failure(passed.error());
        acting.actor = passed->actor;
        confirmed = passed->confirmed;
    }
    Result<CheckedCommit> commit = checkedCommit(*before, identified, acting, indexes);
    if (!commit)
        return failure(commit.error());
    commit->confirmed = confirmed;
    if (*guarded) {
        if (Status kept = m_guard.settle(before->policy, commit->policy, context.time, indexes); !kept)
            return failure(kept.error());
    }
    if (Status status = write(*before, *commit, identified, acting, *head); !status)
        return failure(status.error());
    if (Status status = m_guard.seal(old, *head, Instant::now()); !status)
        return failure(status.error());
    if (Status status = checkCancelled(); !status)
        return failure(status.error());
    if (Status status = transaction->commit(); !status)
        return failure(status.error());
    m_guard.committed();
    m_known = Known{{commit->policy, head->version}, *head};
    m_version = head->version;
    return m_known->snapshot;
}

Status SqliteStore::write(const Snapshot &before, const CheckedCommit &commit, const ChangeSet &changes,
                          const CommitContext &context, Head &head)
{
    head.version = before.version + 1;
    if (Status status = savePolicy(*m_database, before.policy, commit.policy); !status)
        return status;
    ChangeSet recorded = changes;
    PersonalRows personal(*m_database);
    for (Change &change : recorded.changes) {
        QList<PersonalValue> values;
        const QString user = change.key;
        change = masked(change, values);
        if (Status status = personal.add(values, user, head.version); !status)
            return status;
    }
    if (Status status = History(*m_database).append(head.version, recorded, context, commit.policy, head);
        !status)
        return status;
    TrailWriter trail(*m_database, head);
    if (Status status = trail.noteClock(context.time, context.origin); !status)
        return status;
    for (qsizetype i = 0; i < changes.changes.size(); ++i) {
        const Change &change = changes.changes.at(i);
        const TrailEntry entry = trailEntry(change, before.policy, commit.policy);
        AuditEvent event = trailEvent(entry, changes, context, head.version);
        event.change = QString::fromUtf8(trailText(recorded.changes.at(i)));
        QList<PersonalValue> name;
        event.targetName = masked(entry.targetName, name);
        if (Status status = personal.add(name, change.key, head.version); !status)
            return status;
        if (Status status = trail.append(std::move(event), entry.things, int(i)); !status)
            return status;
    }
    if (!commit.brokenTests.isEmpty()) {
        const TrailEntry entry = overrideEntry(commit.brokenTests);
        if (Status status = trail.append(trailEvent(entry, changes, context, head.version), entry.things, {});
            !status)
            return status;
    }
    if (!commit.confirmed.isEmpty()) {
        const TrailEntry entry = confirmationEntry(commit.confirmed);
        if (Status status = trail.append(trailEvent(entry, changes, context, head.version), entry.things, {});
            !status)
            return status;
    }
    head.describe(commit.policy);
    return writeHead(*m_database, head);
}

// Once, before the first write: what is damaged must not be written on.
Status SqliteStore::checkHealth()
{
    if (m_healthy)
        return {};
    QString problem;
    Statement statement(*m_database, u"PRAGMA quick_check(1)"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        problem = row.text(0);
        return false;
    });
    if (!status)
        return status;
    if (problem != "ok"_L1)
        return m_database->damaged(problem);
    m_healthy = true;
    return {};
}

} // namespace rolewright
