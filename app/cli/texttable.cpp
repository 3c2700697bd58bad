// SPDX-License-Identifier: Apache-2.0
#include "app/cli/texttable.h"

#include <algorithm>
#include <cwchar>

namespace rolewright::cli {

namespace {

constexpr int Gap = 2;

int widthOf(const QString &text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += std::max(0, ::wcwidth(wchar_t(c)));
    return width;
}

} // namespace

TextTable::TextTable(const QStringList &headings)
    : m_widths(headings.size(), 0)
{
    add(headings);
}

void TextTable::add(const QStringList &row)
{
    Q_ASSERT(row.size() == m_widths.size());
    QStringList shown;
    for (qsizetype i = 0; i < row.size(); ++i) {
        shown << visible(row.at(i));
        m_widths[i] = std::max(m_widths.at(i), widthOf(shown.last()));
    }
    m_rows << shown;
}

void TextTable::print(Console &console) const
{
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i + 1 < row.size(); ++i)
            line += row.at(i) + QString(m_widths.at(i) - widthOf(row.at(i)) + Gap, QLatin1Char(' '));
        line += row.last();
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        console.line(line);
    }
}

} // namespace rolewright::cli
