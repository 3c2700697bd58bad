// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/postgresdatabase.h"
#include "core/store/sql/postgreslogins.h"
#include "core/store/sql/sqlstore.h"

#include <QElapsedTimer>
#include <QSet>

namespace rolewright {

// A store in a PostgreSQL database, or in what speaks its protocol (interfaces.md, Stores). Signs in with
// what PostgresLogins holds, or as the server lets in without a password; else every call is refused with
// needsSignIn() until guard()->signIn().
//
// A session that broke is opened again. What was on its way is done again where nothing can come of it twice:
// reading, and a commit by its operation id. Where the outcome cannot be found out, isOutcomeUnknown().
class PostgresStore final : public SqlStore
{
public:
    static Result<std::unique_ptr<PolicyStore>> open(const QString &location);
    ~PostgresStore() override;
    // With a login of its own, for a server: its guard is a PostgresServerGuard.
    static Result<std::unique_ptr<PolicyStore>> openServed(const QString &location, const Secret &password);
    // Makes roles, schema and the first version as the login that is held for the location. With an
    // administrator the store is guarded, and that user has a database login, with this password where it is
    // new; only tests do without.
    static Result<std::unique_ptr<PolicyStore>> create(const QString &location, const Policy &first,
                                                       const CommitContext &context,
                                                       const FirstAdministrator *administrator);

    StoreTraits traits() const override;
    Result<qint64> version() override;
    void watch(const std::function<void()> &wake) override;
    // By their database logins and what their programs call themselves, which whoever has a login says
    // freely; and whom servers tell, which only a login that is a member of the store's role for servers can.
    // Looked at every 5 s.
    Result<QList<Presence>> others() override;
    Status tellPresent(const QStringList &users) override;
    void rest() override { m_postgres.close(); }

private:
    friend class PostgresGuard;
    friend class PostgresServerGuard;

    // `own`: who signs in, whoever else does in this process; null: who PostgresLogins holds.
    explicit PostgresStore(const PostgresLocation &location, const PostgresLogins::Held &own = {});
    Status create(const Policy &first, const CommitContext &context, const FirstAdministrator *administrator);
    Status migrate();

    Status checkReady() override;
    Status checkWritable() override;
    Status checkFormat() override;
    Status announce(qint64 version) override;
    bool isWorthAnother(Status &status, int attempt, Repeat repeat) override;

    void listen(); // for announcements, where it is watched
    Status signIn(const PostgresLogins::Held &login);
    void close();

    PostgresLocation m_location;
    PostgresDatabase &m_postgres; // m_database
    const PostgresLogins::Held m_own;
    PostgresLogins::Held m_login; // of the session
    QString m_id; // of the store; empty before the first sign-in
    bool m_hasTriedWithout = false; // a password
    QElapsedTimer m_sinceRead; // of m_version
    QElapsedTimer m_sinceLooked; // for the others
    QList<Presence> m_others;
    struct Told // who is present
    {
        QStringList users;
        qint64 version = 0;
        int session = 0;

        friend bool operator==(const Told &, const Told &) = default;
    };
    Told m_told;
    QSet<qint64> m_presentIds; // rows of users that the session holds a lock for
    class Ear;
    std::function<void()> m_wake; // where it is watched
    bool m_announced = false; // and not looked at yet
    std::unique_ptr<Ear> m_ear; // likewise
    QElapsedTimer m_uncertain; // since a COMMIT was not answered
};

} // namespace rolewright
