// SPDX-License-Identifier: Apache-2.0
#include "core/edit/difference.h"
#include "core/store/document/documentstore.h"
#include "core/store/policystore.h"
#include "core/store/sql/sqlitestore.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// What a store string names (interfaces.md, Stores).
struct Location
{
    enum class Kind { Sqlite, Document, Elsewhere };
    Kind kind;
    QString path;
};

Location parsed(const QString &location)
{
    if (location.startsWith("sqlite:"_L1))
        return {Location::Kind::Sqlite, location.mid(7)};
    if (location.contains("://"_L1))
        return {Location::Kind::Elsewhere, location};
    if (location.endsWith(".json"_L1, Qt::CaseInsensitive))
        return {Location::Kind::Document, location};
    return {Location::Kind::Sqlite, location};
}

tl::unexpected<Error> elsewhere(const QString &location)
{
    const bool known = location.startsWith("postgresql://"_L1) || location.startsWith("https://"_L1);
    if (known) {
        // A location may carry a user name; passwords do not belong there, but somebody may have put one.
        return failure(
            ErrorCode::Unavailable,
            u"PostgreSQL and server stores are not in this version. Use an SQLite store: a path such as "
            u"acme.rolewright."_s);
    }
    return failure(
        ErrorCode::Usage,
        u"This is not the name of a store. Name a file such as acme.rolewright, or a policy document such as "
        u"policy.json."_s);
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
    case Location::Kind::Elsewhere:
        break;
    }
    return elsewhere(location);
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
    case Location::Kind::Elsewhere:
        break;
    }
    return elsewhere(location);
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
