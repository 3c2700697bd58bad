// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterpattern.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

// QRegularExpression::wildcardToRegularExpression() is for paths: its * stops at a slash, which names may
// have.
QString fromGlob(const QString &glob)
{
    QString pattern;
    for (const QChar c : glob) {
        if (c == u'*')
            pattern += u".*"_s;
        else if (c == u'?')
            pattern += u'.';
        else
            pattern += QRegularExpression::escape(QString(c));
    }
    return QRegularExpression::anchoredPattern(pattern);
}

} // namespace

QRegularExpression expressionOf(const FilterPattern &pattern)
{
    return QRegularExpression(
        pattern.kind == FilterPattern::Kind::Glob ? fromGlob(pattern.text) : pattern.text,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption
            | QRegularExpression::DotMatchesEverythingOption);
}

PatternMatcher::PatternMatcher(const FilterPattern &pattern)
    : m_pattern(pattern)
{
    if (pattern.kind == FilterPattern::Kind::Part) {
        m_part = QStringMatcher(pattern.text, Qt::CaseInsensitive);
    } else if (pattern.kind != FilterPattern::Kind::Whole) {
        m_expression = expressionOf(pattern);
        m_expression.optimize();
    }
}

bool PatternMatcher::matches(const QString &text) const
{
    switch (m_pattern.kind) {
    case FilterPattern::Kind::Part:
        return m_part.indexIn(text) >= 0;
    case FilterPattern::Kind::Whole:
        return text.compare(m_pattern.text, Qt::CaseInsensitive) == 0;
    case FilterPattern::Kind::Glob:
    case FilterPattern::Kind::Expression:
        return m_expression.match(text).hasMatch();
    }
    return false;
}

} // namespace rolewright
