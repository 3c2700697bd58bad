// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/guardrows.h"

#include "core/store/storeguard.h"

#include <QCryptographicHash>

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

QByteArray hashOf(const QString &what)
{
    return QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha256);
}

} // namespace

Result<bool> GuardRows::isGuarded()
{
    const Result<qint64> count = m_database.number(u"SELECT count(*) FROM guard"_s);
    if (!count)
        return failure(count.error());
    return *count > 0;
}

Status GuardRows::setGuarded(Instant since)
{
    Statement statement(m_database, u"INSERT INTO guard VALUES (1, ?)"_s);
    return statement.run(since.msecs);
}

Result<std::optional<Credential>> GuardRows::credential(UserId user)
{
    std::optional<Credential> found;
    Statement statement(
        m_database, u"SELECT password, generation, seed, last_step FROM credential WHERE user = ?"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            found = Credential{row.text(0).toLatin1(), row.integer(1), row.bytes(2), row.integer(3)};
            return false;
        },
        user.value);
    if (!status)
        return failure(status.error());
    return found;
}

Status GuardRows::setCredential(UserId user, const Credential &credential)
{
    Statement statement(
        m_database,
        u"INSERT INTO credential VALUES (?, ?, ?, ?, ?) ON CONFLICT (user) DO UPDATE SET password = excluded.password, "
        "generation = excluded.generation, seed = excluded.seed, last_step = excluded.last_step"_s);
    return statement.run(user.value, QString::fromLatin1(credential.password), credential.generation,
                         credential.seed.isEmpty() ? std::optional<QByteArray>() : credential.seed,
                         credential.lastStep);
}

Status GuardRows::setRecoveryCodes(UserId user, const QByteArrayList &hashes)
{
    Statement forget(m_database, u"DELETE FROM recovery_code WHERE user = ?"_s);
    Status status = forget.run(user.value);
    Statement keep(m_database, u"INSERT INTO recovery_code VALUES (?, ?)"_s);
    for (qsizetype i = 0; status && i < hashes.size(); ++i)
        status = keep.run(user.value, hashes.at(i));
    return status;
}

Result<bool> GuardRows::takeRecoveryCode(UserId user, const QByteArray &hash)
{
    bool found = false;
    Statement take(m_database, u"DELETE FROM recovery_code WHERE user = ? AND hash = ? RETURNING user"_s);
    const Status status = take.forEachRow(
        [&](const Statement &) {
            found = true;
            return true;
        },
        user.value, hash);
    if (!status)
        return failure(status.error());
    return found;
}

Result<int> GuardRows::recoveryCodes(UserId user)
{
    int count = 0;
    Statement statement(m_database, u"SELECT count(*) FROM recovery_code WHERE user = ?"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            count = int(row.integer(0));
            return false;
        },
        user.value);
    if (!status)
        return failure(status.error());
    return count;
}

Status GuardRows::removeCredential(UserId user)
{
    for (const QString &table : {u"credential"_s, u"recovery_code"_s, u"confirmation"_s}) {
        Statement statement(m_database, u"DELETE FROM %1 WHERE user = ?"_s.arg(table));
        if (Status status = statement.run(user.value); !status)
            return status;
    }
    return {};
}

Result<QSet<UserId>> GuardRows::usersWithCredentials()
{
    QSet<UserId> users;
    Statement statement(m_database, u"SELECT user FROM credential"_s);
    const Status status = statement.forEachRow([&](const Statement &row) {
        users.insert(UserId{quint32(row.integer(0))});
        return true;
    });
    if (!status)
        return failure(status.error());
    return users;
}

Result<Attempts> GuardRows::attempts(const QString &what)
{
    Attempts found;
    Statement statement(m_database, u"SELECT failures, last, not_before FROM attempt WHERE name = ?"_s);
    const Status status = statement.forEachRow(
        [&](const Statement &row) {
            found = {row.integer(0), {row.integer(1)}, {row.integer(2)}};
            return false;
        },
        hashOf(what));
    if (!status)
        return failure(status.error());
    return found;
}

Status GuardRows::setAttempts(const QString &what, const Attempts &attempts)
{
    if (attempts.failures == 0) {
        Statement statement(m_database, u"DELETE FROM attempt WHERE name = ?"_s);
        return statement.run(hashOf(what));
    }
    Statement statement(
        m_database,
        u"INSERT INTO attempt VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
        "failures = excluded.failures, last = excluded.last, not_before = excluded.not_before"_s);
    if (Status status =
            statement.run(hashOf(what), attempts.failures, attempts.last.msecs, attempts.notBefore.msecs);
        !status)
        return status;
    // Names that are made up must not fill the disk: those whose wait is over longest go first.
    return m_database.run("DELETE FROM attempt WHERE name NOT IN "
                          "(SELECT name FROM attempt ORDER BY not_before DESC, last DESC LIMIT 10000)");
}

Status GuardRows::addConfirmation(UserId user, const QByteArray &digest, Instant expires)
{
    Statement statement(m_database,
                        u"INSERT INTO confirmation VALUES (?, ?, ?) ON CONFLICT (user, digest) DO UPDATE SET "
                        "expires = excluded.expires"_s);
    return statement.run(user.value, digest, expires.msecs);
}

Result<bool> GuardRows::takeConfirmation(UserId user, const QByteArray &digest, Instant now)
{
    bool counts = false;
    Statement take(m_database, u"DELETE FROM confirmation WHERE user = ? AND digest = ? RETURNING expires"_s);
    const Status status = take.forEachRow(
        [&](const Statement &row) {
            const qint64 left = row.integer(0) - now.msecs;
            counts = left > 0 && left <= ConfirmationLife; // not longer for a clock that was set back
            return true;
        },
        user.value, digest);
    if (!status)
        return failure(status.error());
    Statement forget(m_database, u"DELETE FROM confirmation WHERE expires <= ?"_s);
    if (Status forgotten = forget.run(now.msecs); !forgotten)
        return failure(forgotten.error());
    return counts;
}

} // namespace rolewright
