// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/postgreslocation.h"
#include "core/store/sql/sqlguard.h"

namespace rolewright {

class PostgresStore;

// The logins of the database that are members of the store's administrators and can sign in.
Result<QSet<QString>> administratorLogins(Database &database, const PostgresLocation &location);
// By a session of its own: the password, and nothing else, lets this login in. NotPermitted where not.
Status provePassword(const PostgresLocation &location, const QString &login, const Secret &password);

// The guard of a PostgreSQL store: the database login is the user, a second confirmation is a fresh login,
// and who can sign in is who has a login that is a member of the store's administrators. Passwords are the
// database's own.
class PostgresGuard final : public SqlGuard
{
public:
    explicit PostgresGuard(PostgresStore &store);

    Result<bool> isGuarded() override;
    Result<QByteArrayList> sealingKeys() override;
    Status enrolFirst(const QString &user, const Secret &password, const Occasion &occasion) override;
    Status signIn(const QString &user, const Proof &proof, const Occasion &occasion) override;
    void signOut() override;
    bool isSignedIn() const override;
    Status setPassword(const QString &user, const Secret &password, const Occasion &occasion) override;
    Status removeCredential(const QString &user, const Occasion &occasion) override;
    Result<QList<CredentialState>> credentials() override;
    // The server's business.
    Result<qint64> addToken(const ApplicationToken &token, qint64 replaces,
                            const Occasion &occasion) override;
    Status removeToken(qint64 id, const Occasion &occasion) override;
    Result<QList<ApplicationToken>> tokens() override;
    // By a login that is a member of the owner's role, too.
    Result<qint64> erase(const QString &user, const Occasion &occasion) override;
    Result<Archived> archive(Instant before, const QString &path, const CommitContext &context) override;
    // Codes and keys, whose seeds an administrator's login cannot read: the server's business, too.
    Status setCode(const Secret &seed, const QString &code, const QByteArrayList &recovery,
                   const Occasion &occasion) override;
    Status removeCode(const QString &user, const Occasion &occasion) override;
    Status recoverCode(const QString &user, const Secret &password, const Occasion &occasion) override;
    Status rotateKeys(const StoreKeys &fresh, const Occasion &occasion) override;
    Status acceptTrail(const QString &user, const Proof &proof, const Occasion &occasion) override;

    // For a new store, within its transaction.
    Status guardWithin(Head &head, const QString &administrator, const Occasion &occasion);

private:
    Result<QString> signedInUser(const Policy &policy) override;
    Result<QSet<UserId>> usersWhoCanSignIn(const Policy &policy) override;
    Status forget(UserId) override { return {}; }
    Status beginRemoving() override;
    Status checkOwner();
    Status countGuess(const QString &user, const Occasion &occasion);
    Status look(const Guess &guess, const Occasion &occasion, const Succeed &succeed) override;

    PostgresStore &m_postgres;
};

} // namespace rolewright
