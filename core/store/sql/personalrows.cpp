// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/personalrows.h"

namespace rolewright {

using namespace Qt::StringLiterals;

PersonalRows::PersonalRows(Database &database)
    : m_database(database)
    , m_find(database, u"SELECT salt, value FROM personal WHERE digest = ?"_s)
{
}

Status PersonalRows::add(const QList<PersonalValue> &values, const QString &user, qint64 version)
{
    if (values.isEmpty())
        return {};
    Statement insert(m_database, u"INSERT INTO personal VALUES (?, ?, ?, ?, ?)"_s);
    for (const PersonalValue &each : values) {
        if (Status status = insert.run(each.digest, each.salt, each.value, user, version); !status)
            return status;
    }
    return {};
}

std::optional<PersonalValue> PersonalRows::find(const QString &digest)
{
    std::optional<PersonalValue> found;
    const Status status = m_find.forEachRow(
        [&](const Statement &row) {
            found = PersonalValue{digest, row.bytes(0), row.text(1)};
            return true;
        },
        digest);
    if (!status)
        m_failure = status;
    return found;
}

Result<qint64> PersonalRows::erase(const QString &user, const QSet<QString> &kept)
{
    QStringList digests;
    Statement all(m_database, u"SELECT digest, value FROM personal WHERE user = ?"_s);
    const Status read = all.forEachRow(
        [&](const Statement &row) {
            if (!kept.contains(row.text(1)))
                digests.append(row.text(0));
            return true;
        },
        user);
    if (!read)
        return failure(read.error());
    Statement erase(m_database, u"DELETE FROM personal WHERE digest = ?"_s);
    for (const QString &digest : std::as_const(digests)) {
        if (Status status = erase.run(digest); !status)
            return failure(status.error());
    }
    return qint64(digests.size());
}

Result<std::optional<qint64>> PersonalRows::firstForged()
{
    std::optional<qint64> version;
    Statement all(m_database, u"SELECT digest, salt, value, version FROM personal"_s);
    const Status status = all.forEachRow([&](const Statement &row) {
        if (!PersonalValue{row.text(0), row.bytes(1), row.text(2)}.isGenuine()
            && (!version || row.integer(3) < *version))
            version = row.integer(3);
        return true;
    });
    if (!status)
        return failure(status.error());
    return version;
}

} // namespace rolewright
