// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlitedatabase.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// SQLite's own calls: QSqlQuery holds every value of every row as a QVariant, which takes as long as reading them.
class SqliteCursor final : public Cursor
{
public:
    SqliteCursor(SqliteDatabase &database, sqlite3 *handle, const QString &sql)
        : m_database(database)
        , m_sql(sql)
        , m_statement(database.takePrepared(sql))
    {
        if (m_statement)
            return;
        const QByteArray text = sql.toUtf8();
        const char *rest = nullptr;
        if (sqlite3_prepare_v2(handle, text.constData(), int(text.size()), &m_statement, &rest) != SQLITE_OK)
            m_problem = database.lastError();
        Q_ASSERT(m_problem || (m_statement && QByteArrayView(rest).trimmed().isEmpty())); // one statement
    }
    ~SqliteCursor() override { m_database.keepPrepared(m_sql, m_statement); }
    SqliteCursor(const SqliteCursor &) = delete;
    SqliteCursor &operator=(const SqliteCursor &) = delete;

    void bind(int position, const QVariant &value) override
    {
        if (!m_problem && bound(position + 1, value) != SQLITE_OK)
            m_problem = m_database.lastError();
    }

    Status exec() override
    {
        if (m_problem)
            return failure(*m_problem);
        m_isAtFirst = step();
        return m_failure ? finish() : Status();
    }

    bool next() override { return std::exchange(m_isAtFirst, false) || (!m_isOver && step()); }

    Status finish() override
    {
        sqlite3_reset(m_statement);
        m_isAtFirst = m_isOver = false;
        if (const std::optional<Error> error = std::exchange(m_failure, {}))
            return failure(*error);
        return {};
    }

    qint64 integer(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_INTEGER
            ? sqlite3_column_int64(m_statement, column)
            : text(column).toLongLong();
    }

    QString text(int column) const override
    {
        const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        const QByteArrayView bytes(utf8, sqlite3_column_bytes(m_statement, column));
        if (std::all_of(bytes.begin(), bytes.end(), [](char byte) { return (byte & 0x80) == 0; }))
            return QString::fromLatin1(bytes);
        // As it was bound, to the last code unit: the chain of the trail is over it.
        const auto *utf16 = static_cast<const QChar *>(sqlite3_column_text16(m_statement, column));
        return QString(utf16, sqlite3_column_bytes16(m_statement, column) / qsizetype(sizeof(QChar)));
    }

    QByteArray bytes(int column) const override
    {
        const auto *blob = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return QByteArray(blob, sqlite3_column_bytes(m_statement, column));
    }

    bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }

private:
    int bound(int position, const QVariant &value)
    {
        switch (value.typeId()) {
        case QMetaType::UnknownType:
            return sqlite3_bind_null(m_statement, position);
        case QMetaType::QString: {
            const QString text = value.toString();
            return sqlite3_bind_text16(m_statement, position, text.utf16(),
                                       int(text.size() * qsizetype(sizeof(QChar))), SQLITE_TRANSIENT);
        }
        case QMetaType::QByteArray: {
            const QByteArray bytes = value.toByteArray();
            return sqlite3_bind_blob64(m_statement, position, bytes.constData(), sqlite3_uint64(bytes.size()),
                                       SQLITE_TRANSIENT);
        }
        default:
            return sqlite3_bind_int64(m_statement, position, value.toLongLong());
        }
    }

    bool step()
    {
        switch (sqlite3_step(m_statement)) {
        case SQLITE_ROW:
            return true;
        case SQLITE_DONE:
            sqlite3_reset(m_statement); // lets go of what it has locked
            break;
        default:
            m_failure = m_database.lastError();
        }
        m_isOver = true;
        return false;
    }

    SqliteDatabase &m_database;
    const QString m_sql;
    sqlite3_stmt *m_statement;
    std::optional<Error> m_problem; // why it cannot run
    std::optional<Error> m_failure; // of this run
    bool m_isAtFirst = false; // a row that nobody has asked for
    bool m_isOver = false;
};

// Without a conversion, where all of it is ASCII, as most of a trail is; else nothing.
std::optional<bool> containsAscii(QByteArrayView text, QByteArrayView wanted)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 'a' - 'A') : c; };
    char seen = 0;
    for (const char c : wanted)
        seen |= c;
    if (seen & 0x80)
        return {};
    if (wanted.isEmpty())
        return true;
    const char first = lower(wanted.front());
    for (qsizetype i = 0; i < text.size(); ++i) {
        seen |= text.at(i);
        if (lower(text.at(i)) != first || wanted.size() > text.size() - i)
            continue;
        qsizetype same = 1;
        while (same < wanted.size() && lower(text.at(i + same)) == lower(wanted.at(same)))
            ++same;
        if (same == wanted.size())
            return true;
    }
    return seen & 0x80 ? std::nullopt : std::optional(false);
}

void containsText(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto bytes = [&](int i) {
        return QByteArrayView(reinterpret_cast<const char *>(sqlite3_value_text(arguments[i])),
                              sqlite3_value_bytes(arguments[i]));
    };
    const std::optional<bool> found = containsAscii(bytes(0), bytes(1));
    sqlite3_result_int(
        context,
        found ? *found
              : QString::fromUtf8(bytes(0)).contains(QString::fromUtf8(bytes(1)), Qt::CaseInsensitive));
}

} // namespace

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const QString &path)
{
    const QByteArray encoded = QUrl::toPercentEncoding(path, "/");
    Result<std::unique_ptr<SqliteDatabase>> database =
        connect(path, u"file:"_s + QString::fromLatin1(encoded) + u"?mode=rw"_s);
    if (!database)
        return database;
    if (Status status = (*database)->makeDurable(); !status)
        return failure(status.error());
    return database;
}

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::openInMemory()
{
    return connect({}, u":memory:"_s);
}

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::connect(const QString &path, const QString &uri)
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s)) {
        return failure(ErrorCode::Unavailable,
                       u"Qt's SQLite driver is missing. Install the package libqt6sql6-sqlite."_s, path);
    }
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase);
    database->m_path = path;
    database->m_connection = u"rolewright-"_s + QUuid::createUuid().toString(QUuid::Id128);
    database->m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connection);
    database->m_database.setConnectOptions(u"QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000"_s);
    database->m_database.setDatabaseName(uri);
    if (!database->m_database.open()) {
        return failure(
            ErrorCode::Unavailable,
            u"The store cannot be opened: %1."_s.arg(database->m_database.lastError().databaseText()), path);
    }
    const QVariant handle = database->m_database.driver()->handle();
    database->m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    // A crafted file must not make SQLite run functions or read beyond its cells.
    if (Status status =
            database->run("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA cache_size=-16000;");
        !status)
        return failure(status.error());
    return database;
}

SqliteDatabase::~SqliteDatabase()
{
    for (sqlite3_stmt *statement : std::as_const(m_prepared))
        sqlite3_finalize(statement);
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

// In WAL mode only synchronous=FULL makes a commit durable before it is acknowledged.
Status SqliteDatabase::makeDurable()
{
    if (Status status = run("PRAGMA synchronous=FULL;"); !status)
        return status;
    const Result<qint64> synchronous = number(u"PRAGMA synchronous"_s);
    if (!synchronous)
        return failure(synchronous.error());
    if (*synchronous != 2) {
        return failure(ErrorCode::Unavailable,
                       u"SQLite does not promise to keep what is saved (synchronous=%1)."_s.arg(*synchronous),
                       m_path);
    }
    return {};
}

Status SqliteDatabase::useWriteAheadLog()
{
    QString mode;
    Statement statement(*this, u"PRAGMA journal_mode=WAL"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        mode = row.text(0);
        return true;
    });
    if (!status)
        return status;
    if (mode != "wal"_L1) {
        return failure(
            ErrorCode::Unavailable,
            u"SQLite cannot keep a write-ahead log for the store here (journal_mode=%1). Keep it on a local "
            u"disk."_s.arg(mode),
            m_path);
    }
    return {};
}

bool SqliteDatabase::isReadOnly() const
{
    return sqlite3_db_readonly(m_handle, "main") == 1;
}

Status SqliteDatabase::run(const QByteArray &script)
{
    if (sqlite3_exec(m_handle, script.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure(lastError());
    return {};
}

Error SqliteDatabase::lastError() const
{
    const auto unavailable = [&](const QString &message) {
        return Error{ErrorCode::Unavailable, message, m_path, {}};
    };
    const int code = sqlite3_extended_errcode(m_handle);
    switch (code & 0xff) {
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, m_path, {}};
    case SQLITE_FULL:
        return unavailable(u"The disk is full. Nothing was changed: free some space and try again."_s);
    case SQLITE_READONLY:
        return unavailable(
            u"The store may not be written: the file, its folder or the disk is read-only. Nothing was "
            u"changed: make it writable, or save to another store."_s);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return unavailable(
            u"Another program kept the store locked for too long. Nothing was changed: try again."_s);
    case SQLITE_CANTOPEN:
        return unavailable(
            u"The store, or the -wal and -shm files beside it, cannot be opened. Check that file and "
            u"folder are readable and writable, and try again."_s);
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return unavailable(u"The store may not be read or written by you. Ask its owner for access."_s);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return damaged(QString::fromUtf8(sqlite3_errmsg(m_handle))).value();
    case SQLITE_IOERR:
        return unavailable(
            u"The disk failed to read or write the store (%1). Check the disk and its free space, and try "
            u"again."_s.arg(QString::fromUtf8(sqlite3_errmsg(m_handle))));
    default:
        return unavailable(
            u"SQLite could not do it: %1 (%2)."_s.arg(QString::fromUtf8(sqlite3_errmsg(m_handle))).arg(code));
    }
}

void SqliteDatabase::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Status SqliteDatabase::begin(Access access)
{
    return run(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Status SqliteDatabase::commit()
{
    return run("COMMIT");
}

void SqliteDatabase::rollback()
{
    // Some errors have rolled back already; then there is nothing to do.
    if (!sqlite3_get_autocommit(m_handle))
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

std::unique_ptr<Cursor> SqliteDatabase::cursor(const QString &sql, Rows)
{
    return std::make_unique<SqliteCursor>(*this, m_handle, sql);
}

sqlite3_stmt *SqliteDatabase::takePrepared(const QString &sql)
{
    return m_prepared.take(sql);
}

void SqliteDatabase::keepPrepared(const QString &sql, sqlite3_stmt *statement)
{
    constexpr qsizetype MostKept = 128;
    constexpr qsizetype LongestKept = 1000; // UTF-16 code units: longer ones are made for their values
    // Some pragmas do their work while they are prepared.
    const bool comesAgain = statement && sql.size() <= LongestKept && !sql.startsWith("PRAGMA"_L1)
        && m_prepared.size() < MostKept && !m_prepared.contains(sql);
    if (!comesAgain) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_prepared.insert(sql, statement);
}

Status SqliteDatabase::registerTextSearch()
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    if (sqlite3_create_function(m_handle, "contains_text", 2, flags, nullptr, containsText, nullptr, nullptr)
        != SQLITE_OK)
        return failure(lastError());
    return {};
}

} // namespace rolewright
