// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/postgrescursor.h"

#include <QRegularExpression>

#include <libpq-fe.h>

namespace rolewright {

using namespace Qt::StringLiterals;

QByteArray postgresText(const QString &sql)
{
    static const QRegularExpression user(u"\\buser\\b"_s);
    const QString quoted = QString(sql).replace(user, u"\"user\""_s);
    QByteArray text;
    int values = 0;
    for (const char each : quoted.toUtf8()) {
        if (each == '?')
            text += '$' + QByteArray::number(++values);
        else
            text += each;
    }
    return text;
}

PostgresCursor::PostgresCursor(PostgresDatabase &database, const QString &sql, Database::Rows rows)
    : m_database(database)
    , m_sql(postgresText(sql))
    , m_isStreamed(rows == Database::Rows::Streamed)
    , m_answer(nullptr, PQclear)
{
}

PostgresCursor::~PostgresCursor()
{
    const Status finished = finish(); // or the next statement would be read these rows
    Q_UNUSED(finished);
}

void PostgresCursor::bind(int position, const QVariant &value)
{
    const size_t size = size_t(position) + 1;
    if (m_values.size() < size) {
        m_values.resize(size);
        m_formats.resize(size);
    }
    const bool isBytes = value.metaType() == QMetaType::fromType<QByteArray>();
    m_formats[size - 1] = isBytes ? 1 : 0;
    if (value.isNull())
        m_values[size - 1].reset();
    else
        m_values[size - 1] = isBytes ? value.toByteArray() : value.toString().toUtf8();
}

Status PostgresCursor::exec()
{
    if (Status finished = finish(); !finished)
        return finished;
    const Result<QByteArray> name = m_database.prepare(m_sql);
    if (!name)
        return failure(name.error());
    std::vector<const char *> values;
    std::vector<int> lengths;
    for (const std::optional<QByteArray> &value : m_values) {
        values.push_back(value ? value->constData() : nullptr);
        lengths.push_back(value ? int(value->size()) : 0);
    }
    PGconn *connection = m_database.m_connection;
    const bool sent = PQsendQueryPrepared(connection, name->constData(), int(values.size()), values.data(),
                                          lengths.data(), m_formats.data(), 0)
        == 1;
    m_row = -1;
    if (m_isStreamed) {
        if (!sent || !PQsetSingleRowMode(connection) || !m_database.flush())
            return failure(m_database.broken());
        m_isStreaming = true;
        return {};
    }
    Result<PostgresDatabase::Answer> answer = m_database.lastAnswer(sent);
    if (!answer)
        return failure(answer.error());
    m_answer = std::move(*answer);
    return {};
}

bool PostgresCursor::next()
{
    if (m_isStreamed)
        return nextStreamed();
    return m_answer && ++m_row < PQntuples(m_answer.get());
}

bool PostgresCursor::nextStreamed()
{
    while (m_isStreaming) {
        m_answer = m_database.nextAnswer();
        if (!m_answer) {
            m_isStreaming = false;
            if (!m_database.isOpen() && !m_failed)
                m_failed = m_database.broken();
        } else if (PQresultStatus(m_answer.get()) == PGRES_SINGLE_TUPLE) {
            m_row = 0;
            return true;
        } else if (PQresultStatus(m_answer.get()) != PGRES_TUPLES_OK && !m_failed) {
            m_failed = m_database.errorOf(m_answer.get());
        }
    }
    return false;
}

Status PostgresCursor::finish()
{
    while (m_isStreaming)
        nextStreamed();
    m_answer.reset();
    if (m_failed)
        return failure(*std::exchange(m_failed, {}));
    return {};
}

qint64 PostgresCursor::integer(int column) const
{
    return QByteArrayView(PQgetvalue(m_answer.get(), m_row, column)).toLongLong();
}

QString PostgresCursor::text(int column) const
{
    return QString::fromUtf8(PQgetvalue(m_answer.get(), m_row, column),
                             PQgetlength(m_answer.get(), m_row, column));
}

QByteArray PostgresCursor::bytes(int column) const
{
    const QByteArrayView hex(PQgetvalue(m_answer.get(), m_row, column),
                             PQgetlength(m_answer.get(), m_row, column));
    return hex.startsWith("\\x") ? QByteArray::fromHex(hex.sliced(2).toByteArray()) : QByteArray();
}

bool PostgresCursor::isNull(int column) const
{
    return PQgetisnull(m_answer.get(), m_row, column) == 1;
}

} // namespace rolewright
