// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <memory>
#include <optional>

struct sqlite3;

namespace rolewright {

// One connection to an SQLite file, made, used and closed on one thread (QtSql's rule); interrupt() from any.
// Opens with what a store needs to be durable and safe against a crafted file, and checks that it got it.
class Database
{
public:
    // The file must exist; it is never created.
    static Result<std::unique_ptr<Database>> open(const QString &path);
    // In memory, to compare a schema with.
    static Result<std::unique_ptr<Database>> openInMemory();
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    const QString &path() const { return m_path; }
    bool isReadOnly() const;
    // Readers and the writer then do not wait for each other.
    Status useWriteAheadLog();

    // Statements of our own, without values, parted by semicolons.
    Status run(const QByteArray &script);
    // A number from one row and column.
    Result<qint64> number(const QString &query);

    // What SQLite says of the last failure, in words that tell what to do.
    Error lastError() const;
    // Also for what only shows when rows are read.
    tl::unexpected<Error> damaged(const QString &what) const;

    // Makes a running statement fail with Cancelled. Any thread.
    void interrupt();

    QSqlQuery query() const { return QSqlQuery(m_database); }
    sqlite3 *handle() const { return m_handle; }

private:
    Database() = default;
    static Result<std::unique_ptr<Database>> connect(const QString &path, const QString &uri);
    Status makeDurable();

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
};

// A prepared statement, read forward only. A statement that cannot be prepared says so when it is run.
class Statement
{
public:
    Statement(Database &database, const QString &sql);

    // Binds the values in order and runs it; for statements without rows.
    template <class... Values>
    Status run(const Values &...values)
    {
        bind(values...);
        return exec();
    }
    // visit(row) for each row; a visitor that returns false stops.
    template <class Visit, class... Values>
    Status forEachRow(Visit visit, const Values &...values)
    {
        bind(values...);
        return visitRows(visit);
    }
    template <class Visit>
    Status forEachRowOf(Visit visit, const QVariantList &values)
    {
        for (qsizetype i = 0; i < values.size(); ++i)
            m_query.bindValue(int(i), values.at(i));
        return visitRows(visit);
    }

    // Of the row being visited.
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    bool isNull(int column) const { return m_query.isNull(column); }

private:
    template <class Visit>
    Status visitRows(Visit &visit)
    {
        if (Status status = exec(); !status)
            return status;
        while (m_query.next()) {
            if (!visit(std::as_const(*this))) {
                m_query.finish();
                return {};
            }
        }
        return finish();
    }
    template <class... Values>
    void bind(const Values &...values)
    {
        int position = 0;
        (m_query.bindValue(position++, variant(values)), ...);
    }
    static QVariant variant(const QVariant &value) { return value; }
    static QVariant variant(qint64 value) { return value; }
    static QVariant variant(int value) { return value; }
    static QVariant variant(quint32 value) { return qint64(value); }
    static QVariant variant(bool value) { return int(value); }
    // QSQLITE binds a null string as NULL: here it is the empty text.
    static QVariant variant(const QString &value)
    {
        return value.isNull() ? QString(QLatin1String("")) : value;
    }
    static QVariant variant(const QByteArray &value) { return value.isNull() ? QByteArray("") : value; }
    template <class T>
    static QVariant variant(const std::optional<T> &value)
    {
        return value ? variant(*value) : QVariant();
    }
    Status exec();
    Status finish();

    Database &m_database;
    QSqlQuery m_query;
    std::optional<Error> m_unprepared;
};

// BEGIN ... COMMIT; rolled back where it was not committed.
class Transaction
{
public:
    // Read: everything read is of one moment. Write: takes the write lock at once; a deferred BEGIN would
    // fail with "locked" at its first write, whatever the time-out.
    enum class Kind { Read, Write };
    static Result<Transaction> begin(Database &database, Kind kind);
    Status commit();

    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }
    Database *m_database;
};

} // namespace rolewright
