// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QMap>

namespace rolewright {

// A store string of PostgreSQL (interfaces.md, Stores): postgresql://user@host:5432/db?sslmode=verify-full
struct PostgresLocation
{
    QString user; // empty: whoever signs in says
    QString host; // empty: the socket of this machine
    int port = 5432;
    QString database;
    // sslmode, sslrootcert, sslcert, sslkey, sslcrl as libpq knows them. Beyond this machine sslmode is
    // verify-full where the string does not say otherwise.
    QMap<QString, QString> options;

    // Usage where it is no such string, names no database, or has a password or an option that is not known.
    // No error repeats the string: there may be a password in it.
    static Result<PostgresLocation> parse(const QString &location);
    static bool isPostgres(const QString &location);

    QString text() const; // without what is as by default
    QString name() const { return database; }
    bool isOnThisMachine() const;

    friend bool operator==(const PostgresLocation &, const PostgresLocation &) = default;
};

} // namespace rolewright
