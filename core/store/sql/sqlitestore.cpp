// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlitestore.h"

#include "core/edit/difference.h"
#include "core/store/sql/policyrows.h"
#include "core/store/sql/schema.h"
#include "core/store/sql/seals.h"
#include "core/store/sql/trail.h"

#include <QFileInfo>
#include <QScopeGuard>

namespace rolewright {

using namespace Qt::StringLiterals;

SqliteStore::SqliteStore(StoreFile file, std::unique_ptr<Database> database)
    : m_file(std::move(file))
    , m_database(std::move(database))
{
}

Result<std::unique_ptr<PolicyStore>> SqliteStore::open(const QString &path)
{
    Result<StoreFile> file = StoreFile::open(path, int(migrations().size()));
    if (!file)
        return failure(file.error());
    Result<std::unique_ptr<Database>> database = Database::open(path);
    if (!database)
        return failure(database.error());
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(*file), std::move(*database)));
    // The file that SQLite opened is the one that was looked at.
    if (Status status = store->m_file.checkInPlace(); !status)
        return failure(status.error());
    if (Status status = store->prepare(); !status)
        return failure(status.error());
    return store;
}

Status SqliteStore::prepare()
{
    if (!m_database->isReadOnly()) {
        if (Status status = m_database->useWriteAheadLog(); !status)
            return status;
    }
    if (Status status = migrate(*m_database, migrations()); !status)
        return status;
    if (Status status = checkSchema(*m_database, migrations()); !status)
        return status;
    return registerTextSearch(*m_database);
}

StoreTraits SqliteStore::traits() const
{
    StoreTraits traits;
    traits.name = QFileInfo(m_file.path()).fileName();
    traits.location = m_file.path();
    traits.readOnly = m_database->isReadOnly();
    // Where it cannot be read, every other call says so.
    Statement head(*m_database, u"SELECT store FROM head"_s);
    const Status read = head.forEachRow([&](const Statement &row) {
        traits.id = row.text(0);
        return true;
    });
    Q_UNUSED(read);
    const Result<bool> guarded = GuardRows(*m_database).isGuarded();
    traits.guarded = guarded && *guarded;
    if (traits.guarded) {
        const Result<QByteArrayList> sealing = Seals(*m_database).keys();
        traits.notice = QString::fromUtf8(
            sealing && !sealing->isEmpty()
                ? QT_TRANSLATE_NOOP("notice",
                                    "This store is guarded and sealed: changes need a sign-in, the rights for them and the "
                                    "keys of the store. Whoever can write the file can damage it, but not without being found.")
                : QT_TRANSLATE_NOOP("notice",
                                    "This store is guarded: changes need a sign-in and the rights for them. Whoever can write "
                                    "the file could still go round Rolewright: its trail is chained but not sealed."));
        return traits;
    }
    traits.notice =
        QString::fromUtf8(QT_TRANSLATE_NOOP("notice",
                                            "This store is open: whoever can write the file may edit the policy. Its "
                                            "trail is chained but not sealed: it shows mistakes and damage, not a "
                                            "forgery by somebody who can write the file."));
    return traits;
}

template <class Read>
auto SqliteStore::reading(Read read) -> std::invoke_result_t<Read, const Head &>
{
    const auto done = qScopeGuard([&] { m_cancelled = false; });
    if (Status status = m_file.checkInPlace(); !status)
        return failure(status.error());
    Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Read);
    if (!transaction)
        return failure(transaction.error());
    if (Status status = checkFormat(*m_database, migrations()); !status)
        return failure(status.error());
    const Result<Head> head = readHead(*m_database);
    if (!head)
        return failure(head.error());
    auto result = read(*head);
    if (Status status = checkCancelled(); !status)
        return failure(status.error());
    return result;
}

Result<Snapshot> SqliteStore::load()
{
    return reading([&](const Head &head) { return newest(head); });
}

Result<Snapshot> SqliteStore::load(qint64 version)
{
    return reading([&](const Head &head) -> Result<Snapshot> {
        if (version < 0 || version > head.version)
            return noSuchVersion(version, head.version, m_file.path());
        const Result<Snapshot> now = newest(head);
        if (!now || version == head.version)
            return now;
        Result<Policy> policy = History(*m_database).policyAt(version, *now);
        if (!policy)
            return failure(policy.error());
        return Snapshot{std::move(*policy), version};
    });
}

Result<qint64> SqliteStore::version()
{
    const auto done = qScopeGuard([&] { m_cancelled = false; });
    if (Status status = m_file.checkInPlace(); !status)
        return failure(status.error());
    // Changes with every commit of another connection, and costs microseconds.
    const Result<qint64> dataVersion = m_database->number(u"PRAGMA data_version"_s);
    if (!dataVersion)
        return dataVersion;
    if (m_dataVersion == *dataVersion)
        return m_version;
    const Result<qint64> version = m_database->number(u"SELECT version FROM head"_s);
    if (!version)
        return version;
    m_version = *version;
    m_dataVersion = *dataVersion;
    return m_version;
}

Result<QList<VersionInfo>> SqliteStore::history()
{
    return reading([&](const Head &) { return History(*m_database).versions(); });
}

Result<ChangeSet> SqliteStore::changeSet(qint64 version)
{
    return reading([&](const Head &head) -> Result<ChangeSet> {
        if (version < 1 || version > head.version)
            return noSuchVersion(version, head.version, m_file.path());
        return History(*m_database).changeSet(version);
    });
}

Result<QList<AuditEvent>> SqliteStore::events(const AuditQuery &query)
{
    return reading([&](const Head &) { return queryTrail(*m_database, query); });
}

Result<TrailState> SqliteStore::verifyTrail()
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
        Seals seals(*m_database);
        if (Status status = seals.verify(*state, head, m_guard.ownKeys()); !status)
            return failure(status.error());
        const std::optional<Anchor> anchor = m_guard.anchor();
        if (!anchor)
            return state;
        const Result<QByteArray> there = seals.hashOf(anchor->sequence);
        if (!there)
            return failure(there.error());
        if (*there == anchor->head) {
            state->anchoredTo = anchor->sequence;
        } else if (!state->firstBad) {
            state->firstBad = std::min(anchor->sequence, head.sequence + 1);
            state->problem = there->isEmpty()
                ? u"the trail ends at record %1, but had come to record %2: it was cut off, or an older copy put back"_s
                      .arg(head.sequence)
                      .arg(anchor->sequence)
                : u"record %1 is not the one that this installation saw"_s.arg(anchor->sequence);
        }
        return state;
    });
}

// Between what the recorded change sets make of nothing and the rows that decide.
Result<QList<Change>> SqliteStore::unrecordedChanges(const Head &head)
{
    const Result<Policy> recorded = History(*m_database).advanced({}, head.version);
    if (!recorded)
        return failure(recorded.error());
    const Result<Policy> rows = loadPolicy(*m_database, head);
    if (!rows)
        return failure(rows.error());
    return differenceByName(*recorded, *rows);
}

void SqliteStore::prime(const Snapshot &snapshot)
{
    if (m_known && m_known->snapshot.version >= snapshot.version)
        return;
    // It is only a help: where it does not fit, load() reads the rows.
    const auto adopted = reading([&](const Head &head) -> Status {
        const Result<bool> fits = hasIdsOf(snapshot.policy, head);
        if (fits && *fits && head.version == snapshot.version)
            m_known = Known{snapshot, head};
        return {};
    });
    Q_UNUSED(adopted);
}

void SqliteStore::cancel()
{
    m_cancelled = true;
    m_database->interrupt();
}

Status SqliteStore::checkCancelled()
{
    if (m_cancelled)
        return failure(ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, m_file.path());
    return {};
}

Result<Snapshot> SqliteStore::newest(const Head &head)
{
    constexpr qint64 MostChanges = 20'000; // more are read faster as rows
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
            m_known = Known{{*policy, head.version}, head};
            return m_known->snapshot;
        }
    }
    const Result<Policy> policy = loadPolicy(*m_database, head);
    if (!policy)
        return failure(policy.error());
    m_known = Known{{*policy, head.version}, head};
    return m_known->snapshot;
}

Result<bool> SqliteStore::follows(const Head &head)
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

Result<bool> SqliteStore::hasIdsOf(const Policy &policy, const Head &head)
{
    if (!head.describes(policy))
        return false;
    return hasPoolsOf(*m_database, policy);
}

} // namespace rolewright
