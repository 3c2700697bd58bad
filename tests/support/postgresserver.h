// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/policystore.h"
#include "core/store/sql/postgresdatabase.h"

#include <QProcess>

namespace rolewright {

// A real PostgreSQL server on loopback (postgres.sh), one for the test program, from the first use to its
// end.
class PostgresServer
{
public:
    static PostgresServer &running();
    ~PostgresServer();

    int port() const { return m_port; }
    const QString &folder() const { return m_folder; } // with the sockets and data/
    // postgresql://user@127.0.0.1:port/database
    QString location(const QString &user, const QString &database) const;

    // A new, empty database. Its name.
    QString newDatabase();
    // A login of that role of the store in the database ("administrator"), with loginPassword().
    void addLogin(const QString &user, const QString &database, const QString &role);
    // As the superuser.
    Status run(const QByteArray &sql, const QString &database = QStringLiteral("postgres"));
    Result<qint64> number(const QString &query, const QString &database);
    // What stores of this program sign in with.
    void useLogin(const QString &user, const QString &database);

    void stop() { order("stop"); }
    void crash() { order("crash"); }
    void start() { order("start"); }
    // Again, encrypted, with a certificate for this name; its file.
    QString useTls(const QByteArray &name);

    static Secret loginPassword();
    static Secret superPassword();
    static constexpr const char *Superuser = "pgadmin";

private:
    PostgresServer();
    void order(const QByteArray &command);
    std::unique_ptr<PostgresDatabase> asSuperuser(const QString &database);

    QProcess m_process;
    int m_port = 0;
    QString m_folder;
    int m_databases = 0;
};

// A store in a new database of the server, without a guard as only tests have it, opened as `user`, an
// administrator. Its location.
QString newPostgresStore(const QString &user, const Policy &first, const CommitContext &context);
// Guarded from the start, as the product makes it: `user` is the first administrator.
QString newGuardedPostgresStore(const QString &user, const Policy &first, const CommitContext &context);

} // namespace rolewright
