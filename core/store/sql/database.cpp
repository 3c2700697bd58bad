// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/database.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// NUL cuts a statement's value, and a lone surrogate has no UTF-8: two such texts would become one.
bool isKept(const QString &text)
{
    return !text.contains(QChar(u'\0')) && text.isValidUtf16();
}

} // namespace

Result<qint64> Database::number(const QString &query)
{
    std::optional<qint64> number;
    Statement statement(*this, query);
    const Status status = statement.forEachRow([&](const Statement &row) {
        number = row.integer(0);
        return false;
    });
    if (!status)
        return failure(status.error());
    if (!number)
        return damaged(u"\"%1\" gives nothing"_s.arg(query));
    return *number;
}

tl::unexpected<Error> Database::damaged(const QString &what) const
{
    return failure(ErrorCode::Unavailable,
                   u"The store is damaged (%1). Nothing was changed: restore it from a backup."_s.arg(what),
                   place());
}

void Statement::bindOne(int position, const QVariant &value)
{
    if (value.metaType() == QMetaType::fromType<QString>() && !isKept(value.toString())) {
        m_refused = Error{
            ErrorCode::Invalid,
            u"A text holds characters that cannot be stored (U+0000 or half of a character). Nothing was "
            u"changed: correct the text."_s,
            {},
            {}};
    }
    m_cursor->bind(position, value);
}

Status Statement::exec()
{
    if (m_refused)
        return failure(*std::exchange(m_refused, {}));
    return m_cursor->exec();
}

Result<Transaction> Transaction::begin(Database &database, Kind kind)
{
    if (Status status = database.begin(kind); !status)
        return failure(status.error());
    return Transaction(database);
}

Status Transaction::commit()
{
    if (Status status = m_database->commit(); !status)
        return status; // the destructor rolls back
    m_database = nullptr;
    return {};
}

Transaction::~Transaction()
{
    if (m_database)
        m_database->rollback();
}

} // namespace rolewright
