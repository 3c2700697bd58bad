// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>

#include <sqlite3.h>

namespace rolewright {

// A connection of somebody who can write the file.
class Intruder
{
public:
    explicit Intruder(const QString &path)
    {
        if (sqlite3_open(QFile::encodeName(path).constData(), &m_database) != SQLITE_OK)
            qFatal("the store cannot be opened");
    }
    ~Intruder() { sqlite3_close(m_database); }
    Intruder(const Intruder &) = delete;
    Intruder &operator=(const Intruder &) = delete;

    void run(const QByteArray &sql)
    {
        if (sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_database));
    }
    // The rows of a column, as (rowid, SQL literal).
    QList<std::pair<qint64, QByteArray>> column(const QByteArray &table, const QByteArray &name)
    {
        QList<std::pair<qint64, QByteArray>> rows;
        sqlite3_stmt *statement = nullptr;
        const QByteArray sql = "SELECT rowid, quote(" + name + ") FROM " + table + " ORDER BY rowid";
        if (sqlite3_prepare_v2(m_database, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_database));
        while (sqlite3_step(statement) == SQLITE_ROW)
            rows.append({sqlite3_column_int64(statement, 0),
                         reinterpret_cast<const char *>(sqlite3_column_text(statement, 1))});
        sqlite3_finalize(statement);
        return rows;
    }

private:
    sqlite3 *m_database = nullptr;
};

// Another value for each byte of a literal.
inline QByteArrayList othersThan(const QByteArray &literal)
{
    QByteArrayList others;
    if (literal == "NULL")
        return {"1"};
    if (literal.startsWith("X'")) {
        for (qsizetype i = 2; i + 1 < literal.size(); ++i)
            others.append(QByteArray(literal).replace(i, 1, literal.at(i) == '0' ? "1" : "0"));
    } else if (literal.startsWith('\'')) {
        for (qsizetype i = 1; i + 1 < literal.size(); ++i) {
            if (literal.at(i) != '\'' && quint8(literal.at(i)) < 0x80)
                others.append(QByteArray(literal).replace(i, 1, literal.at(i) == 'x' ? "y" : "x"));
        }
        others.append(literal.chopped(1) + "x'");
    } else {
        others = {literal + "+1", literal + "-1"};
    }
    return others;
}

} // namespace rolewright
