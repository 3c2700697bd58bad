// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QVariant>

#include <memory>
#include <optional>

namespace rolewright {

// One statement on one connection, as the database system runs it. Positions and columns count from 0.
class Cursor
{
public:
    virtual ~Cursor() = default;
    virtual void bind(int position, const QVariant &value) = 0; // integer, text, bytes or nothing
    virtual Status exec() = 0;
    virtual bool next() = 0; // false at the end, and where reading failed: finish() tells
    virtual Status finish() = 0; // lets go of the rows

    // Of the row that next() came to.
    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;
    virtual bool isNull(int column) const = 0;
};

// One connection to a database, made, used and closed on one thread; interrupt() from any. Statements are the
// same text for all database systems, with ? for values; what differs is below this.
class Database
{
public:
    Database() = default;
    virtual ~Database() = default;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    virtual QString place() const = 0; // as errors name it

    // Streamed: the rows come as they are read, and no other statement runs until the last one, or finish(),
    // on systems that cannot do that. Kept: the rows may be held in memory.
    enum class Rows { Kept, Streamed };
    virtual std::unique_ptr<Cursor> cursor(const QString &sql, Rows rows) = 0;

    // Statements of our own, without values, parted by semicolons.
    virtual Status run(const QByteArray &script) = 0;
    // A number from one row and column.
    Result<qint64> number(const QString &query);

    // Read: everything read is of one moment. Write: nobody else writes until the end of it, and what is read
    // is what stands then.
    enum class Access { Read, Write };
    virtual Status begin(Access access) = 0;
    virtual Status commit() = 0;
    virtual void rollback() = 0; // nothing where no transaction is open

    // For what only shows when rows are read.
    tl::unexpected<Error> damaged(const QString &what) const;

    // Makes a running statement fail with Cancelled. Any thread.
    virtual void interrupt() = 0;
};

// A statement, read forward only. One that cannot be prepared says so when it is run.
class Statement
{
public:
    Statement(Database &database, const QString &sql, Database::Rows rows = Database::Rows::Kept)
        : m_cursor(database.cursor(sql, rows))
    {
    }

    // Binds the values in order and runs it; for statements without rows.
    template <class... Values>
    Status run(const Values &...values)
    {
        bind(values...);
        if (Status status = exec(); !status)
            return status;
        return m_cursor->finish();
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
            bindOne(int(i), values.at(i));
        return visitRows(visit);
    }

    // Of the row being visited.
    qint64 integer(int column) const { return m_cursor->integer(column); }
    QString text(int column) const { return m_cursor->text(column); }
    QByteArray bytes(int column) const { return m_cursor->bytes(column); }
    bool isNull(int column) const { return m_cursor->isNull(column); }

private:
    template <class Visit>
    Status visitRows(Visit &visit)
    {
        if (Status status = exec(); !status)
            return status;
        while (m_cursor->next()) {
            if (!visit(std::as_const(*this)))
                break;
        }
        return m_cursor->finish();
    }
    template <class... Values>
    void bind(const Values &...values)
    {
        int position = 0;
        (bindOne(position++, variant(values)), ...);
    }
    static QVariant variant(const QVariant &value) { return value; }
    static QVariant variant(qint64 value) { return value; }
    static QVariant variant(int value) { return value; }
    static QVariant variant(quint32 value) { return qint64(value); }
    static QVariant variant(bool value) { return int(value); }
    // A null string would be bound as NULL: here it is the empty text.
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
    void bindOne(int position, const QVariant &value);
    Status exec();

    std::unique_ptr<Cursor> m_cursor;
    std::optional<Error> m_refused; // a value that no database keeps as it is
};

// BEGIN ... COMMIT; rolled back where it was not committed.
class Transaction
{
public:
    using Kind = Database::Access;
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
