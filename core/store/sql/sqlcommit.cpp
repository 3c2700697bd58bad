// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"
#include "core/store/commitcheck.h"
#include "core/store/sql/personalrows.h"
#include "core/store/sql/policyrows.h"
#include "core/store/sql/sqlstore.h"
#include "core/store/sql/trail.h"

// How a store is written: a new one, and each later version.
namespace rolewright {

using namespace Qt::StringLiterals;

Result<SqlStore::Known> SqlStore::fill(const Policy &first, const CommitContext &context)
{
    Head head;
    head.store = QUuid::createUuid().toString(QUuid::WithoutBraces);
    head.chain = chainStart();
    Snapshot snapshot;
    const ChangeSet nothing;
    if (Status status = History(*m_database).append(0, nothing, context, snapshot.policy, head); !status)
        return failure(status.error());
    const TrailEntry entry = creationEntry();
    if (Status status =
            TrailWriter(*m_database, head).append(trailEvent(entry, nothing, context, 0), entry.things, {});
        !status)
        return failure(status.error());
    head.describe(snapshot.policy);
    if (Status status = createHead(*m_database, head); !status)
        return failure(status.error());

    ChangeSet changes;
    changes.operation = QUuid::createUuid();
    changes.reason = u"first version"_s;
    changes.changes = differenceByName({}, first);
    if (changes.changes.isEmpty())
        return Known{snapshot, head, {}};
    CommitIndexes indexes(snapshot.policy);
    const Result<CheckedCommit> commit = checkedCommit(snapshot, changes, context, indexes);
    if (!commit)
        return failure(commit.error());
    if (Status status = write(snapshot, *commit, changes, context, head); !status)
        return failure(status.error());
    return Known{{commit->policy, 1}, head, {}};
}

void SqlStore::keep(const Known &known)
{
    m_known = known;
    m_version = known.head.version;
}

Status SqlStore::writing(const Write &write, Repeat repeat)
{
    const Call call(*this);
    for (int attempt = 1;; ++attempt) {
        Status status = writingOnce(write);
        if (status || !isWorthAnother(status, attempt, repeat))
            return status;
    }
}

Status SqlStore::writingOnce(const Write &write)
{
    if (Status status = checkReady(); !status)
        return status;
    if (Status status = checkWritable(); !status)
        return status;
    Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Write);
    if (!transaction)
        return failure(transaction.error());
    if (Status status = checkFormat(); !status)
        return status;
    Result<Head> head = readHead(*m_database);
    if (!head)
        return failure(head.error());
    const Result<Snapshot> before = newest(*head);
    if (!before)
        return failure(before.error());
    const Head old = *head;
    if (Status status = write(*head, *before); !status)
        return status;
    if (Status status = m_guard->seal(old, *head, Instant::now()); !status)
        return status;
    if (head->version != before->version) {
        if (Status status = announce(head->version); !status)
            return status;
    }
    if (Status status = checkCancelled(); !status)
        return status;
    if (Status status = transaction->commit(); !status)
        return status;
    m_guard->committed();
    m_version = head->version;
    return {};
}

Result<Snapshot> SqlStore::commit(const ChangeSet &changes, const CommitContext &context)
{
    if (changes.changes.isEmpty())
        return load();
    ChangeSet identified = changes;
    if (identified.operation.isNull())
        identified.operation = QUuid::createUuid();
    std::optional<Known> made;
    std::optional<Snapshot> already;
    // By its operation id a change set is done once, however often it is tried.
    const Status status = writing(
        [&](Head &head, const Snapshot &before) -> Status {
            made.reset();
            already.reset();
            const Result<bool> done = History(*m_database).hasOperation(identified.operation);
            if (!done)
                return failure(done.error());
            if (!*done)
                return commitWithin(identified, context, head, before, made);
            already = before;
            return {};
        },
        Repeat::Freely);
    if (!status) {
        const Error &refusal = status.error();
        if (refusal.code == ErrorCode::NotPermitted && !needsConfirmation(refusal)
            && !needsApproval(refusal)) {
            if (Status recorded = m_guard->recordRefusal(refusal, context); !recorded)
                return failure(recorded.error());
        }
        return failure(refusal);
    }
    if (made)
        keep(*made);
    // After a rename over a file, a write to the old one still succeeds.
    if (Status there = checkCommitted(); !there) {
        m_known.reset();
        return failure(outcomeUnknown(there.error()));
    }
    return made ? made->snapshot : *already;
}

Status SqlStore::commitWithin(const ChangeSet &changes, const CommitContext &context, Head &head,
                              const Snapshot &before, std::optional<Known> &made)
{
    const Result<bool> guarded = m_guard->isGuarded();
    if (!guarded)
        return failure(guarded.error());
    CommitIndexes indexes(before.policy, m_known->index); // what is before is what is known
    CommitContext acting = context;
    QStringList confirmed;
    if (*guarded) {
        Result<SqlGuard::Passed> passed = m_guard->pass(before, changes, context, indexes);
        if (!passed)
            return failure(passed.error());
        acting.actor = passed->actor;
        confirmed = passed->confirmed;
    }
    Result<CheckedCommit> commit = checkedCommit(before, changes, acting, indexes);
    if (!commit)
        return failure(commit.error());
    commit->confirmed = confirmed;
    if (*guarded) {
        if (Status kept = m_guard->settle(before.policy, commit->policy, context.time, indexes); !kept)
            return kept;
    }
    if (Status status = write(before, *commit, changes, acting, head); !status)
        return status;
    made = Known{{commit->policy, head.version}, head, indexes.madeAfter()};
    return {};
}

Status SqlStore::write(const Snapshot &before, const CheckedCommit &commit, const ChangeSet &changes,
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
    if (Status status = personal.flush(); !status)
        return status;
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

} // namespace rolewright
