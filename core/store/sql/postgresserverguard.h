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

    Result<QList<CredentialState>> credentials() override;
    Result<qint64> erase(const QString &user, const Occasion &occasion) override; // the owner's business
    Result<Archived> archive(Instant before, const QString &path, const CommitContext &context) override;
    // Of who has a credential, which a code goes with.
    Status setCode(const Secret &seed, const QString &code, const QByteArrayList &recovery,
                   const Occasion &occasion) override;

private:
    Result<QString> signedInUser(const Policy &policy) override;
    Result<QSet<UserId>> usersWhoCanSignIn(const Policy &policy) override;
    Status look(const Guess &guess, const Occasion &occasion, const Succeed &succeed) override;
    Result<bool> usesLogin(const QString &user);

    PostgresStore &m_postgres;
};

} // namespace rolewright
