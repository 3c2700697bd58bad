// SPDX-License-Identifier: Apache-2.0
// Who works on a store in a database: by their own logins, or through a server, which holds an advisory lock
// for each of its users. Such locks go with the connection that holds them, and everybody sees whose it is.
#include "core/base/json.h"
#include "core/store/sql/postgresschema.h"
#include "core/store/sql/postgresstore.h"

#include <QRegularExpression>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 BetweenLooks = 5'000; // ms, for who else is there
constexpr qint32 LockClass = 0x5277'7072; // "Rwpr"; the other half of a lock's key is the row of the user

QByteArray locking(const char *function, qint64 user)
{
    return "SELECT " + QByteArray(function) + '(' + QByteArray::number(LockClass) + ", "
        + QByteArray::number(qint32(user)) + ");";
}

// "rolewright 0.1.0 on laptop"; empty where a program does not name itself so.
QString programOf(const QString &applicationName)
{
    static const QRegularExpression form(u"^rolewright: (.+) #[0-9]+ on (.*)$"_s);
    const QRegularExpressionMatch name = form.match(applicationName);
    return name.hasMatch() ? u"%1 on %2"_s.arg(name.captured(1), name.captured(2)) : QString();
}

} // namespace

Status PostgresStore::tellPresent(const QStringList &users)
{
    if (!m_postgres.isOpen())
        return {};
    const Told now{users, m_version, m_postgres.session()};
    if (m_told == now)
        return {};
    const Call call(*this);
    if (m_told.session != now.session)
        m_presentIds.clear();
    m_told = now; // what fails is not tried again for nothing
    QSet<qint64> ids;
    if (!users.isEmpty()) {
        JsonWriter names(JsonWriter::Layout::OneLine);
        names.beginArray();
        for (const QString &user : users)
            names.value(user);
        names.endArray();
        Statement find(m_postgres,
                       u"SELECT id FROM user WHERE key IN (SELECT json_array_elements_text(?::json))"_s);
        const Status found = find.forEachRow(
            [&](const Statement &row) {
                ids.insert(row.integer(0));
                return true;
            },
            QString::fromUtf8(names.take()));
        if (!found)
            return found;
    }
    QByteArray script;
    for (const qint64 id : ids - m_presentIds)
        script += locking("pg_try_advisory_lock_shared", id);
    for (const qint64 id : m_presentIds - ids)
        script += locking("pg_advisory_unlock_shared", id);
    m_presentIds = ids;
    if (script.isEmpty())
        return {};
    Status locked = m_postgres.run(script);
    if (!locked) {
        m_presentIds.clear();
        if (m_postgres.isOpen() && !m_postgres.run("SELECT pg_advisory_unlock_all()"))
            m_postgres.close();
    }
    return locked;
}

Result<QList<Presence>> PostgresStore::others()
{
    if (!m_postgres.isOpen() || (m_sinceLooked.isValid() && m_sinceLooked.elapsed() < BetweenLooks))
        return m_others;
    const Call call(*this);
    m_sinceLooked.start();
    QList<Presence> others;
    // Whoever may connect sees logins and what they call themselves; since when, only their own.
    Statement logins(
        m_postgres,
        u"SELECT usename, application_name, min(extract(epoch FROM backend_start) * 1000)::bigint "
        "FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE "
        "'rolewright: %' AND (usename, application_name) <> (current_user, ?) "
        "GROUP BY usename, application_name ORDER BY usename, application_name"_s);
    Status looked = logins.forEachRow(
        [&](const Statement &row) {
            const QString program = programOf(row.text(1));
            if (!program.isEmpty() && !program.startsWith("rolewrightd "_L1)) // a server is nobody
                others.append({row.text(0), program,
                               row.isNull(2) ? std::nullopt : std::optional(Instant{row.integer(2)})});
            return true;
        },
        QString::fromLatin1(PostgresDatabase::applicationName()));
    if (!looked)
        return failure(looked.error());
    // What a login says that is no server's counts for nothing.
    Statement served(
        m_postgres,
        u"SELECT DISTINCT user.key, application_name FROM pg_locks AS lock "
        "JOIN pg_stat_activity AS holder ON holder.pid = lock.pid "
        "JOIN pg_roles AS server ON server.rolname = ? AND pg_has_role(usesysid, server.oid, 'MEMBER') "
        "JOIN user ON user.id = lock.objid::bigint "
        "WHERE locktype = 'advisory' AND classid = %1 AND objsubid = 2 AND granted "
        "AND datname = current_database() AND lock.database = datid "
        "AND lock.pid <> pg_backend_pid() ORDER BY 1, 2"_s.arg(LockClass));
    looked = served.forEachRow(
        [&](const Statement &row) {
            others.append({row.text(0), programOf(row.text(1)), std::nullopt});
            return true;
        },
        PostgresRoles(m_location.database).server);
    if (!looked)
        return failure(looked.error());
    std::stable_sort(others.begin(), others.end(),
                     [](const Presence &a, const Presence &b) { return a.user < b.user; });
    m_others = others;
    return m_others;
}

} // namespace rolewright
