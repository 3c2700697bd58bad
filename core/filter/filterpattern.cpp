// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterpattern.h"

#include <algorithm>

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

char16_t folded(char16_t c)
{
    if (c < 0x80)
        return c >= u'A' && c <= u'Z' ? char16_t(c + (u'a' - u'A')) : c;
    return char16_t(QChar::toCaseFolded(char32_t(c))); // as QStringMatcher does; of a surrogate: itself
}

bool holds(QStringView text, QStringView part)
{
    const char16_t *const characters = text.utf16();
    const qsizetype last = text.size() - part.size();
    for (qsizetype at = 0; at <= last; ++at) {
        qsizetype same = 0;
        while (same < part.size() && folded(characters[at + same]) == part.utf16()[same])
            ++same;
        if (same == part.size())
            return true;
    }
    return false;
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
        // Names are short: QStringMatcher's leaps cost more than they save.
        m_folded = pattern.text;
        for (QChar &c : m_folded)
            c = folded(c.unicode());
        if (std::any_of(m_folded.cbegin(), m_folded.cend(), [](QChar c) { return c.isSurrogate(); })) {
            m_folded.clear();
            m_part = QStringMatcher(pattern.text, Qt::CaseInsensitive);
        }
    } else if (pattern.kind != FilterPattern::Kind::Whole) {
        m_expression = expressionOf(pattern);
        m_expression.optimize();
    }
}

bool PatternMatcher::matches(const QString &text) const
{
    switch (m_pattern.kind) {
    case FilterPattern::Kind::Part:
        return m_folded.isEmpty() ? m_part.indexIn(text) >= 0 : holds(text, m_folded);
    case FilterPattern::Kind::Whole:
        return text.compare(m_pattern.text, Qt::CaseInsensitive) == 0;
    case FilterPattern::Kind::Glob:
    case FilterPattern::Kind::Expression:
        return m_expression.match(text).hasMatch();
    }
    return false;
}

} // namespace rolewright
