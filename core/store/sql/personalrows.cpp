// SPDX-License-Identifier: Apache-2.0
#include "core/store/sql/personalrows.h"

#include <algorithm>
#include <span>

namespace rolewright {

using namespace Qt::StringLiterals;

PersonalRows::PersonalRows(Database &database)
    : m_database(database)
    , m_find(database, u"SELECT salt, value FROM personal WHERE digest = ?"_s)
{
}

Status PersonalRows::add(const QList<PersonalValue> &values, const QString &user, qint64 version)
{
    constexpr qsizetype MostKept = 200'000; // rows in memory
    for (const PersonalValue &each : values)
        m_added.append({each, user, version});
    return m_added.size() < MostKept ? Status() : flush();
}

// Digests are random: one after the other as they come they would be written all over the table.
Status PersonalRows::flush()
{
    constexpr qsizetype AtOnce = 64;
    std::sort(m_added.begin(), m_added.end(),
              [](const Row &a, const Row &b) { return a.value.digest < b.value.digest; });
    const auto inserting = [&](qsizetype rows) {
        return Statement(m_database, u"INSERT INTO personal VALUES (?, ?, ?, ?, ?)"_s
                                         + u", (?, ?, ?, ?, ?)"_s.repeated(rows - 1));
    };
    std::optional<Statement> many;
    for (qsizetype done = 0; done < m_added.size();) {
        const qsizetype rows = std::min(AtOnce, m_added.size() - done);
        if (!many || rows < AtOnce)
            many.emplace(inserting(rows));
        QVariantList bound;
        for (const Row &row : std::span(m_added).subspan(size_t(done), size_t(rows))) {
            bound << row.value.digest << row.value.salt << (row.value.value.isEmpty() ? u""_s : row.value.value)
                  << row.user << row.version;
        }
        if (Status status = many->forEachRowOf([](const Statement &) { return true; }, bound); !status)
            return status;
        done += rows;
    }
    m_added.clear();
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
