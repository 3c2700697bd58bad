// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgresdatabase.h"

#include "core/store/sql/postgrescursor.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSysInfo>

#include <libpq-fe.h>
#include <poll.h>

#include <cerrno>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// All in milliseconds. The server ends a statement, and a transaction that does nothing, by itself; a server
// that does not even do that is given up a little later.
constexpr qint64 ConnectTime = 10'000;
constexpr qint64 AnswerTime = 135'000;
constexpr qint64 CancelTime = 3'000;
constexpr int Slice = 50;

const char *const SessionSettings =
    "SET search_path = rolewright, pg_temp;"
    "SET lock_timeout = '10s';"
    "SET statement_timeout = '2min';"
    "SET idle_in_transaction_session_timeout = '1min';"
    "SET bytea_output = 'hex';"
    "SET standard_conforming_strings = on;"
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply');";

// Or did the server go, or lack connections, while it looked at the password? (PostgreSQL manual, appendix A)
bool isRefusal(const QByteArray &message)
{
    static const QRegularExpression states(u": +(28[0-9A-Z]{3}|42501|3D000): "_s);
    return states.match(QString::fromUtf8(message)).hasMatch();
}

qint64 now()
{
    return QDeadlineTimer::current().deadline();
}

} // namespace

// The server cuts it after 63 bytes.
QByteArray PostgresDatabase::applicationName()
{
    static const QByteArray name =
        u"rolewright: %1 %2 #%3 on %4"_s
            .arg(QCoreApplication::applicationName(), QLatin1StringView(ROLEWRIGHT_VERSION))
            .arg(QCoreApplication::applicationPid())
            .arg(QSysInfo::machineHostName())
            .toLatin1()
            .left(63);
    return name;
}

PostgresDatabase::PostgresDatabase(const PostgresLocation &location)
    : m_location(location)
{
}

PostgresDatabase::~PostgresDatabase()
{
    close();
}

void PostgresDatabase::close()
{
    PQfinish(m_connection);
    m_connection = nullptr;
    m_prepared.clear();
    m_inTransaction = false;
}

bool PostgresDatabase::isOpen() const
{
    return m_connection && PQstatus(m_connection) == CONNECTION_OK;
}

Status PostgresDatabase::open(const QString &user, const Secret &password)
{
    close();
    ++m_session;
    m_interrupted = false;
    Status opened = connect(user, password);
    if (opened)
        opened = prepareSession();
    if (!opened)
        close();
    else
        m_user = user;
    return opened;
}

Status PostgresDatabase::connect(const QString &user, const Secret &password)
{
    const QByteArray login = user.toUtf8();
    const QByteArray host =
        m_location.host.isEmpty() ? QByteArray("/var/run/postgresql") : m_location.host.toUtf8();
    const QByteArray port = QByteArray::number(m_location.port);
    const QByteArray database = m_location.database.toUtf8();
    const QByteArray application = applicationName();
    std::vector<char> secret(password.data(), password.data() + password.size());
    secret.push_back('\0');
    const Secret wiped(std::move(secret)); // libpq wants an end
    std::vector<const char *> names{"host", "port", "dbname", "user", "application_name", "client_encoding",
                                    // A peer that has gone is noticed within some 15 seconds.
                                    "keepalives_idle", "keepalives_interval", "keepalives_count",
                                    "tcp_user_timeout"};
    std::vector<const char *> values{host.constData(),
                                     port.constData(),
                                     database.constData(),
                                     login.constData(),
                                     application.constData(),
                                     "UTF8",
                                     "5",
                                     "3",
                                     "3",
                                     "15000"};
    QByteArrayList kept; // while libpq reads it
    for (const auto &[name, value] : m_location.options.asKeyValueRange()) {
        kept << name.toUtf8() << value.toUtf8();
        names.push_back(kept.at(kept.size() - 2).constData());
        values.push_back(kept.last().constData());
    }
    if (!password.isEmpty()) {
        names.push_back("password");
        values.push_back(wiped.data());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);

    m_connection = PQconnectStartParams(names.data(), values.data(), 0);
    PQsetErrorVerbosity(m_connection, PQERRORS_VERBOSE); // with the SQLSTATE, which libpq gives no other way here
    qint64 deadline = now() + ConnectTime;
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (m_connection && PQstatus(m_connection) != CONNECTION_BAD && state != PGRES_POLLING_OK
           && state != PGRES_POLLING_FAILED) {
        if (m_interrupted)
            return failure(ErrorCode::Cancelled, u"Cancelled; nothing was changed."_s, place());
        if (!wait(state == PGRES_POLLING_WRITING, deadline)) {
            return failure(
                ErrorCode::Unavailable,
                u"The database server does not answer. Check the host, the port and the network, and try "
                u"again."_s,
                place());
        }
        state = PQconnectPoll(m_connection);
    }
    if (isOpen()) {
        PQsetnonblocking(m_connection, 1);
        return {};
    }
    if (m_connection
        && (PQconnectionNeedsPassword(m_connection)
            || (PQconnectionUsedPassword(m_connection) && isRefusal(PQerrorMessage(m_connection))))) {
        // The server's own words would tell whether there is such a login.
        return failure(
            ErrorCode::NotPermitted,
            u"The database server does not let %1 in: the login or the password is wrong or "
            u"missing, or it may not use this database. Check them, or ask the owner of the database."_s.arg(
                user.isEmpty() ? u"you"_s : user),
            place());
    }
    return failure(
        ErrorCode::Unavailable,
        u"The database server cannot be reached: %1. Check the name of the store and try again."_s.arg(
            QString::fromUtf8(PQerrorMessage(m_connection)).section(u'\n', 0, 0)),
        place());
}

Status PostgresDatabase::prepareSession()
{
    if (PQserverVersion(m_connection) < 120'000) {
        return failure(ErrorCode::Unavailable,
                       u"The database server is older than PostgreSQL 12. Update it, or use another."_s,
                       place());
    }
    if (Status status = run(SessionSettings); !status)
        return status;
    QString unmet;
    Statement settings(
        *this,
        u"SELECT name || ' = ' || setting FROM pg_settings WHERE (name, setting) NOT IN (VALUES "
        u"('lock_timeout', "
        "'10000'), ('statement_timeout', '120000'), ('idle_in_transaction_session_timeout', '60000'), "
        "('fsync', "
        "'on'), ('synchronous_commit', 'on'), ('synchronous_commit', 'remote_apply'), ('server_encoding', "
        "'UTF8')) AND "
        "name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'fsync', "
        "'synchronous_commit', 'server_encoding')"_s);
    if (Status status = settings.forEachRow([&](const Statement &row) {
            unmet = row.text(0);
            return true;
        });
        !status)
        return status;
    if (!unmet.isEmpty()) {
        return failure(
            ErrorCode::Unavailable,
            u"The database server does not give what a store needs to keep what is saved (%1). Have it set "
            u"up otherwise."_s.arg(unmet),
            place());
    }
    Statement state(
        *this,
        u"SELECT (SELECT count(*) FROM pg_class JOIN pg_namespace space ON space.oid = relnamespace "
        "WHERE nspname = 'rolewright' AND relname = 'head'), pg_is_in_recovery()::int"_s);
    if (Status status = state.forEachRow([&](const Statement &row) {
            m_hasSchema = row.integer(0) > 0;
            m_readOnly = row.integer(1) > 0;
            return true;
        });
        !status || !m_hasSchema)
        return status;
    const Result<qint64> isMember = number(u"SELECT has_schema_privilege('rolewright', 'USAGE')::int"_s);
    if (!isMember)
        return failure(isMember.error());
    if (*isMember == 0) {
        return failure(
            ErrorCode::NotPermitted,
            u"%1 may not read this store. Ask its owner for membership in one of the roles %2_administrator "
            u"and %2_auditor."_s.arg(QString::fromUtf8(PQuser(m_connection)), m_location.database),
            place());
    }
    const Result<qint64> mayWrite =
        number(u"SELECT has_any_column_privilege('rolewright.head', 'UPDATE')::int"_s);
    if (!mayWrite)
        return failure(mayWrite.error());
    m_readOnly = m_readOnly || *mayWrite == 0;
    return run("LISTEN rolewright");
}

bool PostgresDatabase::wait(bool forWriting, qint64 &deadline)
{
    bool isCancelled = false;
    while (now() < deadline) {
        if (m_interrupted && !isCancelled && PQstatus(m_connection) == CONNECTION_OK) {
            isCancelled = true;
            deadline = std::min(deadline, now() + CancelTime);
            std::unique_ptr<PGcancel, void (*)(PGcancel *)> cancel(PQgetCancel(m_connection), PQfreeCancel);
            char why[256];
            // Where that fails, the deadline does it.
            if (cancel && !PQcancel(cancel.get(), why, sizeof why))
                deadline = std::min(deadline, now() + Slice);
        } else if (m_interrupted && PQstatus(m_connection) != CONNECTION_OK) {
            return true; // connect() looks
        }
        pollfd socket{PQsocket(m_connection), short(forWriting ? POLLIN | POLLOUT : POLLIN), 0};
        const int ready = ::poll(&socket, 1, Slice);
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
    return false;
}

bool PostgresDatabase::flush()
{
    qint64 deadline = now() + AnswerTime;
    while (true) {
        const int left = PQflush(m_connection);
        if (left <= 0)
            return left == 0;
        // What the server sends meanwhile is taken, or both would wait.
        if (!wait(true, deadline) || !PQconsumeInput(m_connection))
            return false;
    }
}

PostgresDatabase::Answer PostgresDatabase::nextAnswer()
{
    qint64 deadline = now() + AnswerTime;
    while (PQisBusy(m_connection)) {
        if (!wait(false, deadline) || !PQconsumeInput(m_connection)) {
            // What it would say later belongs to nothing any more.
            if (PQstatus(m_connection) == CONNECTION_OK)
                close();
            return {nullptr, PQclear};
        }
    }
    return {PQgetResult(m_connection), PQclear};
}

Result<PostgresDatabase::Answer> PostgresDatabase::lastAnswer(bool sent)
{
    if (!sent || !flush())
        return failure(broken());
    Answer last(nullptr, PQclear);
    std::optional<Error> error;
    for (Answer next = nextAnswer(); next; next = nextAnswer()) {
        const ExecStatusType status = PQresultStatus(next.get());
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && !error)
            error = errorOf(next.get());
        last = std::move(next);
    }
    if (!isOpen())
        return failure(error ? *error : broken());
    if (error)
        return failure(*error);
    return last;
}

Status PostgresDatabase::run(const QByteArray &script)
{
    if (!isOpen())
        return failure(broken());
    const Result<Answer> answer = lastAnswer(PQsendQuery(m_connection, script.constData()) == 1);
    return answer ? Status() : Status(failure(answer.error()));
}

Result<QByteArray> PostgresDatabase::prepare(const QByteArray &sql)
{
    if (!isOpen())
        return failure(broken());
    if (const auto known = m_prepared.constFind(sql); known != m_prepared.cend())
        return *known;
    const QByteArray name = "s" + QByteArray::number(m_prepared.size());
    const Result<Answer> answer =
        lastAnswer(PQsendPrepare(m_connection, name.constData(), sql.constData(), 0, nullptr) == 1);
    if (!answer)
        return failure(answer.error());
    m_prepared.insert(sql, name);
    return name;
}

std::unique_ptr<Cursor> PostgresDatabase::cursor(const QString &sql, Rows rows)
{
    return std::make_unique<PostgresCursor>(*this, sql, rows);
}

Status PostgresDatabase::begin(Access access)
{
    m_trouble = Trouble::None;
    m_interrupted = false;
    m_committing = false;
    QByteArray how = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    if (access == Access::Write) {
        how = "BEGIN ISOLATION LEVEL READ COMMITTED";
        if (m_hasSchema)
            how += "; SELECT FROM head FOR UPDATE";
    }
    const Status begun = run(how);
    m_inTransaction = isOpen() && PQtransactionStatus(m_connection) != PQTRANS_IDLE;
    if (!begun)
        rollback();
    return begun;
}

Status PostgresDatabase::commit()
{
    m_committing = true;
    const auto done = qScopeGuard([&] { m_committing = false; });
    if (!isOpen())
        return failure(broken());
    const Result<Answer> answer = lastAnswer(PQsendQuery(m_connection, "COMMIT") == 1);
    if (!answer)
        return failure(answer.error());
    m_inTransaction = false;
    // A transaction that had failed answers COMMIT with this, and without an error.
    if (qstrcmp(PQcmdStatus(answer->get()), "COMMIT") != 0) {
        return failure(ErrorCode::Unavailable,
                       u"The database server took the changes back. Nothing was changed: try again."_s,
                       place());
    }
    return {};
}

void PostgresDatabase::rollback()
{
    if (!m_inTransaction)
        return;
    m_inTransaction = false;
    m_interrupted = false;
    // Where that fails the session is over, and the server rolls back by itself.
    if (isOpen() && !run("ROLLBACK"))
        close();
}

bool PostgresDatabase::takeAnnouncements()
{
    if (!isOpen() || !PQconsumeInput(m_connection))
        return true;
    bool any = false;
    while (PGnotify *announcement = PQnotifies(m_connection)) {
        any = true;
        PQfreemem(announcement);
    }
    return any;
}

int PostgresDatabase::descriptor() const
{
    return PQsocket(m_connection);
}

bool PostgresDatabase::usedPassword() const
{
    return isOpen() && PQconnectionUsedPassword(m_connection);
}

Result<QByteArray> PostgresDatabase::verifierOf(const QString &login, const Secret &password)
{
    std::vector<char> secret(password.data(), password.data() + password.size());
    secret.push_back('\0');
    const Secret wiped(std::move(secret));
    std::unique_ptr<char, void (*)(void *)> verifier(
        PQencryptPasswordConn(m_connection, wiped.data(), login.toUtf8().constData(), "scram-sha-256"),
        PQfreemem);
    if (!verifier)
        return failure(broken());
    return QByteArray(verifier.get());
}

QByteArray PostgresDatabase::quoted(const QString &name)
{
    return '"' + name.toUtf8().replace('"', "\"\"") + '"';
}

} // namespace rolewright
