// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/sqlguard.h"

#include "core/base/text.h"
#include "core/store/sql/sqlstore.h"

// Tokens of applications.
namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

const QString Done = u"done"_s;

Status wrong(const QString &why)
{
    return failure(ErrorCode::Invalid, u"%1 Nothing was changed."_s.arg(why));
}

Status problemOf(const ApplicationToken &token, Instant now)
{
    if (const auto problem = problemOfName(token.name))
        return wrong(u"The name of the token %1; choose another."_s.arg(*problem));
    for (const QString &scope : token.scope) {
        if (!tokenScopes().contains(scope))
            return wrong(u"A token is for some of %1."_s.arg(tokenScopes().join(u", "_s)));
    }
    if (token.scope.isEmpty() || token.hash.isEmpty())
        return wrong(u"A token is for something."_s);
    if (token.expires <= now)
        return wrong(u"The token would be over already; choose a later time."_s);
    return {};
}

} // namespace

const QStringList &tokenScopes()
{
    static const QStringList scopes{u"evaluation"_s, u"search"_s};
    return scopes;
}

Result<QList<ApplicationToken>> SqlGuard::tokens()
{
    const Result<Snapshot> newest = m_store.load();
    if (!newest)
        return failure(newest.error());
    return tokensWithin(newest->policy);
}

// Whose user is gone are left out: nobody can come in with them.
Result<QList<ApplicationToken>> SqlGuard::tokensWithin(const Policy &policy)
{
    QList<ApplicationToken> found;
    Statement statement(
        *m_store.m_database,
        u"SELECT id, user, name, hash, scope, created, expires, last_use FROM application_token ORDER BY id"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        ApplicationToken token;
        token.id = row.integer(0);
        const User *user = policy.users().find({quint32(row.integer(1))});
        if (!user)
            return true;
        token.user = user->id;
        token.userId = {quint32(row.integer(1))};
        token.name = row.text(2);
        token.hash = row.bytes(3);
        token.scope = row.text(4).split(u' ');
        token.created = {row.integer(5)};
        token.expires = {row.integer(6)};
        if (!row.isNull(7))
            token.lastUse = Instant{row.integer(7)};
        found.append(token);
        return true;
    });
    if (!status)
        return failure(status.error());
    return found;
}

Result<qint64> SqlGuard::addToken(const ApplicationToken &token, qint64 replaces, const Occasion &occasion)
{
    qint64 id = 0;
    const Status added = writing([&](Head &head, const Snapshot &newest) -> Status {
        QString by;
        if (Status may = require(newest.policy, u"token.add"_s, token.user, occasion.time, by); !may)
            return may;
        const UserId user = newest.policy.users().idOf(token.user);
        if (!user.isValid())
            return wrong(u"There is no user %1; add the user first."_s.arg(token.user));
        if (Status fits = problemOf(token, occasion.time); !fits)
            return fits;
        if (replaces != 0) {
            const qint64 end = occasion.time.msecs + TokenOverlap;
            qint64 old = 0;
            Statement shorten(
                *m_store.m_database,
                u"UPDATE application_token SET expires = CASE WHEN expires < ? THEN expires ELSE ? END "
                "WHERE id = ? AND user = ? RETURNING id"_s);
            if (Status shortened = shorten.forEachRow(
                    [&](const Statement &row) {
                        old = row.integer(0);
                        return true;
                    },
                    end, end, replaces, user.value);
                !shortened)
                return shortened;
            if (old == 0)
                return wrong(u"%1 has no token %2 to replace."_s.arg(token.user, QString::number(replaces)));
        }
        // Never one that was another's: a token that was taken must not come back as somebody else's in the trail, nor to
        // who still has its number.
        id = head.sequence + 1;
        Statement insert(*m_store.m_database,
                         u"INSERT INTO application_token (id, user, name, hash, scope, created, expires) VALUES "
                         u"(?, ?, ?, ?, ?, ?, ?)"_s);
        if (Status inserted = insert.run(id, user.value, token.name, token.hash, token.scope.join(u' '),
                                         occasion.time.msecs, token.expires.msecs);
            !inserted)
            return inserted;
        const QString replaced = replaces == 0 ? QString() : u" in place of token %1"_s.arg(replaces);
        return append(head,
                      {by, u"token.add"_s, u"user/"_s + token.user,
                       u"give %1 the token %2, \"%3\", for %4%5"_s.arg(token.user)
                           .arg(id)
                           .arg(token.name, token.scope.join(u' '), replaced),
                       Done},
                      occasion);
    });
    if (!added)
        return failure(added.error());
    return id;
}

Status SqlGuard::removeToken(qint64 id, const Occasion &occasion)
{
    return writing([&](Head &head, const Snapshot &newest) -> Status {
        QString by;
        if (Status may = require(newest.policy, u"token.remove"_s, QString::number(id), occasion.time, by);
            !may)
            return may;
        qint64 whose = -1;
        Statement remove(*m_store.m_database, u"DELETE FROM application_token WHERE id = ? RETURNING user"_s);
        if (Status removed = remove.forEachRow(
                [&](const Statement &row) {
                    whose = row.integer(0);
                    return true;
                },
                id);
            !removed)
            return removed;
        if (whose < 0)
            return wrong(u"There is no token %1."_s.arg(id));
        const User *user = newest.policy.users().find({quint32(whose)});
        const QString name = user ? user->id : QString();
        return append(head,
                      {by, u"token.remove"_s, user ? u"user/"_s + name : QString(),
                       u"take the token %1 from %2"_s.arg(id).arg(user ? name : u"somebody who is gone"_s),
                       Done},
                      occasion);
    });
}

Status SqlGuard::noteTokenUse(qint64 id, Instant time)
{
    return writing([&](Head &, const Snapshot &) {
        Statement note(*m_store.m_database, u"UPDATE application_token SET last_use = ? WHERE id = ?"_s);
        return note.run(time.msecs, id);
    });
}

} // namespace rolewright
