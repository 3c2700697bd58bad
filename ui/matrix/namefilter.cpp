// SPDX-License-Identifier: Apache-2.0
#include "ui/matrix/namefilter.h"

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

NameFilter::NameFilter(const QString &text)
    : m_text(text.trimmed())
{
    if (m_text.startsWith(u'/') && m_text.size() > 1) {
        const qsizetype end = m_text.endsWith(u'/') && m_text.size() > 2 ? m_text.size() - 1 : m_text.size();
        m_expression.setPattern(m_text.mid(1, end - 1));
    } else if (m_text.contains(u'*') || m_text.contains(u'?')) {
        m_expression.setPattern(fromGlob(m_text));
    } else {
        return;
    }
    m_expression.setPatternOptions(QRegularExpression::CaseInsensitiveOption
                                   | QRegularExpression::UseUnicodePropertiesOption);
    if (!m_expression.isValid())
        m_problem = tr("This regular expression has an error at character %1: %2.")
                        .arg(m_expression.patternErrorOffset() + 2)
                        .arg(m_expression.errorString());
    else
        m_expression.optimize();
}

bool NameFilter::matches(const QString &name) const
{
    if (!isValid())
        return false;
    if (m_expression.pattern().isEmpty())
        return name.contains(m_text, Qt::CaseInsensitive);
    return m_expression.match(name).hasMatch();
}

} // namespace rolewright
