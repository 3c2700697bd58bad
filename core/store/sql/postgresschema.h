// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/postgresdatabase.h"

#include <QByteArrayList>

namespace rolewright {

// The database roles of a store, named after its database. None of them can log in; logins are members of
// them.
struct PostgresRoles
{
    explicit PostgresRoles(const QString &database);
    QString owner; // owns schema and tables, and migrates them
    QString administrator; // changes the policy
    QString auditor; // reads policy, history and trail
    QString server; // rolewrightd: an administrator that also keeps the credentials of its own users
    QStringList all() const { return {owner, administrator, auditor, server}; }
};

// The numbered scripts of resources/sql/postgresql, in order.
const QByteArrayList &postgresMigrations();

// All within the caller's transaction.
// The roles that are missing, and the empty schema. Usage where there is a store already; NotPermitted where
// the login may not make roles and schemas. Acts as the owner from then on; endCreation() goes back to the
// login.
Status beginCreation(PostgresDatabase &database);
Status endCreation(PostgresDatabase &database);
// Makes a login of the store: new with this password, or an old one that keeps its own.
Status admitLogin(PostgresDatabase &database, const QString &login, const QString &role,
                  const Secret &password);
// Brings the tables to the last script; the head's row must be there, or come with fill() right after.
Status runMigrations(PostgresDatabase &database, qint64 format);

// Refuses a store of another format, and one whose head does not let this version of Rolewright in.
Status checkPostgresFormat(PostgresDatabase &database);
// Refuses tables that somebody other than the owner of the store owns, and triggers and rules.
Status checkPostgresSchema(PostgresDatabase &database);
// 0.1.0 is 100, 1.2.3 is 10203.
qint64 clientVersion();

} // namespace rolewright
