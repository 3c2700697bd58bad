// SPDX-License-Identifier: Apache-2.0
#include "core/exchange/csv.h"

#include "core/base/text.h"

#include <algorithm>

namespace rolewright {

using namespace Qt::StringLiterals;

CsvReader::CsvReader(QByteArrayView text, char delimiter)
    : m_text(text)
    , m_delimiter(delimiter)
{
    if (m_text.startsWith("\xef\xbb\xbf"))
        m_at = 3; // spreadsheets write it
}

bool CsvReader::next()
{
    m_fields.clear();
    m_problem.reset();
    m_line = m_nextLine;
    if (m_at >= m_text.size())
        return false;
    while (readField()) {
        if (peek() != m_delimiter || m_at >= m_text.size())
            break;
        ++m_at;
    }
    // Where something was refused the rest of the line goes with it.
    while (m_problem && m_at < m_text.size() && m_text[m_at] != '\n')
        ++m_at;
    if (peek() == '\r')
        ++m_at;
    if (m_at < m_text.size())
        ++m_at;
    ++m_nextLine;
    return true;
}

bool CsvReader::atLineEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == '\n'
        || (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n');
}

// One field, up to the delimiter or the end of the line behind it; false where it was refused.
bool CsvReader::readField()
{
    if (peek() == '"')
        return readQuoted();
    const qsizetype start = m_at;
    for (; !atLineEnd() && m_text[m_at] != m_delimiter; ++m_at) {
        if (m_text[m_at] == '"')
            refuse(
                u"There is a quotation mark inside a field that is not quoted; quote it and double the mark."_s);
        else if (m_text[m_at] == '\r')
            refuse(u"There is a carriage return that no line feed follows."_s);
        if (m_problem)
            return false;
    }
    return addField(m_text.sliced(start, m_at - start));
}

bool CsvReader::readQuoted()
{
    QByteArray bytes;
    for (++m_at;; ++m_at) {
        if (m_at >= m_text.size()) {
            refuse(u"The quotation mark of a field is never closed."_s);
            return false;
        }
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            if (peek() != '"' || m_at >= m_text.size())
                break;
        }
        if (c == '\n')
            ++m_nextLine;
        bytes += c;
    }
    if (!atLineEnd() && m_text[m_at] != m_delimiter) {
        refuse(u"There is text behind the closing quotation mark of a field."_s);
        return false;
    }
    return addField(bytes);
}

bool CsvReader::addField(QByteArrayView bytes)
{
    if (!bytes.isValidUtf8()) {
        refuse(u"The line is not valid UTF-8."_s);
        return false;
    }
    m_fields.append(textFromUtf8(bytes));
    return true;
}

void CsvReader::refuse(const QString &problem)
{
    m_problem = problem;
}

QByteArray csvLine(const QStringList &fields, char delimiter)
{
    QByteArray line;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            line += delimiter;
        QByteArray bytes = fields.at(i).toUtf8();
        const bool quote = std::any_of(bytes.begin(), bytes.end(), [&](char c) {
            return c == '"' || c == '\r' || c == '\n' || c == delimiter;
        });
        // A byte order mark in front would be taken for one.
        if (quote || (i == 0 && bytes.startsWith("\xef\xbb\xbf")))
            line += '"' + bytes.replace('"', "\"\"") + '"';
        else
            line += bytes;
    }
    return line + '\n';
}

QByteArray spreadsheetLine(QStringList fields)
{
    static constexpr QStringView Starts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    for (QString &field : fields) {
        const QString trimmed = field.trimmed();
        if ((!field.isEmpty() && Starts.contains(field.front())) || (!trimmed.isEmpty() && Starts.contains(trimmed.front())))
            field.prepend(u'\'');
    }
    return csvLine(fields);
}

} // namespace rolewright
