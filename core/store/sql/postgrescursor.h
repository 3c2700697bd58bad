// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sql/postgresdatabase.h"

namespace rolewright {

// A prepared statement of a PostgreSQL session, its values sent beside its text. Prepared once a session and
// text.
class PostgresCursor final : public Cursor
{
public:
    PostgresCursor(PostgresDatabase &database, const QString &sql, Database::Rows rows);
    ~PostgresCursor() override;

    void bind(int position, const QVariant &value) override;
    Status exec() override;
    bool next() override;
    Status finish() override;
    qint64 integer(int column) const override;
    QString text(int column) const override;
    QByteArray bytes(int column) const override;
    bool isNull(int column) const override;

private:
    Result<PostgresDatabase::Answer> execKept(bool sent);
    bool nextStreamed();

    PostgresDatabase &m_database;
    QByteArray m_sql;
    bool m_isStreamed;
    std::vector<std::optional<QByteArray>> m_values;
    std::vector<int> m_formats; // 0 text, 1 binary
    PostgresDatabase::Answer m_answer;
    int m_row = -1;
    bool m_isStreaming = false; // rows, or the end of them, are still to come
    std::optional<Error> m_failed;
};

// Values as $1, $2, ..., and our table and column `user`, a reserved word, in quotes: `sql` has neither in a
// literal.
QByteArray postgresText(const QString &sql);

} // namespace rolewright
