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
    QByteArray seed; // of one-time codes, encrypted; empty: none
    qint64 lastStep = 0; // of the code used last
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
    Status setCredential(UserId user, const Credential &credential); // recovery codes stay
    Status removeCredential(UserId user);
    Result<QSet<UserId>> usersWithCredentials();
    // Instead of those that there are.
    Status setRecoveryCodes(UserId user, const QByteArrayList &hashes);
    Result<bool> takeRecoveryCode(UserId user, const QByteArray &hash); // false where there is no such code
    Result<int> recoveryCodes(UserId user); // left

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
