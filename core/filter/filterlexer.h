// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filter/filter.h"

namespace rolewright {

// One token of a filter's text. What a word means is the parser's.
struct FilterToken
{
    enum class Kind { End, Open, Close, And, Or, Not, Word, Quoted, Expression };
    Kind kind = Kind::End;
    qsizetype place = 0;
    qsizetype length = 0; // with its marks, in the text
    QString text = {}; // of a word, without marks and escapes
    bool closed = true; // its quotation mark or slash
};

// Reads from left to right; cheap to copy.
class FilterLexer
{
public:
    explicit FilterLexer(const QString &text)
        : m_text(text)
    {
    }

    FilterToken next(); // after spaces
    // A value or key directly here, without spaces before it: a Word, which may be empty, Quoted or
    // Expression. A word ends before `stop` as well.
    FilterToken value(QChar stop = {});
    qsizetype place() const { return m_place; }
    void moveTo(qsizetype place) { m_place = place; }

private:
    FilterToken quoted();
    FilterToken expression();
    FilterToken word(QChar stop);
    bool endsWord(qsizetype place) const;

    QString m_text;
    qsizetype m_place = 0;
};

} // namespace rolewright
