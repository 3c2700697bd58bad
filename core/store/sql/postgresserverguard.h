// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/sqlguard.h"

namespace rolewright {

class PostgresStore;

// The guard of a PostgreSQL store for a server, which has one login of its own: its users are let in by a
// credential in the store, as in a file, and administrators without one by their own database login, which is
// looked at again in every transaction.
class PostgresServerGuard final : public SqlGuard
{
public:
    explicit PostgresServerGuard(PostgresStore &store);

    Status signIn(const QString &user, const Proof &proof, const Occasion &occasion) override;
    Status confirm(const QByteArray &digest, const Proof &proof, const Occasion &occasion) override;
    Result<QList<CredentialState>> credentials() override;
    Result<qint64> erase(const QString &user, const Occasion &occasion) override; // the owner's business
    Result<Archived> archive(Instant before, const QString &path, const CommitContext &context) override;

private:
    Result<QString> signedInUser(const Policy &policy) override;
    Result<QSet<UserId>> usersWhoCanSignIn(const Policy &policy) override;
    Result<bool> usesLogin(const QString &user);
    Status lookAtLogin(const Guess &guess, const Occasion &occasion,
                       const std::function<Status(Head &, UserId)> &succeed);

    PostgresStore &m_postgres;
};

} // namespace rolewright
