// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QRegularExpression>

namespace rolewright {

// Which names to show: `article:*` (a glob with * and ?, the whole name), /regular expression/, or any part
// of the name. Case does not matter. A value.
class NameFilter
{
    Q_DECLARE_TR_FUNCTIONS(NameFilter)

public:
    NameFilter() = default;
    explicit NameFilter(const QString &text);

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }
    bool isValid() const { return m_problem.isEmpty(); }
    const QString &problem() const { return m_problem; } // a sentence with the place
    bool matches(const QString &name) const; // nothing matches an invalid filter

    friend bool operator==(const NameFilter &a, const NameFilter &b) { return a.m_text == b.m_text; }

private:
    QString m_text;
    QString m_problem;
    QRegularExpression m_expression; // empty pattern: any part
};

} // namespace rolewright
