// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/personal.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace rolewright {

// The values that digests in the trail stand for (003_seal.sql). Within the caller's transaction.
class PersonalRows
{
public:
    explicit PersonalRows(Database &database);

    // Stored by flush() at the latest: many at once, in the order of the table.
    Status add(const QList<PersonalValue> &values, const QString &user, qint64 version);
    Status flush();
    // Nothing where it was erased; a failure counts as that, and is lastFailure().
    std::optional<PersonalValue> find(const QString &digest);
    const Status &lastFailure() const { return m_failure; }

    // All values that were a user's, by an id, but for those that are `kept`. How many.
    Result<qint64> erase(const QString &user, const QSet<QString> &kept);
    // The version of the first value that is not the one that was recorded; nothing where all are.
    Result<std::optional<qint64>> firstForged();

private:
    struct Row
    {
        PersonalValue value;
        QString user;
        qint64 version = 0;
    };

    Database &m_database;
    Statement m_find;
    QList<Row> m_added;
    Status m_failure;
};

} // namespace rolewright
