// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlstore.h"

#include "core/edit/difference.h"
#include "core/store/sql/policyrows.h"
#include "core/store/sql/trail.h"

namespace rolewright {

using namespace Qt::StringLiterals;

SqlStore::SqlStore(std::unique_ptr<Database> database, std::unique_ptr<SqlGuard> guard)
    : m_database(std::move(database))
    , m_guard(std::move(guard))
{
}

template <class Read>
auto SqlStore::readingOnce(Read read) -> std::invoke_result_t<Read, const Head &>
{
    if (Status status = checkReady(); !status)
        return failure(status.error());
    Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Read);
    if (!transaction)
        return failure(transaction.error());
    if (Status status = checkFormat(); !status)
        return failure(status.error());
    const Result<Head> head = readHead(*m_database);
    if (!head)
        return failure(head.error());
    auto result = read(*head);
    if (Status status = checkCancelled(); !status)
        return failure(status.error());
    return result;
}

template <class Read>
auto SqlStore::reading(Read read) -> std::invoke_result_t<Read, const Head &>
{
    const Call call(*this);
    for (int attempt = 1;; ++attempt) {
        auto result = readingOnce(read);
        if (result)
            return result;
        Status failed = failure(result.error());
        if (!isWorthAnother(failed, attempt, Repeat::Freely))
            return failure(failed.error());
    }
}

Status SqlStore::readingNewest(const std::function<Status(const Snapshot &)> &read)
{
    return reading([&](const Head &head) -> Status {
        const Result<Snapshot> snapshot = newest(head);
        return snapshot ? read(*snapshot) : Status(failure(snapshot.error()));
    });
}

Result<Snapshot> SqlStore::load()
{
    return reading([&](const Head &head) { return newest(head); });
}

Result<Snapshot> SqlStore::load(qint64 version)
{
    return reading([&](const Head &head) -> Result<Snapshot> {
        if (version < 0 || version > head.version)
            return noSuchVersion(version, head.version, m_database->place());
        const Result<Snapshot> now = newest(head);
        if (!now || version == head.version)
            return now;
        Result<Policy> policy = History(*m_database).policyAt(version, *now);
        if (!policy)
            return failure(policy.error());
        return Snapshot{std::move(*policy), version};
    });
}

Result<QList<VersionInfo>> SqlStore::history(const HistoryQuery &query)
{
    return reading([&](const Head &) { return History(*m_database).versions(query); });
}

Result<ChangeSet> SqlStore::changeSet(qint64 version)
{
    return reading([&](const Head &head) -> Result<ChangeSet> {
        if (version < 1 || version > head.version)
            return noSuchVersion(version, head.version, m_database->place());
        return History(*m_database).changeSet(version);
    });
}

Result<QList<AuditEvent>> SqlStore::events(const AuditQuery &query)
{
    return reading([&](const Head &) { return queryTrail(*m_database, query); });
}

Result<TrailFacets> SqlStore::facets(const AuditQuery &query)
{
    return reading([&](const Head &) { return countTrail(*m_database, query); });
}

Result<TrailState> SqlStore::verifyTrail()
{
    return reading([&](const Head &head) -> Result<TrailState> {
        Result<TrailState> state = rolewright::verifyTrail(*m_database, head);
        if (!state || state->firstBad)
            return state;
        const Result<QList<Change>> unrecorded = unrecordedChanges(head);
        if (!unrecorded)
            return failure(unrecorded.error());
        if (!unrecorded->isEmpty()) {
            state->firstBad = head.sequence + 1;
            state->problem =
                u"the policy was changed without a record: %1"_s.arg(describe(unrecorded->first()));
            return state;
        }
        if (Status sealed = m_guard->verifySeals(*state, head); !sealed)
            return failure(sealed.error());
        return state;
    });
}

// Between what the recorded change sets make of nothing, or of what the archived ones led to, and the rows
// that decide.
Result<QList<Change>> SqlStore::unrecordedChanges(const Head &head)
{
    History history(*m_database);
    const Result<Snapshot> base = history.base();
    if (!base)
        return failure(base.error());
    const Result<Policy> recorded = history.advanced(*base, head.version);
    if (!recorded)
        return failure(recorded.error());
    const Result<Policy> rows = loadPolicy(*m_database, head);
    if (!rows)
        return failure(rows.error());
    return differenceByName(*recorded, *rows);
}

void SqlStore::prime(const Snapshot &snapshot)
{
    if (m_known && m_known->snapshot.version >= snapshot.version)
        return;
    // It is only a help: where it does not fit, load() reads the rows.
    const auto adopted = reading([&](const Head &head) -> Status {
        const Result<bool> fits = hasIdsOf(snapshot.policy, head);
        if (fits && *fits && head.version == snapshot.version)
            m_known = Known{snapshot, head, {}};
        return {};
    });
    Q_UNUSED(adopted);
}

void SqlStore::cancel()
{
    m_cancelled = true;
    m_database->interrupt();
}

Status SqlStore::checkCancelled()
{
    if (m_cancelled)
        return failure(ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, m_database->place());
    return {};
}

Result<Snapshot> SqlStore::newest(const Head &head)
{
    constexpr qint64 MostChanges = 20'000; // more are read faster as rows
    m_version = head.version;
    const Result<bool> known = follows(head);
    if (!known)
        return failure(known.error());
    if (*known && m_known->head.version == head.version)
        return m_known->snapshot;

    if (*known && head.sequence - m_known->head.sequence <= MostChanges) {
        const Result<Policy> policy = History(*m_database).advanced(m_known->snapshot, head.version);
        if (!policy)
            return failure(policy.error());
        const Result<bool> same = hasIdsOf(*policy, head);
        if (!same)
            return failure(same.error());
        if (*same) {
            m_known = Known{{*policy, head.version}, head, {}};
            return m_known->snapshot;
        }
    }
    const Result<Policy> policy = loadPolicy(*m_database, head);
    if (!policy)
        return failure(policy.error());
    m_known = Known{{*policy, head.version}, head, {}};
    return m_known->snapshot;
}

Result<bool> SqlStore::follows(const Head &head)
{
    if (!m_known || m_known->head.store != head.store || m_known->head.version > head.version)
        return false;
    if (m_known->head.sequence == head.sequence)
        return m_known->head.chain == head.chain;
    // An older copy that was written into the file and went its own way has another event here.
    bool same = false;
    Statement statement(*m_database, u"SELECT hash FROM event WHERE sequence = ?"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            same = row.bytes(0) == m_known->head.chain;
            return false;
        },
        m_known->head.sequence);
    if (!status)
        return failure(status.error());
    return same;
}

Result<bool> SqlStore::hasIdsOf(const Policy &policy, const Head &head)
{
    if (!head.describes(policy))
        return false;
    return hasPoolsOf(*m_database, policy);
}

} // namespace rolewright
