// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgresschema.h"

#include <QFile>
#include <QVersionNumber>

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
    for (const char *name : {":/sql/postgresql/001_initial.sql", ":/sql/postgresql/002_seal.sql",
                             ":/sql/postgresql/003_token.sql", ":/sql/postgresql/004_archive.sql"}) {
        QFile file(QString::fromLatin1(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        scripts.append(file.readAll());
    }
    return scripts;
}

QByteArray literal(const QByteArray &text)
{
    return '\'' + QByteArray(text).replace('\'', "''") + '\'';
}

// Whether there is such a role, and it could be the store's: one that cannot log in and has no power of its
// own.
Result<bool> findsRole(PostgresDatabase &database, const QString &role)
{
    bool found = false;
    bool fits = true;
    Statement statement(
        database,
        u"SELECT (rolcanlogin OR rolsuper OR rolcreaterole OR rolbypassrls)::int FROM pg_roles WHERE rolname = ?"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            found = true;
            fits = row.integer(0) == 0;
            return false;
        },
        role);
    if (!status)
        return failure(status.error());
    if (!fits) {
        return failure(
            ErrorCode::Unavailable,
            u"The database server has a login or an administrator called %1, which is the name of a role of "
            u"this store. Nothing was made: rename it, or use a database of another name."_s.arg(role),
            database.place());
    }
    return found;
}

Status ensureRoles(PostgresDatabase &database, const PostgresRoles &roles)
{
    for (const QString &role : roles.all()) {
        const Result<bool> found = findsRole(database, role);
        if (!found)
            return failure(found.error());
        if (*found)
            continue;
        if (Status status = database.run("CREATE ROLE " + PostgresDatabase::quoted(role) + " NOLOGIN");
            !status)
            return status;
    }
    return {};
}

} // namespace

PostgresRoles::PostgresRoles(const QString &database)
    : owner(database + u"_owner"_s)
    , administrator(database + u"_administrator"_s)
    , auditor(database + u"_auditor"_s)
    , server(database + u"_server"_s)
{
}

const QByteArrayList &postgresMigrations()
{
    static const QByteArrayList scripts = readMigrations();
    return scripts;
}

qint64 clientVersion()
{
    const auto version = QVersionNumber::fromString(QLatin1StringView(ROLEWRIGHT_VERSION));
    return version.majorVersion() * 10'000 + version.minorVersion() * 100 + version.microVersion();
}

Status beginCreation(PostgresDatabase &database)
{
    if (database.hasSchema()) {
        return failure(ErrorCode::Usage,
                       u"There is a store in this database already. Open it, or use another database."_s,
                       database.place());
    }
    const PostgresRoles roles(database.location().database);
    if (roles.administrator.toUtf8().size() > 63) { // PostgreSQL would cut it
        return failure(
            ErrorCode::Usage,
            u"The name of the database is too long for the names of its roles. Use at most 49 bytes."_s,
            database.place());
    }
    if (Status status = ensureRoles(database, roles); !status)
        return status;
    const QByteArray owner = PostgresDatabase::quoted(roles.owner);
    if (Status status = database.run("GRANT " + owner + " TO CURRENT_USER"); !status)
        return status;
    // Nobody else connects, as far as the database is ours.
    const Result<qint64> isOurs = database.number(
        u"SELECT pg_has_role(datdba, 'USAGE')::int FROM pg_database WHERE datname = current_database()"_s);
    if (!isOurs)
        return failure(isOurs.error());
    if (*isOurs != 0) {
        const QByteArray name = PostgresDatabase::quoted(database.location().database);
        QByteArrayList members;
        for (const QString &role : roles.all())
            members << PostgresDatabase::quoted(role);
        if (Status status =
                database.run("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC; GRANT CONNECT ON DATABASE "
                             + name + " TO " + members.join(", "));
            !status)
            return status;
    }
    return database.run("CREATE SCHEMA rolewright AUTHORIZATION " + owner + "; SET LOCAL ROLE " + owner);
}

Status endCreation(PostgresDatabase &database)
{
    return database.run("RESET ROLE");
}

Status admitLogin(PostgresDatabase &database, const QString &login, const QString &role,
                  const Secret &password)
{
    qint64 found = 0;
    Statement statement(database, u"SELECT 1 FROM pg_roles WHERE rolname = ?"_s);
    if (Status status = statement.forEachRow(
            [&](const Statement &row) {
                found = row.integer(0);
                return false;
            },
            login);
        !status)
        return status;
    const QByteArray name = PostgresDatabase::quoted(login);
    if (found == 0) {
        const Result<QByteArray> verifier = database.verifierOf(login, password);
        if (!verifier)
            return failure(verifier.error());
        if (Status status = database.run("CREATE ROLE " + name + " LOGIN PASSWORD " + literal(*verifier));
            !status)
            return status;
    }
    return database.run("GRANT " + PostgresDatabase::quoted(role) + " TO " + name);
}

Status runMigrations(PostgresDatabase &database, qint64 format)
{
    const PostgresRoles roles(database.location().database);
    for (qint64 i = format; i < postgresMigrations().size(); ++i) {
        QByteArray script = postgresMigrations().at(i);
        script.replace("{administrator}", PostgresDatabase::quoted(roles.administrator));
        script.replace("{auditor}", PostgresDatabase::quoted(roles.auditor));
        script.replace("{server}", PostgresDatabase::quoted(roles.server));
        if (Status status = database.run(script); !status)
            return status;
    }
    // Clients from before know nothing of the new tables.
    return database.run("ALTER TABLE head ALTER COLUMN format SET DEFAULT "
                        + QByteArray::number(postgresMigrations().size())
                        + ", ALTER COLUMN oldest_client SET DEFAULT " + QByteArray::number(clientVersion())
                        + "; UPDATE head SET format = DEFAULT, oldest_client = DEFAULT");
}

Status checkPostgresFormat(PostgresDatabase &database)
{
    qint64 format = 0;
    qint64 oldest = 0;
    std::optional<qint64> newest;
    Statement statement(database, u"SELECT format, coalesce(oldest_client, 0), newest_client FROM head"_s);
    if (Status status = statement.forEachRow([&](const Statement &row) {
            format = row.integer(0);
            oldest = row.integer(1);
            if (!row.isNull(2))
                newest = row.integer(2);
            return false;
        });
        !status)
        return status;
    const auto refusal = [&](const QString &message) {
        return failure(ErrorCode::Unavailable, message, database.place());
    };
    if (format > postgresMigrations().size() || oldest > clientVersion()) {
        return refusal(
            u"The store is for a newer Rolewright than this one (%1). Update Rolewright to work on it."_s.arg(
                QLatin1StringView(ROLEWRIGHT_VERSION)));
    }
    if (newest && *newest < clientVersion()) {
        return refusal(u"The owner of the store does not let in a Rolewright as new as this one (%1). Use an "
                       u"older one, or ask the "
                       u"owner to raise newest_client."_s.arg(QLatin1StringView(ROLEWRIGHT_VERSION)));
    }
    if (format < postgresMigrations().size()) {
        return refusal(u"The store is of an older format, %1, and this Rolewright works on %2. Let its owner "
                       u"open it once: that "
                       u"brings it up."_s.arg(format)
                           .arg(postgresMigrations().size()));
    }
    return {};
}

Status checkPostgresSchema(PostgresDatabase &database)
{
    QString problem;
    Statement statement(
        database,
        u"SELECT relname || ' is not its owner''s' FROM pg_class JOIN pg_namespace space ON space.oid = "
        u"relnamespace "
        "WHERE nspname = 'rolewright' AND pg_get_userbyid(relowner) <> ? "
        "UNION ALL SELECT relname || ' has the trigger ' || tgname FROM pg_trigger JOIN pg_class c ON c.oid "
        "= tgrelid "
        "JOIN pg_namespace space ON space.oid = relnamespace WHERE nspname = 'rolewright' AND NOT "
        "tgisinternal "
        "UNION ALL SELECT tablename || ' has the rule ' || rulename FROM pg_rules WHERE schemaname = 'rolewright'"_s);
    if (Status status = statement.forEachRow(
            [&](const Statement &row) {
                problem = row.text(0);
                return false;
            },
            PostgresRoles(database.location().database).owner);
        !status)
        return status;
    if (problem.isEmpty())
        return {};
    return failure(
        ErrorCode::Unavailable,
        u"The store has been tampered with: its tables are not those that Rolewright made (%1). Nothing was "
        u"changed: have its owner look at it."_s.arg(problem),
        database.place());
}

} // namespace rolewright
