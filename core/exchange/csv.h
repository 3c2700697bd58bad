// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace rolewright {

// Comma-separated values as RFC 4180 has them, with a delimiter of one's choice, in UTF-8; lines end with
// CRLF or LF, the last may lack its end. Nothing is trimmed.

// Reads row by row; the text must outlive the reader.
class CsvReader
{
public:
    CsvReader(QByteArrayView text, char delimiter);

    // Goes to the next row; false after the last.
    bool next();
    const QStringList &fields() const { return m_fields; } // an empty line is one empty field
    qint64 line() const { return m_line; } // where the row begins, from 1
    // What is wrong with the row, as a sentence; reading goes on with the line after it.
    const std::optional<QString> &problem() const { return m_problem; }

private:
    bool readField();
    bool readQuoted();
    bool addField(QByteArrayView bytes);
    void refuse(const QString &problem);
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool atLineEnd() const;

    QByteArrayView m_text;
    char m_delimiter;
    qsizetype m_at = 0;
    qint64 m_nextLine = 1;
    qint64 m_line = 0;
    QStringList m_fields;
    std::optional<QString> m_problem;
};

// One line with its line feed; fields are quoted where they must be.
QByteArray csvLine(const QStringList &fields, char delimiter = ',');
// The same for a spreadsheet: a field that it would take for a formula (= + - @, also their wide forms, a tab or the
// end of a line in front, also behind blanks that it skips) has an apostrophe before it, and does not read back as
// it was.
QByteArray spreadsheetLine(QStringList fields);

} // namespace rolewright
