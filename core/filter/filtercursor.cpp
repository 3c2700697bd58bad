// SPDX-License-Identifier: Apache-2.0
#include "core/filter/filtercursor.h"

#include "core/filter/filterlexer.h"

namespace rolewright {

using namespace Qt::StringLiterals;

namespace {

FilterCursor with(FilterCursor cursor, const FilterToken &token)
{
    cursor.place = token.place;
    cursor.length = token.length;
    cursor.typed = token.text;
    cursor.completable = token.kind != FilterToken::Kind::Expression;
    return cursor;
}

FilterCursor attributeAt(FilterLexer lexer, const QString &text, qsizetype place)
{
    lexer.moveTo(place);
    const FilterToken key = lexer.value(u'=');
    if (lexer.place() >= text.size() || text.at(lexer.place()) != u'=')
        return with({.kind = FilterCursor::Kind::Key}, key);
    lexer.moveTo(lexer.place() + 1);
    return with(
        {.kind = FilterCursor::Kind::Value, .property = FilterProperty::Attribute, .attribute = key.text},
        lexer.value());
}

} // namespace

FilterCursor cursorIn(const QString &text, FilterAxis axis, qsizetype place)
{
    const QString before = text.left(place);
    FilterLexer lexer(before);
    FilterToken last;
    for (;;) {
        const FilterToken token = lexer.next();
        if (token.kind == FilterToken::Kind::End)
            break;
        last = token;
        // A value's marks may enclose spaces.
        if (token.kind != FilterToken::Kind::Word)
            continue;
        const qsizetype colon = token.text.indexOf(u':');
        if (axis == FilterAxis::User && token.text.startsWith(u"user.", Qt::CaseInsensitive)) {
            lexer.moveTo(token.place + 5);
            const FilterCursor found = attributeAt(lexer, before, lexer.place());
            if (found.place + found.length >= before.size())
                return found;
            lexer.moveTo(std::max(found.place + found.length, token.place + token.length));
        } else if (const FilterPropertyInfo *info =
                       colon > 0 ? filterProperty(QStringView(token.text).left(colon)) : nullptr;
                   info && info->hasValue) {
            lexer.moveTo(token.place + colon + 1);
            const FilterToken value = lexer.value();
            if (value.place + value.length >= before.size())
                return with({.kind = FilterCursor::Kind::Value, .property = info->property}, value);
        }
    }
    const bool inWord = last.place + last.length == before.size() && last.length > 0
        && last.kind != FilterToken::Kind::Open && last.kind != FilterToken::Kind::Close
        && !(last.kind == FilterToken::Kind::Quoted && last.closed);
    if (!inWord)
        return {.place = before.size()};
    if (last.text.isEmpty() && last.kind != FilterToken::Kind::Quoted)
        last.text = before.mid(last.place); // "or", "not" on their way to "order"
    return with({}, last);
}

} // namespace rolewright
