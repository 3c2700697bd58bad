// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlitestore.h"

#include "core/store/sql/schema.h"
#include "core/store/sql/seals.h"

#include <QFile>
#include <QFileInfo>

namespace rolewright {

using namespace Qt::StringLiterals;

SqliteStore::SqliteStore(StoreFile file, std::unique_ptr<SqliteDatabase> database)
    : SqlStore(std::move(database), std::make_unique<SqlGuard>(*this))
    , m_file(std::move(file))
    , m_sqlite(static_cast<SqliteDatabase &>(*m_database))
{
}

Result<std::unique_ptr<PolicyStore>> SqliteStore::open(const QString &path)
{
    Result<StoreFile> file = StoreFile::open(path, int(migrations().size()));
    if (!file)
        return failure(file.error());
    Result<std::unique_ptr<SqliteDatabase>> database = SqliteDatabase::open(path);
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

Result<std::unique_ptr<PolicyStore>> SqliteStore::create(const QString &path, const Policy &first,
                                                         const CommitContext &context,
                                                         const FirstAdministrator *administrator)
{
    std::optional<SqlGuard::Administrator> enrolled;
    if (administrator) { // before anything is made
        const Result<QByteArray> hash = hashOfNew(administrator->password);
        if (!hash)
            return failure(hash.error());
        enrolled = SqlGuard::Administrator{administrator->user, *hash};
    }
    Result<StoreFile> file = StoreFile::create(path);
    if (!file)
        return failure(file.error());
    std::unique_ptr<SqliteStore> store;
    Status status;
    if (Result<std::unique_ptr<SqliteDatabase>> database = SqliteDatabase::open(path)) {
        store.reset(new SqliteStore(std::move(*file), std::move(*database)));
        if (administrator && administrator->keys)
            store->m_guard->useKeys(*administrator->keys);
        status = store->create(first, context, enrolled);
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
Status SqliteStore::create(const Policy &first, const CommitContext &context,
                           const std::optional<SqlGuard::Administrator> &administrator)
{
    Result<Transaction> transaction = Transaction::begin(*m_database, Transaction::Kind::Write);
    if (!transaction)
        return failure(transaction.error());
    if (Status status = createSchema(m_sqlite, migrations()); !status)
        return status;
    Result<Known> made = fill(first, context);
    if (!made)
        return failure(made.error());
    if (administrator) {
        const Result<Policy> guarded = m_guard->guardWithin(made->head, made->snapshot, *administrator,
                                                            {context.origin, context.time, {}});
        if (!guarded)
            return failure(guarded.error());
        if (Status status = writeHead(*m_database, made->head); !status)
            return status;
        made->snapshot = {*guarded, made->head.version};
        if (Status status = m_guard->seal({}, made->head, Instant::now()); !status)
            return status;
    }
    if (Status status = transaction->commit(); !status)
        return status;
    if (Status status = m_file.syncFolder(); !status)
        return status;
    m_guard->committed();
    keep(*made);
    return prepare();
}

Status SqliteStore::checkWritable()
{
    if (m_sqlite.isReadOnly()) {
        return failure(
            ErrorCode::Unavailable,
            u"The store is read-only: you may not write its file or folder. Nothing was changed: make it "
            u"writable, or save to another store."_s,
            m_file.path());
    }
    return checkHealth();
}

// In the file it is overwritten at once (prepare()); it must not stay in the write-ahead log either.
Status SqliteStore::overwriteDeleted()
{
    return m_database->run("PRAGMA wal_checkpoint(TRUNCATE)");
}

Status SqliteStore::checkFormat()
{
    return rolewright::checkFormat(m_sqlite, migrations());
}

Status SqliteStore::prepare()
{
    if (!m_sqlite.isReadOnly()) {
        if (Status status = m_database->run("PRAGMA secure_delete = ON"); !status)
            return status;
        if (Status status = m_sqlite.useWriteAheadLog(); !status)
            return status;
    }
    if (Status status = migrate(m_sqlite, migrations()); !status)
        return status;
    if (Status status = checkSchema(m_sqlite, migrations()); !status)
        return status;
    return m_sqlite.registerTextSearch();
}

StoreTraits SqliteStore::traits() const
{
    StoreTraits traits;
    traits.name = QFileInfo(m_file.path()).fileName();
    traits.location = m_file.path();
    traits.readOnly = m_sqlite.isReadOnly();
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

Result<qint64> SqliteStore::version()
{
    const Call call(*this);
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
