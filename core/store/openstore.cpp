// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"
#include "core/store/document/documentstore.h"
#include "core/store/http/httpstore.h"
#include "core/store/policystore.h"
#include "core/store/sql/postgreslogins.h"
#include "core/store/sql/postgresstore.h"
#include "core/store/sql/sqlitestore.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What a store string names (interfaces.md, Stores).
struct Location
{
    enum class Kind { Sqlite, Document, Postgres, Http, Elsewhere };
    Kind kind;
    QString path;
};

Location parsed(const QString &location)
{
    if (location.startsWith("sqlite:"_L1))
        return {Location::Kind::Sqlite, location.mid(7)};
    if (PostgresLocation::isPostgres(location))
        return {Location::Kind::Postgres, location};
    if (HttpLocation::isHttp(location))
        return {Location::Kind::Http, location};
    if (location.contains("://"_L1))
        return {Location::Kind::Elsewhere, location};
    if (location.endsWith(".json"_L1, Qt::CaseInsensitive))
        return {Location::Kind::Document, location};
    return {Location::Kind::Sqlite, location};
}

// It may hold a password: it is not repeated.
tl::unexpected<Error> elsewhere()
{
    return failure(
        ErrorCode::Usage,
        u"This is not the name of a store. Name a file such as acme.rolewright, a policy document such as "
        u"policy.json, a database such as postgresql://user@host/database, or a server such as https://host:8443."_s);
}

tl::unexpected<Error> noName()
{
    return failure(ErrorCode::Usage, u"No store was named. Name a file such as acme.rolewright."_s);
}

} // namespace

Result<std::unique_ptr<PolicyStore>> openStore(const QString &location)
{
    const Location where = parsed(location);
    if (where.path.isEmpty())
        return noName();
    switch (where.kind) {
    case Location::Kind::Sqlite:
        return SqliteStore::open(where.path);
    case Location::Kind::Document:
        return DocumentStore::open(where.path);
    case Location::Kind::Postgres:
        return PostgresStore::open(where.path);
    case Location::Kind::Http:
        return HttpStore::open(where.path);
    case Location::Kind::Elsewhere:
        break;
    }
    return elsewhere();
}

Result<std::unique_ptr<PolicyStore>> openServed(const QString &location, const Secret &password)
{
    const Location where = parsed(location);
    return where.kind == Location::Kind::Postgres ? PostgresStore::openServed(where.path, password)
                                                  : openStore(location);
}

Result<std::unique_ptr<PolicyStore>> createStore(const QString &location, const Policy &first,
                                                 const CommitContext &context,
                                                 const FirstAdministrator *administrator)
{
    const Location where = parsed(location);
    if (where.path.isEmpty())
        return noName();
    switch (where.kind) {
    case Location::Kind::Sqlite:
        return SqliteStore::create(where.path, first, context, administrator);
    case Location::Kind::Document:
        return failure(ErrorCode::Usage,
                       u"A store is an SQLite file: give it a name such as acme.rolewright. A policy "
                       u"document is written "
                       u"by exporting."_s,
                       where.path);
    case Location::Kind::Postgres:
        if (!administrator) {
            return failure(
                ErrorCode::Usage,
                u"A store in a database is always guarded: name its first administrator (init --admin). Nothing was made."_s,
                {});
        }
        return PostgresStore::create(where.path, first, context, administrator);
    case Location::Kind::Http:
        return failure(ErrorCode::Usage,
                       u"A server serves a store that is there. Nothing was made: make a file or a database where it runs, and "
                       u"start rolewrightd on it."_s);
    case Location::Kind::Elsewhere:
        break;
    }
    return elsewhere();
}

Status useLogin(const QString &location, const QString &user, const Secret &password, const QString &code)
{
    if (HttpLocation::isHttp(location)) {
        const Result<HttpLocation> server = HttpLocation::parse(location);
        if (!server)
            return failure(server.error());
        HttpSession::hold(server->text(), {user, password.copy(), code});
        return {};
    }
    const Result<PostgresLocation> where = PostgresLocation::parse(location);
    if (!where)
        return failure(where.error());
    PostgresLogins::hold(where->text(), user, password);
    return {};
}

Result<QString> loginOf(const QString &location)
{
    if (HttpLocation::isHttp(location)) {
        const Result<HttpLocation> server = HttpLocation::parse(location);
        return server ? Result<QString>(server->user) : failure(server.error());
    }
    const Result<PostgresLocation> where = PostgresLocation::parse(location);
    if (!where)
        return failure(where.error());
    return where->user;
}

// An earlier version that was read back from the newest one has its ids, and what was renamed shows as such;
// one that was read from a checkpoint has others. So what the ids say counts only where it is shorter and
// leads there.
QList<Change> reverting(const Policy &head, const Policy &earlier)
{
    const QList<Change> byName = differenceByName(head, earlier);
    const QList<Change> byId = difference(head, earlier);
    Policy reached = head;
    if (byId.size() < byName.size() && apply(reached, byId) && differenceByName(reached, earlier).isEmpty())
        return byId;
    return byName;
}

} // namespace rolewright
