// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/database.h"

#include <QHash>
#include <QSqlDatabase>

struct sqlite3;
struct sqlite3_stmt;

namespace rolewright {

// One connection to an SQLite file (QtSql's rule: one thread). Opens with what a store needs to be durable
// and safe against a crafted file, and checks that it got it.
class SqliteDatabase final : public Database
{
public:
    // The file must exist; it is never created.
    static Result<std::unique_ptr<SqliteDatabase>> open(const QString &path);
    // In memory, to compare a schema with.
    static Result<std::unique_ptr<SqliteDatabase>> openInMemory();
    ~SqliteDatabase() override;

    QString place() const override { return m_path; }
    std::unique_ptr<Cursor> cursor(const QString &sql, Rows rows) override;
    Status run(const QByteArray &script) override;
    // Write takes the write lock at once: a deferred BEGIN would fail with "locked" at its first write,
    // whatever the time-out.
    Status begin(Access access) override;
    Status commit() override;
    void rollback() override;
    void interrupt() override;

    bool isReadOnly() const;
    // Readers and the writer then do not wait for each other.
    Status useWriteAheadLog();
    // Where text is looked for in any case: SQLite's own case folding knows ASCII only.
    Status registerTextSearch();

    // What SQLite says of the last failure, in words that tell what to do.
    Error lastError() const;

    // Of a text that was prepared before and is not in use; null: none. What it is given back to keeps it, as far as
    // there is room: most texts come again with every commit, and preparing them takes longer than running them.
    sqlite3_stmt *takePrepared(const QString &sql);
    void keepPrepared(const QString &sql, sqlite3_stmt *statement);

private:
    SqliteDatabase() = default;
    static Result<std::unique_ptr<SqliteDatabase>> connect(const QString &path, const QString &uri);
    Status makeDurable();

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
    QHash<QString, sqlite3_stmt *> m_prepared;
};

} // namespace rolewright
