// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringMatcher>

namespace rolewright {

// What a text is compared with; case never matters. A value.
struct FilterPattern
{
    enum class Kind {
        Part, // anywhere in it
        Whole,
        Glob, // whole, with * and ?
        Expression, // a regular expression, anywhere
    };
    Kind kind = Kind::Part;
    QString text;

    friend bool operator==(const FilterPattern &, const FilterPattern &) = default;
};

QRegularExpression expressionOf(const FilterPattern &pattern); // of Glob and Expression

// A pattern made ready for many texts. Not to be shared by threads: make one each.
class PatternMatcher
{
public:
    explicit PatternMatcher(const FilterPattern &pattern);
    bool matches(const QString &text) const;

private:
    FilterPattern m_pattern;
    QString m_folded; // of a Part without surrogates: the fast way
    QStringMatcher m_part; // of another
    QRegularExpression m_expression;
};

} // namespace rolewright
