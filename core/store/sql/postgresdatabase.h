// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/security/secret.h"
#include "core/store/sql/database.h"
#include "core/store/sql/postgreslocation.h"

#include <QHash>

#include <atomic>

struct pg_conn;
struct pg_result;

namespace rolewright {

// One session with a PostgreSQL server, over libpq. It says which time-outs and which durability it wants,
// and checks that it got them. A session that broke can be opened again.
//
// libpq and not Qt's QPSQL: that pastes values into the text of statements, prepares and forgets each
// statement in round trips of their own, and keeps copies of the password.
class PostgresDatabase final : public Database
{
public:
    explicit PostgresDatabase(const PostgresLocation &location);
    ~PostgresDatabase() override;

    // Signs in; what was open is closed. Without a password: as the server lets in without one (peer, a
    // certificate,
    // ~/.pgpass). NotPermitted where the server refuses the login. Takes at most 10 s.
    Status open(const QString &user, const Secret &password);
    void close();
    bool isOpen() const; // as far as is known without asking the server

    QString place() const override { return m_location.text(); }
    std::unique_ptr<Cursor> cursor(const QString &sql, Rows rows) override;
    Status run(const QByteArray &script) override;
    // Write locks the head's row first, and so waits for whoever writes now.
    Status begin(Access access) override;
    Status commit() override;
    void rollback() override;
    void interrupt() override { m_interrupted = true; } // the thread that waits for the server sees it

    bool hasSchema() const { return m_hasSchema; } // when it was opened
    bool isReadOnly() const { return m_readOnly; } // a standby, or a login that only reads
    bool usedPassword() const; // the server asked for it
    const QString &user() const { return m_user; }
    const PostgresLocation &location() const { return m_location; }

    // Of what failed since the last begin(): is it worth another attempt, and can it have been done
    // nevertheless?
    enum class Trouble { None, Contended, Broken, BrokenInCommit };
    Trouble trouble() const { return m_trouble; }

    // Whether somebody announced something since the last call; no round trip.
    bool takeAnnouncements();
    int session() const { return m_session; } // another number for each open()
    int descriptor() const; // of the session, which closes it; -1: it is not open
    // What the server keeps of a password (SCRAM-SHA-256), made here: it never sees, nor logs, the password
    // itself.
    Result<QByteArray> verifierOf(const QString &login, const Secret &password);
    // What a session calls itself there: "rolewright: PROGRAM VERSION #PROCESS on HOST".
    static QByteArray applicationName();
    static QByteArray quoted(const QString &name); // an identifier of SQL

private:
    friend class PostgresCursor;
    using Answer = std::unique_ptr<pg_result, void (*)(pg_result *)>;

    Status connect(const QString &user, const Secret &password);
    Status prepareSession();
    // For the socket, up to `deadline` (milliseconds of a steady clock); cancels on the way what is to be
    // interrupted.
    bool wait(bool forWriting, qint64 &deadline);
    bool flush();
    Answer nextAnswer(); // null at the end, and where the server does not answer
    Result<Answer> lastAnswer(bool sent); // of what was sent; the first error
    Error errorOf(const pg_result *answer);
    Error broken();
    Result<QByteArray> prepare(const QByteArray &sql); // its name

    PostgresLocation m_location;
    QString m_user;
    pg_conn *m_connection = nullptr;
    std::atomic_bool m_interrupted = false;
    QHash<QByteArray, QByteArray> m_prepared; // names by text
    Trouble m_trouble = Trouble::None;
    int m_session = 0;
    bool m_inTransaction = false;
    bool m_committing = false;
    bool m_readOnly = false;
    bool m_hasSchema = false;
};

} // namespace rolewright
