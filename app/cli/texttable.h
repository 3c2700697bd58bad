// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/console.h"

#include <QStringList>

namespace rolewright::cli {

// Rows in aligned columns below a line of headings, for people. Widths are those of a terminal (wide
// characters count two); the last column is never padded.
class TextTable
{
public:
    explicit TextTable(const QStringList &headings);

    void add(const QStringList &row);
    bool isEmpty() const { return m_rows.size() == 1; }
    void print(Console &console) const;

private:
    QList<QStringList> m_rows; // visible() text, headings first
    QList<int> m_widths;
};

} // namespace rolewright::cli
