// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filterlexer.h"

namespace rolewright {

using namespace Qt::StringLiterals;

bool FilterLexer::endsWord(qsizetype place) const
{
    return place >= m_text.size() || m_text.at(place).isSpace() || m_text.at(place) == u')';
}

FilterToken FilterLexer::next()
{
    while (m_place < m_text.size() && m_text.at(m_place).isSpace())
        ++m_place;
    using enum FilterToken::Kind;
    if (m_place >= m_text.size())
        return {End, m_text.size(), 0};
    const QChar c = m_text.at(m_place);
    if (c == u'(' || c == u')')
        return {c == u'(' ? Open : Close, m_place++, 1};
    FilterToken token = value();
    if (token.kind != Word)
        return token;
    if (token.text.compare(u"and", Qt::CaseInsensitive) == 0)
        token.kind = And;
    else if (token.text.compare(u"or", Qt::CaseInsensitive) == 0)
        token.kind = Or;
    else if (token.text.compare(u"not", Qt::CaseInsensitive) == 0)
        token.kind = Not;
    return token;
}

FilterToken FilterLexer::value(QChar stop)
{
    const QChar c = m_place < m_text.size() ? m_text.at(m_place) : QChar();
    if (c == u'"')
        return quoted();
    // One slash alone is a part of a name.
    if (c == u'/' && !endsWord(m_place + 1))
        return expression();
    return word(stop);
}

FilterToken FilterLexer::quoted()
{
    FilterToken token{FilterToken::Kind::Quoted, m_place, 0, {}, false};
    for (++m_place; m_place < m_text.size() && !token.closed; ++m_place) {
        const QChar c = m_text.at(m_place);
        if (c == u'"')
            token.closed = true;
        else if (c == u'\\' && m_place + 1 < m_text.size())
            token.text += m_text.at(++m_place);
        else
            token.text += c;
    }
    token.length = m_place - token.place;
    return token;
}

// Up to a slash that ends the word: one inside is only a slash.
FilterToken FilterLexer::expression()
{
    FilterToken token{FilterToken::Kind::Expression, m_place, 0, {}, false};
    const qsizetype start = m_place + 1;
    for (qsizetype i = start; i < m_text.size(); ++i) {
        if (m_text.at(i) == u'\\') {
            ++i;
        } else if (m_text.at(i) == u'/' && i > start && endsWord(i + 1)) {
            token.text = m_text.mid(start, i - start);
            token.closed = true;
            m_place = i + 1;
            break;
        }
    }
    if (!token.closed) {
        while (m_place < m_text.size() && !m_text.at(m_place).isSpace())
            ++m_place;
        token.text = m_text.mid(start, m_place - start);
    }
    token.length = m_place - token.place;
    return token;
}

FilterToken FilterLexer::word(QChar stop)
{
    const qsizetype start = m_place;
    int open = 0;
    for (; m_place < m_text.size(); ++m_place) {
        const QChar c = m_text.at(m_place);
        if (c.isSpace() || (!stop.isNull() && c == stop) || (c == u')' && open == 0))
            break;
        open += c == u'(' ? 1 : c == u')' ? -1 : 0;
    }
    return {FilterToken::Kind::Word, start, m_place - start, m_text.mid(start, m_place - start)};
}

} // namespace rolewright
