// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgresserver.h"

#include "core/store/sql/postgresschema.h"
#include "core/store/sql/postgresstore.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

int freePort()
{
    const int number = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(number, reinterpret_cast<sockaddr *>(&address), size) != 0
        || ::getsockname(number, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        qFatal("no free port");
    ::close(number);
    return ntohs(address.sin_port);
}

Secret secretOf(const char *text)
{
    QByteArray bytes(text);
    return Secret::taking(bytes);
}

void insist(const Status &status)
{
    if (!status)
        qFatal("%s", qPrintable(toText(status.error())));
}

} // namespace

PostgresServer &PostgresServer::running()
{
    static PostgresServer *server = nullptr;
    if (!server) {
        server = new PostgresServer;
        qAddPostRoutine([] {
            delete server;
            server = nullptr;
        });
    }
    return *server;
}

PostgresServer::PostgresServer()
    : m_port(freePort())
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(ROLEWRIGHT_SOURCE_DIR "/tests/support/postgres.sh"),
                    {QString::number(m_port)});
    if (!m_process.waitForReadyRead(60'000))
        qFatal("PostgreSQL does not start; what is missing stands above");
    m_folder = QString::fromUtf8(m_process.readLine().trimmed().mid(6));
}

PostgresServer::~PostgresServer()
{
    m_process.closeWriteChannel();
    m_process.waitForFinished(30'000);
}

void PostgresServer::order(const QByteArray &command)
{
    m_process.write(command + '\n');
    if (!m_process.waitForReadyRead(150'000) || m_process.readLine() != "ready\n")
        qFatal("PostgreSQL does not %s", command.constData());
}

QString PostgresServer::useTls(const QByteArray &name)
{
    order("tls " + name);
    return m_folder + u"/data/server.crt"_s;
}

QString PostgresServer::location(const QString &user, const QString &database) const
{
    return u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(user).arg(m_port).arg(database);
}

Secret PostgresServer::loginPassword()
{
    return secretOf("login's password");
}

Secret PostgresServer::superPassword()
{
    return secretOf("testpw");
}

std::unique_ptr<PostgresDatabase> PostgresServer::asSuperuser(const QString &database)
{
    const QString user = QString::fromLatin1(Superuser);
    auto opened = std::make_unique<PostgresDatabase>(*PostgresLocation::parse(location(user, database)));
    insist(opened->open(user, superPassword()));
    return opened;
}

Status PostgresServer::run(const QByteArray &sql, const QString &database)
{
    return asSuperuser(database)->run(sql);
}

Result<qint64> PostgresServer::number(const QString &query, const QString &database)
{
    return asSuperuser(database)->number(query);
}

QString PostgresServer::newDatabase()
{
    const QString name = u"acme%1"_s.arg(++m_databases);
    insist(run("CREATE DATABASE " + name.toUtf8()));
    return name;
}

void PostgresServer::addLogin(const QString &user, const QString &database, const QString &role)
{
    const auto opened = asSuperuser(database);
    insist(admitLogin(*opened, user, database + u'_' + role, loginPassword()));
}

void PostgresServer::useLogin(const QString &user, const QString &database)
{
    insist(rolewright::useLogin(location(user, database), user, loginPassword()));
}

namespace {

QString newStore(const QString &user, const Policy &first, const CommitContext &context, bool guarded)
{
    PostgresServer &server = PostgresServer::running();
    const QString database = server.newDatabase();
    const QString owner = server.location(QString::fromLatin1(PostgresServer::Superuser), database);
    insist(useLogin(owner, QString::fromLatin1(PostgresServer::Superuser), PostgresServer::superPassword()));
    const Secret password = PostgresServer::loginPassword();
    const FirstAdministrator administrator{user, password};
    const auto made = PostgresStore::create(owner, first, context, guarded ? &administrator : nullptr);
    if (!made)
        qFatal("%s", qPrintable(toText(made.error())));
    server.addLogin(user, database, u"administrator"_s);
    server.useLogin(user, database);
    return server.location(user, database);
}

} // namespace

QString newPostgresStore(const QString &user, const Policy &first, const CommitContext &context)
{
    return newStore(user, first, context, false);
}

QString newGuardedPostgresStore(const QString &user, const Policy &first, const CommitContext &context)
{
    return newStore(user, first, context, true);
}

} // namespace rolewright
