// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/ids.h"
#include "core/security/attempts.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace rolewright {

struct Credential
{
    QByteArray password; // argon2id
    qint64 generation = 1;
};

// The rows of a guard (002_guard.sql). Within the caller's transaction.
class GuardRows
{
public:
    explicit GuardRows(Database &database)
        : m_database(database)
    {
    }

    Result<bool> isGuarded();
    Status setGuarded(Instant since);

    Result<std::optional<Credential>> credential(UserId user);
    Status setCredential(UserId user, const Credential &credential);
    Status removeCredential(UserId user);
    Result<QSet<UserId>> usersWithCredentials();

    // By what they are counted under: "sign-in alice". Nothing of it is stored in clear.
    Result<Attempts> attempts(const QString &what);
    Status setAttempts(const QString &what, const Attempts &attempts);

    Status addConfirmation(UserId user, const QByteArray &digest, Instant expires);
    // False where there is none that still counts; it is gone then and afterwards.
    Result<bool> takeConfirmation(UserId user, const QByteArray &digest, Instant now);

private:
    Database &m_database;
};

} // namespace rolewright
