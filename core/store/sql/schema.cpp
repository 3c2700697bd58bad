// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/schema.h"

#include "core/store/sql/storefile.h"

#include <QFile>

static void initResources()
{
    Q_INIT_RESOURCE(sql); // a static library's resources are not linked in by themselves
}

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QByteArrayList readMigrations()
{
    initResources();
    QByteArrayList scripts;
    for (const char *name : {":/sql/001_initial.sql", ":/sql/002_guard.sql", ":/sql/003_seal.sql",
                             ":/sql/004_token.sql", ":/sql/005_archive.sql"}) {
        QFile file(QString::fromLatin1(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        scripts.append(file.readAll());
    }
    return scripts;
}

Status runFrom(SqliteDatabase &database, const QByteArrayList &scripts, qint64 format)
{
    for (qint64 i = format; i < scripts.size(); ++i) {
        if (Status status = database.run(scripts.at(i)); !status)
            return status;
    }
    return database.run("PRAGMA user_version=" + QByteArray::number(scripts.size()));
}

tl::unexpected<Error> newerFormat(const SqliteDatabase &database, qint64 format,
                                  const QByteArrayList &scripts)
{
    return failure(
        ErrorCode::Unavailable,
        u"The store was written by a newer Rolewright: its format is %1, and this one knows up to %2. Update "
        u"Rolewright to open it."_s.arg(format)
            .arg(scripts.size()),
        database.place());
}

Result<QStringList> schemaOf(SqliteDatabase &database)
{
    QStringList lines;
    Statement statement(database,
                        u"SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        lines << row.text(0) + u' ' + row.text(1) + u' ' + row.text(2) + u' ' + row.text(3);
        return true;
    });
    if (!status)
        return failure(status.error());
    return lines;
}

} // namespace

const QByteArrayList &migrations()
{
    static const QByteArrayList scripts = readMigrations();
    return scripts;
}

Status createSchema(SqliteDatabase &database, const QByteArrayList &scripts)
{
    if (Status status = database.run("PRAGMA application_id=" + QByteArray::number(StoreFile::ApplicationId));
        !status)
        return status;
    return runFrom(database, scripts, 0);
}

Status migrate(SqliteDatabase &database, const QByteArrayList &scripts)
{
    // The header was read before; the write-ahead log may know better.
    const Result<qint64> format = database.number(u"PRAGMA user_version"_s);
    if (!format)
        return failure(format.error());
    if (*format == scripts.size())
        return {};
    Result<Transaction> transaction = Transaction::begin(database, Transaction::Kind::Write);
    if (!transaction)
        return failure(transaction.error());
    const Result<qint64> now =
        database.number(u"PRAGMA user_version"_s); // another program may have been faster
    if (!now)
        return failure(now.error());
    if (*now > scripts.size())
        return newerFormat(database, *now, scripts);
    if (Status status = runFrom(database, scripts, *now); !status)
        return status;
    return transaction->commit();
}

Status checkFormat(SqliteDatabase &database, const QByteArrayList &scripts)
{
    const Result<qint64> format = database.number(u"PRAGMA user_version"_s);
    if (!format)
        return failure(format.error());
    if (*format != scripts.size())
        return newerFormat(database, *format, scripts);
    return {};
}

Status checkSchema(SqliteDatabase &database, const QByteArrayList &scripts)
{
    const Result<std::unique_ptr<SqliteDatabase>> model = SqliteDatabase::openInMemory();
    if (!model)
        return failure(model.error());
    if (Status status = createSchema(**model, scripts); !status)
        return status;
    const Result<QStringList> expected = schemaOf(**model);
    const Result<QStringList> found = schemaOf(database);
    if (!expected || !found)
        return failure(!expected ? expected.error() : found.error());
    if (*expected != *found) {
        return failure(
            ErrorCode::Unavailable,
            u"The store has been tampered with or is damaged: its tables are not those that Rolewright made. "
            u"Nothing was changed: restore it from a backup."_s,
            database.place());
    }
    return {};
}

} // namespace rolewright
