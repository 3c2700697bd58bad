// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/sqlitedatabase.h"

#include <QByteArrayList>

namespace rolewright {

// The numbered scripts of resources/sql, in order; a store's format (user_version) is the number of the last
// one it has had.
const QByteArrayList &migrations();

// Brings a new database to the last script. Within the caller's transaction.
Status createSchema(SqliteDatabase &database, const QByteArrayList &scripts);
// Runs what an older store has not had, in one transaction.
Status migrate(SqliteDatabase &database, const QByteArrayList &scripts);
// Refuses a store that a newer Rolewright has brought to a later format since it was opened.
Status checkFormat(SqliteDatabase &database, const QByteArrayList &scripts);
// Refuses tables, indexes, triggers and views other than exactly those of the scripts.
Status checkSchema(SqliteDatabase &database, const QByteArrayList &scripts);

} // namespace rolewright
